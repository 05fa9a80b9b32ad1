"""One line of the access table, and the answers that many lines share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sundhedsaftale.tests.verden import ROLLER, Verden


@dataclass(frozen=True)
class Raekke:
    """`svar` holds one status for each of ROLLER."""

    navn: str
    metode: str
    svar: tuple[int, ...]
    args: Callable[[Verden], list[Any]] = lambda verden: []
    sted: str = ""


def alle(status: int) -> tuple[int, ...]:
    return (status,) * len(ROLLER)


#              anonym fremmed medlem sekretaer formand sekretariat administrator
SEKRETARIAT = (302, 403, 403, 403, 403, 200, 200)
SEKRETARIAT_POST = (302, 403, 403, 403, 403, 422, 422)
LOGGET_IND = (302, 200, 200, 200, 200, 200, 200)
GRUPPEN_LAESER = (302, 404, 404, 200, 200, 200, 200)
GRUPPEN_SKRIVER = (302, 404, 404, 200, 200, 403, 200)
GRUPPEN_OG_SOF_LAESER = (302, 404, 200, 200, 200, 200, 200)
UKENDT = (404, 404, 404, 404, 404, 404, 200)
