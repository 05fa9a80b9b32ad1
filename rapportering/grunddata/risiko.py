"""Risk groups, and who does what for them: figure 1 of the rammepapir, as far as its text gives it."""

from indsatser.models import Risikoaktoer, Risikogruppe, Risikoindsats
from organisering.models import Aftale
from rapportering.grunddata.tabel import gem, laes


def indlaes_risikogrupper(aftaler: dict[str, Aftale]) -> None:
    """Insert groups, actors and the cells that the source's text tells; the other cells have no rows."""
    grupper = {
        raekke["noegle"]: gem(
            Risikogruppe(
                aftale=aftaler[raekke["aftale"]],
                navn=raekke["navn"],
                niveau=int(raekke["niveau"]),
                definition=raekke["definition"],
                horisont=raekke["horisont"],
                relevante_indsatser=raekke["relevante_indsatser"],
            )
        )
        for raekke in laes("risikogrupper")
    }
    aktoerer = {
        raekke["noegle"]: gem(
            Risikoaktoer(
                aftale=aftaler[raekke["aftale"]], navn=raekke["navn"], raekkefoelge=int(raekke["raekkefoelge"])
            )
        )
        for raekke in laes("risikoaktoerer")
    }
    for raekke in laes("risikoindsatser"):
        gem(Risikoindsats(gruppe=grupper[raekke["gruppe"]], aktoer=aktoerer[raekke["aktoer"]], tekst=raekke["tekst"]))
