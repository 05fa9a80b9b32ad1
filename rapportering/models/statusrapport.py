from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from organisering.models import Besoegende, Organ
from rapportering.models.rapporteringsrunde import Rapporteringsrunde
from sundhedsaftale.faelles.felter import Langtekst
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class StatusrapportQuerySet(SporetQuerySet["Statusrapport"]):
    def synlige_for(self, bruger: Besoegende) -> "StatusrapportQuerySet":
        """A draft is the group's and the secretariat's; once submitted, also the body's that receives it."""
        if not bruger.is_authenticated:
            return self.none()
        if bruger.is_superuser:
            return self.all()
        return self.filter(
            Q(organ__in=bruger.organer)
            | Q(organ__region__in=bruger.sekretariatsregioner)
            | (Q(runde__moede__organ__in=bruger.organer) & Q(tilstand__in=Statusrapport.AFGIVNE))
        )


class Statusrapport(Sporet):
    """What one group reports to one meeting; its life is told in `docs/architecture.md`."""

    class Tilstand(models.TextChoices):
        KLADDE = "kladde", "Kladde"
        INDSENDT = "indsendt", "Indsendt"
        RETURNERET = "returneret", "Returneret"
        GODKENDT = "godkendt", "Godkendt"
        FROSSET = "frosset", "Frosset"

    AFGIVNE = (Tilstand.INDSENDT, Tilstand.GODKENDT, Tilstand.FROSSET)
    SKRIVBARE = (Tilstand.KLADDE, Tilstand.RETURNERET)

    runde = models.ForeignKey(
        Rapporteringsrunde,
        verbose_name="runde",
        on_delete=models.PROTECT,
        related_name="rapporter",
    )
    organ = models.ForeignKey(
        Organ,
        verbose_name="gruppe",
        on_delete=models.PROTECT,
        related_name="statusrapporter",
    )
    tilstand = models.CharField("tilstand", max_length=12, choices=Tilstand, default=Tilstand.KLADDE)
    returbegrundelse = Langtekst("begrundelse for returnering", blank=True)
    indsendt_den = models.DateTimeField("indsendt", null=True, blank=True)
    godkendt_den = models.DateTimeField("godkendt", null=True, blank=True)
    eksempel = models.BooleanField("eksempel", default=False, help_text="Vises med mærket Eksempel overalt.")

    objects = StatusrapportQuerySet.as_manager()
    historik = HistoricalRecords()

    class Meta:
        verbose_name = "statusrapport"
        verbose_name_plural = "statusrapporter"
        ordering = ["-runde__frist", "organ__navn"]
        constraints = [
            models.UniqueConstraint(
                fields=["runde", "organ"],
                name="statusrapport_en_pr_gruppe_og_runde",
                violation_error_message="Gruppen har allerede en statusrapport i runden.",
            )
        ]

    def __str__(self) -> str:
        return f"Status fra {self.organ}"

    def get_absolute_url(self) -> str:
        return reverse("rapportering:statusrapport-detail", args=[self.pk])

    @property
    def er_skrivbar(self) -> bool:
        return self.tilstand in self.SKRIVBARE
