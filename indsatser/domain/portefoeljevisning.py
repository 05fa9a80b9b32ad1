"""Forgetting a saved view of a portfolio."""

from django.db import transaction

from indsatser.models import Portefoeljevisning
from sundhedsaftale.faelles.fejl import Versionskonflikt


@transaction.atomic
def slet_portefoeljevisning(visning: Portefoeljevisning, *, version: int) -> None:
    """Delete it as it was seen, perhaps shared with others since. Raises Versionskonflikt."""
    gemt = Portefoeljevisning.objects.select_for_update().filter(pk=visning.pk, version=version).first()
    if gemt is None:
        raise Versionskonflikt(visning)
    gemt.delete()
