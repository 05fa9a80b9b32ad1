from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from organisering.models.kompetence import Kompetence
from organisering.models.organ import Organ
from organisering.models.organisation import Organisation
from organisering.models.person import Person
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class Rolle(Sporet):
    """What a member is in a body; the flags say which rights follow."""

    class Side(models.TextChoices):
        INGEN = "", "Ingen bestemt part"
        REGIONAL = "regional", "Regional"
        KOMMUNAL = "kommunal", "Kommunal"

    navn = Tekst("navn", max_length=100, unique=True)
    slug = models.SlugField("nøgle", unique=True)
    er_formand = models.BooleanField("er formand", default=False)
    er_sekretaer = models.BooleanField("er sekretær", default=False)
    side = models.CharField("part", max_length=10, choices=Side, default=Side.INGEN, blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "rolle"
        verbose_name_plural = "roller"
        ordering = ["navn"]

    def __str__(self) -> str:
        return self.navn


class MedlemskabQuerySet(SporetQuerySet["Medlemskab"]):
    def gaeldende(self, dag: date | None = None) -> "MedlemskabQuerySet":
        """Memberships that last on a day (today when none is given), first and last day included."""
        dag = dag or timezone.localdate()
        return self.filter(Q(fra__lte=dag), Q(til__isnull=True) | Q(til__gte=dag))

    def formaend(self) -> "MedlemskabQuerySet":
        return self.filter(rolle__er_formand=True)


class Medlemskab(Sporet):
    """A seat: who, in which body and role, for which organisation, from and to. It grants rights while it lasts."""

    person = models.ForeignKey(
        Person,
        verbose_name="person",
        on_delete=models.PROTECT,
        related_name="medlemskaber",
    )
    organ = models.ForeignKey(
        Organ,
        verbose_name="organ",
        on_delete=models.PROTECT,
        related_name="medlemskaber",
    )
    rolle = models.ForeignKey(
        Rolle,
        verbose_name="rolle",
        on_delete=models.PROTECT,
        related_name="medlemskaber",
    )
    repraesenterer = models.ForeignKey(
        Organisation,
        verbose_name="repræsenterer",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="medlemskaber",
    )
    partibogstav = Tekst("partibogstav", max_length=3, blank=True)
    suppleant_for = models.ForeignKey(
        "self",
        verbose_name="suppleant for",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="suppleanter",
    )
    kompetencer = models.ManyToManyField(
        Kompetence, verbose_name="kompetencer", blank=True, related_name="medlemskaber"
    )
    fra = models.DateField("fra")
    til = models.DateField("til og med", null=True, blank=True)

    objects = MedlemskabQuerySet.as_manager()
    historik = HistoricalRecords(m2m_fields=[kompetencer])

    class Meta:
        verbose_name = "medlemskab"
        verbose_name_plural = "medlemskaber"
        ordering = ["organ", "-rolle__er_formand", "person__navn"]
        constraints = [
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=F("fra")),
                name="medlemskab_periode_vender_rigtigt",
                violation_error_message="Slutdatoen ligger før startdatoen.",
            ),
            models.UniqueConstraint(
                fields=["person", "organ", "rolle", "fra"],
                name="medlemskab_en_gang",
                violation_error_message="Personen har allerede den rolle i organet fra den dato.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.rolle} i {self.organ}"
