from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.disponering import Disponering
from indsatser.models.virkning import Virkning


class Disponeringsvirkning(Virkning):
    """A line of a pool that a decision settles, with the amount in mio. kr. that was decided, or lets lapse."""

    disponering = models.ForeignKey(
        Disponering, verbose_name="disponering", on_delete=models.PROTECT, related_name="virkninger"
    )
    slags = models.CharField("slags", max_length=15, choices=Disponering.Slags)
    beloeb = models.DecimalField("beløb (mio. kr.)", max_digits=9, decimal_places=2)
    bortfalder = models.BooleanField("bortfalder", default=False)

    historik = HistoricalRecords()

    class Meta(Virkning.Meta):
        verbose_name = "beslutnings virkning på en pulje"
        verbose_name_plural = "beslutningers virkninger på puljer"
        ordering = ["punkt", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["punkt", "disponering"],
                name="disponeringsvirkning_en_gang",
                violation_error_message="Beslutningen ændrer allerede den linje.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.disponering} i {self.disponering.pulje}"
