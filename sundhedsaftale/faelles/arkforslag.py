"""What the rows of a spreadsheet come to before anything is saved, and which of them were not saved after all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Linje(Protocol):
    """A row; `art` is ny, aendret, uaendret or fejl."""

    @property
    def art(self) -> str: ...


_L_co = TypeVar("_L_co", bound=Linje, covariant=True)


@dataclass(frozen=True, slots=True)
class Ikkegemt:
    """A row that was not saved: which, what and why."""

    nummer: int
    hvad: str
    fejl: str


@dataclass(frozen=True)
class Arkforslag(Generic[_L_co]):
    """All rows, with how many there are of each kind."""

    linjer: Sequence[_L_co]

    def _antal(self, art: str) -> int:
        return sum(linje.art == art for linje in self.linjer)

    @property
    def nye(self) -> int:
        return self._antal("ny")

    @property
    def aendrede(self) -> int:
        return self._antal("aendret")

    @property
    def uaendrede(self) -> int:
        return self._antal("uaendret")

    @property
    def fejl(self) -> int:
        return self._antal("fejl")

    @property
    def at_gemme(self) -> int:
        return self.nye + self.aendrede
