import secrets
from pathlib import PurePath
from typing import cast

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from organisering.models.aftale import Aftale
from organisering.models.bruger import Besoegende
from organisering.models.organ import Organ
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


def dokumentsti(version: "Dokumentversion", filnavn: str) -> str:
    """Where the file lies; its own name stands on the row, so that nobody's words become a path."""
    return f"dokumenter/{secrets.token_hex(16)}{PurePath(filnavn).suffix.lower()}"


class DokumentQuerySet(SporetQuerySet["Dokument"]):
    def synlige_for(self, bruger: Besoegende) -> "DokumentQuerySet":
        """Public documents are everybody's; the others belong to those who sit in the region."""
        organer, aftaler = Organ.objects.synlige_for(bruger), Aftale.objects.synlige_for(bruger)
        synlige = self.filter(Q(organ__in=organer) | Q(aftale__in=aftaler))
        if not bruger.is_authenticated:
            return synlige.filter(offentligt=True)
        if bruger.is_superuser:
            return synlige
        egne = Q(organ__region__in=bruger.regioner) | Q(aftale__region__in=bruger.regioner)
        return synlige.filter(Q(offentligt=True) | egne)


class Dokument(Sporet):
    """A standing paper of a body or an agreement: kommissorium, forretningsorden, samarbejdsaftale."""

    class Slags(models.TextChoices):
        KOMMISSORIUM = "kommissorium", "Kommissorium"
        FORRETNINGSORDEN = "forretningsorden", "Forretningsorden"
        SAMARBEJDSAFTALE = "samarbejdsaftale", "Samarbejdsaftale"
        FORLOEBSPROGRAM = "forloebsprogram", "Forløbsprogram"
        ANDET = "andet", "Andet dokument"

    titel = Tekst("titel", max_length=200)
    slags = models.CharField("slags", max_length=20, choices=Slags)
    organ = models.ForeignKey(
        Organ, verbose_name="organ", null=True, blank=True, on_delete=models.PROTECT, related_name="dokumenter"
    )
    aftale = models.ForeignKey(
        Aftale, verbose_name="aftale", null=True, blank=True, on_delete=models.PROTECT, related_name="dokumenter"
    )
    naeste_revision = models.DateField("næste revision", null=True, blank=True)
    offentligt = models.BooleanField("vises for alle", default=True)
    soegetekst = Soegefelt(fra=("titel",))

    objects = DokumentQuerySet.as_manager()
    historik = HistoricalRecords(excluded_fields=["soegetekst"])

    class Meta:
        verbose_name = "dokument"
        verbose_name_plural = "dokumenter"
        ordering = ["slags", "titel"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organ__isnull=False, aftale__isnull=True) | Q(organ__isnull=True, aftale__isnull=False),
                name="dokument_hoerer_til_et_sted",
                violation_error_message="Et dokument hører til ét organ eller én aftale.",
            )
        ]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("organisering:dokument-detail", args=[self.pk])

    @property
    def ejer(self) -> Organ | Aftale:
        """The body or the agreement it belongs to; a constraint says that there is one."""
        return self.organ or cast(Aftale, self.aftale)


class Dokumentversion(Sporet):
    """One version of a document: a file, or the address where it stands. A change is a new version."""

    dokument = models.ForeignKey(Dokument, verbose_name="dokument", on_delete=models.CASCADE, related_name="versioner")
    nummer = models.PositiveSmallIntegerField("version", editable=False)
    gaelder_fra = models.DateField("gælder fra", null=True, blank=True)
    fil = models.FileField("fil", upload_to=dokumentsti, blank=True)
    filnavn = Tekst("filnavn", max_length=150, blank=True, editable=False)
    adresse = models.URLField("adresse", max_length=500, blank=True)
    journalnummer = Tekst("journalnummer", max_length=50, blank=True)
    bemaerkning = Tekst("bemærkning", max_length=300, blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "dokumentversion"
        verbose_name_plural = "dokumentversioner"
        ordering = ["dokument", "-nummer"]
        constraints = [
            models.UniqueConstraint(fields=["dokument", "nummer"], name="dokumentversion_nummer_en_gang"),
            models.CheckConstraint(
                condition=(Q(fil="") & ~Q(adresse="")) | (~Q(fil="") & Q(adresse="")),
                name="dokumentversion_fil_eller_adresse",
                violation_error_message="Vælg enten en fil eller en adresse.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dokument}, version {self.nummer}"
