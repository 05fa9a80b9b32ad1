"""Writing a line, while its report may be written in."""

from django.db import transaction

from organisering.models import Bruger
from rapportering.domain.statusrapport import laas_skrivbar
from rapportering.models import Statuslinje
from sundhedsaftale.faelles.historik import begrundet

INGEN_AENDRING = "Ingen ændring siden sidst"


@transaction.atomic
def skriv_statuslinje(linje: Statuslinje, *, bruger: Bruger) -> Statuslinje:
    """Save what stands in `linje`, finished or not, and return it as stored; unchanged, it is not saved again.

    Raises Regelbrud when the report is not open for writing, Versionskonflikt when another has saved the line.
    """
    laas_skrivbar(linje.statusrapport_id)
    gemt = Statuslinje.objects.get(pk=linje.pk)
    felter = (*Statuslinje.RAPPORTFELTER, "intern_note")
    aendret = {felt for felt in felter if getattr(linje, felt) != getattr(gemt, felt)}
    if not aendret:
        return gemt
    if aendret.intersection(Statuslinje.RAPPORTFELTER):
        linje.kopieret = False
    linje._history_user = bruger
    linje.save()
    return linje


@transaction.atomic
def bekraeft_statuslinje(linje: Statuslinje, *, bruger: Bruger) -> Statuslinje:
    """Save the line as `skriv_statuslinje` does, and let what was copied stand as this round's own status."""
    linje = skriv_statuslinje(linje, bruger=bruger)
    if linje.kopieret:
        linje.kopieret = False
        linje._history_user = bruger
        begrundet(linje, INGEN_AENDRING).save()
    return linje
