"""The shapes of a comparison, as `docs/sammenligning.md` names them; `queries/sammenligning.py` builds them."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypeVar

from indsatser.queries.celle import Henvisning
from indsatser.queries.forloeb import Udgave
from indsatser.queries.tidspunkt import Tidspunkt
from organisering.models import Aftale, Organ

_U = TypeVar("_U", bound=Udgave)


class Forskelsslags(StrEnum):
    """What happened to an initiative on the whole: the first that fits, in this order."""

    TILFOEJET = "tilfoejet"
    FJERNET = "fjernet"
    AFSLUTTET = "afsluttet"
    FLYTTET = "flyttet"
    AENDRET = "aendret"
    MAAL = "maal"


NAVNE = {
    Forskelsslags.TILFOEJET: "Tilføjet",
    Forskelsslags.FJERNET: "Fjernet",
    Forskelsslags.AFSLUTTET: "Afsluttet",
    Forskelsslags.FLYTTET: "Flyttet",
    Forskelsslags.AENDRET: "Ændret",
    Forskelsslags.MAAL: "Målsætninger og måltal",
}


class Ophav(NamedTuple):
    """The save that gave a value; `hvem` and `hvorfor` are empty for those who may not read the history."""

    hvornaar: datetime
    hvem: str
    hvorfor: str
    beslutning: Henvisning | None = None

    @property
    def akt(self) -> tuple[datetime, str, str, Henvisning | None]:
        """What two saves have in common when they are one act: the minute, who, why and by which decision."""
        return (self.hvornaar.replace(second=0, microsecond=0), *self[1:])


class Forskelslinje(NamedTuple):
    """One thing that differs, as people read it; nothing is an empty string."""

    felt: str
    foer: str
    efter: str
    ophav: Ophav


@dataclass(frozen=True, slots=True)
class Forskel:
    """One initiative or målsætning that differs; `indsats_id` is None when it has no page any more."""

    slags: Forskelsslags
    titel: str
    organ: str
    linjer: tuple[Forskelslinje, ...]
    indsats_id: int | None = None

    @property
    def akter(self) -> list[tuple[Ophav, list[Forskelslinje]]]:
        """The lines, those beside each other that one act gave together."""
        samlet: list[tuple[Ophav, list[Forskelslinje]]] = []
        for linje in self.linjer:
            if samlet and samlet[-1][0].akt == linje.ophav.akt:
                samlet[-1][1].append(linje)
            else:
                samlet.append((linje.ophav, [linje]))
        return samlet


@dataclass(frozen=True, slots=True)
class Forskelsgruppe:
    slags: Forskelsslags
    forskelle: tuple[Forskel, ...]

    @property
    def navn(self) -> str:
        return NAVNE[self.slags]

    @property
    def antal(self) -> int:
        return len(self.forskelle)


@dataclass(frozen=True, slots=True)
class Sammenligning:
    """`grupper` are all kinds in order, also those with nothing in them."""

    aftale: Aftale
    organ: Organ | None
    fra: Tidspunkt
    til: Tidspunkt
    grupper: tuple[Forskelsgruppe, ...]

    @property
    def antal(self) -> int:
        return sum(gruppe.antal for gruppe in self.grupper)

    @property
    def viste(self) -> tuple[Forskelsgruppe, ...]:
        return tuple(gruppe for gruppe in self.grupper if gruppe.forskelle)


@dataclass(frozen=True, slots=True)
class Laeser:
    """What the reader may know of a save: by which decision for all, who and why for those who read the history."""

    med_historik: bool
    henvisninger: Mapping[int, Henvisning]

    def ophav(self, udgave: Udgave, beslutning: int | None = None) -> Ophav:
        return Ophav(
            udgave.hvornaar,
            (udgave.hvem or "Systemet") if self.med_historik else "",
            (udgave.hvorfor or "") if self.med_historik else "",
            self.henvisninger.get(beslutning) if beslutning else None,
        )


def gav(spor: Sequence[_U], vaerdi: Callable[[_U], Hashable]) -> _U:
    """The save that gave the value that stands at the end; `spor` is one row's saves, oldest first and never empty."""
    sidst = vaerdi(spor[-1])
    giver = spor[-1]
    for udgave in reversed(spor):
        if udgave.haendelse == "-" or vaerdi(udgave) != sidst:
            break
        giver = udgave
    return giver
