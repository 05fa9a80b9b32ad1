"""Text columns that cannot hold a CPR number, whichever way the row is saved."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from sundhedsaftale.faelles.cpr import find_cpr

# Ten pages: more than any field asks for, and little enough to be searched at every save.
HOEJST = 20_000
AFVIST = "Teksten indeholder et CPR-nummer (ved tegn {tegn}). Fjern nummeret, før du gemmer."
_I_LINJER = "Teksten indeholder et CPR-nummer (linje {linje}, tegn {tegn}). Fjern nummeret, og prøv igen."


def afvis_cpr(vaerdi: object) -> None:
    """Raise ValidationError when the text holds a CPR number; the sentence gives the place, never the number."""
    for fund in find_cpr(str(vaerdi)):
        if fund.grad == "stop":
            raise ValidationError(AFVIST.format(tegn=fund.start + 1), code="cpr")


def afvis_cpr_i_linjer(tekst: str) -> None:
    """Raise ValidationError with the line and character of the first CPR number in a long text."""
    for fund in find_cpr(tekst):
        if fund.grad == "stop":
            raise ValidationError(_I_LINJER.format(**linje_og_tegn(tekst, fund.start)), code="cpr")


def linje_og_tegn(tekst: str, plads: int) -> dict[str, int]:
    """Where a position stands, as `linje` and `tegn`, both counted from one."""
    foran = tekst[:plads]
    return {"linje": foran.count("\n") + 1, "tegn": plads - foran.rfind("\n")}


class Tekst(models.CharField):
    """A CharField with the CPR guard in its validation and in every INSERT and UPDATE."""

    default_validators = [afvis_cpr]

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        if isinstance(value, str):
            afvis_cpr(value)
        return super().get_db_prep_save(value, connection)


class Langtekst(models.TextField):
    """A TextField with the CPR guard in its validation and in every save; a form takes `HOEJST` characters."""

    default_validators = [afvis_cpr]

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"max_length": HOEJST, **kwargs})

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        if isinstance(value, str):
            afvis_cpr(value)
        return super().get_db_prep_save(value, connection)
