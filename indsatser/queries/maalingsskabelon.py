"""An agreement's måltal as a sheet to write measurements in."""

from indsatser.queries.maaloversigt import maal_med_tal
from organisering.models import Aftale, Besoegende
from sundhedsaftale.faelles.regnearkskrivning import Ark, Linje

_KOLONNER = {
    "nøgle": 8,
    "måltal": 60,
    "enhed": 12,
    "år": 8,
    "værdi": 12,
    "kilde": 40,
    "databrud": 10,
    "foreløbig": 10,
    "antal": 10,
    "bemærkning": 40,
}


def laes_skabelon(aftale: Aftale, *, bruger: Besoegende) -> Ark:
    """Return one row for each måltal, with empty cells for what is to be written."""
    raekker = [
        Linje((maaltal.pk, maaltal.fuld_betegnelse, maaltal.get_enhed_display()), "raekke")
        for maalsaetning in maal_med_tal(aftale, bruger=bruger)
        for maaltal in maalsaetning.maaltal.all()
    ]
    return Ark(
        navn="Målinger",
        linjer=[Linje(tuple(_KOLONNER), "hoved"), *raekker],
        bredder=list(_KOLONNER.values()),
        frosne=(1, 2),
        midt=len(_KOLONNER),
        maskine=range(1),
    )
