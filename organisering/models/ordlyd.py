from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from organisering.models.dagsordenspunkt import Dagsordenspunkt
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet


class Ordlyd(Sporet):
    """What the public reads of a closed item: a title and a decision of its own, or the reason why there is none."""

    punkt = models.OneToOneField(Dagsordenspunkt, verbose_name="punkt", on_delete=models.CASCADE, related_name="ordlyd")
    titel = Tekst("offentlig titel", max_length=300, blank=True)
    beslutning = Langtekst("offentlig beslutning", blank=True)
    udeladt = Tekst(
        "hvorfor der ikke står noget",
        max_length=300,
        blank=True,
        help_text="Hvis titel eller beslutning ikke kan offentliggøres. Vises ikke.",
    )
    soegetekst = Soegefelt(fra=("titel",))
    beslutningssoegetekst = Soegefelt(fra=("beslutning",))

    historik = HistoricalRecords(excluded_fields=["soegetekst", "beslutningssoegetekst"])

    class Meta:
        verbose_name = "offentlig ordlyd"
        verbose_name_plural = "offentlige ordlyde"
        constraints = [
            models.CheckConstraint(
                condition=~Q(titel="") | ~Q(udeladt=""),
                name="ordlyd_titel_eller_grund",
                violation_error_message="Skriv en offentlig titel, eller skriv, hvorfor der ikke er nogen.",
            )
        ]

    def __str__(self) -> str:
        return self.titel or "Lukket punkt"
