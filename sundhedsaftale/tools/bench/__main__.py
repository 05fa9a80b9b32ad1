"""`make bench`: the grid and the report beside their floors, on SQLite and PostgreSQL in databases of their own."""

import contextlib
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from sundhedsaftale.tools.bench.arbejdstabel import Arbejdstal, arbejdsmaal, arbejdstabel
from sundhedsaftale.tools.bench.gittertabel import Gittertal, gittermaal, gittertabel
from sundhedsaftale.tools.bench.gulv import print_rapport
from sundhedsaftale.tools.bench.maaler import belastning, maskine
from sundhedsaftale.tools.bench.portal import koer, miljoe
from sundhedsaftale.tools.bench.rapporttabel import Rapporttal, rapportmaal, rapporttabel
from sundhedsaftale.tools.bench.sidetabel import Sidetal, sidemaal, sidetabel
from sundhedsaftale.tools.bench.tabel import maaltabel, tal
from sundhedsaftale.tools.postgres import Postgres, Postgresdatabase
from sundhedsaftale.tools.systempakker import sikr


@dataclass(frozen=True, slots=True)
class Plan:
    """Which agreements, by size; on which a secretary works; how many items to search in; the seconds for each page;
    the runs of each report.
    """

    databaser: Sequence[str]
    gitre: Sequence[str]
    arbejder: Sequence[str]
    punkter: int
    sekunder: int
    rapporter: Mapping[str, int]

    @property
    def stoerrelser(self) -> list[str]:
        """The made-up agreements that the plan asks for."""
        return sorted({*self.gitre, *self.arbejder, *self.rapporter} - {"virkelig"}, key=int)


HEL = Plan(
    databaser=("SQLite", "PostgreSQL"),
    gitre=("virkelig", "50", "500", "5000"),
    arbejder=("50", "5000"),
    punkter=20_000,
    sekunder=15,
    rapporter={"virkelig": 3, "50": 3, "200": 2, "1000": 1},
)
HURTIG = Plan(
    databaser=("SQLite",),
    gitre=("virkelig", "50"),
    arbejder=("50",),
    punkter=200,
    sekunder=1,
    rapporter={"virkelig": 1},
)


def main(argumenter: Sequence[str]) -> None:
    if set(argumenter) - {"--hurtig"}:
        sys.exit("Brug: python -m sundhedsaftale.tools.bench [--hurtig]")
    plan = HURTIG if argumenter else HEL
    sikr(["weasyprint", *(["postgresql"] if "PostgreSQL" in plan.databaser else [])])
    start, foer = perf_counter(), belastning()
    gitre: list[Gittertal] = []
    sider: list[Sidetal] = []
    arbejder: list[Arbejdstal] = []
    rapporter: list[Rapporttal] = []
    with tempfile.TemporaryDirectory(prefix="sundhedsaftale-bench-") as navn:
        for database in plan.databaser:
            mappe = Path(navn, database)
            mappe.mkdir()
            with adresse(database, mappe) as fundet:
                omgivelser = miljoe(mappe, fundet)
                meld(f"{database}: lægger {', '.join(plan.stoerrelser)} indsatser ind")
                koer("data", plan.stoerrelser, omgivelser)
                for aftale in plan.gitre:
                    meld(f"{database}: porteføljen, {aftale}")
                    gitre.append(Gittertal(database, aftale, koer("gitter", [aftale, str(plan.sekunder)], omgivelser)))
                meld(f"{database}: lægger {plan.punkter} dagsordenspunkter ind")
                koer("moededata", [str(plan.punkter)], omgivelser)
                meld(f"{database}: organ, møde og søgning")
                sider += [Sidetal(database, linje) for linje in koer("sider", [str(plan.sekunder)], omgivelser)]
                if database == plan.databaser[0]:
                    rapporter = list(maal_rapporter(plan.rapporter, mappe, omgivelser))
                for aftale in plan.arbejder:  # last: the work changes the agreements
                    meld(f"{database}: sekretariatets arbejde, {aftale}")
                    linjer = koer("arbejde", [aftale], omgivelser)
                    arbejder += [Arbejdstal(database, aftale, linje) for linje in linjer]
    print(f"{maskine()}; belastning {tal(foer)} før og {tal(belastning())} efter")
    print(f"\nPorteføljen som sekretariatet ser og retter den, ved siden af en tom visning\n\n{gittertabel(gitre)}")
    print(f"\nÅrsrapporten ved siden af WeasyPrint alene på samme HTML\n\n{rapporttabel(rapporter)}")
    print(f"\nOrgan, møde og søgning, som alle læser dem, ved siden af en tom visning\n\n{sidetabel(sider)}")
    print(f"\nSekretariatets arbejde med en portefølje\n\n{arbejdstabel(arbejder)}")
    maal = [*gittermaal(gitre), *arbejdsmaal(arbejder), *sidemaal(sider), *rapportmaal(rapporter)]
    print(f"\n{maaltabel(maal)}")
    print(f"\nMålt på {tal((perf_counter() - start) / 60)} minutter. Metoden står i docs/benchmark.md.")


@contextlib.contextmanager
def adresse(database: str, mappe: Path) -> Iterator[str]:
    """The address of an empty database that is gone afterwards."""
    if database == "SQLite":
        yield f"sqlite:///{mappe}/portal.sqlite3"
        return
    with Postgres() as server, Postgresdatabase(server.adresse) as fundet:
        yield fundet.adresse


def maal_rapporter(rapporter: Mapping[str, int], mappe: Path, omgivelser: Mapping[str, str]) -> Iterator[Rapporttal]:
    """Make each report and then print its HTML bare, in turn."""
    html = mappe / "rapport.html"
    for aftale, antal in rapporter.items():
        portal, gulv = [], []
        for gang in range(antal):
            meld(f"Årsrapporten, {aftale}, {gang + 1} af {antal}")
            portal.append(koer("rapport", [aftale, str(html)], omgivelser))
            gulv.append(print_rapport(html))
        yield Rapporttal(aftale, portal, gulv)


def meld(tekst: str) -> None:
    """Tell the one who waits; the figures alone go to the output."""
    print(tekst, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
