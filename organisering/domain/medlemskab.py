"""A seat's life: given, corrected, ended. A seat is never deleted: it gave rights while it lasted."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from organisering.domain.medlemskabsregler import afvis_periode, afvis_plads, afvis_tomt_sekretariat
from organisering.domain.person import opret_person
from organisering.models import Bruger, Kompetence, Medlemskab, Organ, Person
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def gem_medlemskab(
    medlemskab: Medlemskab, *, kompetencer: Iterable[Kompetence], bruger: Bruger, begrundelse: str = ""
) -> Medlemskab:
    """Give or correct a seat; `medlemskab` carries the version that was seen. Raises Regelbrud, Versionskonflikt."""
    organ = _laas(medlemskab.organ_id)
    medlemskab.person = Person.objects.select_for_update(no_key=True).get(pk=medlemskab.person_id)
    afvis_plads(medlemskab, organ)
    if medlemskab.pk is not None and medlemskab.til is not None:
        afvis_tomt_sekretariat(medlemskab, organ, bruger)
    medlemskab._history_user = bruger
    return begrundet(medlemskab, begrundelse).gem_med(kompetencer=kompetencer)


@transaction.atomic
def gem_medlemskab_for_ny(
    medlemskab: Medlemskab, person: Person, *, kompetencer: Iterable[Kompetence], bruger: Bruger, begrundelse: str = ""
) -> Medlemskab:
    """Give a seat to somebody who was not there before. Raises Regelbrud, and then there is no person either."""
    medlemskab.person = opret_person(person, bruger=bruger)
    return gem_medlemskab(medlemskab, kompetencer=kompetencer, bruger=bruger, begrundelse=begrundelse)


@transaction.atomic
def afslut_medlemskab(medlemskab: Medlemskab, *, sidste_dag: date, begrundelse: str, bruger: Bruger) -> Medlemskab:
    """End a seat, today, in the past or ahead; its rights go when the last day is over.

    `medlemskab` carries the version that was seen. Raises Regelbrud, Versionskonflikt.
    """
    organ = _laas(medlemskab.organ_id)
    if medlemskab.til is not None and medlemskab.til < timezone.localdate():
        raise Regelbrud(f"Pladsen sluttede {dato(medlemskab.til)} og kan ikke afsluttes igen.")
    if medlemskab.til is not None and sidste_dag > medlemskab.til:
        raise Regelbrud(f"Pladsen slutter allerede {dato(medlemskab.til)}. Ret pladsen, hvis den skal vare længere.")
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor pladsen afsluttes.")
    afvis_tomt_sekretariat(medlemskab, organ, bruger)
    medlemskab.til = sidste_dag
    afvis_periode(medlemskab, organ)
    medlemskab._history_user = bruger
    begrundet(medlemskab, begrundelse).save()
    return medlemskab


def _laas(organ_id: int) -> Organ:
    """Hold the body's row: two seats at once must not both find the chair free."""
    return Organ.objects.select_for_update(of=("self",), no_key=True).select_related("type").get(pk=organ_id)
