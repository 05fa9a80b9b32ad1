from django.db import models
from simple_history.models import HistoricalRecords

from indsatser.models.maalkategori import Maalkategori
from organisering.models import Aftale, Besoegende, Organ
from sundhedsaftale.faelles.felter import Langtekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class MaalsaetningQuerySet(SporetQuerySet["Maalsaetning"]):
    def synlige_for(self, bruger: Besoegende) -> "MaalsaetningQuerySet":
        """Those of agreements and bodies that the reader sees."""
        return self.filter(aftale__in=Aftale.objects.synlige_for(bruger), organ__in=Organ.objects.synlige_for(bruger))


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

    objects = MaalsaetningQuerySet.as_manager()
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
