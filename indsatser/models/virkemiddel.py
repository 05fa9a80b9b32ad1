from django.db import models
from simple_history.models import HistoricalRecords

from organisering.models import Aftale
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Virkemiddel(Sporet):
    """A political means of the agreement, such as "Sæt borgeren først"; initiatives say which they use."""

    aftale = models.ForeignKey(Aftale, verbose_name="aftale", on_delete=models.PROTECT, related_name="virkemidler")
    navn = Tekst("navn", max_length=100)
    beskrivelse = Langtekst("beskrivelse", blank=True)
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "virkemiddel"
        verbose_name_plural = "virkemidler"
        ordering = ["aftale", "raekkefoelge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["aftale", "navn"],
                name="virkemiddel_unikt_i_aftalen",
                violation_error_message="Aftalen har allerede et virkemiddel med det navn.",
            )
        ]

    def __str__(self) -> str:
        return self.navn
