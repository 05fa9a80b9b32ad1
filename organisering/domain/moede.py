"""Planning, moving and calling off meetings."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from organisering.domain.laas import laas_moede, laas_organer
from organisering.models import Bruger, Moede, Organ, Organisation
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet

_OEJEBLIK = timedelta(minutes=1)


@transaction.atomic
def gem_moede(
    moede: Moede, *, faelles_med: Iterable[Organ], med: Iterable[Organisation], bruger: Bruger, begrundelse: str = ""
) -> None:
    """Plan a meeting or move it; `moede` carries the version that was seen, `med` are the partners of a dialogmøde.

    Raises Regelbrud when the plan breaks a rule, Versionskonflikt when another has saved since; nothing is saved then.
    """
    faelles, partnere = list(faelles_med), list(med)
    laas_organer([moede.organ, *faelles])
    foer: set[Organ] = set()
    if not moede._state.adding:
        laast = laas_moede(moede)
        _afvis_uflytteligt(laast, "flyttes")
        foer = set(laast.faelles_med.all())
    _afvis_andres([organ for organ in faelles if organ not in foer], bruger)
    afvis_plan(moede, faelles_med=faelles, med=partnere)
    moede._history_user = bruger
    begrundet(moede, begrundelse).gem_med(faelles_med=faelles, med=partnere)


@transaction.atomic
def aflys_moede(moede: Moede, *, bruger: Bruger, begrundelse: str) -> Moede:
    """Call off a meeting that has not been held; it stays in the plan as called off. Raises Regelbrud."""
    moede = laas_moede(moede)
    _afvis_uflytteligt(moede, "aflyses")
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor mødet aflyses.")
    moede.tilstand = Moede.Tilstand.AFLYST
    moede._history_user = bruger
    begrundet(moede, begrundelse).save()
    return moede


def afvis_plan(moede: Moede, *, faelles_med: Sequence[Organ], med: Sequence[Organisation]) -> None:
    """Raise Regelbrud unless the meeting can stand as planned beside the others."""
    if moede.slutter is not None and moede.slutter <= moede.starter:
        raise Regelbrud("Mødet kan ikke slutte, før det begynder.")
    if moede.organ in faelles_med:
        raise Regelbrud(f"{moede.organ.kaldes} kan ikke holde fælles møde med sig selv.")
    for organ in faelles_med:
        if organ.region_id != moede.organ.region_id:
            raise Regelbrud(f"{organ.kaldes} hører til en anden region.")
    for organ in (moede.organ, *faelles_med):
        _afvis_uden_for_periode(organ, moede)
    if med and moede.slags != Moede.Slags.DIALOGMOEDE:
        raise Regelbrud("Kun et dialogmøde holdes med andre end organerne selv. Ret mødets slags, eller fjern dem.")
    _afvis_samtidigt(moede, faelles_med)


def _afvis_andres(nye: Iterable[Organ], bruger: Bruger) -> None:
    """Nobody takes a body's time but those who plan its meetings."""
    for organ in nye:
        if not bruger.has_perm("organisering.planlaeg_moede", organ):
            raise Regelbrud(f"Du planlægger ikke møder for {organ.kaldes}. Bed dem oprette fællesmødet.")


def _afvis_uflytteligt(moede: Moede, hvad: str) -> None:
    if moede.tilstand == Moede.Tilstand.AFLYST:
        raise Regelbrud("Mødet er aflyst.")
    if not moede.kan_flyttes:
        raise Regelbrud(f"Mødet er holdt og kan ikke {hvad}.")


def _afvis_uden_for_periode(organ: Organ, moede: Moede) -> None:
    if organ.gyldig_fra is not None and moede.dag < organ.gyldig_fra:
        raise Regelbrud(f"{organ.kaldes} findes først fra {dato(organ.gyldig_fra)}.")
    if organ.gyldig_til is not None and moede.dag > organ.gyldig_til:
        raise Regelbrud(f"{organ.kaldes} findes kun til og med {dato(organ.gyldig_til)}.")


def _afvis_samtidigt(moede: Moede, faelles_med: Sequence[Organ]) -> None:
    """A body meets in one place at a time; a meeting whose end is not known takes up the moment it begins."""
    organer = {organ.pk: organ for organ in (moede.organ, *faelles_med)}
    slutter = moede.slutter or moede.starter + _OEJEBLIK
    optaget = (
        Moede.objects.i_organer(organer)
        .filter(starter__lt=slutter)
        .filter(Q(slutter__gt=moede.starter) | Q(slutter__isnull=True, starter__gte=moede.starter))
        .exclude(pk=moede.pk)
        .exclude(tilstand=Moede.Tilstand.AFLYST)
        .prefetch_related("faelles_med")
        .first()
    )
    if optaget is not None:
        organ = organer[min(optaget.organnoegler & organer.keys())]
        raise Regelbrud(f"{organ.kaldes} har allerede et møde {dato(optaget.starter)} {optaget.klokken}.")
