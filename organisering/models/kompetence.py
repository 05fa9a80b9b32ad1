from simple_history.models import HistoricalRecords

from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Kompetence(Sporet):
    """What a member must bring into a body, such as sundhedsteknologi or monitorering (tillæg 2019-2023)."""

    navn = Tekst("navn", max_length=100, unique=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "kompetence"
        verbose_name_plural = "kompetencer"
        ordering = ["navn"]

    def __str__(self) -> str:
        return self.navn
