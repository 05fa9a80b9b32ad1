from django.db import models
from simple_history.models import HistoricalRecords

from organisering.models.medlemskab import Medlemskab
from organisering.models.moede import Moede
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Referatgodkendelse(Sporet):
    """A chair's approval of the minutes, given in the portal or noted by the secretariat with where it was given."""

    moede = models.ForeignKey(Moede, verbose_name="møde", on_delete=models.PROTECT, related_name="godkendelser")
    medlemskab = models.ForeignKey(
        Medlemskab, verbose_name="formand", on_delete=models.PROTECT, related_name="referatgodkendelser"
    )
    tidspunkt = models.DateTimeField("godkendt")
    noteret = Tekst(
        "hvordan godkendelsen er givet",
        max_length=200,
        blank=True,
        help_text="Når sekretariatet noterer en formands godkendelse, fx: mail af 3. maj 2021.",
    )

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "godkendelse af referat"
        verbose_name_plural = "godkendelser af referat"
        ordering = ["moede", "tidspunkt"]
        constraints = [
            models.UniqueConstraint(
                fields=["moede", "medlemskab"],
                name="referatgodkendelse_en_gang",
                violation_error_message="Formanden har allerede godkendt referatet.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.medlemskab}: {self.moede}"
