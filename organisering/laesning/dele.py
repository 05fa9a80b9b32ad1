"""What a reading gives: frozen rows, empty where the text says nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

Fremmoede = Literal["", "til_stede", "afbud", "udeblevet", "suppleant"]
Slags = Literal["", "beslutning", "droeftelse", "orientering"]

# Every item has these fields, empty or not; other headings of the text come beside them.
FASTE_FELTER = (
    "sagsresume",
    "sagsfremstilling",
    "oekonomi",
    "koordinering",
    "godkendt_af",
    "tidligere_beslutninger",
)


class IntetReferat(Exception):  # noqa: N818 - a domain word
    """The text is no minutes; the message is a sentence a user may read."""


@dataclass(frozen=True)
class Tekstlinje:
    """A line of the input, with its number counted from one."""

    linje: int
    tekst: str


@dataclass(frozen=True)
class LaestDeltager:
    """A person of the header. `parti` is the letter alone; `suppleant_for` a name."""

    navn: str
    titel: str = ""
    rolle: str = ""
    parti: str = ""
    organisation: str = ""
    fremmoede: Fremmoede = ""
    suppleant_for: str = ""


@dataclass(frozen=True)
class LaestBilag:
    titel: str
    dokid: str = ""
    journalnummer: str = ""
    aaben: bool = True


@dataclass(frozen=True)
class LaestPunkt:
    """An item. `felter` has the fixed fields and those the text names; `indstiller` is who recommends."""

    nummer: str
    titel: str
    slags: Slags = ""
    aaben: bool = True
    sagsnummer: str = ""
    felter: Mapping[str, str] = field(default_factory=dict)
    indstiller: str = ""
    indstillinger: tuple[str, ...] = ()
    beslutning: str = ""
    fravaerende: tuple[str, ...] = ()
    bilag: tuple[LaestBilag, ...] = ()


@dataclass(frozen=True)
class LaestReferat:
    """The whole. `ikke_forstaaet` is content kept as text; `inventar` is the page's own furniture, left out."""

    organ: str
    dato: date | None
    start: time | None
    slut: time | None
    sted: str
    deltagere: tuple[LaestDeltager, ...]
    punkter: tuple[LaestPunkt, ...]
    ikke_forstaaet: tuple[Tekstlinje, ...]
    inventar: tuple[Tekstlinje, ...]
