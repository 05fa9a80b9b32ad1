from django.db import models
from simple_history.models import HistoricalRecords

from organisering.models.dagsordenspunkt import Dagsordenspunkt
from organisering.models.medlemskab import Medlemskab
from organisering.models.moede import Moede
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Deltagelse(Sporet):
    """Somebody at a meeting, or missing from it: name, role and seat as they were, whatever becomes of them later."""

    class Fremmoede(models.TextChoices):
        UOPLYST = "", "Ikke oplyst"
        TIL_STEDE = "til_stede", "Til stede"
        AFBUD = "afbud", "Afbud"
        UDEBLEVET = "udeblevet", "Udeblevet"
        SUPPLEANT = "suppleant", "Til stede som suppleant"

    moede = models.ForeignKey(Moede, verbose_name="møde", on_delete=models.PROTECT, related_name="deltagelser")
    medlemskab = models.ForeignKey(
        Medlemskab,
        verbose_name="medlemskab",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="deltagelser",
    )
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0, editable=False)
    navn = Tekst("navn", max_length=200)
    titel = Tekst("stilling", max_length=200, blank=True)
    rolle = Tekst("rolle", max_length=100, blank=True)
    organisation = Tekst("organisation", max_length=200, blank=True)
    partibogstav = Tekst("partibogstav", max_length=3, blank=True)
    fremmoede = models.CharField("fremmøde", max_length=12, choices=Fremmoede, default=Fremmoede.UOPLYST, blank=True)
    suppleant_for = Tekst("suppleant for", max_length=200, blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "deltagelse"
        verbose_name_plural = "deltagelser"
        ordering = ["moede", "raekkefoelge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["moede", "medlemskab"],
                name="deltagelse_en_gang",
                violation_error_message="Medlemmet står allerede på listen.",
            )
        ]

    def __str__(self) -> str:
        return self.navn


class Punktfravaer(Sporet):
    """Somebody who took no part in one item: absent from it, or disqualified (inhabil)."""

    class Slags(models.TextChoices):
        FRAVAERENDE = "fravaerende", "Fraværende under punktet"
        INHABIL = "inhabil", "Inhabil"

    punkt = models.ForeignKey(Dagsordenspunkt, verbose_name="punkt", on_delete=models.PROTECT, related_name="fravaer")
    deltagelse = models.ForeignKey(
        Deltagelse, verbose_name="deltager", on_delete=models.PROTECT, related_name="fravaer"
    )
    slags = models.CharField("slags", max_length=12, choices=Slags, default=Slags.FRAVAERENDE)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "fravær under punkt"
        verbose_name_plural = "fravær under punkter"
        ordering = ["punkt", "deltagelse"]
        constraints = [
            models.UniqueConstraint(
                fields=["punkt", "deltagelse"],
                name="punktfravaer_en_gang",
                violation_error_message="Deltageren står allerede som fraværende under punktet.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.deltagelse}: {self.get_slags_display()}"
