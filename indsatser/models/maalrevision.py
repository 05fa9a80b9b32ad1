from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.maaltal import Maaltal
from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Maalrevision(Sporet):
    """A target that was changed: what it was, what it became, when, why and by which decision."""

    maaltal = models.ForeignKey(Maaltal, verbose_name="måltal", on_delete=models.CASCADE, related_name="revisioner")
    dag = models.DateField("ændret den")
    foer_retning = models.CharField("retning før", max_length=10, choices=Maaltal.Retning)
    foer_maal = models.DecimalField("mål før", max_digits=12, decimal_places=2, null=True, blank=True)
    foer_maaltekst = Tekst("ordlyd før", max_length=200, blank=True)
    foer_maalaar = models.PositiveSmallIntegerField("målår før", null=True, blank=True)
    retning = models.CharField("retning", max_length=10, choices=Maaltal.Retning)
    maal = models.DecimalField("mål", max_digits=12, decimal_places=2, null=True, blank=True)
    maaltekst = Tekst("ordlyd", max_length=200, blank=True)
    maalaar = models.PositiveSmallIntegerField("målår", null=True, blank=True)
    begrundelse = Langtekst("begrundelse")
    besluttet_i = models.ForeignKey(
        Dagsordenspunkt,
        verbose_name="besluttet i",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="maalrevisioner",
    )

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "revision af måltal"
        verbose_name_plural = "revisioner af måltal"
        ordering = ["maaltal", "dag", "pk"]

    def __str__(self) -> str:
        return f"{self.maaltal}, ændret {self.dag:%d.%m.%Y}"
