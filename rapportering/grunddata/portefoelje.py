"""What is being done: the portfolio of the tillæg."""

from collections import defaultdict

from indsatser.models import Indsats, Maalsaetning, Portefoeljepost, Ressourcetraek
from organisering.models import Aftale, Organ
from rapportering.grunddata.tabel import AARSAG, gem, laes, noegler
from sundhedsaftale.faelles.historik import begrundet


def indlaes_portefoelje(
    aftale: Aftale, organer: dict[str, Organ], maalsaetninger: dict[str, Maalsaetning]
) -> dict[str, Indsats]:
    """Insert every initiative once, and its place and years in each body that has it (tillæg 2019-2023)."""
    raekker = laes("portefoelje")
    maal: defaultdict[str, list[Maalsaetning]] = defaultdict(list)
    for raekke in raekker:
        maal[raekke["indsats"]] += [maalsaetninger[noegle] for noegle in noegler(raekke["maalsaetninger"])]
    indsatser: dict[str, Indsats] = {}
    for raekke in raekker:
        noegle = raekke["indsats"]
        if noegle not in indsatser:
            indsats = Indsats(aftale=aftale, titel=raekke["titel"], slags=raekke["art"])
            indsats.full_clean()
            indsatser[noegle] = begrundet(indsats, AARSAG).gem_med(maalsaetninger=maal[noegle])
        post = gem(
            Portefoeljepost(
                organ=organer[raekke["organ"]],
                indsats=indsatser[noegle],
                rolle=Portefoeljepost.Rolle.UDVIKLER,
                raekkefoelge=int(raekke["raekkefoelge"]),
            )
        )
        for aar in aftale.aar:
            if raekke[str(aar)] == "X":
                gem(Ressourcetraek(post=post, aar=aar, planlagt=True))
    return indsatser


def indlaes_implementering(organer: dict[str, Organ], indsatser: dict[str, Indsats]) -> None:
    """Insert the implementation groups' places. They carry no years: the group follows the body it mirrors."""
    for raekke in laes("implementering"):
        gem(
            Portefoeljepost(
                organ=organer[raekke["organ"]],
                indsats=indsatser[raekke["indsats"]],
                rolle=Portefoeljepost.Rolle.IMPLEMENTERER,
                raekkefoelge=int(raekke["raekkefoelge"]),
            )
        )
