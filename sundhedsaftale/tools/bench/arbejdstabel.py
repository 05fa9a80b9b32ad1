"""The secretary's acts as a table, and their aims."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sundhedsaftale.tools.bench.tabel import Maal, tabel, tal

if TYPE_CHECKING:
    from sundhedsaftale.tools.bench.arbejde import Arbejdslinje  # its module needs Django up

HOVED = ("Database, portefølje, arbejde", "opslag", "median ms", "p95 ms", "CPU ms", "n")


class Arbejdstal(NamedTuple):
    database: str
    aftale: str
    tal: "Arbejdslinje"

    @property
    def navn(self) -> str:
        return f"{self.database}, {self.aftale}: {self.tal['arbejde']}"


def arbejdstabel(arbejder: Sequence[Arbejdstal]) -> str:
    return tabel(HOVED, [_raekke(arbejde) for arbejde in arbejder])


def arbejdsmaal(arbejder: Sequence[Arbejdstal]) -> list[Maal]:
    """The time that 95 of 100 keep, and the queries where there is an aim for them."""
    maal = []
    for arbejde in arbejder:
        t = arbejde.tal
        maal.append(Maal(arbejde.navn, t["p95"] * 1000, t["hoejst"] * 1000, "ms"))
        if t["opslag_hoejst"] is not None:
            maal.append(Maal(f"{arbejde.navn}, opslag", t["opslag"], t["opslag_hoejst"]))
    return maal


def _raekke(arbejde: Arbejdstal) -> list[str]:
    t = arbejde.tal
    return [
        arbejde.navn,
        tal(t["opslag"], 0),
        *(tal(sekunder * 1000) for sekunder in (t["median"], t["p95"], t["cpu"])),
        str(t["antal"]),
    ]
