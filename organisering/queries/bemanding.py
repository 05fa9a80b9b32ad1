"""Who sits in a body on a day: seats with their substitutes, what is vacant, and what overlaps."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from organisering.models import Medlemskab, Organ, Organtype, Rolle
from sundhedsaftale.faelles.dansk import sorteringsnoegle

_Side = Rolle.Side
_FORMANDSSIDER = {
    Organtype.Formandskab.INGEN: (),
    Organtype.Formandskab.EN: (_Side.INGEN,),
    Organtype.Formandskab.TO: (_Side.REGIONAL, _Side.KOMMUNAL),
}
_TITLER = {_Side.INGEN: "formand", _Side.REGIONAL: "regional formand", _Side.KOMMUNAL: "kommunal formand"}


@dataclass(frozen=True, slots=True)
class Plads:
    """A seat with those who stand in for it; `overlap` says whose seat it collides with, or is empty."""

    medlemskab: Medlemskab
    suppleanter: tuple["Plads", ...] = ()
    overlap: str = ""


@dataclass(frozen=True, slots=True)
class Bemanding:
    """`ledige` are the chairs that nobody holds on the day, such as "kommunal formand"."""

    dag: date
    pladser: tuple[Plads, ...]
    ledige: tuple[str, ...]
    kommende: tuple[Medlemskab, ...]
    tidligere: tuple[Medlemskab, ...]

    @property
    def er_tom(self) -> bool:
        """Whether no seat has ever been registered; then nothing is known to be vacant either."""
        return not (self.pladser or self.kommende or self.tidligere)


def laes_bemanding(organ: Organ, *, dag: date) -> Bemanding:
    """Read a body's seats as they stand on a day in two queries; `organ.type` is read beforehand."""
    medlemskaber = sorted(
        organ.medlemskaber.select_related("person", "rolle", "repraesenterer", "suppleant_for__person")
        .prefetch_related("kompetencer")
        .order_by(),
        key=_raekkefoelge,
    )
    nu = [m for m in medlemskaber if gaelder(m, dag)]
    ledige = mangler_formand(organ.type, nu) if medlemskaber and organ.bestaar(dag) else ()
    return Bemanding(
        dag=dag,
        pladser=_pladser(nu),
        ledige=tuple(ledige),
        kommende=tuple(m for m in medlemskaber if m.fra > dag),
        tidligere=tuple(m for m in medlemskaber if m.til is not None and m.til < dag),
    )


def gaelder(medlemskab: Medlemskab, dag: date) -> bool:
    return medlemskab.fra <= dag and (medlemskab.til is None or medlemskab.til >= dag)


def overlapper(en: Medlemskab, anden: Medlemskab) -> bool:
    """Whether two seats share a day."""
    return (anden.til is None or en.fra <= anden.til) and (en.til is None or anden.fra <= en.til)


def er_samme_stol(en: Medlemskab, anden: Medlemskab) -> bool:
    """Whether two seats of one body are one chair that only one can hold at a time."""
    return en.rolle.er_formand and anden.rolle.er_formand and en.rolle.side == anden.rolle.side


def formandssider(type_: Organtype) -> tuple[str, ...]:
    """The sides that a body of this kind has a chair from; one empty string for a single chair."""
    return _FORMANDSSIDER[Organtype.Formandskab(type_.formandskab)]


def mangler_formand(type_: Organtype, medlemskaber: Collection[Medlemskab]) -> list[str]:
    """The chairs that none of these seats fills. A single chair may come from either side."""
    sider = formandssider(type_)
    formaend = {m.rolle.side for m in medlemskaber if m.rolle.er_formand}
    if sider == (_Side.INGEN,):
        return [] if formaend else [_TITLER[_Side.INGEN]]
    return [_TITLER[_Side(side)] for side in sider if side not in formaend]


def _raekkefoelge(medlemskab: Medlemskab) -> tuple[bool, bool, str, date]:
    rolle = medlemskab.rolle
    return not rolle.er_formand, not rolle.er_sekretaer, sorteringsnoegle(medlemskab.person.navn), medlemskab.fra


def _pladser(nu: Sequence[Medlemskab]) -> tuple[Plads, ...]:
    """Seats in reading order; a substitute stands under the seat it is for, or alone when that seat is not there."""
    til_stede = {m.pk for m in nu}
    under: dict[int | None, list[Plads]] = {}
    for medlemskab in nu:
        plads = Plads(medlemskab, overlap=_overlap(medlemskab, nu))
        hos = medlemskab.suppleant_for_id if medlemskab.suppleant_for_id in til_stede else None
        under.setdefault(hos, []).append(plads)
    return tuple(
        Plads(plads.medlemskab, tuple(under.get(plads.medlemskab.pk, ())), plads.overlap)
        for plads in under.get(None, ())
    )


def _overlap(medlemskab: Medlemskab, andre: Iterable[Medlemskab]) -> str:
    for anden in andre:
        if anden.pk == medlemskab.pk:
            continue
        if er_samme_stol(medlemskab, anden):
            return f"{anden.person} er {anden.rolle.navn.lower()} på samme tid"
        if (anden.person_id, anden.rolle_id) == (medlemskab.person_id, medlemskab.rolle_id):
            return "Pladsen står her to gange"
    return ""
