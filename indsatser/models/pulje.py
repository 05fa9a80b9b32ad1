from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from organisering.models import Aftale, Besoegende, Dagsordenspunkt
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class PuljeQuerySet(SporetQuerySet["Pulje"]):
    def synlige_for(self, bruger: Besoegende) -> "PuljeQuerySet":
        return self.filter(aftale__in=Aftale.objects.synlige_for(bruger))


class Pulje(Sporet):
    """Money set aside for one year under an agreement, in mio. kr. as the source prints it.

    The parts and what is left are to add up to `beloeb`; a difference is shown, never mended.
    """

    aftale = models.ForeignKey(Aftale, verbose_name="aftale", on_delete=models.PROTECT, related_name="puljer")
    navn = Tekst("navn", max_length=200)
    aar = models.PositiveSmallIntegerField("år")
    beloeb = models.DecimalField("beløb (mio. kr.)", max_digits=9, decimal_places=2)
    omtrentligt = models.BooleanField("omtrentligt beløb", default=False, help_text="Kilden skriver ca.")
    fri_oplyst = models.DecimalField(
        "frie midler ifølge kilden (mio. kr.)",
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Tomt, når kilden ikke siger det. Så er resten det frie.",
    )
    kilde = Tekst("kilde", max_length=300, blank=True)
    bemaerkning = Langtekst("bemærkning", blank=True)
    besluttet_i = models.ForeignKey(
        Dagsordenspunkt,
        verbose_name="besluttet i",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="puljer",
    )

    soegetekst = Soegefelt(fra=("navn", "bemaerkning"))

    objects = PuljeQuerySet.as_manager()
    historik = HistoricalRecords(excluded_fields=["soegetekst"])

    class Meta:
        verbose_name = "pulje"
        verbose_name_plural = "puljer"
        ordering = ["-aar", "navn"]
        constraints = [
            models.UniqueConstraint(
                fields=["aftale", "navn", "aar"],
                name="pulje_en_pr_aar",
                violation_error_message="Aftalen har allerede en pulje med det navn i det år.",
            ),
            models.CheckConstraint(
                condition=models.Q(beloeb__gte=0),
                name="pulje_beloeb_ikke_negativt",
                violation_error_message="Beløbet kan ikke være negativt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.navn} {self.aar}"

    def get_absolute_url(self) -> str:
        return reverse("indsatser:pulje-detail", args=[self.pk])
