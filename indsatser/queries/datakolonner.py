"""The headings of the data layout, as `docs/regneark.md` describes them; written and read by these names."""

import re

ARKNAVN = "Porteføljedata"

AFTALE = "Aftale"
ORGAN = "Organ"
SLAGS = "Slags"
FASE = "Fase"
INDSATS = "Indsats"
MAALSAETNINGER = "Målsætninger"
RAEKKE_ID = "Række-id"
INDSATS_ID = "Indsats-id"
RAEKKE_VERSION = "Række-version"
INDSATS_VERSION = "Indsats-version"
CELLE_VERSIONER = "Celle-versioner"

BELOEB = "Beløb"
TRAK = "Trak ressourcer"
FAKTISK = "Faktisk"
PR_AAR = {"beloeb": BELOEB, "realiseret": TRAK, "faktisk": FAKTISK}
"""What stands before the year in the headings of a cell's other fields; the X stands under the year alone."""

FORREST = (ORGAN, SLAGS, FASE, INDSATS, MAALSAETNINGER)
BAGEST = (AFTALE, RAEKKE_ID, INDSATS_ID, RAEKKE_VERSION, INDSATS_VERSION, CELLE_VERSIONER)

_CELLEVERSION = re.compile(r"(\d{4})v(\d{1,9})")


def skriv_versioner(versioner: dict[int, int]) -> str:
    """Write `2019v1 2021v3`: the years that have a cell. No spreadsheet takes it for a number, a date or a time."""
    return " ".join(f"{aar}v{version}" for aar, version in sorted(versioner.items()))


def laes_versioner(tekst: str) -> dict[int, int]:
    """Raises ValueError when it is no such list."""
    fundne = [_CELLEVERSION.fullmatch(del_) for del_ in tekst.split()]
    if None in fundne:
        raise ValueError("Ingen liste af versioner")
    return {int(et[1]): int(et[2]) for et in fundne if et}
