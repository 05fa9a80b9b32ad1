"""Rows of a fixture table, and the cell texts as values."""

import csv
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.conf import settings

from sundhedsaftale.faelles.dansk import laes_tal
from sundhedsaftale.faelles.historik import begrundet
from sundhedsaftale.faelles.sporet import Sporet

AARSAG = "Grunddata indlæst"
Raekke = dict[str, str]
_T = TypeVar("_T")
_S = TypeVar("_S", bound=Sporet)


def laes(navn: str) -> list[Raekke]:
    """Return the rows of `fixtures/<navn>.csv` in the order they stand."""
    with (settings.BASE_DIR / "fixtures" / f"{navn}.csv").open(encoding="utf-8-sig", newline="") as fil:
        return list(csv.DictReader(fil, delimiter=";"))


def gem(objekt: _S, aarsag: str = AARSAG) -> _S:
    """Check and insert one row; its history says where it came from."""
    objekt.full_clean()
    begrundet(objekt, aarsag).save()
    return objekt


def ja(celle: str) -> bool:
    """Read ja or nej strictly. Raises KeyError for anything else."""
    return {"ja": True, "nej": False}[celle]


def dato(celle: str) -> date | None:
    return date.fromisoformat(celle) if celle else None


def heltal(celle: str) -> int | None:
    return int(celle) if celle else None


def tal(celle: str) -> Decimal | None:
    return laes_tal(celle) if celle else None


def noegler(celle: str) -> list[str]:
    """Split a cell that names several rows of another table."""
    return celle.split("|") if celle else []


def eventuel(opslag: Mapping[str, _T], noegle: str) -> _T | None:
    """Look up a key that may be empty. Raises KeyError for a key that no row has."""
    return opslag[noegle] if noegle else None
