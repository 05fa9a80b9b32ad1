from django.db import models
from simple_history.models import HistoricalRecords

from organisering.models import Aftale, Organisation
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Spor(Sporet):
    """A track in which an agreement is carried out, and the organisations that do it (rammepapir, 4)."""

    aftale = models.ForeignKey(Aftale, verbose_name="aftale", on_delete=models.PROTECT, related_name="spor")
    navn = Tekst("navn", max_length=150)
    beskrivelse = Langtekst("beskrivelse", blank=True)
    organisationer = models.ManyToManyField(
        Organisation, verbose_name="organisationer", blank=True, related_name="spor"
    )
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0)

    historik = HistoricalRecords(m2m_fields=[organisationer])

    class Meta:
        verbose_name = "spor"
        verbose_name_plural = "spor"
        ordering = ["aftale", "raekkefoelge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["aftale", "navn"],
                name="spor_unikt_i_aftalen",
                violation_error_message="Aftalen har allerede et spor med det navn.",
            )
        ]

    def __str__(self) -> str:
        return self.navn
