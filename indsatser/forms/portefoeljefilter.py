"""The filter above a portfolio, kept in the address."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from indsatser.models import Indsats, Risikogruppe
from indsatser.queries.afsnit import Filter
from organisering.models import Organ
from sundhedsaftale.faelles.formular import PortalForm

_UKENDT = "Værdien i adressen findes ikke her. Vælg en fra listen."


class PortefoeljefilterForm(PortalForm):
    """`organer` is left out on a body's own page."""

    organ = forms.ModelChoiceField(
        Organ.objects.none(), label="Organ", to_field_name="slug", empty_label="Alle organer", required=False
    )
    aar = forms.TypedChoiceField(label="Kryds i år", coerce=int, empty_value=None, required=False)
    slags = forms.ChoiceField(
        label="Slags", choices=[("", "Nye og eksisterende"), *Indsats.Slags.choices], required=False
    )
    risikogruppe = forms.ModelChoiceField(
        Risikogruppe.objects.none(), label="Risikogruppe", empty_label="Alle risikogrupper", required=False
    )

    def __init__(
        self,
        *args: Any,
        aar: list[int],
        risikogrupper: QuerySet[Risikogruppe],
        organer: QuerySet[Organ] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.helper.form_method = "get"
        felter: dict[str, Any] = self.fields
        felter["aar"].choices = [("", "Alle år"), *((et, str(et)) for et in aar)]
        felter["risikogruppe"].queryset = risikogrupper
        if organer is None:
            del felter["organ"]
        else:
            felter["organ"].queryset = organer
        if not risikogrupper:
            del felter["risikogruppe"]
        for felt in felter.values():
            felt.error_messages["invalid_choice"] = _UKENDT

    @property
    def er_sat(self) -> bool:
        """Whether anything was asked for, rightly or not."""
        return bool(self.errors) or not self.filter.er_tomt

    @property
    def filter(self) -> Filter:
        """What was asked for; nothing, when the address holds a value that does not exist."""
        if not self.is_valid():
            return Filter()
        organ, risikogruppe = self.cleaned_data.get("organ"), self.cleaned_data.get("risikogruppe")
        return Filter(
            organ_id=organ.pk if organ else None,
            aar=self.cleaned_data["aar"],
            slags=self.cleaned_data["slags"],
            risikogruppe_id=risikogruppe.pk if risikogruppe else None,
        )
