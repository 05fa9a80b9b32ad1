from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.maaltal import Maaltal
from indsatser.models.virkning import Virkning
from sundhedsaftale.faelles.felter import Tekst


class Maalvirkning(Virkning):
    """A target that a decision gives a new figure; an empty `maal` means "ikke fastsat"."""

    maaltal = models.ForeignKey(Maaltal, verbose_name="måltal", on_delete=models.PROTECT, related_name="virkninger")
    retning = models.CharField("retning", max_length=10, choices=Maaltal.Retning)
    maal = models.DecimalField("mål", max_digits=12, decimal_places=2, null=True, blank=True)
    maaltekst = Tekst("aftalt ordlyd", max_length=200, blank=True)
    maalaar = models.PositiveSmallIntegerField("målår", null=True, blank=True)

    historik = HistoricalRecords()

    class Meta(Virkning.Meta):
        verbose_name = "beslutnings virkning på et måltal"
        verbose_name_plural = "beslutningers virkninger på måltal"
        ordering = ["punkt", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["punkt", "maaltal"],
                name="maalvirkning_en_gang",
                violation_error_message="Beslutningen ændrer allerede det måltal.",
            )
        ]

    def __str__(self) -> str:
        return f"Nyt mål for {self.maaltal}"
