from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class OrganisationQuerySet(SporetQuerySet["Organisation"]):
    def regioner(self) -> "OrganisationQuerySet":
        return self.filter(slags=Organisation.Slags.REGION)

    def kommuner(self) -> "OrganisationQuerySet":
        return self.filter(slags=Organisation.Slags.KOMMUNE)


class Organisation(Sporet):
    """A party or a place of work: a region, a municipality, a hospital unit, general practice, patients."""

    class Slags(models.TextChoices):
        REGION = "region", "Region"
        KOMMUNE = "kommune", "Kommune"
        SYGEHUS = "sygehus", "Sygehusenhed"
        PSYKIATRI = "psykiatri", "Psykiatri"
        ALMEN_PRAKSIS = "almen_praksis", "Almen praksis"
        PATIENTER = "patienter", "Patienter og pårørende"
        ANDEN = "anden", "Anden organisation"

    navn = Tekst("navn", max_length=200, unique=True)
    slags = models.CharField("slags", max_length=20, choices=Slags)
    kode = models.CharField("myndighedskode", max_length=10, blank=True)
    aliasser = Langtekst("andre skrivemåder", blank=True, help_text="Én skrivemåde på hver linje.")
    region = models.ForeignKey(
        "self",
        verbose_name="region",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organisationer",
    )
    gyldig_fra = models.DateField("gyldig fra", null=True, blank=True)
    gyldig_til = models.DateField("gyldig til", null=True, blank=True)
    kilde = Langtekst("kilde", blank=True)

    objects = OrganisationQuerySet.as_manager()
    historik = HistoricalRecords()

    class Meta:
        verbose_name = "organisation"
        verbose_name_plural = "organisationer"
        ordering = ["navn"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gyldig_til__isnull=True) | Q(gyldig_fra__isnull=True) | Q(gyldig_til__gte=F("gyldig_fra")),
                name="organisation_periode_vender_rigtigt",
                violation_error_message="Slutdatoen ligger før startdatoen.",
            )
        ]

    def __str__(self) -> str:
        return self.navn
