from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.portefoeljepost import Portefoeljepost
from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.sporet import Sporet


class Cellevirkning(Sporet):
    """A cell that a decision gives a state; it is carried out when the minutes are approved."""

    punkt = models.ForeignKey(
        Dagsordenspunkt, verbose_name="punkt", on_delete=models.CASCADE, related_name="cellevirkninger"
    )
    post = models.ForeignKey(
        Portefoeljepost, verbose_name="porteføljepost", on_delete=models.PROTECT, related_name="virkninger"
    )
    aar = models.PositiveSmallIntegerField("år")
    planlagt = models.BooleanField("planlagt")
    udfoert = models.DateTimeField("udført", null=True, blank=True, editable=False)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "beslutnings virkning på et år"
        verbose_name_plural = "beslutningers virkninger på år"
        ordering = ["punkt", "post", "aar"]
        constraints = [
            models.UniqueConstraint(
                fields=["punkt", "post", "aar"],
                name="cellevirkning_en_gang",
                violation_error_message="Beslutningen ændrer allerede det år for indsatsen.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.aar}: {'X' if self.planlagt else 'intet X'} for {self.post}"
