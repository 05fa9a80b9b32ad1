from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from organisering.models.aftale import Aftale
from organisering.models.bruger import Besoegende
from organisering.models.organisation import Organisation
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet

_GODKENDT = Q(tilstand__in=["godkendt", "indsendt"])


class AftaleversionQuerySet(SporetQuerySet["Aftaleversion"]):
    def synlige_for(self, bruger: Besoegende) -> "AftaleversionQuerySet":
        """Versions that are approved by all are everybody's; the rest belongs to the secretariat of the region."""
        synlige = self.filter(aftale__in=Aftale.objects.synlige_for(bruger))
        if not bruger.is_authenticated:
            return synlige.godkendte()
        if bruger.is_superuser:
            return synlige
        return synlige.filter(_GODKENDT | Q(aftale__region__in=bruger.sekretariatsregioner))

    def godkendte(self) -> "AftaleversionQuerySet":
        return self.filter(_GODKENDT)


class Aftaleversion(Sporet):
    """One version of an agreement and its way through the parties to Sundhedsstyrelsen; its address never changes."""

    class Tilstand(models.TextChoices):
        UDKAST = "udkast", "Udkast"
        HOS_PARTERNE = "hos_parterne", "Til godkendelse hos parterne"
        GODKENDT = "godkendt", "Endeligt godkendt"
        INDSENDT = "indsendt", "Indsendt til Sundhedsstyrelsen"

    aftale = models.ForeignKey(Aftale, verbose_name="aftale", on_delete=models.PROTECT, related_name="versioner")
    tilstand = models.CharField("tilstand", max_length=15, choices=Tilstand, default=Tilstand.UDKAST, editable=False)
    nummer = models.PositiveSmallIntegerField("nummer")
    journalnummer = Tekst("journalnummer", max_length=50, blank=True)
    sendt_til_parterne = models.DateField("sendt til parterne", null=True, blank=True)
    godkendt_af = Tekst("endeligt godkendt af", max_length=200, blank=True)
    godkendt_den = models.DateField("endeligt godkendt", null=True, blank=True)
    indsendt_den = models.DateField("indsendt til Sundhedsstyrelsen", null=True, blank=True)
    bemaerkning = Tekst(
        "bemærkning", max_length=300, blank=True, help_text="Fx hvad der er ændret siden sidste version."
    )

    objects = AftaleversionQuerySet.as_manager()
    historik = HistoricalRecords()

    class Meta:
        verbose_name = "aftaleversion"
        verbose_name_plural = "aftaleversioner"
        ordering = ["aftale", "-nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["aftale", "nummer"],
                name="aftaleversion_nummer_en_gang",
                violation_error_message="Aftalen har allerede en version med det nummer.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.aftale}, version {self.nummer}"

    def get_absolute_url(self) -> str:
        return reverse("organisering:aftaleversion-detail", args=[self.aftale.slug, self.nummer])

    @property
    def er_godkendt(self) -> bool:
        return self.tilstand in (self.Tilstand.GODKENDT, self.Tilstand.INDSENDT)


class Partsgodkendelse(Sporet):
    """Whether a party has approved a version: when, and under which journal number of its own."""

    aftaleversion = models.ForeignKey(
        Aftaleversion, verbose_name="version", on_delete=models.CASCADE, related_name="partsgodkendelser"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name="part", on_delete=models.PROTECT, related_name="partsgodkendelser"
    )
    godkendt_den = models.DateField("godkendt den", null=True, blank=True)
    godkendt_af = Tekst("godkendt af", max_length=200, blank=True, help_text="Fx kommunalbestyrelsen.")
    journalnummer = Tekst("journalnummer", max_length=50, blank=True)
    bemaerkning = Tekst("bemærkning", max_length=300, blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "parts godkendelse"
        verbose_name_plural = "parternes godkendelser"
        ordering = ["aftaleversion", "organisation__navn"]
        constraints = [
            models.UniqueConstraint(
                fields=["aftaleversion", "organisation"],
                name="partsgodkendelse_en_gang",
                violation_error_message="Parten står der allerede.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.aftaleversion}"
