"""A row of the data layout: as it was understood, and what it comes to beside what is stored."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from indsatser.models import Indsats, Portefoeljepost
from organisering.models import Organ


class Arkraekke(NamedTuple):
    """A row as it was understood. `felter` and `aar` hold what the sheet has columns for; `fejl` is why it is wrong."""

    nummer: int
    post: int | None
    indsats: int | None
    post_version: int | None
    indsats_version: int | None
    celleversioner: dict[int, int]
    aftale: str
    organ: str
    felter: dict[str, Any]
    aar: dict[int, dict[str, Any]]
    fejl: list[str]


@dataclass(frozen=True, slots=True)
class Forskel:
    """One value: what the sheet says, what is stored now, and in a conflict what stood there when it was fetched."""

    felt: str
    nyt: str
    nu: str
    dengang: str | None = None


@dataclass(slots=True)
class Arklinje:
    """What a row comes to; `felter` and `aar` are what would be written."""

    nummer: int
    titel: str
    organ: str
    post: Portefoeljepost | None = None
    indsats: Indsats | None = None
    nyt_organ: Organ | None = None
    felter: dict[str, Any] = field(default_factory=dict)
    aar: dict[int, dict[str, Any]] = field(default_factory=dict)
    forskelle: list[Forskel] = field(default_factory=list)
    fejl: list[str] = field(default_factory=list)

    @property
    def art(self) -> str:
        """`forkert`, `konflikt`, `ny`, `aendret` or `uaendret`."""
        if self.fejl:
            return "forkert"
        if any(forskel.dengang is not None for forskel in self.forskelle):
            return "konflikt"
        if self.post is None:
            return "ny"
        return "aendret" if self.forskelle else "uaendret"

    @property
    def kan_gemmes(self) -> bool:
        return self.art in ("ny", "aendret", "konflikt")

    @property
    def valg(self) -> str:
        """The row with what was shown of it: who chooses it has seen exactly this."""
        set_ = repr((self.art, self.titel, self.organ, [(f.felt, f.nyt, f.nu, f.dengang) for f in self.forskelle]))
        return f"{self.nummer}-{hashlib.sha256(set_.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Arkforslag:
    """All rows, and how many rows of the portfolio the sheet does not have."""

    linjer: Sequence[Arklinje]
    mangler: int

    def af(self, *arter: str) -> list[Arklinje]:
        return [linje for linje in self.linjer if linje.art in arter]
