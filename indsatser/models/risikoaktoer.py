from django.db import models
from simple_history.models import HistoricalRecords

from organisering.models import Aftale
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Risikoaktoer(Sporet):
    """Who does something for the risk groups: one column of figure 1 (rammepapir, 1.1)."""

    aftale = models.ForeignKey(Aftale, verbose_name="aftale", on_delete=models.PROTECT, related_name="risikoaktoerer")
    navn = Tekst("navn", max_length=100)
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "aktør"
        verbose_name_plural = "aktører"
        ordering = ["aftale", "raekkefoelge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["aftale", "navn"],
                name="risikoaktoer_unik_i_aftalen",
                violation_error_message="Aftalen har allerede en aktør med det navn.",
            )
        ]

    def __str__(self) -> str:
        return self.navn
