"""A step is taken on what was read: every form carries the report's version."""

from typing import Any

from django import forms

from rapportering.models import Statusrapport
from sundhedsaftale.faelles.formular import PortalForm

_FORAELDET = "Siden mangler oplysning om, hvilken udgave du læste. Hent siden igen."
_SKJULT = {"required": _FORAELDET, "invalid": _FORAELDET}


class SkridtForm(PortalForm):
    """Confirm one step of a report."""

    version = forms.IntegerField(widget=forms.HiddenInput, error_messages=_SKJULT)

    def __init__(self, *args: Any, rapport: Statusrapport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", rapport.version)

    def vis_igen(self, rapport: Statusrapport, fejl: str) -> None:
        """Show what was typed again on top of the report as it is now."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["version"] = str(rapport.version)  # type: ignore[index]
        self.add_error(None, fejl)


class IndsendForm(SkridtForm):
    linjeudgave = forms.IntegerField(widget=forms.HiddenInput, error_messages=_SKJULT)


class UnderskriftForm(SkridtForm):
    uenighed = forms.CharField(
        label="Uenighed mellem parterne",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Skriv, hvor parterne ikke er enige. Teksten følger rapporten til mødet.",
    )


class ReturForm(SkridtForm):
    begrundelse = forms.CharField(
        label="Hvorfor returneres rapporten?",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Skriv, hvad gruppen skal rette, og ved hvilken indsats.",
        error_messages={"required": "Skriv, hvad gruppen skal rette."},
    )
