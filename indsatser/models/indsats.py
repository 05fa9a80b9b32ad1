from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from indsatser.models.maalsaetning import Maalsaetning
from indsatser.models.risikogruppe import Risikogruppe
from indsatser.models.spor import Spor
from indsatser.models.virkemiddel import Virkemiddel
from organisering.models import Aftale, Besoegende, Dokument, Organ, Organisation
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class IndsatsQuerySet(SporetQuerySet["Indsats"]):
    def synlige_for(self, bruger: Besoegende) -> "IndsatsQuerySet":
        return self.filter(aftale__in=Aftale.objects.synlige_for(bruger))

    def aktive(self) -> "IndsatsQuerySet":
        return self.filter(afsluttet_den__isnull=True)

    def uplacerede(self) -> "IndsatsQuerySet":
        """Those that run, stand in no body's portfolio and are no part of another: tasks that nobody has been given."""
        return self.aktive().filter(poster__isnull=True, overordnet__isnull=True)

    def uden_plads_i(self, organ: Organ) -> "IndsatsQuerySet":
        """Those that do not stand in the body's portfolio."""
        return self.exclude(poster__organ=organ)


class Indsats(Sporet):
    """An initiative under an agreement; the years it draws resources stand in `Ressourcetraek`."""

    class Slags(models.TextChoices):
        NY = "ny", "Ny indsats"
        EKSISTERENDE = "eksisterende", "Eksisterende indsats"

    class Fase(models.TextChoices):
        IKKE_STARTET = "ikke_startet", "Ikke startet"
        UNDER_UDVIKLING = "under_udvikling", "Under udvikling"
        AFVENTER = "afventer", "Afventer beslutning"
        KLAR = "klar", "Klar til implementering"
        UNDER_IMPLEMENTERING = "under_implementering", "Under implementering"
        I_DRIFT = "i_drift", "I drift"
        SAT_I_BERO = "sat_i_bero", "Sat i bero"
        AFSLUTTET = "afsluttet", "Afsluttet"
        UOPLYST = "uoplyst", "Fase ikke oplyst"

    class Udfald(models.TextChoices):
        INTET = "", "Løber stadig"
        VIDEREFOERT = "viderefoert", "Videreført"
        AFSLUTTET = "afsluttet", "Afsluttet"
        OVERDRAGET = "overdraget", "Overdraget"

    class Ansvar(models.TextChoices):
        UOPLYST = "", "Ikke oplyst"
        EGET = "eget", "Regionens eget ansvar"
        FAELLES = "faelles", "Sammen med kommuner og almen praksis"

    aftale = models.ForeignKey(
        Aftale,
        verbose_name="aftale",
        on_delete=models.PROTECT,
        related_name="indsatser",
    )
    overordnet = models.ForeignKey(
        "self",
        verbose_name="del af",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="delindsatser",
    )
    nummer = Tekst("nummer i aftalen", max_length=20, blank=True)
    titel = Tekst("titel", max_length=300)
    slags = models.CharField("slags", max_length=15, choices=Slags, default=Slags.NY)
    fase = models.CharField("fase", max_length=25, choices=Fase, default=Fase.UOPLYST)
    ansvar = models.CharField("ansvar", max_length=10, choices=Ansvar, default=Ansvar.UOPLYST, blank=True)
    tovholder = models.ForeignKey(
        Organisation,
        verbose_name="tovholder",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="tovholder_for",
    )
    beskrivelse = Langtekst("beskrivelse", blank=True)
    maalsaetninger = models.ManyToManyField(
        Maalsaetning, verbose_name="målsætninger", blank=True, related_name="indsatser"
    )
    risikogrupper = models.ManyToManyField(
        Risikogruppe, verbose_name="risikogrupper", blank=True, related_name="indsatser"
    )
    virkemidler = models.ManyToManyField(Virkemiddel, verbose_name="virkemidler", blank=True, related_name="indsatser")
    spor = models.ManyToManyField(Spor, verbose_name="spor", blank=True, related_name="indsatser")
    dokumenter = models.ManyToManyField(Dokument, verbose_name="dokumenter", blank=True, related_name="indsatser")
    forgaenger = models.ForeignKey(
        "self",
        verbose_name="fortsætter",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="efterfoelgere",
    )
    udfald = models.CharField("udfald", max_length=15, choices=Udfald, default=Udfald.INTET, blank=True)
    afsluttet_den = models.DateField("afsluttet den", null=True, blank=True)
    intern_note = Langtekst("intern note", blank=True, help_text="Vises aldrig for offentligheden.")
    soegetekst = Soegefelt(fra=("titel", "beskrivelse"))

    objects = IndsatsQuerySet.as_manager()
    historik = HistoricalRecords(
        m2m_fields=[maalsaetninger, risikogrupper, virkemidler, spor, dokumenter], excluded_fields=["soegetekst"]
    )

    class Meta:
        verbose_name = "indsats"
        verbose_name_plural = "indsatser"
        ordering = ["titel"]
        constraints = [
            models.UniqueConstraint(
                fields=["aftale", "titel"],
                name="indsats_titel_unik_i_aftalen",
                violation_error_message="Aftalen har allerede en indsats med den titel.",
            ),
            models.CheckConstraint(
                condition=Q(udfald="", afsluttet_den__isnull=True) | (~Q(udfald="") & Q(afsluttet_den__isnull=False)),
                name="indsats_udfald_har_dato",
                violation_error_message="En afsluttet indsats har både et udfald og en dato.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("indsatser:indsats-detail", args=[self.pk])

    @property
    def er_afsluttet(self) -> bool:
        return self.afsluttet_den is not None
