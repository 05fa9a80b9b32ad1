"""The shapes of a meeting as one reader sees it; `queries/moedebillede.py` fills them."""

from dataclasses import dataclass
from datetime import date

from organisering.queries.indblik import Indblik
from organisering.queries.punktvej import Vej
from organisering.udvidelser import Emne, Virkning


@dataclass(frozen=True, slots=True)
class Felt:
    navn: str
    overskrift: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Indstillingsgruppe:
    """The points that one body or person recommends."""

    indstiller: str
    punkter: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bemaerkningsbillede:
    """`senere` is a remark made after the meeting's day."""

    fra: str
    dag: date
    tekst: str
    senere: bool


@dataclass(frozen=True, slots=True)
class Bilagsbillede:
    """`uuid` is set when there is a file to fetch, `adresse` when the paper stands elsewhere."""

    pk: int
    titel: str
    uuid: str
    adresse: str
    dokid: str
    journalnummer: str
    aabent: bool


@dataclass(frozen=True, slots=True)
class Fravaersbillede:
    navn: str
    slags: str


@dataclass(frozen=True, slots=True)
class Behandling:
    """An earlier treatment of the same case, cited as `SKU 22.04.2021, pkt. 5`."""

    henvisning: str
    url: str
    beslutning: str


@dataclass(frozen=True, slots=True)
class Punktbillede:
    """`skjult` is a closed item of which only the public wording is shown."""

    pk: int
    anker: str
    nummer: str
    titel: str
    slags: str
    fast: str
    under: bool
    lukket: bool
    skjult: bool
    sag: str
    sagsnummer: str
    felter: tuple[Felt, ...]
    uenighed: str
    indstillinger: tuple[Indstillingsgruppe, ...]
    tidligere: tuple[Behandling, ...]
    emner: tuple[Emne, ...]
    beslutning: str
    bemaerkninger: tuple[Bemaerkningsbillede, ...]
    virkninger: tuple[Virkning, ...]
    fravaer: tuple[Fravaersbillede, ...]
    bilag: tuple[Bilagsbillede, ...]
    vej: Vej


@dataclass(frozen=True, slots=True)
class Deltagerbillede:
    pk: int
    navn: str
    titel: str
    rolle: str
    organisation: str
    partibogstav: str
    fremmoede: str
    fremmoedetekst: str
    suppleant_for: str


@dataclass(frozen=True, slots=True)
class Moedebillede:
    """Empty `punkter` and `deltagere` where the reader may not see them; `indblik` says which."""

    indblik: Indblik
    punkter: tuple[Punktbillede, ...]
    deltagere: tuple[Deltagerbillede, ...]
