from decimal import Decimal

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from indsatser.models.maalsaetning import Maalsaetning
from organisering.models import Besoegende
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet

MINDST_ANTAL = 5


class MaaltalQuerySet(SporetQuerySet["Maaltal"]):
    def synlige_for(self, bruger: Besoegende) -> "MaaltalQuerySet":
        return self.filter(maalsaetning__in=Maalsaetning.objects.synlige_for(bruger))


class Maaltal(Sporet):
    """One figure of a målsætning: for whom, in which unit, at most or at least what.

    An empty `maal` means that the parties have not settled it; `maaltekst` keeps the words they agreed ("xx %").
    """

    class Retning(models.TextChoices):
        HOEJST = "hoejst", "højst"
        MINDST = "mindst", "mindst"

    class Enhed(models.TextChoices):
        PROCENT = "procent", "%"
        PR_1000 = "pr_1000", "pr. 1.000"
        DAGE = "dage", "dage"
        ANTAL = "antal", "antal"

    maalsaetning = models.ForeignKey(
        Maalsaetning,
        verbose_name="målsætning",
        on_delete=models.CASCADE,
        related_name="maaltal",
    )
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0)
    betegnelse = Tekst("betegnelse", max_length=200)
    population = Tekst("population", max_length=200, blank=True)
    koen = Tekst("køn", max_length=30, blank=True)
    alder = Tekst("alder", max_length=30, blank=True)
    patientgruppe = Tekst("patientgruppe", max_length=100, blank=True)
    retning = models.CharField("retning", max_length=10, choices=Retning)
    enhed = models.CharField("enhed", max_length=10, choices=Enhed)
    maal = models.DecimalField("mål", max_digits=12, decimal_places=2, null=True, blank=True)
    maaltekst = Tekst("aftalt ordlyd", max_length=200, blank=True)
    maalaar = models.PositiveSmallIntegerField("målår", null=True, blank=True, help_text="Året, målet skal være nået.")
    basisvaerdi = models.DecimalField("udgangspunkt", max_digits=12, decimal_places=2, null=True, blank=True)
    basisaar = models.PositiveSmallIntegerField("udgangspunktets år", null=True, blank=True)
    kilde = Tekst("kilde", max_length=300, blank=True)
    kildeadresse = models.URLField("kildens adresse", max_length=500, blank=True)
    naeste_data = Tekst("næste tal ventes", max_length=100, blank=True)
    hyppighed = models.PositiveSmallIntegerField(
        "år mellem nye tal",
        null=True,
        blank=True,
        help_text="Fx 4 for Den Nationale Sundhedsprofil og 1 for tal, der kommer hvert år. Tomt, når det ikke vides.",
    )

    objects = MaaltalQuerySet.as_manager()
    historik = HistoricalRecords()

    class Meta:
        verbose_name = "måltal"
        verbose_name_plural = "måltal"
        ordering = ["maalsaetning", "raekkefoelge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["maalsaetning", "betegnelse"],
                name="maaltal_unikt_i_maalsaetningen",
                violation_error_message="Målsætningen har allerede et måltal med den betegnelse.",
            )
        ]

    def __str__(self) -> str:
        return self.betegnelse

    def get_absolute_url(self) -> str:
        return reverse("indsatser:maaltal-detail", args=[self.pk])

    @property
    def hvem(self) -> str:
        """For whom: the group of patients or the population, sex and age."""
        return ", ".join(del_ for del_ in (self.patientgruppe or self.population, self.koen, self.alder) if del_)

    @property
    def fuld_betegnelse(self) -> str:
        return f"{self.betegnelse} ({self.hvem})" if self.hvem else self.betegnelse

    def opfylder(self, vaerdi: Decimal, graense: Decimal) -> bool:
        """Whether the value is at least as good as the other, as the target points."""
        return vaerdi <= graense if self.retning == self.Retning.HOEJST else vaerdi >= graense

    def er_lille(self, vaerdi: Decimal | None) -> bool:
        """Whether a value is itself a count of fewer than five."""
        return vaerdi is not None and self.enhed == self.Enhed.ANTAL and vaerdi < MINDST_ANTAL
