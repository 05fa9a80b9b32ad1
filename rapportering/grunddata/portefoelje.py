"""What was promised and what is being done: targets with their figures, and the portfolio of the tillæg."""

from collections import defaultdict

from indsatser.models import Indsats, Maalsaetning, Maaltal, Portefoeljepost, Ressourcetraek
from organisering.models import Aftale, Organ
from rapportering.grunddata.tabel import AARSAG, gem, heltal, laes, noegler, tal
from sundhedsaftale.faelles.historik import begrundet


def indlaes_maalsaetninger(aftaler: dict[str, Aftale], organer: dict[str, Organ]) -> dict[str, Maalsaetning]:
    maalsaetninger = {
        raekke["noegle"]: gem(
            Maalsaetning(
                aftale=aftaler[raekke["aftale"]],
                organ=organer[raekke["foelgegruppe"]],
                raekkefoelge=int(raekke["raekkefoelge"]),
                tekst=raekke["tekst"],
            )
        )
        for raekke in laes("maalsaetninger")
    }
    for raekke in laes("maaltal"):
        gem(
            Maaltal(
                maalsaetning=maalsaetninger[raekke["maalsaetning"]],
                raekkefoelge=int(raekke["raekkefoelge"]),
                betegnelse=raekke["betegnelse"],
                population=raekke["population"],
                koen=raekke["koen"],
                alder=raekke["alder"],
                patientgruppe=raekke["patientgruppe"],
                retning=raekke["retning"],
                enhed=raekke["enhed"],
                maal=tal(raekke["maal"]),
                maaltekst=raekke["maaltekst"],
                basisvaerdi=tal(raekke["basisvaerdi"]),
                basisaar=heltal(raekke["basisaar"]),
                kilde=raekke["kilde"],
                kildeadresse=raekke["kildeadresse"],
                naeste_data=raekke["naeste_data"],
            )
        )
    return maalsaetninger


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
