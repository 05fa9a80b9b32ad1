"""Remarks to an item: part of the minutes while they are written; after the approval the only thing that is added."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from organisering.domain.fremmoede import IKKE_HOLDT, laas_holdt
from organisering.domain.laas import UDSENDT, laas_moede
from organisering.models import Bemaerkning, Bruger, Moede
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def tilfoej_bemaerkning(bemaerkning: Bemaerkning, *, bruger: Bruger) -> Bemaerkning:
    """Add a remark: to minutes being written, or dated after the meeting to minutes that are approved.

    Raises Regelbrud.
    """
    moede = laas_moede(bemaerkning.punkt.moede)
    if moede.tilstand == Moede.Tilstand.REFERAT_UDSENDT:
        raise Regelbrud(UDSENDT)
    if not moede.er_holdt:
        raise Regelbrud(IKKE_HOLDT)
    _kraev_dag(moede, bemaerkning.dag)
    senere = moede.tilstand == Moede.Tilstand.REFERAT_GODKENDT
    bemaerkning._history_user = bruger
    begrundet(bemaerkning, "Tilføjet efter godkendelsen" if senere else "Ført til referat").save()
    return bemaerkning


@transaction.atomic
def ret_bemaerkning(bemaerkning: Bemaerkning, *, bruger: Bruger) -> Bemaerkning:
    """Save a remark again while the minutes are written. Raises Regelbrud, Versionskonflikt."""
    _kraev_dag(laas_holdt(bemaerkning.punkt.moede), bemaerkning.dag)
    bemaerkning._history_user = bruger
    bemaerkning.save()
    return bemaerkning


@transaction.atomic
def slet_bemaerkning(bemaerkning: Bemaerkning, *, bruger: Bruger) -> None:
    """Take a remark out while the minutes are written. Raises Regelbrud."""
    laas_holdt(bemaerkning.punkt.moede)
    bemaerkning._history_user = bruger
    bemaerkning.delete()


def _kraev_dag(moede: Moede, dag: date) -> None:
    if dag < moede.dag:
        raise Regelbrud(f"Datoen kan ikke ligge før mødet, der blev holdt {dato(moede.dag)}.")
    if dag > max(timezone.localdate(), moede.dag):
        raise Regelbrud("Datoen kan ikke ligge i fremtiden.")
    if moede.tilstand == Moede.Tilstand.REFERAT_GODKENDT and dag == moede.dag:
        raise Regelbrud("Referatet er godkendt, så en ny bemærkning skal have en dato efter mødet.")
