from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from organisering.models.moede import Moede
from organisering.models.sag import Sag
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet


class Dagsordenspunkt(Sporet):
    """One item of a meeting: one treatment of a case, or a standing item. Locked by the database once decided.

    `titel` and all that follows are the body's own words; what the public reads of a closed item is its `ordlyd`.
    """

    class Slags(models.TextChoices):
        BESLUTNING = "beslutning", "Beslutning"
        DROEFTELSE = "droeftelse", "Drøftelse"
        ORIENTERING = "orientering", "Orientering"
        UOPLYST = "", "Ikke oplyst"

    class Fast(models.TextChoices):
        INTET = "", "Eget punkt"
        DAGSORDEN = "dagsorden", "Godkendelse af dagsorden"
        REFERAT = "referat", "Godkendelse af referat"
        BERETNINGER = "beretninger", "Skriftlige beretninger"
        EVENTUELT = "eventuelt", "Eventuelt"

    moede = models.ForeignKey(Moede, verbose_name="møde", on_delete=models.PROTECT, related_name="punkter")
    sag = models.ForeignKey(
        Sag, verbose_name="sag", null=True, blank=True, on_delete=models.PROTECT, related_name="punkter"
    )
    overpunkt = models.ForeignKey(
        "self", verbose_name="under punkt", null=True, blank=True, on_delete=models.PROTECT, related_name="underpunkter"
    )
    sendt_fra = models.ForeignKey(
        "self", verbose_name="sendt fra", null=True, blank=True, on_delete=models.PROTECT, related_name="sendt_til"
    )
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0, editable=False)
    nummer = Tekst("nummer", max_length=12, blank=True, editable=False)
    fast = models.CharField("fast punkt", max_length=15, choices=Fast, default=Fast.INTET, blank=True)
    slags = models.CharField("slags", max_length=15, choices=Slags, default=Slags.BESLUTNING, blank=True)
    lukket = models.BooleanField("lukket punkt", default=False)
    titel = Tekst("titel", max_length=300)
    sagsresume = Langtekst("sagsresumé", blank=True)
    sagsfremstilling = Langtekst("sagsfremstilling", blank=True)
    oekonomi = Langtekst("økonomi", blank=True)
    koordinering = Langtekst("koordinering", blank=True)
    godkendt_af = Langtekst("godkendt af", blank=True)
    tidligere_beslutninger = Langtekst("tidligere beslutninger", blank=True)
    uenighed = Langtekst(
        "uenighed mellem parterne", blank=True, help_text="Vises både ved sagsfremstillingen og ved indstillingen."
    )
    beslutning = Langtekst("beslutning", blank=True)
    laast = models.BooleanField("låst", default=False, editable=False)
    soegetekst = Soegefelt(
        fra=(
            "titel",
            "sagsresume",
            "sagsfremstilling",
            "oekonomi",
            "koordinering",
            "godkendt_af",
            "tidligere_beslutninger",
            "uenighed",
        )
    )
    beslutningssoegetekst = Soegefelt(fra=("beslutning",))

    historik = HistoricalRecords(excluded_fields=["soegetekst", "beslutningssoegetekst"])

    class Meta:
        verbose_name = "dagsordenspunkt"
        verbose_name_plural = "dagsordenspunkter"
        ordering = ["moede", "raekkefoelge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["moede", "sag"],
                name="dagsordenspunkt_sag_en_gang",
                violation_error_message="Sagen står allerede på mødets dagsorden.",
            ),
            models.UniqueConstraint(
                fields=["moede", "fast"],
                condition=~Q(fast=""),
                name="dagsordenspunkt_fast_en_gang",
                violation_error_message="Dagsordenen har allerede det faste punkt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer} {self.titel}".strip()

    def get_absolute_url(self) -> str:
        return f"{self.moede.get_absolute_url()}#{self.anker}"

    @property
    def anker(self) -> str:
        """The item's place on the meeting's page."""
        return f"punkt-{self.pk}"

    @property
    def henvisning(self) -> str:
        """How a decision is cited: `SKU 22.04.2021, pkt. 5`."""
        sted = self.moede.henvisning
        return f"{sted}, pkt. {self.nummer}" if self.nummer else sted


class Indstilling(Sporet):
    """One point of what is recommended, and who recommends it."""

    punkt = models.ForeignKey(
        Dagsordenspunkt, verbose_name="punkt", on_delete=models.CASCADE, related_name="indstillinger"
    )
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0, editable=False)
    indstiller = Tekst("hvem indstiller", max_length=200, blank=True)
    tekst = Langtekst("indstilling")
    soegetekst = Soegefelt(fra=("indstiller", "tekst"))

    historik = HistoricalRecords(excluded_fields=["soegetekst"])

    class Meta:
        verbose_name = "indstilling"
        verbose_name_plural = "indstillinger"
        ordering = ["punkt", "raekkefoelge", "pk"]

    def __str__(self) -> str:
        return self.tekst
