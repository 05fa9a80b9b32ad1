from django.db import models

from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.sporet import Sporet


class Virkning(Sporet):
    """Abstract: something a decision changes; it is carried out when the minutes are approved."""

    punkt = models.ForeignKey(
        Dagsordenspunkt, verbose_name="punkt", on_delete=models.CASCADE, related_name="%(class)ser"
    )
    udfoert = models.DateTimeField("udført", null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        base_manager_name = "objects"
