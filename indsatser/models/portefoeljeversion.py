import uuid

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from organisering.models import Aftale, Besoegende, Moede, Organ
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class PortefoeljeversionQuerySet(SporetQuerySet["Portefoeljeversion"]):
    def synlige_for(self, bruger: Besoegende) -> "PortefoeljeversionQuerySet":
        synlige = Organ.objects.synlige_for(bruger)
        return self.filter(aftale__in=Aftale.objects.synlige_for(bruger)).filter(
            models.Q(organ__isnull=True) | models.Q(organ__in=synlige)
        )


class Portefoeljeversion(Sporet):
    """A named point in time, such as "forelagt DAK 12.03.2021": the portfolio as it stood then.

    Without a body it is the whole agreement's.
    """

    uuid = models.UUIDField("offentlig nøgle", default=uuid.uuid4, unique=True, editable=False)
    aftale = models.ForeignKey(
        Aftale, verbose_name="aftale", on_delete=models.PROTECT, related_name="portefoeljeversioner"
    )
    organ = models.ForeignKey(
        Organ,
        verbose_name="organ",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="portefoeljeversioner",
    )
    navn = Tekst("navn", max_length=150)
    tidspunkt = models.DateTimeField("tidspunkt")
    moede = models.ForeignKey(
        Moede,
        verbose_name="forelagt på",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="portefoeljeversioner",
    )
    bemaerkning = Tekst("bemærkning", max_length=300, blank=True)

    objects = PortefoeljeversionQuerySet.as_manager()
    historik = HistoricalRecords()

    class Meta:
        verbose_name = "porteføljeversion"
        verbose_name_plural = "porteføljeversioner"
        ordering = ["-tidspunkt", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["aftale", "navn"],
                name="portefoeljeversion_navn_unikt_i_aftalen",
                violation_error_message="Aftalen har allerede en version med det navn.",
            )
        ]

    def __str__(self) -> str:
        return self.navn

    def get_absolute_url(self) -> str:
        return reverse("indsatser:portefoeljeversion-detail", args=[self.uuid])
