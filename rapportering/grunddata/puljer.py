"""Pools as their sources print them, with what they go to; nothing is added up or mended here."""

from indsatser.models import Disponering, Pulje
from organisering.models import Aftale
from rapportering.grunddata.tabel import gem, heltal, ja, laes, tal
from sundhedsaftale.faelles.dansk import laes_tal


def indlaes_puljer(aftaler: dict[str, Aftale]) -> None:
    puljer = {
        raekke["noegle"]: gem(
            Pulje(
                aftale=aftaler[raekke["aftale"]],
                navn=raekke["navn"],
                aar=int(raekke["aar"]),
                beloeb=laes_tal(raekke["beloeb"]),
                omtrentligt=ja(raekke["omtrentligt"]),
                fri_oplyst=tal(raekke["fri_oplyst"]),
                kilde=raekke["kilde"],
                bemaerkning=raekke["bemaerkning"],
            )
        )
        for raekke in laes("puljer")
    }
    for raekke in laes("disponeringer"):
        gem(
            Disponering(
                pulje=puljer[raekke["pulje"]],
                raekkefoelge=int(raekke["raekkefoelge"]),
                titel=raekke["titel"],
                slags=raekke["slags"],
                bevilling=raekke["bevilling"],
                tilstand=raekke["tilstand"],
                beloeb=laes_tal(raekke["beloeb"]),
                fra_aar=heltal(raekke["fra_aar"]),
                til_aar=heltal(raekke["til_aar"]),
                ordlyd=raekke["ordlyd"],
            )
        )
