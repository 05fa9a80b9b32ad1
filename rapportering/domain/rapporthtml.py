"""The report as HTML, chapter by chapter, so that one chapter can fail alone."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from rapportering.queries.rapport import Snapshot, kapitelkontekst, rammekontekst

log = structlog.get_logger()


@dataclass(frozen=True)
class Kapiteludgave:
    """A chapter as HTML; `dannet` is False when it prints "mangler" in its place."""

    id: str
    titel: str
    html: SafeString
    dannet: bool


def rapport_html(snapshot: Snapshot, sha256: str, meld: Callable[[str], None]) -> str:
    """Return the whole document for paper; `meld` hears one sentence before each chapter."""
    return render_to_string("rapportering/pdf/rapport.html", rapportkontekst(snapshot, sha256, meld))


def rapportkontekst(snapshot: Snapshot, sha256: str, meld: Callable[[str], None]) -> dict[str, Any]:
    """What page and paper both print: the frame, the chapters, and what is missing."""
    kapitler = []
    for nummer, kapitel in enumerate(snapshot["kapitler"]):
        meld(f"Skriver kapitel {nummer + 1} af {len(snapshot['kapitler'])}: {kapitel['organ']}")
        kapitler.append(_kapitel(snapshot, nummer))
    par = list(zip(snapshot["kapitler"], kapitler, strict=True))
    ikke_dannet = [
        {"hvad": f"Kapitlet {kapitel['organ']}", "ansvarlig": kapitel["ansvarlig"]}
        for kapitel, udgave in par
        if not udgave.dannet
    ]
    return {
        **rammekontekst(snapshot, sha256, [kapitel for kapitel, udgave in par if udgave.dannet]),
        "kapitler": kapitler,
        "mangler": [*snapshot["mangler"], *ikke_dannet],
    }


def _kapitel(snapshot: Snapshot, nummer: int) -> Kapiteludgave:
    kapitel = snapshot["kapitler"][nummer]
    identitet = f"kapitel-{nummer + 1}"
    try:
        kontekst = kapitelkontekst(snapshot, nummer) | {"id": identitet}
        return Kapiteludgave(
            identitet, kapitel["organ"], render_to_string("rapportering/pdf/kapitel.html", kontekst), True
        )
    except Exception:
        # One poisoned chapter must not keep the others from the reader; it is named with the one who can mend it.
        log.exception("kapitel_mangler", kapitel=identitet)
        html = render_to_string("rapportering/pdf/kapitel_mangler.html", {"k": kapitel, "id": identitet})
        return Kapiteludgave(identitet, kapitel["organ"], html, False)
