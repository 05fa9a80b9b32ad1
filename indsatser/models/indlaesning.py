import uuid
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from organisering.models import Aftale, Besoegende, Bruger
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class IndlaesningQuerySet(SporetQuerySet["Indlaesning"]):
    def synlige_for(self, bruger: Besoegende) -> "IndlaesningQuerySet":
        return self.filter(aftale__in=Aftale.objects.synlige_for(bruger))


class Indlaesning(Sporet):
    """Many changes saved as one: a spreadsheet, a document or a bulk edit. It can be undone as one.

    `aendringer` is a list of `{"model": label, "pk": key, "foer": version or null, "efter": version}`, oldest first:
    the rows as the act left them. A row that the undoing left alone says why in `urort`.
    """

    class Slags(models.TextChoices):
        REGNEARK = "regneark", "Regneark"
        DOKUMENT = "dokument", "Dokument"
        MAALINGER = "maalinger", "Målinger"
        SAMLET = "samlet", "Samlet ændring"

    uuid = models.UUIDField("offentlig nøgle", default=uuid.uuid4, unique=True, editable=False)
    aftale = models.ForeignKey(Aftale, verbose_name="aftale", on_delete=models.PROTECT, related_name="indlaesninger")
    slags = models.CharField("slags", max_length=10, choices=Slags)
    kilde = Tekst("kilde", max_length=200, blank=True)
    bruger = models.ForeignKey(
        Bruger, verbose_name="gemt af", null=True, on_delete=models.SET_NULL, related_name="indlaesninger"
    )
    gemt = models.DateTimeField("gemt", default=timezone.now)
    aendringer = models.JSONField("ændringer", default=list)
    fortrudt = models.DateTimeField("fortrudt", null=True, blank=True)

    objects = IndlaesningQuerySet.as_manager()
    historik = HistoricalRecords()

    class Meta:
        verbose_name = "samlet ændring"
        verbose_name_plural = "samlede ændringer"
        ordering = ["-gemt", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_slags_display()}, {timezone.localtime(self.gemt):%d.%m.%Y kl. %H.%M}"

    def get_absolute_url(self) -> str:
        return reverse("indsatser:indlaesning-detail", args=[self.uuid])

    @property
    def urorte(self) -> list[dict[str, Any]]:
        """The rows that were left alone when the act was undone."""
        return [linje for linje in self.aendringer if linje.get("urort")]
