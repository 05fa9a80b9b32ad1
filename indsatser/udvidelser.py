"""What other apps tell on an initiative's page: how it goes, as groups have reported it.

An app that knows `indsatser` registers itself when it starts, so that the page can show statuses without `indsatser`
knowing of reports.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from indsatser.models import Indsats
    from organisering.models import Besoegende


@dataclass(frozen=True, slots=True)
class Statuspunkt:
    """How one group told one meeting that the initiative goes; `maerke` is the kind of its badge."""

    dag: date
    moede: str
    gruppe: str
    fremdrift: str
    maerke: str
    begrundelse: str
    siden_sidst: str
    naeste_skridt: str
    url: str
    eksempel: bool


class Indsatsudvidelse(Protocol):
    def statusser(self, indsats: "Indsats", *, bruger: "Besoegende") -> Sequence[Statuspunkt]:
        """Those that `bruger` may read, newest first; never a draft."""
        ...


_tilmeldte: list[Indsatsudvidelse] = []


def tilmeld(udvidelse: Indsatsudvidelse) -> None:
    _tilmeldte.append(udvidelse)


def tilmeldte() -> Sequence[Indsatsudvidelse]:
    return tuple(_tilmeldte)
