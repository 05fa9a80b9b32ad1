"""What a decision changes is said while the minutes are written, and carried out when they are approved.

What is the same for every kind stands here; the kinds stand in `domain/virkningsslags.py`.
"""

from typing import TypeVar

from django.db import transaction

from indsatser.models.virkning import Virkning
from organisering.domain.laas import laas_punkt
from organisering.models import Bruger, Dagsordenspunkt

_V = TypeVar("_V", bound=Virkning)


def gem_virkning(virkning: _V, *, bruger: Bruger) -> _V:
    """Save a new one; the caller holds the item."""
    virkning._history_user = bruger
    virkning.save()
    return virkning


@transaction.atomic
def fjern_virkning(virkning: Virkning, *, bruger: Bruger) -> None:
    """Let the decision leave that alone after all. Raises Regelbrud when the minutes are approved."""
    laas_punkt(virkning.punkt)
    virkning._history_user = bruger
    virkning.delete()


def besluttet(punkt: Dagsordenspunkt) -> str:
    """The reason that stands in the history of what was changed."""
    return f"Besluttet: {punkt.henvisning}"
