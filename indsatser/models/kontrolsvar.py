from django.db import models
from simple_history.models import HistoricalRecords

from organisering.models import Aftale
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Kontrolsvar(Sporet):
    """A finding that the secretariat has seen, and why it stands; who and when is its history.

    `noegle` names the finding and the row it is about, as `queries/kontrol` writes it.
    """

    aftale = models.ForeignKey(Aftale, verbose_name="aftale", on_delete=models.CASCADE, related_name="kontrolsvar")
    noegle = models.CharField("fund", max_length=120)
    begrundelse = Tekst("begrundelse", max_length=500)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "svar på fund"
        verbose_name_plural = "svar på fund"
        ordering = ["aftale", "noegle"]
        constraints = [models.UniqueConstraint(fields=["aftale", "noegle"], name="kontrolsvar_et_pr_fund")]

    def __str__(self) -> str:
        return self.noegle
