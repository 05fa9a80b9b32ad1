"""The grid's figures as a table, and its aims."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sundhedsaftale.tools.bench.tabel import Maal, tabel, tal

if TYPE_CHECKING:
    from sundhedsaftale.tools.bench.gitter import Gitterlinje  # its module needs Django up

OPSLAG, GANGE = 15, 10
HOVED = (
    *("Database, portefølje", "rækker", "kB", "opslag", "median ms", "p95 ms", "CPU ms"),
    *("tom: opslag", "median ms", "p95 ms", "CPU ms", "× tom", "× CPU", "n"),
)


class Gittertal(NamedTuple):
    database: str
    aftale: str
    tal: "Gitterlinje"

    @property
    def gange(self) -> float:
        """How many times the floor, median to median."""
        return self.tal["median"] / self.tal["gulv_median"]


def gittertabel(gitre: Sequence[Gittertal]) -> str:
    return tabel(HOVED, [_raekke(gitter) for gitter in gitre])


def gittermaal(gitre: Sequence[Gittertal]) -> list[Maal]:
    """At most 15 queries at every size; at most 10 times the floor for the real portfolio."""
    opslag = [Maal(f"{g.database}, {g.aftale}: opslag", g.tal["opslag"], OPSLAG) for g in gitre]
    gange = [
        Maal(f"{g.database}, {g.aftale}: porteføljen mod tom visning", g.gange, GANGE, "×")
        for g in gitre
        if g.aftale == "virkelig"
    ]
    return opslag + gange


def _raekke(gitter: Gittertal) -> list[str]:
    t = gitter.tal
    return [
        f"{gitter.database}, {gitter.aftale}",
        *(tal(t["raekker"], 0), tal(t["kilobyte"], 0), tal(t["opslag"], 0)),
        *(_ms(t["median"]), _ms(t["p95"]), _ms(t["cpu"])),
        *(tal(t["gulv_opslag"], 0), _ms(t["gulv_median"]), _ms(t["gulv_p95"]), _ms(t["gulv_cpu"])),
        *(tal(gitter.gange), tal(t["cpu"] / t["gulv_cpu"]), str(t["antal"])),
    ]


def _ms(sekunder: float) -> str:
    return tal(sekunder * 1000)
