from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.portefoeljepost import Portefoeljepost
from indsatser.models.virkning import Virkning


class Cellevirkning(Virkning):
    """A cell that a decision gives a state; it is carried out when the minutes are approved."""

    post = models.ForeignKey(
        Portefoeljepost, verbose_name="porteføljepost", on_delete=models.PROTECT, related_name="virkninger"
    )
    aar = models.PositiveSmallIntegerField("år")
    planlagt = models.BooleanField("planlagt")

    historik = HistoricalRecords()

    class Meta(Virkning.Meta):
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
