"""The report as one HTML document, chapter by chapter, so that one chapter can fail alone."""

from collections.abc import Callable
from typing import Any

import structlog
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from rapportering.queries.rapport import Snapshot, kapitelkontekst, rammekontekst

log = structlog.get_logger()


def rapport_html(snapshot: Snapshot, sha256: str, meld: Callable[[str], None]) -> str:
    """Return the whole document; `meld` hears one sentence before each chapter."""
    kapitler: list[dict[str, Any]] = []
    mangler = list(snapshot["mangler"])
    for nummer, kapitel in enumerate(snapshot["kapitler"]):
        meld(f"Skriver kapitel {nummer + 1} af {len(snapshot['kapitler'])}: {kapitel['organ']}")
        identitet = f"kapitel-{nummer + 1}"
        try:
            html = _del("kapitel", kapitelkontekst(snapshot, nummer))
        except Exception:
            # One poisoned chapter must not keep the others from the reader; it is named with the one who can mend it.
            log.exception("kapitel_mangler", kapitel=identitet)
            html = _del("kapitel_mangler", {"k": kapitel, "id": identitet})
            mangler.append({"hvad": f"Kapitlet {kapitel['organ']}", "ansvarlig": kapitel["ansvarlig"]})
        kapitler.append({"id": identitet, "titel": kapitel["organ"], "html": html})
    return _del("rapport", {**rammekontekst(snapshot, sha256), "mangler": mangler, "kapitler": kapitler})


def _del(navn: str, kontekst: dict[str, Any]) -> SafeString:
    return render_to_string(f"rapportering/pdf/{navn}.html", kontekst)
