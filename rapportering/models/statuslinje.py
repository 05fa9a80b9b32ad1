from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from indsatser.models import Indsats
from rapportering.models.statusrapport import Statusrapport
from sundhedsaftale.faelles.felter import Langtekst
from sundhedsaftale.faelles.sporet import Sporet


class Statuslinje(Sporet):
    """How one initiative goes, as one group tells it to one meeting."""

    class Fremdrift(models.TextChoices):
        IKKE_VURDERET = "ikke_vurderet", "Ikke vurderet"
        FOELGER_PLANEN = "foelger_planen", "Følger planen"
        OPMAERKSOMHED = "opmaerksomhed", "Kræver opmærksomhed"
        FORSINKET = "forsinket", "Forsinket"
        SAT_I_BERO = "sat_i_bero", "Sat i bero"

    MAERKER = {
        Fremdrift.FOELGER_PLANEN: "success",
        Fremdrift.OPMAERKSOMHED: "warning",
        Fremdrift.FORSINKET: "error",
    }

    # What the report tells; the remark to the secretariat is not part of it.
    RAPPORTFELTER = (
        "fremdrift",
        "begrundelse",
        "siden_sidst",
        "naeste_skridt",
        "opfoelgning",
        "risici",
        "indstilling",
    )

    statusrapport = models.ForeignKey(
        Statusrapport,
        verbose_name="statusrapport",
        on_delete=models.CASCADE,
        related_name="linjer",
    )
    indsats = models.ForeignKey(
        Indsats,
        verbose_name="indsats",
        on_delete=models.PROTECT,
        related_name="statuslinjer",
    )
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0)
    fremdrift = models.CharField("fremdrift", max_length=15, choices=Fremdrift, default=Fremdrift.IKKE_VURDERET)
    begrundelse = Langtekst(
        "begrundelse",
        blank=True,
        help_text="Skal udfyldes, når indsatsen ikke følger planen.",
    )
    siden_sidst = Langtekst("status siden sidst", blank=True)
    naeste_skridt = Langtekst("næste skridt", blank=True)
    opfoelgning = Langtekst("opfølgning", blank=True, help_text="Hvordan, hvornår og af hvem der følges op.")
    risici = Langtekst("risici og barrierer", blank=True)
    indstilling = Langtekst("indstilling", blank=True)
    intern_note = Langtekst("bemærkning til sekretariatet", blank=True, help_text="Offentliggøres aldrig.")
    kopieret = models.BooleanField("kopieret fra sidste status", default=False)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "statuslinje"
        verbose_name_plural = "statuslinjer"
        ordering = ["statusrapport", "raekkefoelge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["statusrapport", "indsats"],
                name="statuslinje_en_pr_indsats",
                violation_error_message="Indsatsen står allerede i rapporten.",
            )
        ]

    def __str__(self) -> str:
        return str(self.indsats)

    def get_absolute_url(self) -> str:
        return reverse("rapportering:statuslinje-update", args=[self.statusrapport_id, self.pk])

    @property
    def maerke(self) -> str:
        """The kind of the badge that shows how it goes."""
        return self.MAERKER.get(self.Fremdrift(self.fremdrift), "neutral")

    @property
    def mangler(self) -> dict[str, str]:
        """What stands in the way of a complete line: the field, and a sentence that says what to do."""
        mangler = {}
        if self.fremdrift == self.Fremdrift.IKKE_VURDERET:
            mangler["fremdrift"] = "Vælg, hvordan det går med indsatsen."
        elif self.fremdrift != self.Fremdrift.FOELGER_PLANEN and not self.begrundelse:
            mangler["begrundelse"] = "Skriv, hvorfor indsatsen ikke følger planen."
        if not self.siden_sidst:
            mangler["siden_sidst"] = "Skriv, hvad der er sket siden sidste status."
        elif self.kopieret:
            mangler["siden_sidst"] = "Teksten er kopieret fra sidste status. Ret den, eller bekræft den."
        return mangler

    @property
    def er_faerdig(self) -> bool:
        """Complete: assessed, told, explained when it does not follow the plan, and no mere copy."""
        return not self.mangler

    @property
    def er_begyndt(self) -> bool:
        skrevet = (getattr(self, felt) for felt in self.RAPPORTFELTER if felt != "fremdrift")
        return not self.kopieret and (self.fremdrift != self.Fremdrift.IKKE_VURDERET or any(skrevet))
