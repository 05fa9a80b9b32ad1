"""How wide words are in a picture, so that they can be broken into lines without a browser to measure them."""

_SMALLE = frozenset("iljtfrI.,:;!|'()[]-/ ")
_BREDE = frozenset("mwMWÆæ%@")
_FORKORTET = "…"


def bredde(tekst: str, stoerrelse: int) -> float:
    """A cautious width of the text in the portal's typeface, in the units of `stoerrelse`."""
    return sum(_tegnbredde(tegn) for tegn in tekst) * stoerrelse


def ombryd(tekst: str, *, plads: float, stoerrelse: int, hoejst: int) -> list[str]:
    """Break a text into at most `hoejst` lines that each fit in `plads`; what is left over ends in an ellipsis."""
    linjer: list[str] = []
    rest = [stykke for ord_ in tekst.split() for stykke in _del(ord_, plads, stoerrelse)]
    while rest and len(linjer) < hoejst:
        linje = rest.pop(0)
        while rest and not linje.endswith("-") and bredde(f"{linje} {rest[0]}", stoerrelse) <= plads:
            linje = f"{linje} {rest.pop(0)}"
        linjer.append(linje)
    if rest:
        linjer[-1] = _forkort(linjer[-1], plads, stoerrelse)
    return linjer


def _tegnbredde(tegn: str) -> float:
    if tegn in _SMALLE:
        return 0.34
    if tegn in _BREDE:
        return 0.88
    return 0.66 if tegn.isupper() else 0.58


def _del(ord_: str, plads: float, stoerrelse: int) -> list[str]:
    """Break a word that is wider than the line, with a hyphen."""
    stykker = []
    while bredde(ord_, stoerrelse) > plads:
        antal = len(ord_) - 1
        while antal > 1 and bredde(f"{ord_[:antal]}-", stoerrelse) > plads:
            antal -= 1
        stykker.append(f"{ord_[:antal]}-")
        ord_ = ord_[antal:]
    return [*stykker, ord_]


def _forkort(linje: str, plads: float, stoerrelse: int) -> str:
    while linje and bredde(linje + _FORKORTET, stoerrelse) > plads:
        linje = linje[:-1]
    return linje.rstrip(" -") + _FORKORTET
