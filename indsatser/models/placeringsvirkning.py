from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.indsats import Indsats
from indsatser.models.virkning import Virkning
from organisering.models import Organ


class Placeringsvirkning(Virkning):
    """An initiative that a decision places in a body's portfolio, with an X in each of `aar`."""

    indsats = models.ForeignKey(
        Indsats, verbose_name="indsats", on_delete=models.PROTECT, related_name="placeringsvirkninger"
    )
    organ = models.ForeignKey(
        Organ, verbose_name="organ", on_delete=models.PROTECT, related_name="placeringsvirkninger"
    )
    aar = models.JSONField("år", default=list, blank=True)

    historik = HistoricalRecords()

    class Meta(Virkning.Meta):
        verbose_name = "beslutnings placering af en indsats"
        verbose_name_plural = "beslutningers placeringer af indsatser"
        ordering = ["punkt", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["punkt", "indsats", "organ"],
                name="placeringsvirkning_en_gang",
                violation_error_message="Beslutningen placerer allerede indsatsen der.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indsats} placeres i {self.organ}"
