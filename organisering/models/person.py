from django.db import models
from simple_history.models import HistoricalRecords

from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class PersonQuerySet(SporetQuerySet["Person"]):
    def egne(self) -> "PersonQuerySet":
        """Without those that turned out to be somebody who was there already."""
        return self.filter(sammenlagt_med__isnull=True)


class Person(Sporet):
    """Somebody who holds, or held, a seat in a body. A person of 2019 needs no login; a login is a `Bruger`."""

    navn = Tekst("navn", max_length=200)
    titel = Tekst("stilling", max_length=200, blank=True)
    email = models.EmailField("e-mail", blank=True, help_text="Ses kun af sekretariatet.")
    telefon = Tekst("telefon", max_length=30, blank=True, help_text="Ses kun af sekretariatet.")
    sammenlagt_med = models.ForeignKey(
        "self",
        verbose_name="lagt sammen med",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="sammenlagte",
    )

    objects = PersonQuerySet.as_manager()
    historik = HistoricalRecords()

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "personer"
        ordering = ["navn"]

    def __str__(self) -> str:
        return self.navn
