from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.risikoaktoer import Risikoaktoer
from indsatser.models.risikogruppe import Risikogruppe
from sundhedsaftale.faelles.felter import Langtekst
from sundhedsaftale.faelles.sporet import Sporet


class Risikoindsats(Sporet):
    """What one actor does for one risk group: one cell of figure 1 (rammepapir, 1.1)."""

    gruppe = models.ForeignKey(
        Risikogruppe, verbose_name="risikogruppe", on_delete=models.CASCADE, related_name="indsatsfelter"
    )
    aktoer = models.ForeignKey(
        Risikoaktoer, verbose_name="aktør", on_delete=models.CASCADE, related_name="indsatsfelter"
    )
    tekst = Langtekst("indsatser", blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "risikogruppes indsatser"
        verbose_name_plural = "risikogruppers indsatser"
        ordering = ["gruppe", "aktoer"]
        constraints = [models.UniqueConstraint(fields=["gruppe", "aktoer"], name="risikoindsats_et_felt")]

    def __str__(self) -> str:
        return f"{self.gruppe}, {self.aktoer}"
