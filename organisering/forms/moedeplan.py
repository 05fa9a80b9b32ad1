"""The rows of a year's plan: one meeting each; a row without a date is left out."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.forms import BaseFormSet, formset_factory

from organisering.forms.moede import Moedetid
from organisering.models import Moede, Organ
from sundhedsaftale.faelles.formular import PortalForm

_RAEKKER_HOEJST = 12
_TOM = "Skriv dato på mindst ét møde."


class PlanraekkeForm(Moedetid, PortalForm):
    """One meeting of `aar`; it needs a beginning when it has a date."""

    sted = forms.CharField(label="Sted", max_length=200, required=False)
    field_order = ("dato", "fra", "til", "sted")

    def __init__(self, *args: Any, aar: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aar = aar
        self.fields["dato"].required = self.fields["fra"].required = False
        for felt in self.fields.values():
            felt.widget.attrs["class"] = "form-input"

    @property
    def dag(self) -> date | None:
        """The day that is shown, so that its weekday can stand beside it."""
        dag: date | None = (self.cleaned_data if self.is_bound else self.initial).get("dato")
        return dag

    @property
    def er_med(self) -> bool:
        return bool(self.cleaned_data.get("dato"))

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        dato = self.cleaned_data.get("dato")
        if dato and dato.year != self.aar:
            self.add_error("dato", f"Datoen ligger ikke i {self.aar}.")
        if dato and "fra" in self.cleaned_data and not self.cleaned_data["fra"]:
            self.add_error("fra", "Skriv, hvornår mødet begynder.")
        return data


if TYPE_CHECKING:
    _Formsaet = BaseFormSet[PlanraekkeForm]
else:
    _Formsaet = BaseFormSet


class _Planformular(_Formsaet):
    def clean(self) -> None:
        if not any(self.errors) and not any(raekke.er_med for raekke in self.forms):
            raise forms.ValidationError(_TOM)

    def moeder(self, organ: Organ) -> dict[int, Moede]:
        """The meetings that were written, by the row they stand in."""
        return {
            nummer: raekke.saet_tider(Moede(organ=organ, sted=raekke.cleaned_data["sted"]))
            for nummer, raekke in enumerate(self.forms)
            if raekke.er_med
        }

    def saet_fejl(self, fejl: Mapping[int, str]) -> None:
        for nummer, saetning in fejl.items():
            self.forms[nummer].add_error("dato", saetning)


Planformular = cast(
    type[_Planformular],
    formset_factory(
        PlanraekkeForm, formset=_Planformular, extra=0, max_num=_RAEKKER_HOEJST, absolute_max=_RAEKKER_HOEJST
    ),
)
