"""Taking a wrong measurement away; what it was stays in the history with the reason."""

from django.db import transaction

from indsatser.models import Maaling
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def slet_maaling(maaling: Maaling, *, begrundelse: str) -> None:
    """Raises Regelbrud without a reason, Versionskonflikt when another has changed it since it was seen."""
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor målingen slettes.")
    if not Maaling.objects.select_for_update().filter(pk=maaling.pk, version=maaling.version).exists():
        raise Versionskonflikt(maaling)
    begrundet(maaling, begrundelse).delete()
