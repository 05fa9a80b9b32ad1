"""The year as a calendar: every day with its meetings and what is due."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from organisering.models import Besoegende, Moede, Organ, Organisation
from organisering.queries.moedeplan import frister, til_liste
from sundhedsaftale.faelles.kalender import fridag

_UGEDAGE = ("ma", "ti", "on", "to", "fr", "lø", "sø")
_FRISTER = {"sager": "Sager", "udsendelse": "Udsendelse", "status": "Status"}


@dataclass(frozen=True, slots=True)
class Udvalg:
    """What the address asks for; `mine` is the reader's own bodies, `kun_moeder` leaves the deadlines out."""

    aar: int
    region: Organisation | None = None
    organ: Organ | None = None
    mine: bool = False
    kun_moeder: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A meeting (`frist` is empty) or something due before it; `hvem` are the bodies that meet."""

    frist: str
    hvem: str
    moede: Moede
    aflyst: bool


@dataclass(frozen=True, slots=True)
class Dag:
    """`uge` is the week's number on its first day, otherwise None; `fri` names a day off."""

    dag: date
    ugedag: str
    uge: int | None
    weekend: bool
    fri: str
    poster: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class Aarshjul:
    """`maaneder` are twelve lists of days; regions and bodies are what the reader can choose among."""

    udvalg: Udvalg
    maaneder: tuple[tuple[Dag, ...], ...]
    moeder: int
    regioner: tuple[Organisation, ...]
    organer: tuple[Organ, ...]
    frister: bool
    maa_indlaese: bool


def laes_aarshjul(udvalg: Udvalg, *, bruger: Besoegende) -> Aarshjul:
    """Deadlines are for those who are logged in; the public sees when and where public bodies meet."""
    med_frister = bruger.is_authenticated and not udvalg.kun_moeder
    aarene = (udvalg.aar, udvalg.aar + 1) if med_frister else (udvalg.aar,)
    moeder = list(til_liste(_udvalgte(udvalg, aarene, bruger), bruger))
    poster: dict[date, list[Post]] = defaultdict(list)
    for moede in moeder:
        for dag, post in _poster(moede, med_frister=med_frister):
            if dag.year == udvalg.aar:
                poster[dag].append(post)
    synlige = Organ.objects.synlige_for(bruger)
    return Aarshjul(
        udvalg=udvalg,
        maaneder=tuple(_maaned(udvalg.aar, maaned, poster) for maaned in range(1, 13)),
        moeder=sum(moede.dag.year == udvalg.aar for moede in moeder),
        regioner=tuple(Organisation.objects.regioner().filter(regionens_organer__in=synlige).distinct()),
        organer=tuple(_valgmuligheder(udvalg, synlige)),
        frister=med_frister,
        maa_indlaese=bruger.has_perm("organisering.indlaes_moedeplan"),
    )


def _udvalgte(udvalg: Udvalg, aarene: Iterable[int], bruger: Besoegende) -> Any:
    moeder = Moede.objects.synlige_for(bruger).filter(starter__year__in=aarene)
    if udvalg.region is not None:
        moeder = moeder.filter(organ__region=udvalg.region)
    if udvalg.organ is not None:
        moeder = moeder.for_organ(udvalg.organ)
    if udvalg.mine and bruger.is_authenticated:
        faelles = Moede.faelles_med.through.objects.filter(organ__in=bruger.organer).values("moede")
        moeder = moeder.filter(Q(organ__in=bruger.organer) | Q(pk__in=faelles))
    return moeder


def _poster(moede: Any, *, med_frister: bool) -> Iterable[tuple[date, Post]]:
    hvem = ", ".join(organ.kaldes for organ in (moede.organ, *moede.synlige_faelles))
    yield moede.dag, Post("", hvem, moede, moede.tilstand == Moede.Tilstand.AFLYST)
    if med_frister:
        for frist in frister(moede, faar_status=moede.faar_status):
            yield frist.dag, Post(_FRISTER[frist.art], hvem, moede, False)


def _maaned(aar: int, maaned: int, poster: Mapping[date, list[Post]]) -> tuple[Dag, ...]:
    dage = (date(aar, maaned, nummer) for nummer in range(1, monthrange(aar, maaned)[1] + 1))
    return tuple(
        Dag(
            dag=dag,
            ugedag=_UGEDAGE[dag.weekday()],
            uge=dag.isocalendar().week if dag.weekday() == 0 else None,
            weekend=dag.weekday() >= 5,
            fri=fridag(dag),
            # Meetings first, by the clock; then what is due.
            poster=tuple(sorted(poster.get(dag, ()), key=lambda post: (bool(post.frist), post.moede.starter))),
        )
        for dag in dage
    )


def _valgmuligheder(udvalg: Udvalg, synlige: Any) -> Iterable[Organ]:
    """The bodies that meet that year, and the one that is chosen."""
    moedes = Q(moeder__starter__year=udvalg.aar)
    if udvalg.region is not None:
        moedes &= Q(region=udvalg.region)
    if udvalg.organ is not None:
        moedes |= Q(pk=udvalg.organ.pk)
    return sorted(synlige.filter(moedes).distinct(), key=lambda organ: organ.sortering[1])
