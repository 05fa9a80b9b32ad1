from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from organisering.models import Aftale, Besoegende
from rapportering.models.tryk import Tryk
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.job import JobQuerySet
from sundhedsaftale.faelles.sporet import Sporet


class Rapporttype(Sporet):
    """A kind of yearly report, for whom."""

    navn = Tekst("navn", max_length=100, unique=True)
    slug = models.SlugField("nøgle", unique=True)
    beskrivelse = Langtekst("beskrivelse", blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "rapporttype"
        verbose_name_plural = "rapporttyper"
        ordering = ["navn"]

    def __str__(self) -> str:
        return self.navn


class AfrapporteringQuerySet(JobQuerySet["Afrapportering"]):
    def udgivne(self) -> "AfrapporteringQuerySet":
        return self.filter(udgivet__isnull=False)

    def synlige_for(self, bruger: Besoegende) -> "AfrapporteringQuerySet":
        """Published editions are everybody's; the rest belongs to the secretariat of the region."""
        if not bruger.is_authenticated:
            return self.udgivne()
        if bruger.is_superuser:
            return self.all()
        return self.filter(Q(udgivet__isnull=False) | Q(aftale__region__in=bruger.sekretariatsregioner))


class Afrapportering(Tryk):
    """An ordered report; published, it is an edition that never changes."""

    MAPPE = "afrapporteringer"
    OPGAVE = "rapportering.tasks.dan"

    type = models.ForeignKey(
        Rapporttype,
        verbose_name="rapporttype",
        on_delete=models.PROTECT,
        related_name="rapporter",
    )
    aftale = models.ForeignKey(
        Aftale,
        verbose_name="aftale",
        on_delete=models.PROTECT,
        related_name="afrapporteringer",
    )
    aar = models.PositiveSmallIntegerField("år")
    bestilt_af = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="bestilt af",
        null=True,
        on_delete=models.PROTECT,
        related_name="afrapporteringer",
    )
    udgave = models.PositiveSmallIntegerField("udgave", null=True, blank=True)
    udgivet = models.DateTimeField("udgivet", null=True, blank=True)
    udgivet_af = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="udgivet af",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="udgivne_afrapporteringer",
    )

    objects = AfrapporteringQuerySet.as_manager()

    class Meta(Tryk.Meta):
        verbose_name = "afrapportering"
        verbose_name_plural = "afrapporteringer"
        ordering = ["-aar", "-bestilt"]
        constraints = [
            *Tryk.Meta.constraints,
            models.UniqueConstraint(
                fields=["type", "aftale", "aar"],
                condition=Q(tilstand__in=["i_koe", "i_gang"]),
                name="afrapportering_en_ad_gangen",
            ),
            models.UniqueConstraint(
                fields=["type", "aftale", "aar", "udgave"],
                name="afrapportering_udgave_unik",
            ),
            models.CheckConstraint(
                condition=Q(udgivet__isnull=True, udgave__isnull=True)
                | Q(udgivet__isnull=False, udgave__isnull=False, tilstand="faerdig"),
                name="afrapportering_udgivet_er_faerdig",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.aar}, {self.aftale}"

    def get_absolute_url(self) -> str:
        return reverse("rapportering:afrapportering-detail", args=[self.uuid])
