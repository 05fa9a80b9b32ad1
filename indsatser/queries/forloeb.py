"""What the history tables say of a portfolio: how it stood at one moment, and every save up to a later one.

A row stands at a moment as its last save of or before that moment left it; of two saves the later one has the higher
`history_id`, whatever the clock said. What was deleted by then does not stand.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar, cast

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery

from indsatser.models import Indsats, Maalrevision, Maalsaetning, Maaltal, Portefoeljepost, Ressourcetraek
from organisering.models import Aftale

_SPOR = ("id", "history_id", "history_type", "history_date", "history_user__navn", "history_change_reason")


class Indsatsudgave(NamedTuple):
    """One save of an initiative; the first six fields tell of the save itself, as in every edition below.

    `findes` is whether the initiative has a page today.
    """

    pk: int
    historie: int
    haendelse: str
    hvornaar: datetime
    hvem: str | None
    hvorfor: str | None
    aftale_id: int
    nummer: str
    titel: str
    slags: str
    fase: str
    ansvar: str
    tovholder_id: int | None
    beskrivelse: str
    udfald: str
    afsluttet_den: date | None
    findes: bool


class Postudgave(NamedTuple):
    pk: int
    historie: int
    haendelse: str
    hvornaar: datetime
    hvem: str | None
    hvorfor: str | None
    organ_id: int
    indsats_id: int
    rolle: str
    raekkefoelge: int
    besluttet_i_id: int | None


class Traekudgave(NamedTuple):
    pk: int
    historie: int
    haendelse: str
    hvornaar: datetime
    hvem: str | None
    hvorfor: str | None
    post_id: int
    aar: int
    planlagt: bool
    beloeb: Decimal | None
    realiseret: bool | None
    faktisk: Decimal | None
    besluttet_i_id: int | None


class Maaludgave(NamedTuple):
    pk: int
    historie: int
    haendelse: str
    hvornaar: datetime
    hvem: str | None
    hvorfor: str | None
    aftale_id: int
    organ_id: int
    raekkefoelge: int
    tekst: str


class Maaltalsudgave(NamedTuple):
    pk: int
    historie: int
    haendelse: str
    hvornaar: datetime
    hvem: str | None
    hvorfor: str | None
    maalsaetning_id: int
    betegnelse: str
    retning: str
    enhed: str
    maal: Decimal | None
    maaltekst: str
    maalaar: int | None
    basisvaerdi: Decimal | None
    basisaar: int | None
    revideret_i: int | None


Udgave = Indsatsudgave | Postudgave | Traekudgave | Maaludgave | Maaltalsudgave
_U = TypeVar("_U", bound=Udgave)


@dataclass(frozen=True, slots=True)
class Raekkeforloeb(Generic[_U]):
    """The rows of one table by their keys, at both moments; `skridt` are the saves in between, oldest first."""

    foer: dict[int, _U]
    efter: dict[int, _U]
    skridt: dict[int, list[_U]]

    def spor(self, noegle: int) -> list[_U]:
        """What the row was at the first moment, when it stood, and each save since."""
        foer = [self.foer[noegle]] if noegle in self.foer else []
        return [*foer, *self.skridt.get(noegle, ())]


@dataclass(frozen=True, slots=True)
class Forloeb:
    """`tjener` holds the målsætninger that each save of an initiative knew, by the save's own key."""

    indsatser: Raekkeforloeb[Indsatsudgave]
    poster: Raekkeforloeb[Postudgave]
    traek: Raekkeforloeb[Traekudgave]
    maal: Raekkeforloeb[Maaludgave]
    maaltal: Raekkeforloeb[Maaltalsudgave]
    tjener: dict[int, set[int]]


@dataclass(frozen=True, slots=True)
class Udsnit:
    """The agreements to read and, when `organer` are given, of their rows those that ever stood in these bodies."""

    aftaler: Sequence[Aftale]
    organer: frozenset[int] = frozenset()

    @property
    def maal(self) -> Q:
        return Q(aftale_id__in=[aftale.pk for aftale in self.aftaler])

    @property
    def maaltal(self) -> Q:
        return Q(maalsaetning_id__in=Maalsaetning.historik.filter(self.maal).order_by().values("id"))

    @property
    def indsatser(self) -> Q:
        aftalernes = Q(aftale_id__in=[aftale.pk for aftale in self.aftaler])
        if not self.organer:
            return aftalernes
        egne = Portefoeljepost.historik.filter(organ_id__in=self.organer).order_by().values("indsats_id")
        return aftalernes & Q(id__in=egne)

    @property
    def poster(self) -> Q:
        return Q(indsats_id__in=Indsats.historik.filter(self.indsatser).order_by().values("id"))

    @property
    def traek(self) -> Q:
        return Q(post_id__in=Portefoeljepost.historik.filter(self.poster).order_by().values("id"))


def laes_forloeb(udsnit: Udsnit, fra: datetime, til: datetime) -> Forloeb:
    """Read six tables, each in one query whatever the number of rows; `fra` is not after `til`."""
    indsatser = _mellem(Indsats, udsnit.indsatser, fra, til)
    med_side = indsatser.annotate(findes=Exists(Indsats.objects.filter(pk=OuterRef("id"))))
    maaltal = _mellem(Maaltal, udsnit.maaltal, fra, til).annotate(revideret_i=_revisionens_beslutning())
    return Forloeb(
        indsatser=_forloeb(Indsatsudgave, med_side, fra),
        poster=_forloeb(Postudgave, _mellem(Portefoeljepost, udsnit.poster, fra, til), fra),
        traek=_forloeb(Traekudgave, _mellem(Ressourcetraek, udsnit.traek, fra, til), fra),
        maal=_forloeb(Maaludgave, _mellem(Maalsaetning, udsnit.maal, fra, til), fra),
        maaltal=_forloeb(Maaltalsudgave, maaltal, fra),
        tjener=_tjener(indsatser),
    )


def _mellem(model: Any, udsnit: Q, fra: datetime, til: datetime) -> QuerySet[Any]:
    """The last save of each row up to `fra`, and every save after it up to `til`, as they were written."""
    historik = model.historik.filter(udsnit).order_by()
    sidste = historik.filter(history_date__lte=fra).values("id").annotate(sidste=Max("history_id")).values("sidste")
    valgt = Q(history_id__in=sidste)
    if til > fra:
        valgt |= Q(history_date__gt=fra, history_date__lte=til)
    raekker: QuerySet[Any] = historik.filter(valgt)
    return raekker


def _revisionens_beslutning() -> Subquery:
    """The decision of the revision that was written with a target's save: the first since that says the same."""
    revisioner = Maalrevision.historik.filter(
        maaltal_id=OuterRef("id"),
        history_type="+",
        history_date__gte=OuterRef("history_date"),
        retning=OuterRef("retning"),
        maaltekst=OuterRef("maaltekst"),
        begrundelse=OuterRef("history_change_reason"),
    )
    return Subquery(revisioner.order_by("history_id").values("besluttet_i_id")[:1])


def _forloeb(udgave: type[_U], raekker: QuerySet[Any], fra: datetime) -> Raekkeforloeb[_U]:
    foer: dict[int, _U] = {}
    efter: dict[int, _U] = {}
    skridt: dict[int, list[_U]] = defaultdict(list)
    egne = udgave._fields[len(_SPOR) :]
    for raekke in raekker.order_by("history_id").values_list(*_SPOR, *egne):
        et = cast(_U, udgave(*raekke))
        if et.hvornaar <= fra:
            foer[et.pk] = et
        else:
            skridt[et.pk].append(et)
        efter[et.pk] = et
    return Raekkeforloeb(_staaende(foer), _staaende(efter), skridt)


def _staaende(udgaver: dict[int, _U]) -> dict[int, _U]:
    return {noegle: et for noegle, et in udgaver.items() if et.haendelse != "-"}


def _tjener(indsatser: QuerySet[Any]) -> dict[int, set[int]]:
    tjener: dict[int, set[int]] = defaultdict(set)
    relation: Any = Indsats.historik.model.maalsaetninger
    par = relation.model.objects.filter(history__in=indsatser.values("history_id"))
    for historie, maal in par.values_list("history_id", "maalsaetning_id"):
        tjener[historie].add(maal)
    return tjener
