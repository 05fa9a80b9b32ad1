"""The lines of the picture: each body's references gathered in one bundle that runs between the boxes, never through.

Horizontal pieces lie in the channel above a line of boxes (channel 0 above the topmost), one lane for each bundle that
would touch another; vertical pieces lie in the gutters between the columns.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from organisering.queries.figurplads import Opstilling, Plads
from organisering.queries.organstige import Trin

REFERERER, SPEJLER = "refererer", "spejler"
_PORT = {REFERERER: 0, SPEJLER: 26}
_TIL_SIDE = 13
_FORSKYDNINGER = (0, 5, -5, 10, -10)
_TRAENGSEL = 18

Kanal = int
Stykke = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Stik:
    """Where a bundle meets a box: at its top or its bottom, out into a channel."""

    organ: int
    x: int
    linje: int
    kanal: Kanal

    @property
    def er_top(self) -> bool:
        return self.kanal == self.linje


@dataclass
class Bundt:
    """All references of one kind to one body; `stamme` is the x of its vertical piece, when it has one."""

    slags: str
    maal: int
    kilder: list[int]
    stik: list[Stik]
    maalkanal: Kanal
    stamme: int | None = None
    spor: dict[Kanal, int] = field(default_factory=dict)

    @property
    def kanaler(self) -> list[Kanal]:
        return sorted({et.kanal for et in self.stik})

    def x_i(self, kanal: Kanal) -> list[int]:
        """Every x that the bundle's horizontal piece in a channel must reach."""
        dens = [et.x for et in self.stik if et.kanal == kanal]
        return dens if self.stamme is None else [*dens, self.stamme]


@dataclass(frozen=True, slots=True)
class Gitter:
    """The x of columns and gutters."""

    venstre: int
    bredde: int
    mellem: int
    kolonner: int

    def kolonne(self, nummer: int) -> int:
        """The left edge of a column's boxes."""
        return self.venstre + self.mellem + nummer * (self.bredde + self.mellem)

    def midte(self, nummer: int) -> int:
        return self.kolonne(nummer) + self.bredde // 2

    @property
    def gange(self) -> list[int]:
        """The middle of each gutter, also those outside the first and the last column."""
        return [self.kolonne(nummer) - self.mellem // 2 for nummer in range(self.kolonner + 1)]


def traek_linjer(trin: Sequence[Trin], opstilling: Opstilling, gitter: Gitter) -> list[Bundt]:
    """Lay out every reference between two bodies of the picture; only the y of channels and boxes is left open."""
    bundter = [
        _bundt(slags, maal, kilder, opstilling.pladser, gitter)
        for (slags, maal), kilder in _henvisninger(trin, opstilling.pladser).items()
    ]
    _flyt_stik(bundter, opstilling.pladser)
    _rejs_stammer(bundter, opstilling, gitter)
    _tildel_spor(bundter)
    return bundter


def stykker(
    bundt: Bundt, kanaler: Mapping[Kanal, Sequence[int]], kanter: Mapping[int, tuple[int, int]]
) -> list[Stykke]:
    """The bundle's straight pieces as x1, y1, x2, y2.

    `kanaler` gives the y of each lane of a channel, `kanter` the top and bottom of each line of boxes.
    """
    y = {kanal: kanaler[kanal][bundt.spor[kanal]] for kanal in bundt.kanaler}
    dele = [(min(bundt.x_i(kanal)), y[kanal], max(bundt.x_i(kanal)), y[kanal]) for kanal in bundt.kanaler]
    if bundt.stamme is not None:
        dele.append((bundt.stamme, min(y.values()), bundt.stamme, max(y.values())))
    for stik in bundt.stik:
        kant = kanter[stik.linje][0 if stik.er_top else 1]
        dele.append((stik.x, kant, stik.x, y[stik.kanal]))
    return [del_ for del_ in dele if del_[:2] != del_[2:]]


def _henvisninger(trin: Iterable[Trin], pladser: Mapping[int, Plads]) -> dict[tuple[str, int], list[int]]:
    fundne: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for et in trin:
        for slags, maal in ((REFERERER, et.refererer_til), (SPEJLER, et.spejler)):
            if maal is not None and maal.pk in pladser:
                fundne[slags, maal.pk].append(et.organ.pk)
    return dict(fundne)


def _bundt(slags: str, maal: int, kilder: list[int], pladser: Mapping[int, Plads], gitter: Gitter) -> Bundt:
    """Leave a body upwards when what it refers to stands higher or beside it, else downwards."""
    plads = pladser[maal]
    port = _PORT[slags]
    stik = []
    for kilde in kilder:
        egen = pladser[kilde]
        op = plads.linje <= egen.linje
        x = gitter.midte(egen.kolonne) + port
        stik.append(Stik(kilde, x, egen.linje, egen.linje if op else egen.linje + 1))
        ind = plads.linje + 1 if plads.linje < egen.linje else plads.linje
        stik.append(Stik(maal, gitter.midte(plads.kolonne) + port, plads.linje, ind))
    return Bundt(slags, maal, kilder, list(dict.fromkeys(stik)), stik[1].kanal)


def _flyt_stik(bundter: list[Bundt], pladser: Mapping[int, Plads]) -> None:
    """Move a line out of a box's top aside when another bundle comes down from the box straight above it."""
    nedad = {(b.slags, et.linje, et.x): b for b in bundter for et in b.stik if not et.er_top}
    for bundt in bundter:
        bundt.stik = [
            Stik(et.organ, et.x - _TIL_SIDE, et.linje, et.kanal)
            if et.er_top and nedad.get((bundt.slags, et.linje - 1, et.x), bundt) is not bundt
            else et
            for et in bundt.stik
        ]


def _rejs_stammer(bundter: list[Bundt], opstilling: Opstilling, gitter: Gitter) -> None:
    """Give each bundle that passes a line of boxes a gutter near the body it leads to, with room for itself."""
    optaget: defaultdict[int, list[tuple[Kanal, Kanal]]] = defaultdict(list)
    kasser = {(plads.linje, plads.kolonne): organ for organ, plads in opstilling.pladser.items()}
    for bundt in sorted(bundter, key=lambda b: (b.slags, b.kanaler[-1] - b.kanaler[0])):
        fra, til = bundt.kanaler[0], bundt.kanaler[-1]
        if fra == til:
            continue
        maal = next(et.x for et in bundt.stik if et.organ == bundt.maal)
        frie = [gitter.midte(nummer) for nummer in range(gitter.kolonner) if _er_fri(bundt, nummer, kasser)]
        _, bundt.stamme = min(
            (
                (abs(gang - maal) + nummer * _TRAENGSEL, gang + forskydning)
                for gang in (*gitter.gange, *frie)
                for nummer, forskydning in enumerate(_FORSKYDNINGER)
                if all(til < a or b < fra for a, b in optaget[gang + forskydning])
            ),
            default=(0, gitter.gange[0]),
        )
        optaget[bundt.stamme].append((fra, til))


def _er_fri(bundt: Bundt, kolonne: int, kasser: Mapping[tuple[int, int], int]) -> bool:
    """Whether a column has no box where the bundle would pass, and none of another's at its ends."""
    fra, til = bundt.kanaler[0], bundt.kanaler[-1]
    egne = {None, bundt.maal, *bundt.kilder}
    return all((linje, kolonne) not in kasser for linje in range(fra, til)) and all(
        kasser.get((linje, kolonne)) in egne for linje in (fra - 1, til)
    )


def _tildel_spor(bundter: list[Bundt]) -> None:
    """Give bundles that would touch in a channel a lane each; what comes from the line above lies uppermost."""
    pr_kanal: defaultdict[Kanal, list[Bundt]] = defaultdict(list)
    for bundt in bundter:
        for kanal in bundt.kanaler:
            pr_kanal[kanal].append(bundt)
    for kanal, dens in pr_kanal.items():
        spor: list[list[tuple[int, int]]] = []
        for bundt in sorted(dens, key=lambda b: (b.maalkanal != kanal, min(b.x_i(kanal)))):
            fra, til = min(bundt.x_i(kanal)), max(bundt.x_i(kanal))
            ledig = (nummer for nummer, dele in enumerate(spor) if all(til < a or b < fra for a, b in dele))
            bundt.spor[kanal] = nummer = next(ledig, len(spor))
            spor.extend([] for _ in range(nummer + 1 - len(spor)))
            spor[nummer].append((fra, til))
