from datetime import datetime

from django.db import models
from simple_history.models import HistoricalRecords

from organisering.models.organ import Organ
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class MoedeQuerySet(SporetQuerySet["Moede"]):
    def kommende(self, nu: datetime) -> "MoedeQuerySet":
        return self.filter(starter__gte=nu)


class Moede(Sporet):
    """A meeting of a body."""

    class Tilstand(models.TextChoices):
        PLANLAGT = "planlagt", "Planlagt"
        DAGSORDEN_UDSENDT = "dagsorden_udsendt", "Dagsorden udsendt"
        AFHOLDT = "afholdt", "Afholdt"
        REFERAT_UDSENDT = "referat_udsendt", "Referat udsendt"
        REFERAT_GODKENDT = "referat_godkendt", "Referat godkendt"

    organ = models.ForeignKey(Organ, verbose_name="organ", on_delete=models.PROTECT, related_name="moeder")
    starter = models.DateTimeField("tidspunkt")
    sted = Tekst("sted", max_length=200, blank=True)
    tilstand = models.CharField("tilstand", max_length=20, choices=Tilstand, default=Tilstand.PLANLAGT)

    objects = MoedeQuerySet.as_manager()
    historik = HistoricalRecords()

    class Meta:
        verbose_name = "møde"
        verbose_name_plural = "møder"
        ordering = ["starter"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "starter"],
                name="moede_et_ad_gangen",
                violation_error_message="Organet har allerede et møde på det tidspunkt.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organ}, {self.starter:%d.%m.%Y}"
