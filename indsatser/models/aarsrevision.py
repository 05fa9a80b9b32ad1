from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from indsatser.models.indsats import Indsats
from organisering.models import Aftale
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Aarsrevision(Sporet):
    """The yearly walk through all initiatives of an agreement (tillæg, "Overblik over indsatser")."""

    aftale = models.ForeignKey(Aftale, verbose_name="aftale", on_delete=models.PROTECT, related_name="aarsrevisioner")
    aar = models.PositiveSmallIntegerField("år")
    afsluttet_den = models.DateField("afsluttet den", null=True, blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "årsrevision"
        verbose_name_plural = "årsrevisioner"
        ordering = ["aftale", "-aar"]
        constraints = [
            models.UniqueConstraint(
                fields=["aftale", "aar"],
                name="aarsrevision_en_pr_aar",
                violation_error_message="Aftalen har allerede en revision for det år.",
            )
        ]

    def __str__(self) -> str:
        return f"Revision {self.aar}, {self.aftale}"

    def get_absolute_url(self) -> str:
        return reverse("indsatser:aarsrevision-detail", args=[self.aftale.slug, self.aar])

    @property
    def kort(self) -> str:
        """What it is called among the agreement's own."""
        return f"Revision {self.aar}"


class Revisionsvalg(Sporet):
    """What the revision says of one initiative. "Uændret" is an answer; no row is none yet."""

    class Valg(models.TextChoices):
        BEHOLD = "behold", "Uændret"
        AENDRET = "aendret", "Ændret"
        AFSLUT = "afslut", "Afsluttet"
        OVERDRAG = "overdrag", "Overdraget"

    revision = models.ForeignKey(Aarsrevision, verbose_name="revision", on_delete=models.CASCADE, related_name="valg")
    indsats = models.ForeignKey(Indsats, verbose_name="indsats", on_delete=models.CASCADE, related_name="revisionsvalg")
    valg = models.CharField("valg", max_length=10, choices=Valg)
    bemaerkning = Tekst("bemærkning", max_length=300, blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "valg i årsrevision"
        verbose_name_plural = "valg i årsrevisioner"
        ordering = ["revision", "indsats"]
        constraints = [models.UniqueConstraint(fields=["revision", "indsats"], name="revisionsvalg_et_pr_indsats")]

    def __str__(self) -> str:
        return f"{self.indsats}: {self.get_valg_display()}"
