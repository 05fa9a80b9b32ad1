from django.db import models
from simple_history.models import HistoricalRecords

from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Niveau(Sporet):
    """A rung of the ladder of bodies: politisk, administrativt, lokalt and whatever a reform brings."""

    nummer = models.PositiveSmallIntegerField("nummer", unique=True, help_text="1 er øverst på stigen.")
    navn = Tekst("navn", max_length=100, unique=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "niveau"
        verbose_name_plural = "niveauer"
        ordering = ["nummer"]

    def __str__(self) -> str:
        return f"{self.nummer}. {self.navn}"
