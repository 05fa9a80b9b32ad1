from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.indsats import Indsats
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Milepael(Sporet):
    """A milestone of an initiative: when it was planned, when it is expected now, when it was reached."""

    indsats = models.ForeignKey(Indsats, verbose_name="indsats", on_delete=models.CASCADE, related_name="milepaele")
    titel = Tekst("titel", max_length=200)
    planlagt = models.DateField("planlagt", null=True, blank=True)
    forventet = models.DateField("forventet", null=True, blank=True)
    naaet = models.DateField("nået", null=True, blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "milepæl"
        verbose_name_plural = "milepæle"
        ordering = ["indsats", "planlagt", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indsats", "titel"],
                name="milepael_unik_i_indsatsen",
                violation_error_message="Indsatsen har allerede en milepæl med den titel.",
            )
        ]

    def __str__(self) -> str:
        return self.titel
