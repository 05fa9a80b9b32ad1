from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from organisering.models import Organisation
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class MaalkategoriQuerySet(SporetQuerySet["Maalkategori"]):
    def for_region(self, region_id: int) -> "MaalkategoriQuerySet":
        """Those of the whole country and the region's own."""
        return self.filter(Q(region__isnull=True) | Q(region=region_id))


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

    objects = MaalkategoriQuerySet.as_manager()
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

    def get_absolute_url(self) -> str:
        return reverse("indsatser:maalkategori-detail", args=[self.pk])

    @property
    def kaldes(self) -> str:
        """Its words, or that they are not found."""
        return f"{self.nummer}. {self.navn}" if self.navn else f"{self.nummer}. Ordlyden er ikke fundet"

    def __str__(self) -> str:
        return f"{self.samling}, {self.nummer}. {self.navn}" if self.navn else f"{self.samling}, {self.nummer}"
