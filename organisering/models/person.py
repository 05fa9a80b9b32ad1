from simple_history.models import HistoricalRecords

from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.sporet import Sporet


class Person(Sporet):
    """Somebody who holds, or held, a seat in a body. A person of 2019 needs no login; a login is a `Bruger`."""

    navn = Tekst("navn", max_length=200)
    titel = Tekst("stilling", max_length=200, blank=True)

    historik = HistoricalRecords()

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "personer"
        ordering = ["navn"]

    def __str__(self) -> str:
        return self.navn
