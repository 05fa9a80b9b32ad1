from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from organisering.models import Aftale, Besoegende, Bruger
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class PortefoeljevisningQuerySet(SporetQuerySet["Portefoeljevisning"]):
    def synlige_for(self, bruger: Besoegende) -> "PortefoeljevisningQuerySet":
        """One's own, and those that colleagues of the region share."""
        if not bruger.is_authenticated:
            return self.none()
        delte = Q(delt=True) if bruger.is_superuser else Q(delt=True, aftale__region__in=bruger.regioner)
        return self.filter(Q(bruger=bruger) | delte)


class Portefoeljevisning(Sporet):
    """A filter with its columns, saved under a name; `forespoergsel` is the address's own query."""

    bruger = models.ForeignKey(
        Bruger, verbose_name="gemt af", on_delete=models.CASCADE, related_name="portefoeljevisninger"
    )
    aftale = models.ForeignKey(
        Aftale, verbose_name="aftale", on_delete=models.CASCADE, related_name="portefoeljevisninger"
    )
    navn = Tekst("navn", max_length=100)
    forespoergsel = Tekst("forespørgsel", max_length=500, blank=True)
    delt = models.BooleanField("deles med kollegerne", default=False)

    objects = PortefoeljevisningQuerySet.as_manager()
    historik = HistoricalRecords()

    class Meta:
        verbose_name = "visning af portefølje"
        verbose_name_plural = "visninger af porteføljer"
        ordering = ["navn"]
        constraints = [
            models.UniqueConstraint(
                fields=["bruger", "aftale", "navn"],
                name="portefoeljevisning_navn_unikt",
                violation_error_message="Du har allerede en visning med det navn.",
            )
        ]

    def __str__(self) -> str:
        return self.navn
