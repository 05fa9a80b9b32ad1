"""An agreement's måltal as a sheet to write measurements in, as Danish Excel reads it: semicolons, and a BOM."""

import csv
import io

from indsatser.queries.maaloversigt import maal_med_tal
from organisering.models import Aftale, Besoegende

OVERSKRIFTER = (
    "nøgle",
    "måltal",
    "enhed",
    "år",
    "værdi",
    "kilde",
    "databrud",
    "foreløbig",
    "antal",
    "bemærkning",
)


def skriv_skabelon(aftale: Aftale, *, bruger: Besoegende) -> bytes:
    """Return one row for each måltal, with empty cells for what is to be written."""
    ark = io.StringIO(newline="")
    skriver = csv.writer(ark, delimiter=";", lineterminator="\r\n")
    skriver.writerow(OVERSKRIFTER)
    tomme = [""] * (len(OVERSKRIFTER) - 3)
    for maalsaetning in maal_med_tal(aftale, bruger=bruger):
        for maaltal in maalsaetning.maaltal.all():
            skriver.writerow([maaltal.pk, _som_tekst(maaltal.fuld_betegnelse), maaltal.get_enhed_display(), *tomme])
    return ark.getvalue().encode("utf-8-sig")


def _som_tekst(celle: str) -> str:
    """A text that a spreadsheet would take for a formula begins with a mark that makes it text."""
    return f"'{celle}" if celle[:1] in "=+-@\t\r" else celle
