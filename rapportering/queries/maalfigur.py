"""The small curve of one target, read from a frozen snapshot; the numbers themselves are written beside it."""

from decimal import Decimal
from typing import Any

from indsatser.queries.maalkurve import LILLE, Kurve, Kurvemaal, Kurvepunkt, tegn_kurve


def maalfigur(maaltal: dict[str, Any]) -> Kurve | None:
    """Return the figure of one target of a snapshot, or None when there are fewer than two measurements."""
    punkter = [
        # Snapshots frozen before a point told whether it was provisional have no such key.
        Kurvepunkt(m["aar"], m["vaerdi"], Decimal(m["tal"]), m["databrud"], m.get("foreloebig", False))
        for m in maaltal["maalinger"]
    ]
    graense = maaltal["maalgraense"]
    maal = Kurvemaal(maaltal["maal"], Decimal(graense) if graense else None, maaltal.get("maalaar"))
    return tegn_kurve(maaltal["betegnelse"], punkter, maal, form=LILLE)
