"""How every kind of effect of a decision is read; the kinds stand in `queries/virkningsslags.py`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Q

from indsatser.models.virkning import Virkning
from organisering.models import Besoegende

_V = TypeVar("_V", bound=Virkning)


@dataclass(frozen=True, slots=True)
class Aendring:
    """One thing that a decision changes: what, where it stands, and what happens to it.

    `om` is the key of the initiative, target or pool on whose page it is told.
    """

    punkt_id: int
    om: int
    emne: str
    sted: str
    tekst: str
    url: str
    udfoert: bool

    @property
    def saetning(self) -> str:
        return f"{self.emne} ({self.sted}): {self.tekst}"


@dataclass(frozen=True, slots=True)
class Virkningsslags(Generic[_V]):
    """One kind: its rows with what `med` names, those a reader may be told of, and how they read."""

    noegle: str
    model: type[_V]
    med: tuple[str, ...]
    synlige: Callable[[Besoegende], Q]
    beskriv: Callable[[Iterable[_V]], list[Aendring]]

    def laes(self, betingelse: Q, *, bruger: Besoegende) -> list[Aendring]:
        """The changes that this reader may be told of, in the order they were said; one query."""
        raekker: Any = self.model.objects.filter(betingelse & self.synlige(bruger))
        return self.beskriv(raekker.select_related(*self.med).order_by("punkt", "pk"))
