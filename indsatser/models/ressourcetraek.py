from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.portefoeljepost import Portefoeljepost
from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.sporet import Sporet


class Ressourcetraek(Sporet):
    """One cell of the matrix: whether an initiative is expected to draw resources that year, and how much."""

    post = models.ForeignKey(
        Portefoeljepost,
        verbose_name="porteføljepost",
        on_delete=models.CASCADE,
        related_name="traek",
    )
    aar = models.PositiveSmallIntegerField("år")
    planlagt = models.BooleanField("planlagt", default=False)
    beloeb = models.DecimalField("beløb (mio. kr.)", max_digits=9, decimal_places=2, null=True, blank=True)
    realiseret = models.BooleanField(
        "trak ressourcer", null=True, blank=True, help_text="Tomt, når det endnu ikke er gjort op."
    )
    faktisk = models.DecimalField("faktisk (mio. kr.)", max_digits=9, decimal_places=2, null=True, blank=True)

    besluttet_i = models.ForeignKey(
        Dagsordenspunkt,
        verbose_name="besluttet i",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="ressourcetraek",
        help_text="Den beslutning, der gav året den tilstand, det har nu.",
    )

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "ressourcetræk"
        verbose_name_plural = "ressourcetræk"
        ordering = ["post", "aar"]
        constraints = [
            models.UniqueConstraint(
                fields=["post", "aar"],
                name="ressourcetraek_en_pr_aar",
                violation_error_message="Året står allerede på rækken.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.post}, {self.aar}"
