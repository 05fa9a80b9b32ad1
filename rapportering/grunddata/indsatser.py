"""Means, tracks, the initiatives that a rammepapir names without years, and the tasks that stand nowhere yet."""

from indsatser.models import Indsats, Portefoeljepost, Spor, Virkemiddel
from organisering.models import Aftale, Organisation
from rapportering.grunddata.tabel import AARSAG, eventuel, gem, laes, noegler
from sundhedsaftale.faelles.historik import begrundet


def indlaes_virkemidler(aftaler: dict[str, Aftale]) -> None:
    for raekke in laes("virkemidler"):
        gem(
            Virkemiddel(
                aftale=aftaler[raekke["aftale"]],
                navn=raekke["navn"],
                beskrivelse=raekke["beskrivelse"],
                raekkefoelge=int(raekke["raekkefoelge"]),
            )
        )


def indlaes_indsatser(aftaler: dict[str, Aftale], organisationer: dict[str, Organisation]) -> None:
    """Insert the initiatives in the portfolio of the body that their agreement is anchored in, without any X.

    A part stands below the whole that it names.
    """
    spor = _indlaes_spor(aftaler, organisationer)
    indsatser: dict[str, Indsats] = {}
    for nummer, raekke in enumerate(laes("indsatser"), start=1):
        aftale = aftaler[raekke["aftale"]]
        indsats = Indsats(
            aftale=aftale,
            nummer=raekke["nummer"],
            overordnet=eventuel(indsatser, raekke["overordnet"]),
            titel=raekke["titel"],
            ansvar=raekke["ansvar"],
            beskrivelse=raekke["beskrivelse"],
        )
        indsats.full_clean()
        valgte = [spor[noegle] for noegle in noegler(raekke["spor"])]
        indsatser[raekke["noegle"]] = begrundet(indsats, AARSAG).gem_med(spor=valgte)
        if aftale.forankret_i is not None:
            gem(Portefoeljepost(organ=aftale.forankret_i, indsats=indsats, raekkefoelge=nummer))


def indlaes_uplacerede(aftaler: dict[str, Aftale]) -> None:
    """Insert the tasks that DAK was to find a place for in the autumn of 2019 (tillæg 2019-2023, last page)."""
    for raekke in laes("uplacerede"):
        gem(Indsats(aftale=aftaler[raekke["aftale"]], titel=raekke["titel"], beskrivelse=raekke["beskrivelse"]))


def _indlaes_spor(aftaler: dict[str, Aftale], organisationer: dict[str, Organisation]) -> dict[str, Spor]:
    spor: dict[str, Spor] = {}
    for raekke in laes("spor"):
        et = Spor(
            aftale=aftaler[raekke["aftale"]],
            navn=raekke["navn"],
            beskrivelse=raekke["beskrivelse"],
            raekkefoelge=int(raekke["raekkefoelge"]),
        )
        et.full_clean()
        spor[raekke["noegle"]] = begrundet(et, AARSAG).gem_med(
            organisationer=[organisationer[noegle] for noegle in noegler(raekke["organisationer"])]
        )
    return spor
