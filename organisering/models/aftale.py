from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from organisering.models.bruger import Besoegende
from organisering.models.organisation import Organisation
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class Aftaletype(Sporet):
    """What kind of agreement: sundhedsaftale, rammepapir, nærsundhedsplan and whatever comes next."""

    navn = Tekst("navn", max_length=100, unique=True)
    slug = models.SlugField("nøgle", unique=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "aftaletype"
        verbose_name_plural = "aftaletyper"
        ordering = ["navn"]

    def __str__(self) -> str:
        return self.navn


class AftaleQuerySet(SporetQuerySet["Aftale"]):
    def synlige_for(self, bruger: Besoegende) -> "AftaleQuerySet":
        if not bruger.is_authenticated:
            return self.filter(offentlig=True)
        if bruger.is_superuser:
            return self.all()
        return self.filter(Q(offentlig=True) | Q(region__in=bruger.regioner))

    def redigerbare_for(self, bruger: Besoegende) -> "AftaleQuerySet":
        if not bruger.is_authenticated:
            return self.none()
        if bruger.is_superuser:
            return self.all()
        return self.filter(region__in=bruger.sekretariatsregioner)


class Aftale(Sporet):
    """An agreement between a region and its parties, from one date to another; never "four years"."""

    type = models.ForeignKey(
        Aftaletype,
        verbose_name="type",
        on_delete=models.PROTECT,
        related_name="aftaler",
    )
    titel = Tekst("titel", max_length=200, unique=True)
    slug = models.SlugField("adresse", max_length=100, unique=True)
    region = models.ForeignKey(
        Organisation,
        verbose_name="region",
        on_delete=models.PROTECT,
        related_name="regionens_aftaler",
    )
    gyldig_fra = models.DateField("gælder fra")
    gyldig_til = models.DateField("gælder til", null=True, blank=True)
    vision = Langtekst("vision", blank=True)
    forgaenger = models.ForeignKey(
        "self",
        verbose_name="afløser",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="efterfoelgere",
    )
    forankret_i = models.ForeignKey(
        "organisering.Organ",
        verbose_name="forankret i",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="forankrede_aftaler",
    )
    modtager = models.ForeignKey(
        "organisering.Organ",
        verbose_name="modtager den årlige afrapportering",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="aftaler_til_afrapportering",
    )
    offentlig = models.BooleanField("vises for alle", default=False)
    kilde = Langtekst("kilde", blank=True)
    soegetekst = Soegefelt(fra=("titel", "vision"))

    objects = AftaleQuerySet.as_manager()
    historik = HistoricalRecords(excluded_fields=["soegetekst"])

    class Meta:
        verbose_name = "aftale"
        verbose_name_plural = "aftaler"
        ordering = ["-gyldig_fra", "titel"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=F("gyldig_fra")),
                name="aftale_periode_vender_rigtigt",
                violation_error_message="Aftalen kan ikke slutte, før den begynder.",
            )
        ]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("organisering:aftale-detail", args=[self.slug])

    @property
    def periode(self) -> str:
        """From one date to another, or from a date when no end is agreed, as Danish text."""
        return (
            f"{dato(self.gyldig_fra)} – {dato(self.gyldig_til)}" if self.gyldig_til else f"fra {dato(self.gyldig_fra)}"
        )

    @property
    def aar(self) -> list[int]:
        """The calendar years the agreement touches, oldest first; without an end date up to this year."""
        sidste = self.gyldig_til or max(self.gyldig_fra, timezone.localdate())
        return list(range(self.gyldig_fra.year, sidste.year + 1))


class Aftalepart(Sporet):
    """One organisation that has entered an agreement."""

    aftale = models.ForeignKey(Aftale, verbose_name="aftale", on_delete=models.CASCADE, related_name="parter")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name="part",
        on_delete=models.PROTECT,
        related_name="aftaleparter",
    )

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "aftalepart"
        verbose_name_plural = "aftaleparter"
        constraints = [
            models.UniqueConstraint(
                fields=["aftale", "organisation"],
                name="aftalepart_en_gang",
                violation_error_message="Organisationen er allerede part i aftalen.",
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)
