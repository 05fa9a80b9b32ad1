"""What other apps hang on an agenda item: what it concerns, and what its decision changes.

An app that knows `organisering` registers itself when it starts, so that approving minutes can move a cell without
`organisering` knowing of cells.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from organisering.models import Besoegende, Bruger, Dagsordenspunkt


@dataclass(frozen=True, slots=True)
class Emne:
    """Something an item concerns, such as an initiative."""

    tekst: str
    url: str


@dataclass(frozen=True, slots=True)
class Virkning:
    """One thing a decision changes; `udfoert` once the minutes are approved."""

    tekst: str
    url: str
    udfoert: bool


class Punktudvidelse(Protocol):
    """Items are given by their keys, and the answers are by key too: one call for a whole agenda.

    Nothing is told that `bruger` may not see.
    """

    def emner(self, punkter: Collection[int], *, bruger: "Besoegende") -> Mapping[int, Sequence[Emne]]: ...

    def virkninger(self, punkter: Collection[int], *, bruger: "Besoegende") -> Mapping[int, Sequence[Virkning]]: ...

    def redigering(self, punkt: "Dagsordenspunkt") -> Emne:
        """The page on which a writer says what the item concerns and what its decision changes."""
        ...

    def send_med(self, fra: "Dagsordenspunkt", til: "Dagsordenspunkt", *, bruger: "Bruger") -> None:
        """Let what an item concerns go along to the next body's item; what its decision changes stays behind."""
        ...

    def udfoer(self, punkter: "Sequence[Dagsordenspunkt]", *, bruger: "Bruger") -> None:
        """Carry out what the decisions change, inside the caller's transaction. Raises Regelbrud."""
        ...


_tilmeldte: list[Punktudvidelse] = []


def tilmeld(udvidelse: Punktudvidelse) -> None:
    _tilmeldte.append(udvidelse)


def tilmeldte() -> Sequence[Punktudvidelse]:
    return tuple(_tilmeldte)
