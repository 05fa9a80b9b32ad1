from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.indsats import Indsats
from indsatser.models.pulje import Pulje
from organisering.models import Besoegende, Bilag, Dagsordenspunkt
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class DisponeringQuerySet(SporetQuerySet["Disponering"]):
    def synlige_for(self, bruger: Besoegende) -> "DisponeringQuerySet":
        return self.filter(pulje__in=Pulje.objects.synlige_for(bruger))


class Disponering(Sporet):
    """One line of a pool: what the money goes to, in the source's words and in figures (mio. kr.).

    A line whose years do not cover the pool's year is told, not corrected.
    """

    class Slags(models.TextChoices):
        IGANGVAERENDE = "igangvaerende", "Igangværende"
        BEVILGET = "bevilget", "Bevilget"
        RESERVERET = "reserveret", "Reserveret"

    class Bevilling(models.TextChoices):
        UOPLYST = "", "Ikke oplyst"
        DRIFT = "drift", "Driftbevilling"
        PROJEKT = "projekt", "Projektbevilling"

    class Tilstand(models.TextChoices):
        FORESLAAET = "foreslaaet", "Foreslået"
        BESLUTTET = "besluttet", "Besluttet"
        BORTFALDET = "bortfaldet", "Bortfaldet"

    pulje = models.ForeignKey(Pulje, verbose_name="pulje", on_delete=models.PROTECT, related_name="disponeringer")
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0)
    titel = Tekst("titel", max_length=300)
    slags = models.CharField("slags", max_length=15, choices=Slags)
    bevilling = models.CharField(
        "bevillingstype", max_length=10, choices=Bevilling, default=Bevilling.UOPLYST, blank=True
    )
    tilstand = models.CharField("tilstand", max_length=12, choices=Tilstand, default=Tilstand.FORESLAAET)
    beloeb = models.DecimalField("beløb (mio. kr.)", max_digits=9, decimal_places=2)
    fra_aar = models.PositiveSmallIntegerField("fra år", null=True, blank=True)
    til_aar = models.PositiveSmallIntegerField("til og med år", null=True, blank=True)
    ordlyd = Langtekst("kildens ordlyd", blank=True)
    indsats = models.ForeignKey(
        Indsats,
        verbose_name="indsats",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="disponeringer",
    )
    ansoegning = models.ForeignKey(
        Bilag,
        verbose_name="ansøgning",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="disponeringer",
    )
    besluttet_i = models.ForeignKey(
        Dagsordenspunkt,
        verbose_name="besluttet i",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="disponeringer",
    )

    soegetekst = Soegefelt(fra=("titel", "ordlyd"))

    objects = DisponeringQuerySet.as_manager()
    historik = HistoricalRecords(excluded_fields=["soegetekst"])

    class Meta:
        verbose_name = "disponering"
        verbose_name_plural = "disponeringer"
        ordering = ["pulje", "raekkefoelge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pulje", "titel"],
                name="disponering_unik_i_puljen",
                violation_error_message="Puljen har allerede en linje med den titel.",
            ),
            models.CheckConstraint(
                condition=models.Q(beloeb__gte=0),
                name="disponering_beloeb_ikke_negativt",
                violation_error_message="Beløbet kan ikke være negativt.",
            ),
            models.CheckConstraint(
                condition=models.Q(fra_aar__isnull=True)
                | models.Q(til_aar__isnull=True)
                | models.Q(til_aar__gte=models.F("fra_aar")),
                name="disponering_aar_i_orden",
                violation_error_message="Det sidste år kan ikke ligge før det første.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel
