from django.db import models
from simple_history.models import HistoricalRecords

from organisering.models.dagsordenspunkt import Dagsordenspunkt
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet


class Bemaerkning(Sporet):
    """A remark to an item, by whom and on which day; after the approval the only thing that can be added."""

    punkt = models.ForeignKey(
        Dagsordenspunkt, verbose_name="punkt", on_delete=models.PROTECT, related_name="bemaerkninger"
    )
    fra = Tekst("fra", max_length=200, help_text="Den part eller person, der ønskede bemærkningen ført til referat.")
    dag = models.DateField("dato")
    tekst = Langtekst("bemærkning")
    soegetekst = Soegefelt(fra=("fra", "tekst"))

    historik = HistoricalRecords(excluded_fields=["soegetekst"])

    class Meta:
        verbose_name = "bemærkning"
        verbose_name_plural = "bemærkninger"
        ordering = ["punkt", "dag", "pk"]

    def __str__(self) -> str:
        return f"{self.fra}: {self.punkt}"
