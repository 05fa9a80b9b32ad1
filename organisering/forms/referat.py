"""A step of the minutes is taken on what was read: every form carries the meeting's version."""

from typing import Any

from django import forms

from organisering.models import Moede
from sundhedsaftale.faelles.formular import PortalForm

AENDRET = "Mødet er ændret, siden du åbnede siden. Læs det igen, før du går videre."
_FORAELDET = "Siden mangler oplysning om, hvilken udgave du læste. Hent siden igen."


class ReferatskridtForm(PortalForm):
    """Confirm one step."""

    version = forms.IntegerField(
        widget=forms.HiddenInput, error_messages={"required": _FORAELDET, "invalid": _FORAELDET}
    )

    def __init__(self, *args: Any, moede: Moede, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", moede.version)

    def vis_igen(self, moede: Moede) -> None:
        """Show what was typed again on top of the meeting as it is now."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["version"] = str(moede.version)  # type: ignore[index]
        self.add_error(None, AENDRET)


class UdgivReferatForm(ReferatskridtForm):
    """Publish the version that was shown; `udgave` is the fingerprint of the one shown now."""

    set_udgave = forms.CharField(widget=forms.HiddenInput, error_messages={"required": _FORAELDET})

    def __init__(self, *args: Any, udgave: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.udgave = self.initial["set_udgave"] = udgave

    def vis_igen(self, moede: Moede) -> None:
        super().vis_igen(moede)
        self.data["set_udgave"] = self.udgave  # type: ignore[index]


class ReferatreturForm(ReferatskridtForm):
    begrundelse = forms.CharField(
        label="Hvad skal rettes?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Skriv, ved hvilket punkt. Teksten står i mødets historik.",
        error_messages={"required": "Skriv, hvad der skal rettes."},
    )
