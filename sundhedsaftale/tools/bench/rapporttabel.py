"""The report's figures as a table, and its aims."""

from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from sundhedsaftale.tools.bench.gulv import Gulv
from sundhedsaftale.tools.bench.tabel import Maal, tabel, tal

if TYPE_CHECKING:
    from sundhedsaftale.tools.bench.rapport import Rapportlinje  # its module needs Django up

GANGE, SEKUNDER, MEGABYTE = 1.1, 10, 400
HOVED = (
    *("Indsatser", "sider", "sekunder", "CPU s", "barn MB", "arbejder MB"),
    *("WeasyPrint: sekunder", "CPU s", "MB", "sider", "× WeasyPrint", "× CPU", "n"),
)


class Rapporttal(NamedTuple):
    """The runs of one agreement's report: the portal's, and WeasyPrint's on the same HTML."""

    aftale: str
    portal: "Sequence[Rapportlinje]"
    gulv: Sequence[Gulv]

    @property
    def blev_til(self) -> bool:
        """Whether every run ended as a file."""
        return all(linje["sider"] for linje in self.portal)

    @property
    def sekunder(self) -> float:
        return median(linje["sekunder"] for linje in self.portal)

    @property
    def gange(self) -> float | None:
        """How many times the floor, median to median."""
        return self.sekunder / median(gulv.sekunder for gulv in self.gulv) if self.blev_til else None

    @property
    def cpu(self) -> float:
        return median(linje["cpu"] for linje in self.portal)

    @property
    def gulv_cpu(self) -> float:
        return median(gulv.cpu for gulv in self.gulv)

    @property
    def barn_mb(self) -> float:
        return max(linje["barn_mb"] for linje in self.portal)

    @property
    def arbejder_mb(self) -> float:
        return max(linje["arbejder_mb"] for linje in self.portal)


def rapporttabel(rapporter: Sequence[Rapporttal]) -> str:
    return tabel(HOVED, [_raekke(rapport) for rapport in rapporter])


def rapportmaal(rapporter: Sequence[Rapporttal]) -> list[Maal]:
    """At most 1.1 times the floor at every size; the real report in under 10 s and 400 MB, worker and child."""
    gange = [Maal(f"Årsrapporten, {r.aftale}: mod WeasyPrint alene", r.gange, GANGE, "×") for r in rapporter]
    virkelige = [rapport for rapport in rapporter if rapport.aftale == "virkelig"]
    return [
        *gange,
        *(Maal(f"Årsrapporten, {r.aftale}: sekunder", r.sekunder, SEKUNDER, "s") for r in virkelige),
        *(Maal(f"Årsrapporten, {r.aftale}: hukommelse", r.barn_mb + r.arbejder_mb, MEGABYTE, "MB") for r in virkelige),
    ]


def _raekke(rapport: Rapporttal) -> list[str]:
    return [
        rapport.aftale,
        str(rapport.portal[0]["sider"]) if rapport.blev_til else "INGEN FIL",
        *(tal(rapport.sekunder), tal(rapport.cpu)),
        *(tal(rapport.barn_mb, 0), tal(rapport.arbejder_mb, 0)),
        *(tal(median(g.sekunder for g in rapport.gulv)), tal(rapport.gulv_cpu)),
        *(tal(max(g.mb for g in rapport.gulv), 0), str(rapport.gulv[0].sider)),
        *(("–", "–") if rapport.gange is None else (tal(rapport.gange, 2), tal(rapport.cpu / rapport.gulv_cpu, 2))),
        str(len(rapport.portal)),
    ]
