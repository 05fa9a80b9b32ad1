"""Find civil registration numbers (CPR) in free text, without ever repeating them.

A hit is DDMMYY + serial with a possible date; replacement numbers have day + 60, or letters in the serial.
Modulus 11 never clears a hit: valid numbers without it have been issued since 2007. It only raises a doubtful one.
"""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Grad = Literal["stop", "spoerg"]

_ADSKILLER = r"(?:[ \t]{0,2}[-./_][ \t]{0,2}\n?|[ \t]{1,2})"
_LOEBENUMMER = r"(?:\d{4}(?!\d)|\d[A-Z]{2}\d(?![0-9A-Z]))"
_SAMLET = re.compile(rf"(?<!\d)(\d{{6}}){_ADSKILLER}{_LOEBENUMMER}", re.IGNORECASE)
_OPDELT = re.compile(
    r"(?<!\d)(?<!\d[-./])(\d\d)([-./ ])(\d\d)\2(\d\d)([ \t]?[-./ ][ \t]?)(\d{4})(?!\d)(?![-./]\d)",
)
# Looser spellings ask: other marks or a line break between, the year in four digits, a space inside the serial.
_LOEST = re.compile(
    r"(?<!\d)(\d\d)([\W_]{0,3})(\d\d)\2(?:19|20)?(\d\d)[\W_]{1,5}\d\d[\W_]{0,2}\d\d(?![\W_]?\d)",
)
# A day with its year in four digits and a time of day after it is no serial: 22-04-2021 10:00.
_DAG_OG_TID = re.compile(r"\d\d([-./ ])\d\d\1(?:19|20)\d\d[ \t](?:[01]\d|2[0-3])[.:][0-5]\d")
_SPREDT = re.compile(r"(?<!\d)(?:\d[\W_]{1,3}){9}\d(?![\W_]?\d)")
_BARE = re.compile(r"(?<!\d)(\d{6})\d{4}(?!\d)")
_VAEGTE = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_USYNLIG_BINDESTREG = "\u00ad"
_MINUS = "\u2212"
_LANGSTREG = "\u30fc"
_PUNKTER = "\u00b7\u2022\u2024"


@dataclass(frozen=True)
class Fund:
    """A hit; `start` and `slut` are positions in the text as given. The number itself is not kept."""

    start: int
    slut: int
    grad: Grad


def find_cpr(tekst: str) -> list[Fund]:
    """Return the hits in order of position: "stop" may not be saved, "spoerg" asks the writer to confirm."""
    ren, positioner = _ensret(tekst)
    fund: dict[tuple[int, int], Grad] = {}
    for traef in _SAMLET.finditer(ren):
        if _mulig_dato(traef[1]):
            fund[traef.span()] = "stop"
    for traef in _OPDELT.finditer(ren):
        dato = traef[1] + traef[3] + traef[4]
        if _mulig_dato(dato):
            sikkert = "-" in traef[5] or _modulus_11(dato + traef[6])
            fund[traef.span()] = "stop" if sikkert else "spoerg"
    for traef in _BARE.finditer(ren):
        if _mulig_dato(traef[1]):
            fund[traef.span()] = "spoerg"
    optaget = bytearray(len(ren))  # the characters of hits, so that thousands of them are looked up in no time
    for fra, til in fund:
        optaget[fra:til] = b"\1" * (til - fra)
    for traef in (*_LOEST.finditer(ren), *_SPREDT.finditer(ren)):
        cifre = re.sub(r"\D", "", traef[0])
        dato = cifre[:4] + cifre[-6:-4]
        if _DAG_OG_TID.fullmatch(traef[0]):
            continue
        fra, til = traef.span()
        if _mulig_dato(dato) and not any(optaget[fra:til]):
            fund[fra, til] = "spoerg"
            optaget[fra:til] = b"\1" * (til - fra)
    return [
        Fund(start=positioner[fra], slut=positioner[til - 1] + 1, grad=grad)
        for (fra, til), grad in sorted(fund.items())
    ]


def _ensret(tekst: str) -> tuple[str, list[int]]:
    """Make digits, dashes and spaces plain and drop invisible characters; keep where each character stood."""
    tegn: list[str] = []
    positioner: list[int] = []
    for plads, bogstav in enumerate(tekst):
        art = unicodedata.category(bogstav)
        if art == "Nd":
            bogstav = str(unicodedata.decimal(bogstav))
        elif art == "Pd" or bogstav in (_USYNLIG_BINDESTREG, _MINUS, _LANGSTREG):
            bogstav = "-"
        elif art == "Zs":
            bogstav = " "
        elif bogstav in _PUNKTER:
            bogstav = "."
        elif art in ("Cf", "Mn"):
            continue
        tegn.append(bogstav)
        positioner.append(plads)
    return "".join(tegn), positioner


def _mulig_dato(ddmmaa: str) -> bool:
    """Whether DDMMYY is a date in some century; replacement numbers carry day + 60."""
    dag, maaned, aar = int(ddmmaa[:2]), int(ddmmaa[2:4]), int(ddmmaa[4:])
    if dag > 60:
        dag -= 60
    # 2000 was a leap year, so its two digits stand for every century that the serial could mean.
    return 1 <= maaned <= 12 and 1 <= dag <= calendar.monthrange(2000 + aar, maaned)[1]


def _modulus_11(cifre: str) -> bool:
    return sum(vaegt * int(ciffer) for vaegt, ciffer in zip(_VAEGTE, cifre, strict=True)) % 11 == 0
