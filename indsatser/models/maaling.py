from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.maaltal import MINDST_ANTAL, Maaltal
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Maaling(Sporet):
    """A measured value of a `Maaltal` for one year, with where it comes from."""

    maaltal = models.ForeignKey(
        Maaltal,
        verbose_name="måltal",
        on_delete=models.PROTECT,
        related_name="maalinger",
    )
    aar = models.PositiveSmallIntegerField("år")
    periode = Tekst("periode", max_length=60, blank=True, help_text="Når det er andet end hele året, fx 1. halvår.")
    vaerdi = models.DecimalField("værdi", max_digits=12, decimal_places=2)
    antal = models.PositiveIntegerField(
        "antal bag tallet", null=True, blank=True, help_text="Tal, der bygger på under 5, vises ikke offentligt."
    )
    kilde = Tekst("kilde", max_length=300)
    kildeadresse = models.URLField("kildens adresse", max_length=500, blank=True)
    databrud = models.BooleanField("databrud", default=False)
    foreloebig = models.BooleanField("foreløbig", default=False)
    bemaerkning = Tekst("bemærkning", max_length=300, blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "måling"
        verbose_name_plural = "målinger"
        ordering = ["maaltal", "aar"]
        constraints = [
            models.UniqueConstraint(
                fields=["maaltal", "aar"],
                name="maaling_en_pr_aar",
                violation_error_message="Der er allerede en måling for det år.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.maaltal}, {self.aar}"

    @property
    def er_lille(self) -> bool:
        """Builds on fewer than five, so that only the region's own may see it."""
        return (self.antal is not None and self.antal < MINDST_ANTAL) or self.maaltal.er_lille(self.vaerdi)

    @property
    def tid(self) -> str:
        """The year, and the part of it when the figure is not of the whole."""
        return f"{self.aar}, {self.periode}" if self.periode else str(self.aar)
