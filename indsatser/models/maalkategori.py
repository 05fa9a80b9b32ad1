from django.db import models
from simple_history.models import HistoricalRecords

from organisering.models import Organisation
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Maalkategori(Sporet):
    """A heading that targets of several agreements can stand under: a national goal, a region's pejlemærke."""

    samling = Tekst("samling", max_length=100, help_text="Fx De 8 nationale mål.")
    nummer = models.PositiveSmallIntegerField("nummer")
    navn = Tekst("navn", max_length=200, blank=True, help_text="Tomt, når ordlyden ikke er fundet endnu.")
    region = models.ForeignKey(
        Organisation,
        verbose_name="region",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="maalkategorier",
        help_text="Tomt for en samling, der gælder hele landet.",
    )
    kilde = Tekst("kilde", max_length=300, blank=True)
    kildeadresse = models.URLField("kildens adresse", max_length=500, blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "målkategori"
        verbose_name_plural = "målkategorier"
        ordering = ["samling", "nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["samling", "nummer"],
                name="maalkategori_nummer_en_gang",
                violation_error_message="Samlingen har allerede en kategori med det nummer.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.samling}, {self.nummer}. {self.navn}" if self.navn else f"{self.samling}, {self.nummer}"
