"""The kinds of things a decision changes.

A new kind is a model, one file in `queries`, `domain` and `forms`, and a line in the list of each.
"""

from typing import Any

from indsatser.queries.cellevirkning import CELLER
from indsatser.queries.disponeringsvirkning import DISPONERINGER
from indsatser.queries.maalvirkning import MAALTAL
from indsatser.queries.placeringsvirkning import PLACERINGER
from indsatser.queries.virkning import Virkningsslags

SLAGS: tuple[Virkningsslags[Any], ...] = (PLACERINGER, CELLER, MAALTAL, DISPONERINGER)
EFTER_NOEGLE = {slags.noegle: slags for slags in SLAGS}
