"""The shapes that the report's templates print, read from a frozen snapshot alone."""

import hashlib
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from sundhedsaftale.faelles.dansk import HAARDT_MELLEMRUM, dato

Snapshot = dict[str, Any]
BREDEST = 8


def kanonisk(snapshot: Snapshot) -> bytes:
    return json.dumps(snapshot, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def sha256(snapshot: Snapshot) -> str:
    return hashlib.sha256(kanonisk(snapshot)).hexdigest()


@cache
def skabelonversion() -> str:
    """A hash of everything that shapes the report, so that a changed template never passes for the old one."""
    samlet = hashlib.sha256()
    for rod in (
        settings.BASE_DIR / "templates" / "rapportering" / "pdf",
        settings.BASE_DIR / "templates" / "indsatser" / "maaltal",
        settings.BASE_DIR / "static" / "pdf",
    ):
        for fil in sorted(sti for sti in Path(rod).rglob("*") if sti.is_file()):
            samlet.update(str(fil.relative_to(rod)).encode() + b"\0" + fil.read_bytes() + b"\0")
    return samlet.hexdigest()[:12]


def rammekontekst(snapshot: Snapshot, sha: str, kapitler: list[dict[str, Any]]) -> dict[str, Any]:
    """What the parts round the chapters print: cover, summary, colophon; it counts only `kapitler`."""
    aftale = snapshot["aftale"]
    return {
        "s": snapshot,
        "titel": f"{snapshot['rapporttype']['titel']} {snapshot['aar']}, {aftale['titel']}",
        "tal": _tal(kapitler, snapshot["aar"]),
        "pr_dato": _dansk_dato(snapshot["pr_dato"]),
        "aftaleperiode": aftale["periode"],
        "skabelonversion": skabelonversion(),
        "sha256": sha,
    }


def kapitelkontekst(snapshot: Snapshot, nummer: int) -> dict[str, Any]:
    """What one chapter prints; `nummer` counts from 0."""
    kapitel = snapshot["kapitler"][nummer]
    matrixaar = _matrixaar(snapshot["aftale"]["aar"], snapshot["aar"])
    return {
        "s": snapshot,
        "k": kapitel,
        "matrixaar": matrixaar,
        "kurver": any(len(m["maalinger"]) > 1 for maal in kapitel["maalsaetninger"] for m in maal["maaltal"]),
        "matrix": [
            {
                "titel": raekke["titel"],
                "slags": raekke["slags"],
                "celler": [
                    {
                        "traek": raekke["aar"].get(str(aar), False),
                        "rapportaar": aar == snapshot["aar"],
                    }
                    for aar in matrixaar
                ],
            }
            for raekke in kapitel["matrix"]
        ],
    }


def _matrixaar(alle: list[int], rapportaar: int) -> list[int]:
    """The years a page has room for; of a longer agreement those round the report's year."""
    foerste = min(max(alle.index(rapportaar) - BREDEST // 2, 0), max(len(alle) - BREDEST, 0))
    return alle[foerste : foerste + BREDEST]


def _dansk_dato(iso: str) -> str:
    """A date that is never broken over two lines."""
    return dato(date.fromisoformat(iso)).replace(" ", HAARDT_MELLEMRUM)


def _tal(kapitler: list[dict[str, Any]], aar: int) -> dict[str, Any]:
    maaltal = [m for kapitel in kapitler for maal in kapitel["maalsaetninger"] for m in maal["maaltal"]]
    return {
        "maaltal": len(maaltal),
        "naaede": sum(m["tilstand"] == "naaet" for m in maaltal),
        "tilstande": _tilstande(maaltal),
        "organer": [{"organ": kapitel["organ"], **_optael(kapitel["matrix"], aar)} for kapitel in kapitler],
        "i_alt": _optael([raekke for kapitel in kapitler for raekke in kapitel["matrix"]], aar),
    }


def _tilstande(maaltal: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Count per state in the order a reader asks: reached first, unknown last."""
    grupper: dict[str, dict[str, Any]] = {}
    for m in sorted(maaltal, key=lambda m: m["orden"]):
        gruppe = grupper.setdefault(
            m["tilstand"],
            {"slug": m["tilstand"], "tekst": m["tilstandsnavn"], "antal": 0},
        )
        gruppe["antal"] += 1
    return list(grupper.values())


def _optael(raekker: list[dict[str, Any]], aar: int) -> dict[str, int]:
    """Count initiatives once each; one that two bodies share draws on the year when either row does."""
    titler = {raekke["titel"] for raekke in raekker}
    nye = {raekke["titel"] for raekke in raekker if raekke["er_ny"]}
    traek = {raekke["titel"] for raekke in raekker if raekke["aar"].get(str(aar), False)}
    return {"indsatser": len(titler), "nye": len(nye), "traek": len(traek)}
