"""Answers to findings, and the reason for taking away an X outside the agreement."""

from collections.abc import Sequence
from typing import Any

from django import forms

from indsatser.forms.begrundelse import kraevet_begrundelse
from indsatser.queries.kontrol.fund import Fund, Fundslags
from sundhedsaftale.faelles.formular import PortalForm


class KontrolsvarForm(PortalForm):
    """The findings of one kind that are seen, and why they stand; drawn by the page, box by box.

    `vist` is what the page showed: all on the list is never more than that, and no more than is still open.
    """

    fund = forms.MultipleChoiceField(
        label="Fund",
        required=False,
        error_messages={"invalid_choice": "Et af fundene er ikke længere åbent. Se listen igen."},
    )
    vist = forms.Field(required=False, widget=forms.MultipleHiddenInput)
    alle = forms.BooleanField(label="Alle på listen", required=False)
    begrundelse = forms.CharField(
        label="Begrundelse",
        max_length=500,
        help_text="Hvorfor kan det blive stående? Begrundelsen gælder alle dem, der er sat kryds ved.",
        error_messages={"required": "Skriv, hvorfor det kan blive stående."},
    )

    def __init__(self, *args: Any, slags: Fundslags, aabne: Sequence[Fund], **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"id_{slags.noegle}_%s", **kwargs)
        felter: dict[str, Any] = self.fields
        felter["fund"].choices = [(fund.noegle, fund.om) for fund in aabne]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("alle"):
            felter: dict[str, Any] = self.fields
            vist = set(data.get("vist") or ())
            data["fund"] = [noegle for noegle, _ in felter["fund"].choices if noegle in vist]
            if not data["fund"]:
                self.add_error("fund", "Ingen af fundene er længere åbne. Se listen igen.")
        elif not data.get("fund") and "fund" not in self.errors:
            self.add_error("fund", "Sæt kryds ved mindst ét fund.")
        return data


class UdenforForm(PortalForm):
    begrundelse = kraevet_begrundelse("Skriv, hvorfor X fjernes.")
