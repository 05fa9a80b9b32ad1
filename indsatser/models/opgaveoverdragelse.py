from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from indsatser.models.indsats import Indsats
from organisering.models import Aftale, Besoegende, Dagsordenspunkt, Sag
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class OpgaveoverdragelseQuerySet(SporetQuerySet["Opgaveoverdragelse"]):
    def synlige_for(self, bruger: Besoegende) -> "OpgaveoverdragelseQuerySet":
        return self.filter(aftale__in=Aftale.objects.synlige_for(bruger))


class Opgaveoverdragelse(Sporet):
    """The assessment a task passes before it moves between sectors.

    The consequences come from the tillæg ("Model for planlagt og aftalt opgaveoverdragelse"), the three principles
    from Region Sjælland's page on delegation.
    """

    class Tilstand(models.TextChoices):
        VURDERES = "vurderes", "Vurderes"
        TIL_BESLUTNING = "til_beslutning", "Klar til beslutning"
        BESLUTTET = "besluttet", "Besluttet overdraget"
        AFVIST = "afvist", "Besluttet ikke overdraget"
        TRUKKET = "trukket", "Trukket tilbage"

    aftale = models.ForeignKey(
        Aftale, verbose_name="aftale", on_delete=models.PROTECT, related_name="opgaveoverdragelser"
    )
    titel = Tekst("opgave", max_length=300)
    fra = Tekst("fra", max_length=200)
    til = Tekst("til", max_length=200)
    patientgruppe = Tekst("patientgruppe", max_length=300, blank=True)
    faglige_konsekvenser = Langtekst("faglige konsekvenser", blank=True)
    oekonomiske_konsekvenser = Langtekst("økonomiske konsekvenser", blank=True)
    kvalitet = Langtekst("kvalitet og patientsikkerhed", blank=True)
    omkostningsniveau = Langtekst("laveste effektive omkostningsniveau", blank=True)
    ansvar = Langtekst("rammer og ansvarsplacering", blank=True)
    tilstand = models.CharField("tilstand", max_length=15, choices=Tilstand, default=Tilstand.VURDERES)
    indsats = models.ForeignKey(
        Indsats,
        verbose_name="indsats",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="opgaveoverdragelser",
    )
    sag = models.ForeignKey(
        Sag, verbose_name="sag", null=True, blank=True, on_delete=models.PROTECT, related_name="opgaveoverdragelser"
    )
    besluttet_i = models.ForeignKey(
        Dagsordenspunkt,
        verbose_name="besluttet i",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="opgaveoverdragelser",
    )

    soegetekst = Soegefelt(
        fra=(
            "titel",
            "fra",
            "til",
            "patientgruppe",
            "faglige_konsekvenser",
            "oekonomiske_konsekvenser",
            "kvalitet",
            "omkostningsniveau",
            "ansvar",
        )
    )

    objects = OpgaveoverdragelseQuerySet.as_manager()
    historik = HistoricalRecords(excluded_fields=["soegetekst"])

    class Meta:
        verbose_name = "opgaveoverdragelse"
        verbose_name_plural = "opgaveoverdragelser"
        ordering = ["titel"]
        constraints = [
            models.UniqueConstraint(
                fields=["aftale", "titel"],
                name="opgaveoverdragelse_unik_i_aftalen",
                violation_error_message="Aftalen har allerede en opgaveoverdragelse med den titel.",
            )
        ]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("indsatser:opgaveoverdragelse-detail", args=[self.pk])
