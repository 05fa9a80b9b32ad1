from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.maalsaetning import Maalsaetning
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet


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
