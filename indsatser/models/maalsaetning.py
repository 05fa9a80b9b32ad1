from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.maalkategori import Maalkategori
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.felter import Langtekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet


class Maalsaetning(Sporet):
    """A promise of the agreement, in the words agreed; its figures stand in `Maaltal`."""

    aftale = models.ForeignKey(
        Aftale,
        verbose_name="aftale",
        on_delete=models.PROTECT,
        related_name="maalsaetninger",
    )
    organ = models.ForeignKey(
        Organ,
        verbose_name="ansvarligt organ",
        on_delete=models.PROTECT,
        related_name="maalsaetninger",
    )
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0)
    tekst = Langtekst("målsætning")
    kategorier = models.ManyToManyField(
        Maalkategori, verbose_name="kategorier", blank=True, related_name="maalsaetninger"
    )
    soegetekst = Soegefelt(fra=("tekst",))

    historik = HistoricalRecords(m2m_fields=[kategorier], excluded_fields=["soegetekst"])

    class Meta:
        verbose_name = "målsætning"
        verbose_name_plural = "målsætninger"
        ordering = ["organ__navn", "raekkefoelge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["aftale", "tekst"],
                name="maalsaetning_unik_i_aftalen",
                violation_error_message="Aftalen har allerede den målsætning.",
            )
        ]

    def __str__(self) -> str:
        return self.tekst
