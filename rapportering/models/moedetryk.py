from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from organisering.models import Moede
from rapportering.models.tryk import Tryk
from sundhedsaftale.faelles.job import JobQuerySet


class MoedetrykQuerySet(JobQuerySet["Moedetryk"]):
    def i_gang(self) -> "MoedetrykQuerySet":
        return self.filter(tilstand__in=[Moedetryk.Tilstand.I_KOE, Moedetryk.Tilstand.I_GANG])


class Moedetryk(Tryk):
    """A meeting's agenda, minutes or packet on paper, of the public version or of the members'.

    The same snapshot is the same document: whoever asks for it again gets the file that is there.
    """

    MAPPE = "moedetryk"
    OPGAVE = "rapportering.tasks.dan_moedetryk"

    class Slags(models.TextChoices):
        DAGSORDEN = "dagsorden", "Dagsorden"
        REFERAT = "referat", "Referat"
        PAKKE = "pakke", "Dagsorden med bilag"

    moede = models.ForeignKey(Moede, verbose_name="møde", on_delete=models.PROTECT, related_name="tryk")
    slags = models.CharField("slags", max_length=10, choices=Slags)
    offentlig = models.BooleanField("offentlig udgave")
    bestilt_af = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="bestilt af",
        null=True,
        on_delete=models.PROTECT,
        related_name="moedetryk",
    )

    objects = MoedetrykQuerySet.as_manager()

    class Meta(Tryk.Meta):
        verbose_name = "mødetryk"
        verbose_name_plural = "mødetryk"
        ordering = ["-bestilt"]
        indexes = [models.Index(fields=["sha256"], name="moedetryk_sha256")]
        constraints = [
            *Tryk.Meta.constraints,
            models.UniqueConstraint(
                fields=["sha256"],
                condition=Q(tilstand__in=["i_koe", "i_gang"]),
                name="moedetryk_en_ad_gangen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_slags_display()}, {self.moede}"

    def get_absolute_url(self) -> str:
        return reverse("rapportering:moedetryk-detail", args=[self.uuid])
