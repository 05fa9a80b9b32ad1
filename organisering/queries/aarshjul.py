"""The year as a calendar: every day with its meetings and what is due."""

from calendar import monthcalendar, monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Min, Q

from organisering.models import Besoegende, Moede, Organ, Organisation
from organisering.queries.moedeplan import frister, til_liste
from sundhedsaftale.faelles.kalender import fridag

_FRISTER = {"status": "Status", "sager": "Sager", "udsendelse": "Udsendelse"}


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
    """`fri` names a day off; `frister` are what is due, by kind."""

    dag: date
    fri: str
    moeder: tuple[Post, ...]
    frister: tuple[tuple[str, tuple[Post, ...]], ...]

    @property
    def er_fri(self) -> bool:
        return bool(self.fri) or self.dag.weekday() >= 5


@dataclass(frozen=True, slots=True)
class Uge:
    """A row of a month's picture: seven days, None where they belong to another month."""

    nummer: int
    dage: tuple[Dag | None, ...]


@dataclass(frozen=True, slots=True)
class Maaned:
    """`dage` are those with something on them."""

    foerste: date
    uger: tuple[Uge, ...]
    dage: tuple[Dag, ...]


@dataclass(frozen=True, slots=True)
class Aarshjul:
    """`maaneder` are twelve; regions and bodies are what the reader can choose among.

    `foerste_aar` and `sidste_aar` are how far there is something to turn to.
    """

    udvalg: Udvalg
    maaneder: tuple[Maaned, ...]
    moeder: int
    foerste_aar: int
    sidste_aar: int
    regioner: tuple[Organisation, ...]
    organer: tuple[Organ, ...]
    frister: bool
    maa_indlaese: bool


def laes_aarshjul(udvalg: Udvalg, *, bruger: Besoegende, i_dag: date) -> Aarshjul:
    """Deadlines are for those who are logged in; the public sees when and where public bodies meet."""
    med_frister = bruger.is_authenticated and not udvalg.kun_moeder
    aarene = (udvalg.aar, udvalg.aar + 1) if med_frister else (udvalg.aar,)
    udvalgte = _udvalgte(udvalg, bruger)
    moeder = list(til_liste(udvalgte.filter(starter__year__in=aarene), bruger))
    yderst = udvalgte.aggregate(foerste=Min("starter__year"), sidste=Max("starter__year"))
    poster: dict[date, list[Post]] = defaultdict(list)
    for moede in moeder:
        for dag, post in _poster(moede, med_frister=med_frister):
            if dag.year == udvalg.aar:
                poster[dag].append(post)
    synlige = Organ.objects.synlige_for(bruger)
    return Aarshjul(
        udvalg=udvalg,
        maaneder=tuple(_maaned(udvalg.aar, maaned, poster) for maaned in range(1, 13)),
        foerste_aar=min(yderst["foerste"] or i_dag.year, i_dag.year),
        sidste_aar=max(yderst["sidste"] or i_dag.year, i_dag.year + 1),
        moeder=sum(moede.dag.year == udvalg.aar for moede in moeder),
        regioner=tuple(Organisation.objects.regioner().filter(regionens_organer__in=synlige).distinct()),
        organer=tuple(_valgmuligheder(udvalg, synlige)),
        frister=med_frister,
        maa_indlaese=bruger.has_perm("organisering.indlaes_moedeplan"),
    )


def _udvalgte(udvalg: Udvalg, bruger: Besoegende) -> Any:
    moeder = Moede.objects.synlige_for(bruger)
    if udvalg.region is not None:
        moeder = moeder.filter(organ__region=udvalg.region)
    if udvalg.organ is not None:
        moeder = moeder.for_organ(udvalg.organ)
    if udvalg.mine and bruger.is_authenticated:
        moeder = moeder.i_organer(bruger.organer)
    return moeder


def _poster(moede: Any, *, med_frister: bool) -> Iterable[tuple[date, Post]]:
    hvem = ", ".join(organ.kaldes for organ in (moede.organ, *moede.synlige_faelles))
    yield moede.dag, Post("", hvem, moede, moede.tilstand == Moede.Tilstand.AFLYST)
    if med_frister:
        for frist in frister(moede, faar_status=moede.faar_status):
            yield frist.dag, Post(_FRISTER[frist.art], hvem, moede, False)


def _maaned(aar: int, maaned: int, poster: Mapping[date, list[Post]]) -> Maaned:
    dage = {
        nummer: _dag(date(aar, maaned, nummer), poster.get(date(aar, maaned, nummer), ()))
        for nummer in range(1, monthrange(aar, maaned)[1] + 1)
    }
    return Maaned(
        foerste=date(aar, maaned, 1),
        uger=tuple(
            Uge(date(aar, maaned, max(uge)).isocalendar().week, tuple(dage.get(nummer) for nummer in uge))
            for uge in monthcalendar(aar, maaned)
        ),
        dage=tuple(dag for dag in dage.values() if dag.moeder or dag.frister),
    )


def _dag(dag: date, poster: Iterable[Post]) -> Dag:
    """Meetings by the clock; what is due in the order the work is done."""
    ordnet = sorted(poster, key=lambda post: post.moede.starter)
    frister = ((frist, tuple(post for post in ordnet if post.frist == frist)) for frist in _FRISTER.values())
    return Dag(
        dag=dag,
        fri=fridag(dag),
        moeder=tuple(post for post in ordnet if not post.frist),
        frister=tuple((frist, deres) for frist, deres in frister if deres),
    )


def _valgmuligheder(udvalg: Udvalg, synlige: Any) -> Iterable[Organ]:
    """The bodies that meet that year, and the one that is chosen."""
    moedes = Q(moeder__starter__year=udvalg.aar)
    if udvalg.region is not None:
        moedes &= Q(region=udvalg.region)
    if udvalg.organ is not None:
        moedes |= Q(pk=udvalg.organ.pk)
    return sorted(synlige.filter(moedes).distinct(), key=lambda organ: organ.sortering[1])
