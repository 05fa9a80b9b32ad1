from django.db import models
from simple_history.models import HistoricalRecords

from organisering.models import Medlemskab
from rapportering.models.statusrapport import Statusrapport
from sundhedsaftale.faelles.felter import Langtekst
from sundhedsaftale.faelles.sporet import Sporet


class Underskrift(Sporet):
    """One chair stands behind a submitted report, or states where the parties differ (kommissorium, Kompetencer)."""

    statusrapport = models.ForeignKey(
        Statusrapport,
        verbose_name="statusrapport",
        on_delete=models.CASCADE,
        related_name="underskrifter",
    )
    medlemskab = models.ForeignKey(
        Medlemskab,
        verbose_name="formand",
        on_delete=models.PROTECT,
        related_name="underskrifter",
    )
    tidspunkt = models.DateTimeField("tidspunkt")
    uenighed = Langtekst(
        "uenighed",
        blank=True,
        help_text="Uenighed mellem parterne fremgår af rapporten.",
    )

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "underskrift"
        verbose_name_plural = "underskrifter"
        ordering = ["tidspunkt"]
        constraints = [
            models.UniqueConstraint(
                fields=["statusrapport", "medlemskab"],
                name="underskrift_en_gang",
                violation_error_message="Formanden har allerede skrevet under.",
            )
        ]

    def __str__(self) -> str:
        return str(self.medlemskab)
