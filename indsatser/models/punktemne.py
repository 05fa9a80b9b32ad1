from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from indsatser.models.indsats import Indsats
from indsatser.models.maalsaetning import Maalsaetning
from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.sporet import Sporet


class Punktemne(Sporet):
    """What an agenda item concerns: an initiative or a målsætning."""

    punkt = models.ForeignKey(Dagsordenspunkt, verbose_name="punkt", on_delete=models.CASCADE, related_name="emner")
    indsats = models.ForeignKey(
        Indsats, verbose_name="indsats", null=True, blank=True, on_delete=models.PROTECT, related_name="punktemner"
    )
    maalsaetning = models.ForeignKey(
        Maalsaetning,
        verbose_name="målsætning",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="punktemner",
    )

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "punkts emne"
        verbose_name_plural = "punkters emner"
        ordering = ["punkt", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(indsats__isnull=False, maalsaetning__isnull=True)
                | Q(indsats__isnull=True, maalsaetning__isnull=False),
                name="punktemne_et_ad_gangen",
                violation_error_message="Vælg enten en indsats eller en målsætning.",
            ),
            models.UniqueConstraint(fields=["punkt", "indsats"], name="punktemne_indsats_en_gang"),
            models.UniqueConstraint(fields=["punkt", "maalsaetning"], name="punktemne_maalsaetning_en_gang"),
        ]

    def __str__(self) -> str:
        return str(self.indsats or self.maalsaetning)
