from django.db import models
from simple_history.models import HistoricalRecords

from organisering.models import Aftale, Moede
from sundhedsaftale.faelles.sporet import Sporet


class Rapporteringsrunde(Sporet):
    """The written status that the groups owe one meeting (kommissorium: "på hvert SOF-møde")."""

    aftale = models.ForeignKey(Aftale, verbose_name="aftale", on_delete=models.PROTECT, related_name="runder")
    moede = models.OneToOneField(Moede, verbose_name="møde", on_delete=models.PROTECT, related_name="runde")
    frist = models.DateField("frist for indsendelse")

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "rapporteringsrunde"
        verbose_name_plural = "rapporteringsrunder"
        ordering = ["-frist"]

    def __str__(self) -> str:
        return f"Status til {self.moede}"
