from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from indsatser.models.indsats import Indsats
from indsatser.models.maalsaetning import Maalsaetning
from indsatser.models.opgaveoverdragelse import Opgaveoverdragelse
from indsatser.models.pulje import Pulje
from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.sporet import Sporet

Emnet = Indsats | Maalsaetning | Pulje | Opgaveoverdragelse
_SLAGS = ("indsats", "maalsaetning", "pulje", "opgaveoverdragelse")


class Punktemne(Sporet):
    """What an agenda item concerns: one of the things named in `SLAGS`."""

    SLAGS = _SLAGS

    punkt = models.ForeignKey(Dagsordenspunkt, verbose_name="punkt", on_delete=models.CASCADE, related_name="emner")
    indsats = models.ForeignKey(
        Indsats, verbose_name="indsats", null=True, blank=True, on_delete=models.PROTECT, related_name="punktemner"
    )
    maalsaetning = models.ForeignKey(
        Maalsaetning,
        verbose_name="målsætning",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="punktemner",
    )
    pulje = models.ForeignKey(
        Pulje, verbose_name="pulje", null=True, blank=True, on_delete=models.PROTECT, related_name="punktemner"
    )
    opgaveoverdragelse = models.ForeignKey(
        Opgaveoverdragelse,
        verbose_name="opgaveoverdragelse",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="punktemner",
    )

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "punkts emne"
        verbose_name_plural = "punkters emner"
        ordering = ["punkt", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    *[Q(**{f"{navn}__isnull": navn != valgt for navn in _SLAGS}) for valgt in _SLAGS],
                    _connector=Q.OR,
                ),
                name="punktemne_et_ad_gangen",
                violation_error_message="Vælg ét emne ad gangen.",
            ),
            *[models.UniqueConstraint(fields=["punkt", navn], name=f"punktemne_{navn}_en_gang") for navn in _SLAGS],
        ]

    def __str__(self) -> str:
        return str(self.emne)

    @property
    def emne(self) -> Emnet:
        """The one thing; a constraint says that there is one."""
        fundet: Emnet = next(emne for navn in _SLAGS if (emne := getattr(self, navn)) is not None)
        return fundet

    def get_absolute_url(self) -> str:
        """A målsætning is read on its agreement's page."""
        emne = self.emne
        return (emne.aftale if isinstance(emne, Maalsaetning) else emne).get_absolute_url()
