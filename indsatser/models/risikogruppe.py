from django.db import models
from simple_history.models import HistoricalRecords

from organisering.models import Aftale
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Risikogruppe(Sporet):
    """A patient risk group: whom it covers, within which horizon, and which efforts fit (rammepapir, 1.1)."""

    aftale = models.ForeignKey(
        Aftale,
        verbose_name="aftale",
        on_delete=models.PROTECT,
        related_name="risikogrupper",
    )
    navn = Tekst("navn", max_length=100)
    niveau = models.PositiveSmallIntegerField("niveau", help_text="1 er den laveste risiko.")
    definition = Langtekst("definition", blank=True)
    horisont = Tekst("tidshorisont", max_length=200, blank=True)
    relevante_indsatser = Langtekst("relevante indsatser", blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "risikogruppe"
        verbose_name_plural = "risikogrupper"
        ordering = ["aftale", "niveau"]
        constraints = [
            models.UniqueConstraint(
                fields=["aftale", "navn"],
                name="risikogruppe_unik_i_aftalen",
                violation_error_message="Aftalen har allerede en risikogruppe med det navn.",
            )
        ]

    def __str__(self) -> str:
        return self.navn
