"""A document as what comes after what: lines of text and rows of tables, whatever file they came from."""

import re
from dataclasses import dataclass

KOLONNER_HOEJST = 100
PUNKT = "• "
_PUNKTTEGN = re.compile(r"^(?:[•·●▪◦‣*\uf0b7\uf0a7-]|[–—])(?:\s+|(?<=[•●▪]))(?=\S)")
_USYNLIGE = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2009\u202f\t", " ") | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)


@dataclass(frozen=True, slots=True)
class Felt:
    """A cell; lines inside it are set apart by line breaks, and those of a list begin with `PUNKT`.

    `fra_oven` and `fra_siden` tell that the cell is the rest of one that begins above or to the left.
    """

    tekst: str
    fra_oven: bool = False
    fra_siden: bool = False


@dataclass(frozen=True, slots=True)
class Linje:
    nr: int
    tekst: str
    overskrift: bool = False
    punkt: bool = False


@dataclass(frozen=True, slots=True)
class Raekke:
    """`tabel` counts the document's tables; `eksakt` tells that each cell stands in its own column for certain."""

    nr: int
    tabel: int
    felter: tuple[Felt, ...]
    eksakt: bool = False

    @property
    def tekster(self) -> list[str]:
        return [felt.tekst for felt in self.felter]


Element = Linje | Raekke


def rens(tekst: str) -> str:
    """Return one line without invisible signs and with single spaces."""
    return " ".join(tekst.translate(_USYNLIGE).split())


def uden_punkttegn(tekst: str) -> str:
    return _PUNKTTEGN.sub("", tekst, count=1)


class Tekstsamler:
    """Collects the text of a cell or a paragraph from pieces, line breaks and list items."""

    def __init__(self) -> None:
        self._linjer: list[str] = []
        self._dele: list[str] = []
        self._punkt = False

    def tilfoej(self, tekst: str | None) -> None:
        if tekst:
            self._dele.append(tekst)

    def brud(self) -> None:
        ren = rens("".join(self._dele))
        self._dele.clear()
        if ren:
            kerne = uden_punkttegn(ren)
            self._linjer.append(PUNKT + kerne if self._punkt or kerne != ren else ren)
            self._punkt = False

    def punkt(self) -> None:
        """What comes next is an item of a list."""
        self.brud()
        self._punkt = True

    def tag(self) -> str:
        """Return the text so far and begin anew."""
        self.brud()
        tekst = "\n".join(self._linjer)
        self._linjer.clear()
        self._punkt = False
        return tekst


class Tabel:
    """Lays the cells of one table in its columns; merged cells are repeated in each place they cover."""

    def __init__(self, nummer: int) -> None:
        self._nummer = nummer
        self._nr = 0
        self._felter: list[Felt] | None = None
        self._foer: list[Felt] = []
        self._over: dict[int, tuple[int, Felt]] = {}

    @property
    def i_gang(self) -> bool:
        return self._felter is not None

    def begynd(self, nr: int) -> None:
        self._nr, self._felter = nr, []

    def felt(self, tekst: str, *, bredde: int = 1, hoejde: int = 1) -> None:
        self._fra_oven()
        plads = len(self._raekke)
        for kolonne in range(plads, min(plads + max(bredde, 1), KOLONNER_HOEJST)):
            self._raekke.append(Felt(tekst, fra_siden=kolonne > plads))
            if hoejde > 1:
                self._over[kolonne] = (hoejde - 1, Felt(tekst, fra_oven=True, fra_siden=kolonne > plads))

    def fortsat(self, bredde: int = 1) -> None:
        """A cell that goes on from the row above."""
        plads = len(self._raekke)
        for kolonne in range(plads, min(plads + max(bredde, 1), KOLONNER_HOEJST)):
            over = self._foer[kolonne] if kolonne < len(self._foer) else Felt("")
            self._raekke.append(Felt(over.tekst, fra_oven=True, fra_siden=kolonne > plads))

    def slut(self) -> Raekke:
        self._fra_oven()
        raekke = Raekke(self._nr, self._nummer, tuple(self._raekke), eksakt=True)
        self._foer, self._felter = self._raekke, None
        return raekke

    @property
    def _raekke(self) -> list[Felt]:
        if self._felter is None:
            self._felter = []
        return self._felter

    def _fra_oven(self) -> None:
        while (plads := len(self._raekke)) in self._over and plads < KOLONNER_HOEJST:
            rest, felt = self._over.pop(plads)
            self._raekke.append(felt)
            if rest > 1:
                self._over[plads] = (rest - 1, felt)
