import uuid

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from organisering.models.organ import Organ
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet


class Sag(Sporet):
    """What climbs the ladder; each `Dagsordenspunkt` is one treatment of it. Its title is never public by itself."""

    uuid = models.UUIDField("offentlig nøgle", default=uuid.uuid4, unique=True, editable=False)
    titel = Tekst("titel", max_length=300)
    sagsnummer = Tekst("sagsnummer", max_length=60, blank=True)
    organ = models.ForeignKey(Organ, verbose_name="begyndt i", on_delete=models.PROTECT, related_name="sager")
    soegetekst = Soegefelt(fra=("titel", "sagsnummer"))

    historik = HistoricalRecords(excluded_fields=["soegetekst"])

    class Meta:
        verbose_name = "sag"
        verbose_name_plural = "sager"
        ordering = ["titel"]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        return reverse("organisering:sag-detail", args=[self.uuid])
