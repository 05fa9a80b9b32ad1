"""The other pages' figures as a table, and their aims."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sundhedsaftale.tools.bench.tabel import Maal, tabel, tal

if TYPE_CHECKING:
    from sundhedsaftale.tools.bench.sider import Sidelinje  # its module needs Django up

GANGE, SOEGNING = 10, 100
HOVED = ("Database, side", "kB", "opslag", "median ms", "p95 ms", "CPU ms", "tom: median ms", "CPU ms", "× tom", "n")


class Sidetal(NamedTuple):
    database: str
    tal: "Sidelinje"

    @property
    def navn(self) -> str:
        return f"{self.database}, {self.tal['side']}"

    @property
    def gange(self) -> float:
        """How many times the floor, median to median."""
        return self.tal["median"] / self.tal["gulv_median"]


def sidetabel(sider: Sequence[Sidetal]) -> str:
    return tabel(HOVED, [_raekke(side) for side in sider])


def sidemaal(sider: Sequence[Sidetal]) -> list[Maal]:
    """Body and meeting at most 10 times the floor; search in at most 100 ms."""
    return [
        Maal(side.navn, side.tal["median"] * 1000, SOEGNING, "ms")
        if side.tal["side"].startswith("søg")
        else Maal(side.navn, side.gange, GANGE, "×")
        for side in sider
    ]


def _raekke(side: Sidetal) -> list[str]:
    t = side.tal
    return [
        side.navn,
        *(tal(t["kilobyte"], 0), tal(t["opslag"], 0)),
        *(_ms(t["median"]), _ms(t["p95"]), _ms(t["cpu"]), _ms(t["gulv_median"]), _ms(t["gulv_cpu"])),
        tal(side.gange),
        str(t["antal"]),
    ]


def _ms(sekunder: float) -> str:
    return tal(sekunder * 1000)
