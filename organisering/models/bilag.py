import secrets
import uuid
from pathlib import PurePath

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from organisering.models.dagsordenspunkt import Dagsordenspunkt
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.soegning import Soegefelt
from sundhedsaftale.faelles.sporet import Sporet


def bilagssti(bilag: "Bilag", filnavn: str) -> str:
    """Where the file lies; its own name stands on the row, so that nobody's words become a path."""
    return f"bilag/{secrets.token_hex(16)}{PurePath(filnavn).suffix.lower()}"


class Bilag(Sporet):
    """A paper of an item: a file, an address, or only its number in the authority's own archive."""

    uuid = models.UUIDField("offentlig nøgle", default=uuid.uuid4, unique=True, editable=False)
    punkt = models.ForeignKey(Dagsordenspunkt, verbose_name="punkt", on_delete=models.PROTECT, related_name="bilag")
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=0, editable=False)
    titel = Tekst("titel", max_length=300)
    aabent = models.BooleanField("vises for alle", default=True, help_text="Et bilag til et lukket punkt vises aldrig.")
    fil = models.FileField("fil", upload_to=bilagssti, blank=True)
    filnavn = Tekst("filnavn", max_length=150, blank=True, editable=False)
    adresse = models.URLField("adresse", max_length=500, blank=True)
    dokid = Tekst("DokID", max_length=50, blank=True)
    journalnummer = Tekst("journalnummer", max_length=60, blank=True)
    soegetekst = Soegefelt(fra=("titel", "filnavn", "dokid", "journalnummer"))

    historik = HistoricalRecords(excluded_fields=["soegetekst"])

    class Meta:
        verbose_name = "bilag"
        verbose_name_plural = "bilag"
        ordering = ["punkt", "raekkefoelge", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(fil="") | Q(adresse=""),
                name="bilag_fil_eller_adresse",
                violation_error_message="Vælg enten en fil eller en adresse.",
            )
        ]

    def __str__(self) -> str:
        return self.titel
