"""The filter above an agreement's targets, kept in the address."""

from collections.abc import Iterable
from typing import Any

from django import forms

from indsatser.queries.maaloversigt import Maalfilter
from indsatser.queries.maaltilstand import NAVNE
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalForm

_UKENDT = "Værdien i adressen findes ikke her. Vælg en fra listen."


class MaalfilterForm(PortalForm):
    organ = forms.ChoiceField(label="Organ", required=False)
    tilstand = forms.ChoiceField(
        label="Tilstand",
        choices=[("", "Alle tilstande"), *((t.value, navn) for t, navn in NAVNE.items())],
        required=False,
    )
    kategori = forms.TypedChoiceField(label="Kategori", coerce=int, empty_value=None, required=False)
    aendret_siden = DatoFelt(label="Ændret siden", required=False)

    def __init__(
        self,
        *args: Any,
        organer: Iterable[tuple[str, str]],
        kategorier: Iterable[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["organ"].choices = [("", "Alle organer"), *organer]
        felter["kategori"].choices = [("", "Alle kategorier"), *((str(pk), navn) for pk, navn in kategorier)]
        for navn in ("organ", "tilstand", "kategori"):
            felter[navn].error_messages["invalid_choice"] = _UKENDT
        if len(felter["kategori"].choices) == 1:
            del felter["kategori"]

    @property
    def er_sat(self) -> bool:
        """Whether anything was asked for, rightly or not."""
        return bool(self.errors) or not self.filter.er_tomt

    @property
    def filter(self) -> Maalfilter:
        """What was asked for; nothing, when the address holds a value that does not exist."""
        if not self.is_valid():
            return Maalfilter()
        data = self.cleaned_data
        return Maalfilter(data["organ"], data["tilstand"], data.get("kategori"), data["aendret_siden"])
