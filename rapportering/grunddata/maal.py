"""What was promised: targets with their figures, and the headings that targets of several agreements stand under."""

from indsatser.models import Maalkategori, Maalsaetning, Maaltal
from organisering.models import Aftale, Organ, Organisation
from rapportering.grunddata.tabel import eventuel, gem, heltal, laes, tal


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
                maalaar=heltal(raekke["maalaar"]),
                basisvaerdi=tal(raekke["basisvaerdi"]),
                basisaar=heltal(raekke["basisaar"]),
                kilde=raekke["kilde"],
                kildeadresse=raekke["kildeadresse"],
                naeste_data=raekke["naeste_data"],
                hyppighed=heltal(raekke["hyppighed"]),
            )
        )
    return maalsaetninger


def indlaes_maalkategorier(organisationer: dict[str, Organisation]) -> None:
    """Insert the headings; no source says which target stands under which."""
    for raekke in laes("maalkategorier"):
        gem(
            Maalkategori(
                samling=raekke["samling"],
                nummer=int(raekke["nummer"]),
                navn=raekke["navn"],
                region=eventuel(organisationer, raekke["region"]),
                kilde=raekke["kilde"],
                kildeadresse=raekke["kildeadresse"],
            )
        )
