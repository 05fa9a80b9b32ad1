"""Dates and times as Danish minutes write them."""

import re
from dataclasses import dataclass
from datetime import date, time

# What is looked through: a date that matters stands early in a short line.
_SOEG_I = 500
_MAANEDER = {
    navn: nr
    for nr, navne in enumerate(
        (
            "januar jan", "februar feb febr", "marts mar", "april apr", "maj", "juni jun", "juli jul",
            "august aug", "september sep sept", "oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for navn in navne.split()
}  # fmt: skip
_UGEDAG = r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag(?:en)?\b,?\s*)"
_FORAN = rf"(?:\b{_UGEDAG})?(?:\b(?:den|d\.)\s*)?"
_MAANED = "|".join(sorted(_MAANEDER, key=len, reverse=True))
# name → pattern; day, month and year as named groups
DATOFORMATER = {
    "2020-11-20": re.compile(rf"{_FORAN}\b(?P<aar>\d{{4}})-(?P<md>\d{{1,2}})-(?P<dag>\d{{1,2}})\b", re.IGNORECASE),
    "21-08-2012": re.compile(
        rf"{_FORAN}\b(?P<dag>\d{{1,2}})(?P<skel>[-./])\s?(?P<md>\d{{1,2}})(?:(?P=skel)|\s)\s?(?P<aar>\d{{4}})\b",
        re.IGNORECASE,
    ),
    "6. maj 2015": re.compile(
        rf"{_FORAN}\b(?P<dag>\d{{1,2}})\.?\s*(?P<md>{_MAANED})\b\.?,?\s*(?P<aar>\d{{4}})\b", re.IGNORECASE
    ),
}
_KLOKKEN = r"(\d{1,2})(?:[.:](\d{2}))?"
_TIL = r"\s*(?:-|–|—|til)\s*(?:kl\.?\s*)?"
# name → pattern; hour, minute, hour, minute
TIDSFORMATER = {
    "kl. 13:00-15:00": re.compile(
        rf",?\s*\b(?:fra\s+)?kl(?:\.|okken)?:?\s*{_KLOKKEN}(?:{_TIL}{_KLOKKEN})?(?![\d/])", re.IGNORECASE
    ),
    "10:00": re.compile(
        rf",?\s*(?<![\d.:/-])(\d{{1,2}})[.:](\d{{2}})(?::00)?(?:{_TIL}(\d{{1,2}})[.:](\d{{2}})(?::00)?)?(?![\d.:/-])"
    ),
}


@dataclass(frozen=True)
class Datofund:
    dato: date
    fra: int
    til: int


@dataclass(frozen=True)
class Tidsfund:
    start: time
    slut: time | None
    fra: int
    til: int


def find_dato(tekst: str) -> Datofund | None:
    """The first date that is one; a 31 February is left as text."""
    fund = []
    for moenster in DATOFORMATER.values():
        for traef in moenster.finditer(tekst[:_SOEG_I]):
            maaned = traef["md"].lower()
            try:
                dag = date(int(traef["aar"]), _MAANEDER.get(maaned) or int(maaned), int(traef["dag"]))
            except ValueError:
                continue
            fund.append(Datofund(dag, *traef.span()))
            break
    return min(fund, key=lambda et: et.fra, default=None)


def find_tid(tekst: str) -> Tidsfund | None:
    """The first time of day, with the one it runs to; look for dates first, "21.08" reads as a time too."""
    for moenster in TIDSFORMATER.values():
        for traef in moenster.finditer(tekst[:_SOEG_I]):
            try:
                start = time(int(traef[1]), int(traef[2] or 0))
                slut = time(int(traef[3]), int(traef[4] or 0)) if traef[3] else None
            except ValueError:
                continue
            return Tidsfund(start, slut, *traef.span())
    return None


def uden(tekst: str, fund: Datofund | Tidsfund) -> str:
    """The text with what was found cut out."""
    return f"{tekst[: fund.fra]} {tekst[fund.til :]}".strip()
