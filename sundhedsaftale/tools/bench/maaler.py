"""Times of repeated runs, and the machine they were taken on."""

import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import NamedTuple

PAKKER = ("Django", "psycopg2-binary", "WeasyPrint", "pikepdf")


class Tid(NamedTuple):
    """Seconds: on the wall, and of this process's CPU."""

    vaeg: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Tider:
    """One time for each run; the figures are seconds."""

    tider: Sequence[Tid]

    @property
    def antal(self) -> int:
        return len(self.tider)

    @property
    def median(self) -> float:
        return median(tid.vaeg for tid in self.tider)

    @property
    def p95(self) -> float:
        vaeg = [tid.vaeg for tid in self.tider]
        return quantiles(vaeg, n=20, method="inclusive")[-1] if len(vaeg) > 1 else vaeg[0]

    @property
    def cpu(self) -> float:
        return median(tid.cpu for tid in self.tider)


def tag_tid(handling: Callable[[], object]) -> Tid:
    vaeg, cpu = perf_counter(), process_time()
    handling()
    return Tid(perf_counter() - vaeg, process_time() - cpu)


def skiftevis(gulv: Callable[[], object], maalt: Callable[[], object], *, antal: int) -> tuple[Tider, Tider]:
    """Time the floor and what is measured in turn, so that a busy moment of the machine hits both."""
    par = [(tag_tid(gulv), tag_tid(maalt)) for _ in range(antal)]
    return Tider([foerst for foerst, _ in par]), Tider([sidst for _, sidst in par])


def maskine() -> str:
    """Say what the figures are taken on, and how busy it is now."""
    system = platform.freedesktop_os_release()["PRETTY_NAME"] if platform.system() == "Linux" else platform.platform()
    pakker = ", ".join(f"{navn} {version(navn)}" for navn in PAKKER)
    return f"{os.cpu_count()} kerner, {system}, Python {platform.python_version()}, {pakker}"


def belastning() -> float:
    """Processes that wanted a core in the last minute, those of the bench among them."""
    return os.getloadavg()[0]
