"""Which two moments to hold beside each other, kept in the address."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms

from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalForm

_UKENDT = "Tidspunktet i adressen findes ikke her. Vælg et fra listen, eller skriv en dag."
_EN_DAG = ("", "En dag, som skrives ved siden af")


class SammenligningForm(PortalForm):
    """Each moment is one from the list or a day; a day that is written goes before the list."""

    fra = forms.ChoiceField(label="Fra", required=False)
    fra_dag = DatoFelt(label="eller fra dagen", required=False)
    til = forms.ChoiceField(label="Til", required=False)
    til_dag = DatoFelt(label="eller til dagen", required=False)
    organ = forms.ChoiceField(label="Organ", required=False)

    def __init__(
        self,
        *args: Any,
        tidspunkter: Iterable[tuple[str, str]],
        organer: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        valg = list(tidspunkter)
        felter: dict[str, Any] = self.fields
        for navn in ("fra", "til"):
            felter[navn].choices = [_EN_DAG, *valg]
            felter[navn].error_messages["invalid_choice"] = _UKENDT
        felter["organ"].choices = [("", "Hele aftalen"), *organer]
        felter["organ"].error_messages["invalid_choice"] = "Organet i adressen findes ikke her. Vælg et fra listen."
        self.helper.form_method = "get"
        self.helper.layout = Layout(Row("fra", "fra_dag"), Row("til", "til_dag"), "organ")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for navn in ("fra", "til"):
            if not data.get(navn) and not data.get(f"{navn}_dag") and not {navn, f"{navn}_dag"} & self.errors.keys():
                self.add_error(navn, "Vælg et tidspunkt, eller skriv en dag.")
        return data

    @property
    def skrevne_dage(self) -> dict[str, str]:
        """The days that were written, as the address says them."""
        return {
            navn: self.cleaned_data[f"{navn}_dag"].isoformat()
            for navn in ("fra", "til")
            if self.cleaned_data.get(f"{navn}_dag")
        }
