from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.indsats import Indsats
from organisering.models import Aftale, Besoegende, Dagsordenspunkt, Organ
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class PortefoeljepostQuerySet(SporetQuerySet["Portefoeljepost"]):
    def synlige_for(self, bruger: Besoegende) -> "PortefoeljepostQuerySet":
        return self.filter(
            indsats__aftale__in=Aftale.objects.synlige_for(bruger),
            organ__in=Organ.objects.synlige_for(bruger),
        )


class Portefoeljepost(Sporet):
    """An initiative's place in a body's portfolio. One initiative may stand in several and never becomes a twin."""

    class Rolle(models.TextChoices):
        UDVIKLER = "udvikler", "Udvikler"
        IMPLEMENTERER = "implementerer", "Implementerer"

    organ = models.ForeignKey(Organ, verbose_name="organ", on_delete=models.PROTECT, related_name="poster")
    indsats = models.ForeignKey(Indsats, verbose_name="indsats", on_delete=models.CASCADE, related_name="poster")
    rolle = models.CharField("rolle", max_length=15, choices=Rolle, default=Rolle.UDVIKLER)
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0)

    besluttet_i = models.ForeignKey(
        Dagsordenspunkt,
        verbose_name="placeret ved",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="poster",
        help_text="Den beslutning, der gav indsatsen plads i organets portefølje.",
    )

    objects = PortefoeljepostQuerySet.as_manager()
    historik = HistoricalRecords()

    class Meta:
        verbose_name = "porteføljepost"
        verbose_name_plural = "porteføljeposter"
        ordering = ["organ", "raekkefoelge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "indsats"],
                name="portefoeljepost_en_gang",
                violation_error_message="Indsatsen står allerede i organets portefølje.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indsats} ({self.organ})"
