"""What stands in a cell: targets, one for each promise, and initiatives."""

import re

from indsatser.laesning.elementer import PUNKT

_LOEFTE = r"(?:Vi|Parterne) (?:vil|skal|ønsker)\b"
_NYT_LOEFTE = re.compile(rf"\s+(?={_LOEFTE})")
_BEGYNDER = re.compile(rf"{_LOEFTE}|At\s")
_SLUT = (".", "!", "?", "%", ":", ";")


def maalsaetninger_i(tekst: str) -> tuple[str, ...]:
    """Return one text for each target: two "Vi vil …" are two; a list belongs to the sentence that it follows."""
    maal: list[str] = []
    punkter = 0  # of the list that belongs to the last target
    for linje in tekst.split("\n"):
        if not linje:
            continue
        if linje.startswith(PUNKT):
            punkt = linje.removeprefix(PUNKT)
            if maal and (punkter or _venter_paa_liste(maal[-1], punkt)):
                maal[-1] += f"{', ' if punkter else ' '}{punkt.rstrip(',;')}"
                punkter += 1
            else:
                maal.append(punkt)
            continue
        for nr, del_ in enumerate(_NYT_LOEFTE.split(linje)):
            if maal and not nr and _fortsaetter(maal[-1], del_):
                maal[-1] += f" {del_}"
            else:
                maal.append(del_)
        punkter = 0
    return tuple(dict.fromkeys(filter(None, (et.strip() for et in maal))))


def indsatser_i(tekst: str) -> tuple[str, ...]:
    """Return the titles: a cell that is a list and nothing else holds one for each item."""
    linjer = tekst.split("\n")
    if len(linjer) > 1 and all(linje.startswith(PUNKT) for linje in linjer):
        return tuple(dict.fromkeys(linje.removeprefix(PUNKT) for linje in linjer))
    titel = ""
    i_liste = False
    for linje in linjer:
        kerne = linje.removeprefix(PUNKT)
        er_punkt = kerne != linje
        titel += ("" if not titel else ", " if er_punkt and i_liste else " ") + kerne
        i_liste = er_punkt
    return (titel,) if titel else ()


def _venter_paa_liste(maal: str, punkt: str) -> bool:
    return maal.endswith(":") or (not maal.endswith(_SLUT) and not _BEGYNDER.match(punkt))


def _fortsaetter(foer: str, linje: str) -> bool:
    """Whether a new line goes on with the sentence before it."""
    if _BEGYNDER.match(linje):
        return False
    return linje[:1].islower() or foer.endswith(":") or not foer.endswith(_SLUT)
