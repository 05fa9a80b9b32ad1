"""One cell of the matrix as it was seen: what stood there, and in which version."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Self

_KODE = re.compile(r"([01])v([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Henvisning:
    """A decision as it is cited, and where it is read; `url` is empty where the reader cannot read it."""

    tekst: str
    url: str


@dataclass(frozen=True, slots=True)
class Celle:
    """`version` 0 means that no row exists for the year yet; `besluttet` is the decision its state rests on.

    `beloeb` (planned) and `faktisk` are mio. kr.; `realiseret` is None until the year has been made up.
    """

    aar: int
    planlagt: bool = False
    version: int = 0
    besluttet: Henvisning | None = field(default=None, compare=False)
    beloeb: Decimal | None = None
    realiseret: bool | None = None
    faktisk: Decimal | None = None

    @property
    def kode(self) -> str:
        """As a form carries it: `1v3` is an X in version 3."""
        return f"{int(self.planlagt)}v{self.version}"

    @property
    def oensket(self) -> str:
        """What a button that turns the cell over sends: the other state, and the version that was seen."""
        return f"{int(not self.planlagt)}v{self.version}"

    @classmethod
    def fra_kode(cls, aar: int, kode: str) -> Self:
        """Raises ValueError when it is no such code."""
        if (traef := _KODE.fullmatch(kode)) is None:
            raise ValueError(f"Ingen cellekode: {kode!r}")
        return cls(aar=aar, planlagt=traef[1] == "1", version=int(traef[2]))
