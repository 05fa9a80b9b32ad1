"""Meetings that the tillæg expects: right after another body's, and with the hospital units once a year."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from organisering.models import Moede, Organ, Organisation
from sundhedsaftale.faelles.dansk import dato

_ET_AAR = timedelta(days=365)
_SENERE = timedelta(days=1)
_NAEVNES = 3
_ENHEDER = (Organisation.Slags.SYGEHUS, Organisation.Slags.PSYKIATRI)


@dataclass(frozen=True, slots=True)
class Manglende:
    organ: Organ
    saetning: str


@dataclass(frozen=True, slots=True)
class Manglendedialog:
    enhed: Organisation
    saetning: str


def manglende_opfoelgning(organer: Collection[Organ], dag: date) -> list[Manglende]:
    """Bodies that meet right after another, and lack a meeting the same or the next day; two queries."""
    if not organer:
        return []
    noegler = {organ.pk for organ in organer} | {organ.moedes_efter_id for organ in organer}
    faelles = Moede.faelles_med.through.objects.filter(organ__in=noegler).values("moede")
    moeder = list(
        Moede.objects.kommende(_begyndelsen(dag))
        .filter(Q(organ__in=noegler) | Q(pk__in=faelles))
        .prefetch_related("faelles_med")
    )
    svar = []
    for organ in organer:
        egne = [moede for moede in moeder if organ.pk in moede.organnoegler]
        mangler = [
            moede.dag
            for moede in moeder
            if organ.moedes_efter_id in moede.organnoegler and not any(_foelger(eget, moede) for eget in egne)
        ]
        if mangler and organ.moedes_efter is not None:
            efter = organ.moedes_efter.kaldes
            svar.append(Manglende(organ, f"Der mangler et møde i forlængelse af mødet i {efter} {_dage(mangler)}."))
    return svar


def manglende_dialogmoeder(regioner: Collection[int], dag: date) -> list[Manglendedialog]:
    """Hospital units without a dialogue meeting in the last year, in regions that have ever planned one."""
    dialoger = list(
        Moede.objects.filter(slags=Moede.Slags.DIALOGMOEDE, organ__region__in=regioner)
        .exclude(tilstand=Moede.Tilstand.AFLYST)
        .select_related("organ")
        .prefetch_related("med")
    )
    enheder = Organisation.objects.filter(
        Q(gyldig_fra__isnull=True) | Q(gyldig_fra__lte=dag),
        Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=dag),
        slags__in=_ENHEDER,
        region__in={moede.organ.region_id for moede in dialoger},
    )
    svar = []
    for enhed in enheder:
        dage = [moede.dag for moede in dialoger if enhed in moede.med.all()]
        if any(dag - _ET_AAR <= en <= dag for en in dage):
            continue
        kommende = min((en for en in dage if en > dag), default=None)
        naeste = f" Det næste er {dato(kommende)}." if kommende else ""
        svar.append(Manglendedialog(enhed, f"Der er ikke holdt dialogmøde det seneste år.{naeste}"))
    return svar


def _begyndelsen(dag: date) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time.min))


def _foelger(eget: Moede, andet: Moede) -> bool:
    return eget.starter >= andet.starter and eget.dag - andet.dag <= _SENERE


def _dage(dage: Iterable[date]) -> str:
    alle = sorted(dage)
    tekst = ", ".join(dato(dag) for dag in alle[:_NAEVNES])
    resten = len(alle) - _NAEVNES
    return tekst if resten <= 0 else f"{tekst} og {resten} {'møde' if resten == 1 else 'møder'} til"
