"""One annual report the portal's own way: ordered, claimed, written, printed by the child process and saved."""

import resource
import traceback
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import TypedDict

from django.utils import timezone

from rapportering.domain.afrapportering import opret_afrapportering
from rapportering.domain.afrapportering_dan import dan_afrapportering
from rapportering.domain.rapporthtml import rapport_html
from rapportering.models import Rapporttype
from rapportering.queries.aarlig_status import aarlig_status
from rapportering.queries.rapport import sha256
from sundhedsaftale.tools.bench.data import AAR, VIRKELIG, find_aftale


class Rapportlinje(TypedDict):
    """Seconds from the order to the saved file; megabytes at the peak of this process and of the one that prints."""

    sekunder: float
    cpu: float
    arbejder_mb: float
    barn_mb: float
    sider: int | None


def main(argumenter: Sequence[str]) -> Rapportlinje:
    """Make the report of the agreement of this name; leave its HTML in the file named second.

    A report that the portal gives up has no pages.
    """
    navn, html = argumenter
    aftale, rapporttype = find_aftale(navn), Rapporttype.objects.get(slug="aarlig-status")
    _varm_op(rapporttype)
    foer, start = _cpu(), perf_counter()
    rapport, _ = opret_afrapportering(rapporttype, aftale, AAR, bruger=None)
    try:
        dan_afrapportering(rapport.pk)
    except Exception:
        # The row says `fejlet`; the table says that there is no file, and the terminal why.
        traceback.print_exc()
    sekunder = perf_counter() - start
    rapport.refresh_from_db()
    Path(html).write_text(rapport.html, encoding="utf-8")
    return Rapportlinje(
        sekunder=sekunder,
        cpu=_cpu() - foer,
        arbejder_mb=top(resource.getrusage(resource.RUSAGE_SELF)),
        # This process has had one child alone: the one that prints.
        barn_mb=top(resource.getrusage(resource.RUSAGE_CHILDREN)),
        sider=rapport.sider,
    )


def _varm_op(rapporttype: Rapporttype) -> None:
    """Write a report's HTML once, as a worker in operation has done before: templates and queries are then compiled."""
    snapshot = aarlig_status(rapporttype, find_aftale(VIRKELIG), AAR, udgave=1, dag=timezone.localdate())
    rapport_html(snapshot, sha256(snapshot), lambda tekst: None)


def _cpu() -> float:
    """Seconds of CPU that this process and its ended children have used."""
    return sum(
        forbrug.ru_utime + forbrug.ru_stime
        for forbrug in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def top(forbrug: resource.struct_rusage) -> float:
    """The largest resident set in megabytes; Linux counts it in units of 1,024 bytes."""
    return forbrug.ru_maxrss * 1024 / 1e6
