"""Values of targets and measurements as Danes write them, and the years they can be of."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import BaseValidator, MaxValueValidator, MinValueValidator

from sundhedsaftale.faelles.dansk import ProcentFelt, TalFelt

_FOERSTE_AAR, _SIDSTE_AAR = 1900, 2100
AARSTAL: list[BaseValidator] = [
    MinValueValidator(_FOERSTE_AAR, "Skriv et årstal med fire cifre, fx 2021."),
    MaxValueValidator(_SIDSTE_AAR, "Skriv et årstal med fire cifre, fx 2021."),
]


def ikke_negativ(vaerdi: Any) -> None:
    """Nothing that is measured here can be less than nought. Raises ValidationError."""
    if vaerdi < 0:
        raise ValidationError("Skriv et tal på 0 eller mere.")


def vaerdifelt(label: str, *, procent: bool, **felter: Any) -> TalFelt:
    """A number of the model's width; a percentage may carry its sign."""
    slags = ProcentFelt if procent else TalFelt
    felt = slags(
        label=label,
        max_digits=12,
        decimal_places=2,
        validators=[ikke_negativ],
        error_messages={
            "required": "Skriv et tal, fx 12,5.",
            "max_decimal_places": "Skriv højst to decimaler.",
            "max_digits": "Tallet er for stort.",
            "max_whole_digits": "Tallet er for stort.",
        },
        **felter,
    )
    return felt


def adressefelt() -> forms.URLField:
    """Where a source stands on the web."""
    return forms.URLField(label="Kildens adresse", max_length=500, required=False, assume_scheme="https")
