"""Tasks that stand in no body's portfolio yet: added under the agreement, placed by hand with a reason.

By a decision they are placed as `domain/placeringsvirkning.py` says.
"""

from collections.abc import Iterable

from django.db import transaction

from indsatser.domain.indsats import gem_indsats
from indsatser.domain.laas import laas_aftale
from indsatser.domain.portefoeljepost import tilfoej_post
from indsatser.models import Indsats, Portefoeljepost
from organisering.models import Organ
from sundhedsaftale.faelles.fejl import Regelbrud


def opret_uplaceret(indsats: Indsats, *, begrundelse: str = "") -> None:
    """Add a task under its agreement without a place. Raises Regelbrud when the agreement has one of that title."""
    gem_indsats(indsats, relationer={}, begrundelse=begrundelse)


@transaction.atomic
def placer_uplaceret(indsats: Indsats, organ: Organ, *, aar: Iterable[int], begrundelse: str) -> Portefoeljepost:
    """Put the task in a body's portfolio without a decision of the portal's; the reason says what it rests on."""
    laas_aftale(indsats.aftale)
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvad placeringen hviler på.")
    if indsats.poster.exists():
        raise Regelbrud("Opgaven er allerede placeret.")
    return tilfoej_post(indsats, organ, aar=aar, begrundelse=begrundelse)
