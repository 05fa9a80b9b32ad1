"""A meeting's agenda or minutes as HTML for paper, from its frozen data alone."""

from typing import Any

from django.template.loader import render_to_string

from rapportering.domain.moedepakke import Pakke
from rapportering.queries.rapport import Snapshot

INDHOLD_FRA = 6
KOLONNER = {"titel": "Stilling", "rolle": "Rolle", "organisation": "Organisation", "fremmoede": "Fremmøde"}


def moede_html(snapshot: Snapshot, sha256: str, pakke: Pakke | None = None) -> str:
    """Return the whole document; a packet also lists its papers and keeps the pages they are to stand on."""
    return render_to_string("rapportering/pdf/moede/moede.html", _kontekst(snapshot, sha256) | {"pakke": pakke})


def _kontekst(snapshot: Snapshot, sha256: str) -> dict[str, Any]:
    moede = snapshot["moede"]
    kolonner = [navn for navn in KOLONNER if any(deltager[navn] for deltager in snapshot["deltagere"])]
    return {
        "s": snapshot,
        "m": moede,
        "sha256": sha256,
        "titel": f"{snapshot['overskrift']}, {moede['organ']}, {moede['dato']}",
        "udgave": "Offentlig udgave" if snapshot["offentlig"] else "Medlemmernes udgave: ikke til offentliggørelse",
        "med_indhold": len(snapshot["punkter"]) >= INDHOLD_FRA,
        "kolonner": [KOLONNER[navn] for navn in kolonner],
        "deltagere": [
            {"navn": deltager["navn"], "celler": [deltager[navn] for navn in kolonner]}
            for deltager in snapshot["deltagere"]
        ],
    }
