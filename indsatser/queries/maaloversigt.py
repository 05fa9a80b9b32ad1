"""The targets of an agreement by the body that answers for them, filtered, and counted by state."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Prefetch
from django.utils import timezone

from indsatser.models import Maaling, Maalkategori, Maalsaetning, Maaltal
from indsatser.queries.maaltalslinje import Maaltalslinje, maaltalslaeser
from indsatser.queries.maaltilstand import NAVNE, Tilstand
from organisering.models import Aftale, Besoegende, Organ


@dataclass(frozen=True, slots=True)
class Maalfilter:
    organ: str = ""
    tilstand: str = ""
    kategori: int | None = None
    aendret_siden: date | None = None

    @property
    def er_tomt(self) -> bool:
        return self == Maalfilter()


@dataclass(frozen=True, slots=True)
class Maalafsnit:
    """One målsætning with those of its måltal that are shown."""

    maalsaetning: Maalsaetning
    kategorier: tuple[Maalkategori, ...]
    maaltal: tuple[Maaltalslinje, ...]


@dataclass(frozen=True, slots=True)
class Organmaal:
    organ: Organ
    afsnit: tuple[Maalafsnit, ...]


@dataclass(frozen=True, slots=True)
class Tilstandsantal:
    """How many måltal have the state, whatever state is asked for."""

    tilstand: Tilstand
    navn: str
    antal: int


@dataclass(frozen=True, slots=True)
class Maaloversigt:
    organer: tuple[Organmaal, ...]
    tilstande: tuple[Tilstandsantal, ...]
    antal: int
    i_alt: int


def laes_maaloversigt(aftale: Aftale, filter_: Maalfilter, *, bruger: Besoegende) -> Maaloversigt:
    """Read everything in a number of queries that does not grow."""
    alle = maal_med_tal(aftale, bruger=bruger)
    laes = maaltalslaeser(bruger, aftale)
    aendrede = None if filter_.aendret_siden is None else _aendrede(aftale, filter_.aendret_siden)
    valgte = [
        (maalsaetning, [laes(maaltal) for maaltal in _de_aendrede(maalsaetning, aendrede)])
        for maalsaetning in alle
        if filter_.organ in ("", maalsaetning.organ.slug)
        and (
            filter_.kategori is None or filter_.kategori in {kategori.pk for kategori in maalsaetning.kategorier.all()}
        )
    ]
    antal = Counter(linje.tilstand.tilstand for _, linjer in valgte for linje in linjer)
    # A målsætning without figures is shown too, unless a figure's state or change is asked for.
    ogsaa_tomme = filter_.tilstand == "" and aendrede is None
    organer: dict[Organ, list[Maalafsnit]] = {}
    for maalsaetning, linjer in valgte:
        viste = tuple(linje for linje in linjer if filter_.tilstand in ("", linje.tilstand.tilstand))
        if viste or ogsaa_tomme:
            kategorier = tuple(maalsaetning.kategorier.all())
            organer.setdefault(maalsaetning.organ, []).append(Maalafsnit(maalsaetning, kategorier, viste))
    return Maaloversigt(
        organer=tuple(Organmaal(organ, tuple(afsnit)) for organ, afsnit in organer.items()),
        tilstande=tuple(
            Tilstandsantal(tilstand, NAVNE[tilstand], antal[tilstand]) for tilstand in Tilstand if antal[tilstand]
        ),
        antal=sum(len(et.maaltal) for afsnit in organer.values() for et in afsnit),
        i_alt=sum(len(maalsaetning.maaltal.all()) for maalsaetning in alle),
    )


def maal_med_tal(aftale: Aftale, *, bruger: Besoegende) -> list[Maalsaetning]:
    """The agreement's målsætninger that the reader sees, each with its body, categories, måltal and measurements."""
    maalsaetninger = (
        Maalsaetning.objects.synlige_for(bruger)
        .filter(aftale=aftale)
        .select_related("organ")
        .prefetch_related("kategorier", Prefetch("maaltal", queryset=Maaltal.objects.prefetch_related("maalinger")))
    )
    return sorted(maalsaetninger, key=lambda et: (et.organ.sortering, et.organ_id, et.raekkefoelge, et.pk))


def _aendrede(aftale: Aftale, dag: date) -> set[int]:
    """The måltal that were saved, measured or revised since the day, or whose målsætning was."""
    fra = timezone.make_aware(datetime.combine(dag, time.min))
    egne = Maaltal.objects.filter(maalsaetning__aftale=aftale)
    maalsaetninger = Maalsaetning.historik.filter(aftale_id=aftale.pk, history_date__gte=fra).values("id")
    return {
        *egne.filter(maalsaetning__in=maalsaetninger).values_list("pk", flat=True),
        *Maaltal.historik.filter(maalsaetning_id__in=egne.values("maalsaetning"), history_date__gte=fra).values_list(
            "id", flat=True
        ),
        *Maaling.historik.filter(maaltal_id__in=egne.values("pk"), history_date__gte=fra).values_list(
            "maaltal_id", flat=True
        ),
    }


def _de_aendrede(maalsaetning: Maalsaetning, aendrede: set[int] | None) -> Iterable[Maaltal]:
    return (maaltal for maaltal in maalsaetning.maaltal.all() if aendrede is None or maaltal.pk in aendrede)
