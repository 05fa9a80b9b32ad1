"""The filter above a portfolio, kept in the address."""

from collections.abc import Iterable
from typing import Any

from django import forms

from indsatser.models import Indsats
from indsatser.queries.afsnit import Filter
from sundhedsaftale.faelles.formular import PortalForm

_UKENDT = "Værdien i adressen findes ikke her. Vælg en fra listen."


class PortefoeljefilterForm(PortalForm):
    """Asks for what there is to choose between; each choice is its value in the address and its name."""

    organ = forms.ChoiceField(label="Organ", required=False)
    aar = forms.TypedChoiceField(label="Kryds i år", coerce=int, empty_value=None, required=False)
    slags = forms.ChoiceField(
        label="Slags", choices=[("", "Nye og eksisterende"), *Indsats.Slags.choices], required=False
    )
    risikogruppe = forms.TypedChoiceField(label="Risikogruppe", coerce=int, empty_value=None, required=False)

    def __init__(
        self,
        *args: Any,
        aar: Iterable[int],
        risikogrupper: Iterable[tuple[int, str]],
        organer: Iterable[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["organ"].choices = [("", "Alle organer"), *organer]
        felter["aar"].choices = [("", "Alle år"), *((str(et), str(et)) for et in aar)]
        felter["risikogruppe"].choices = [("", "Alle risikogrupper"), *((str(pk), navn) for pk, navn in risikogrupper)]
        for navn, felt in list(felter.items()):
            felt.error_messages["invalid_choice"] = _UKENDT
            if len(felt.choices) == 1:
                del felter[navn]

    @property
    def er_sat(self) -> bool:
        """Whether anything was asked for, rightly or not."""
        return bool(self.errors) or not self.filter.er_tomt

    @property
    def filter(self) -> Filter:
        """What was asked for; nothing, when the address holds a value that does not exist."""
        if not self.is_valid():
            return Filter()
        return Filter(
            organ=self.cleaned_data.get("organ", ""),
            aar=self.cleaned_data.get("aar"),
            slags=self.cleaned_data["slags"],
            risikogruppe_id=self.cleaned_data.get("risikogruppe"),
        )
