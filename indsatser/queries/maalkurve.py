"""Where the points, lines and axes of a target's curve stand; the rules of drawing are in `docs/maaltal.md`.

One drawing in two sizes: the page's, with axes and numbers, and the small one of a report's table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indsatser.models import Maaltal
from indsatser.queries.maalakse import Akse, aarsmaerker, vaerdiakse
from indsatser.queries.maalingslinje import Maalingslinje
from indsatser.queries.maaltalslinje import maaltekst
from sundhedsaftale.faelles.dansk import opremset, tal

_NAVNGIVES_HOEJST = 6


@dataclass(frozen=True, slots=True)
class Kurvepunkt:
    """A figure to draw: `vaerdi` is what a reader sees; `databrud` says that nothing before it can be compared."""

    aar: int
    vaerdi: str
    tal: Decimal
    databrud: bool = False
    foreloebig: bool = False
    er_udgangspunkt: bool = False


@dataclass(frozen=True, slots=True)
class Kurveform:
    """A size in drawing units, with the room round the field of the curve."""

    bredde: int
    hoejde: int
    venstre: int
    hoejre: int
    top: int
    bund: int
    med_tal: bool

    @property
    def bundlinje(self) -> int:
        return self.hoejde - self.bund

    @property
    def aarslinje(self) -> int:
        """Where the years are written."""
        return self.hoejde - (12 if self.med_tal else 1)


STOR = Kurveform(bredde=420, hoejde=260, venstre=46, hoejre=26, top=30, bund=34, med_tal=True)
LILLE = Kurveform(bredde=120, hoejde=44, venstre=6, hoejre=6, top=6, bund=15, med_tal=False)


@dataclass(frozen=True, slots=True)
class Maerke:
    """One point as drawn; `tekst` is empty when the number stands in the table alone."""

    x: str
    y: str
    form: str  # maalt, foreloebig or udgangspunkt
    tekst: str
    tekst_y: str
    anker: str


@dataclass(frozen=True, slots=True)
class Streg:
    """Between two points: `maalt` when their years follow each other, else only a guide for the eye."""

    punkter: str
    maalt: bool


@dataclass(frozen=True, slots=True)
class Kurve:
    """Coordinates as text with a point, ready for SVG."""

    titel: str
    beskrivelse: str
    form: Kurveform
    maerker: tuple[Maerke, ...]
    streger: tuple[Streg, ...]
    brud: tuple[str, ...]
    maallinje: str | None
    maalnavn: str
    maalnavn_y: str
    maalaar: str | None
    vaerdier: tuple[tuple[str, str], ...]
    aar: tuple[tuple[str, str, str], ...]
    begynder_ved: str
    tegn: str
    ledetraade: bool


@dataclass(frozen=True, slots=True)
class Kurvemaal:
    """What is aimed at: `tekst` is `højst 13 %`; `vaerdi` is None when it is not settled."""

    tekst: str
    vaerdi: Decimal | None
    aar: int | None
    enhed: str = ""


def kurvepunkter(basis: Maalingslinje | None, maalinger: Iterable[Maalingslinje]) -> list[Kurvepunkt]:
    """The figures that may be drawn, by year. What is hidden is left out, and a break in it breaks before the next."""
    maalte = list(maalinger)
    aarene = {maaling.aar for maaling in maalte}
    serie = ([basis] if basis is not None and basis.aar not in aarene else []) + maalte
    punkter: list[Kurvepunkt] = []
    brud = False
    for linje in sorted((linje for linje in serie if linje.aar is not None), key=lambda linje: linje.aar or 0):
        brud = brud or linje.databrud
        if linje.tal is not None and linje.aar is not None:
            punkter.append(
                Kurvepunkt(linje.aar, linje.vaerdi, linje.tal, brud, linje.foreloebig, linje.er_udgangspunkt)
            )
            brud = False
    return punkter


def maaltallets_kurve(
    maaltal: Maaltal, basis: Maalingslinje | None, maalinger: Iterable[Maalingslinje]
) -> Kurve | None:
    """Draw a target from its lines, which are as much as the reader may see."""
    maal = Kurvemaal(maaltekst(maaltal), maaltal.maal, maaltal.maalaar, maaltal.get_enhed_display())
    return tegn_kurve(maaltal.betegnelse, kurvepunkter(basis, maalinger), maal, form=STOR)


def tegn_kurve(navn: str, punkter: Sequence[Kurvepunkt], maal: Kurvemaal, *, form: Kurveform) -> Kurve | None:
    """Return the drawing, or None when there is nothing to draw: no point, or in the small size fewer than two."""
    if not punkter or (len(punkter) < 2 and not form.med_tal):
        return None
    tilsigtet = [] if maal.vaerdi is None else [maal.vaerdi]
    vaerdier = vaerdiakse([*(punkt.tal for punkt in punkter), *tilsigtet], fra=form.hoejde - form.bund, til=form.top)
    maalaar = [maal.aar] if tilsigtet and maal.aar is not None else []
    aarene = Akse.aar([*(punkt.aar for punkt in punkter), *maalaar], fra=form.venstre, til=form.bredde - form.hoejre)
    maallinje = None if maal.vaerdi is None else vaerdier.plads(maal.vaerdi)
    xy = [(aarene.plads(Decimal(punkt.aar)), vaerdier.plads(punkt.tal)) for punkt in punkter]
    streger = tuple(_streger(punkter, xy))
    return Kurve(
        titel=f"Udvikling: {navn}",
        beskrivelse=_beskrivelse(punkter, maal),
        form=form,
        maerker=tuple(_maerker(punkter, xy, form)),
        streger=streger,
        brud=tuple(_tal((xy[nr - 1][0] + xy[nr][0]) / 2) for nr, punkt in enumerate(punkter) if nr and punkt.databrud),
        maallinje=None if maallinje is None else _tal(maallinje),
        maalnavn=f"Mål: {maal.tekst}",
        maalnavn_y="" if maallinje is None else _tal(_ved_siden_af(maallinje, xy[0][1])),
        maalaar=_tal(aarene.plads(Decimal(maalaar[0]))) if maalaar else None,
        vaerdier=tuple((_tal(vaerdier.plads(vaerdi)), f"{tal(vaerdi)}") for vaerdi in vaerdier.maerker),
        aar=tuple((_tal(x), str(aar), _anker(x, form)) for x, aar in _navngivne_aar(aarene, punkter, maalaar)),
        begynder_ved="" if vaerdier.mindst == 0 else f"{tal(vaerdier.mindst)} {maal.enhed}".strip(),
        tegn=_tegn(punkter, maal),
        ledetraade=any(not streg.maalt for streg in streger),
    )


def _tegn(punkter: Sequence[Kurvepunkt], maal: Kurvemaal) -> str:
    """What the marks of the drawing mean, those that stand in it."""
    betydninger = (
        ("■ udgangspunkt", any(punkt.er_udgangspunkt for punkt in punkter)),
        ("● målt", any(not punkt.er_udgangspunkt and not punkt.foreloebig for punkt in punkter)),
        ("○ foreløbig", any(punkt.foreloebig for punkt in punkter)),
        ("– – mål", maal.vaerdi is not None),
        ("◇ målår", maal.vaerdi is not None and maal.aar is not None),
    )
    return ", ".join(ord_ for ord_, gaelder in betydninger if gaelder)


def _navngivne_aar(akse: Akse, punkter: Sequence[Kurvepunkt], maalaar: Sequence[int]) -> list[tuple[float, int]]:
    return aarsmaerker(akse, punkter=[punkt.aar for punkt in punkter], med=maalaar)


def _streger(punkter: Sequence[Kurvepunkt], xy: Sequence[tuple[float, float]]) -> Iterable[Streg]:
    for nr in range(1, len(punkter)):
        if not punkter[nr].databrud:
            fra, til = xy[nr - 1], xy[nr]
            naboer = punkter[nr].aar - punkter[nr - 1].aar == 1
            yield Streg(f"{_tal(fra[0])},{_tal(fra[1])} {_tal(til[0])},{_tal(til[1])}", maalt=naboer)


def _maerker(punkter: Sequence[Kurvepunkt], xy: Sequence[tuple[float, float]], form: Kurveform) -> Iterable[Maerke]:
    alle = form.med_tal and len(punkter) <= _NAVNGIVES_HOEJST
    for nr, (punkt, (x, y)) in enumerate(zip(punkter, xy, strict=True)):
        navngivet = alle or (form.med_tal and nr in (0, len(punkter) - 1))
        form_ = "udgangspunkt" if punkt.er_udgangspunkt else "foreloebig" if punkt.foreloebig else "maalt"
        yield Maerke(_tal(x), _tal(y), form_, punkt.vaerdi if navngivet else "", _tal(y - 10), _anker(x, form))


def _anker(x: float, form: Kurveform) -> str:
    """Text near an edge grows away from it."""
    if x < form.venstre + 24:
        return "start"
    return "end" if x > form.bredde - form.hoejre - 24 else "middle"


def _ved_siden_af(maallinje: float, foerste: float) -> float:
    """Above the line of the target, or below it where the first point has its number."""
    return maallinje + 16 if maallinje - 40 < foerste <= maallinje + 12 else maallinje - 6


def _beskrivelse(punkter: Sequence[Kurvepunkt], maal: Kurvemaal) -> str:
    dele = []
    for punkt in punkter:
        om = opremset(
            [
                ord_
                for ord_, gaelder in (
                    ("udgangspunkt", punkt.er_udgangspunkt),
                    ("foreløbig", punkt.foreloebig),
                    ("databrud", punkt.databrud),
                )
                if gaelder
            ]
        )
        dele.append(f"{punkt.vaerdi} i {punkt.aar}{f' ({om})' if om else ''}")
    til = f" i {maal.aar}" if maal.aar is not None else ""
    return f"{'; '.join(dele)}. Mål: {maal.tekst}{til}."


def _tal(vaerdi: float) -> str:
    return f"{vaerdi:.1f}"
