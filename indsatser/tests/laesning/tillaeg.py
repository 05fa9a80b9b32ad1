"""The tillæg 2019-2023 as tables, rendered from the transcription: its titles, heads and columns as printed."""

from itertools import groupby

from indsatser.tests.laesning.formater import Tabel
from indsatser.tests.transskription import RAEKKER, Raekke

AAR = ("2019", "2020", "2021", "2022", "2023")
MAAL = "Vi vil nå prøvemål"


def _maerker(raekke: Raekke, tegn: str) -> list[str]:
    return [tegn if int(aar) in raekke.aar else "" for aar in AAR]


def tabeller(tegn: str = "X", *, tom_kolonne: bool = False) -> list[Tabel]:
    """One table for each body and kind; existing initiatives have one column of text, or an empty one beside it."""
    alle: list[Tabel] = []
    for (organ, slags), gruppe in groupby(RAEKKER, key=lambda r: (r.foelgegruppe, r.slags)):
        titel = [organ, "", "RESSOURCETRÆK", "", "", "", ""]
        if slags == "ny":
            hoved = ["Målsætning", "Indsats", *AAR]
            data = [[f"{MAAL} {nr}.", r.titel, *_maerker(r, tegn)] for nr, r in enumerate(gruppe)]
        elif tom_kolonne:
            hoved = ["Eksisterende indsatser", "", *AAR]
            data = [[r.titel, "", *_maerker(r, tegn)] for r in gruppe]
        else:
            hoved = ["Eksisterende indsatser", *AAR, ""]
            data = [[r.titel, *_maerker(r, tegn), ""] for r in gruppe]
        alle.append([titel, hoved, *data])
    return alle
