from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from organisering.models.aftale import Aftale
from organisering.models.bruger import Besoegende
from organisering.models.kompetence import Kompetence
from organisering.models.niveau import Niveau
from organisering.models.organisation import Organisation
from sundhedsaftale.faelles.dansk import sorteringsnoegle
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class Organtype(Sporet):
    """What kind of body, on which rung of the ladder, and how it is chaired. Reforms bring new rows, not new code."""

    class Formandskab(models.TextChoices):
        INGEN = "ingen", "Ingen formand"
        EN = "en", "Én formand"
        TO = "to", "En regional og en kommunal formand"

    navn = Tekst("navn", max_length=100, unique=True)
    slug = models.SlugField("nøgle", unique=True)
    niveau = models.ForeignKey(
        Niveau,
        verbose_name="niveau",
        to_field="nummer",
        db_column="niveau",
        on_delete=models.PROTECT,
        related_name="organtyper",
    )
    formandskab = models.CharField("formandskab", max_length=10, choices=Formandskab, default=Formandskab.EN)
    er_sekretariat = models.BooleanField("giver sekretariatets rettigheder", default=False)
    kraevede_kompetencer = models.ManyToManyField(
        Kompetence,
        verbose_name="skal rumme kompetencer i",
        blank=True,
        related_name="organtyper",
    )
    medlemmer_fra = models.ManyToManyField(
        "self",
        verbose_name="skal have medlemmer fra",
        symmetrical=False,
        blank=True,
        related_name="sender_medlemmer_til",
    )

    historik = HistoricalRecords(m2m_fields=[kraevede_kompetencer, medlemmer_fra])

    class Meta:
        verbose_name = "organtype"
        verbose_name_plural = "organtyper"
        ordering = ["niveau", "navn"]

    def __str__(self) -> str:
        return self.navn


class OrganQuerySet(SporetQuerySet["Organ"]):
    def synlige_for(self, bruger: Besoegende) -> "OrganQuerySet":
        if not bruger.is_authenticated:
            return self.filter(offentlig=True)
        if bruger.is_superuser:
            return self.all()
        return self.filter(Q(offentlig=True) | Q(region__in=bruger.regioner))

    def gaeldende(self, dag: date) -> "OrganQuerySet":
        """Bodies that exist on a day."""
        return self.filter(
            Q(gyldig_fra__isnull=True) | Q(gyldig_fra__lte=dag),
            Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=dag),
        )

    def kan_baere(self, aftale: Aftale) -> "OrganQuerySet":
        """Bodies that can have initiatives of an agreement: of its region and period, and no secretariat."""
        return self.filter(
            Q(gyldig_fra__isnull=True) | Q(gyldig_fra__lte=aftale.gyldig_til or date.max),
            Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=aftale.gyldig_fra),
            region=aftale.region_id,
            type__er_sekretariat=False,
        )


class Organ(Sporet):
    """A body: who decides, reports to whom, mirrors whom, from when to when."""

    class Speciale(models.TextChoices):
        BEGGE = "begge", "Somatik og psykiatri"
        SOMATIK = "somatik", "Somatik"
        PSYKIATRI = "psykiatri", "Psykiatri"

    navn = Tekst("navn", max_length=200)
    kortnavn = Tekst("kort navn", max_length=60, blank=True)
    slug = models.SlugField("adresse", max_length=100, unique=True)
    type = models.ForeignKey(Organtype, verbose_name="type", on_delete=models.PROTECT, related_name="organer")
    region = models.ForeignKey(
        Organisation,
        verbose_name="region",
        on_delete=models.PROTECT,
        related_name="regionens_organer",
    )
    refererer_til = models.ForeignKey(
        "self",
        verbose_name="refererer til",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="under",
    )
    spejler = models.ForeignKey(
        "self",
        verbose_name="spejler",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="spejlet_af",
        help_text="Implementeringsgruppens portefølje følger den følgegruppe, den spejler.",
    )
    forgaenger = models.ForeignKey(
        "self",
        verbose_name="afløser",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="efterfoelgere",
    )
    speciale = models.CharField("speciale", max_length=10, choices=Speciale, default=Speciale.BEGGE)
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0, help_text="Som i aftalens egne tabeller.")
    beslutningsregler = Langtekst("beslutningsregler", blank=True, help_text="Hvem der kan beslutte hvad.")
    moedes_efter = models.ForeignKey(
        "self",
        verbose_name="mødes i forlængelse af",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="efterfoelges_af",
    )
    dage_til_sager = models.PositiveSmallIntegerField("sager skal være inde, dage før mødet", default=14)
    dage_til_udsendelse = models.PositiveSmallIntegerField("dagsordenen udsendes, dage før mødet", default=7)
    dage_til_status = models.PositiveSmallIntegerField("status skal være inde, dage før mødet", default=14)
    gyldig_fra = models.DateField("gyldig fra", null=True, blank=True)
    gyldig_til = models.DateField("gyldig til", null=True, blank=True)
    offentlig = models.BooleanField("vises for alle", default=True)
    verificeret = models.BooleanField("bekræftet af en kilde", default=True)
    kilde = Langtekst("kilde", blank=True)
    soegetekst = Soegefelt(fra=("navn", "kortnavn", "beslutningsregler"))

    objects = OrganQuerySet.as_manager()
    historik = HistoricalRecords(excluded_fields=["soegetekst"])

    class Meta:
        verbose_name = "organ"
        verbose_name_plural = "organer"
        ordering = ["type__niveau", "raekkefoelge", "navn"]
        constraints = [
            models.UniqueConstraint(
                fields=["region", "navn"],
                name="organ_navn_unikt_i_regionen",
                violation_error_message="Regionen har allerede et organ med det navn.",
            ),
            models.CheckConstraint(
                condition=Q(gyldig_til__isnull=True) | Q(gyldig_fra__isnull=True) | Q(gyldig_til__gte=F("gyldig_fra")),
                name="organ_periode_vender_rigtigt",
                violation_error_message="Slutdatoen ligger før startdatoen.",
            ),
        ]

    def __str__(self) -> str:
        return self.navn

    def get_absolute_url(self) -> str:
        return reverse("organisering:organ-detail", args=[self.slug])

    def bestaar(self, dag: date) -> bool:
        """Whether the body exists on a day, first and last day included."""
        return (self.gyldig_fra is None or self.gyldig_fra <= dag) and (
            self.gyldig_til is None or dag <= self.gyldig_til
        )

    @property
    def kaldes(self) -> str:
        """The short name people use, or the whole one."""
        return self.kortnavn or self.navn

    @property
    def sortering(self) -> tuple[int, str]:
        """Where it stands among bodies of its level: the agreement's own order, else the Danish alphabet."""
        return self.raekkefoelge, sorteringsnoegle(self.navn)

    @property
    def portefoeljeorgan(self) -> "Organ":
        """The body whose portfolio this one works on: the mirrored følgegruppe, or itself."""
        return self.spejler or self

    def findes_i(self, aftale: Aftale) -> bool:
        """Whether it exists on some day of the agreement's period."""
        begynder_for_sent = (self.gyldig_fra or date.min) > (aftale.gyldig_til or date.max)
        return not begynder_for_sent and (self.gyldig_til or date.max) >= aftale.gyldig_fra


class Organomraade(Sporet):
    """An organisation that belongs to a body's area. What no source confirms is marked so."""

    organ = models.ForeignKey(Organ, verbose_name="organ", on_delete=models.CASCADE, related_name="omraader")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name="organisation",
        on_delete=models.PROTECT,
        related_name="organomraader",
    )
    verificeret = models.BooleanField("bekræftet af en kilde", default=False)
    kilde = Tekst("kilde", max_length=300, blank=True)
    gyldig_fra = models.DateField("gyldig fra", null=True, blank=True)
    gyldig_til = models.DateField("gyldig til", null=True, blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "område"
        verbose_name_plural = "områder"
        ordering = ["organisation__navn"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "organisation"],
                name="organomraade_en_gang",
                violation_error_message="Organisationen hører allerede til organets område.",
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)
