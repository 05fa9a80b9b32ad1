"""A task without a place: added, and placed."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from indsatser.domain.indsats import find_tvilling
from indsatser.forms.aar import AarFelt
from indsatser.forms.begrundelse import begrundelsesfelt, kraevet_begrundelse
from indsatser.models import Indsats
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.formular import PortalForm, PortalModelForm


class UplaceretForm(PortalModelForm[Indsats]):
    """A new task; the instance carries its agreement. All else about it is written on its own page."""

    begrundelse = begrundelsesfelt()

    class Meta:
        model = Indsats
        fields = ["titel", "beskrivelse"]
        labels = {"titel": "Opgave"}
        error_messages = {"titel": {"required": "Skriv, hvad opgaven er."}}
        widgets = {"beskrivelse": forms.Textarea(attrs={"rows": 4})}

    def clean_titel(self) -> str:
        titel = " ".join(self.cleaned_data["titel"].split())
        if find_tvilling(self.instance.aftale, titel) is not None:
            raise forms.ValidationError("Aftalen har allerede en indsats med den titel.")
        return titel


class PlacerForm(PortalForm):
    organ = forms.ModelChoiceField(
        Organ.objects.none(),
        label="Placeres i",
        empty_label="Vælg organ",
        error_messages={"required": "Vælg det organ, der skal løse opgaven."},
    )
    aar = AarFelt()
    begrundelse = kraevet_begrundelse("Skriv, hvad placeringen hviler på.")

    def __init__(self, *args: Any, aftale: Aftale, organer: QuerySet[Organ], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["organ"].queryset = organer
        felter["organ"].error_messages["invalid_choice"] = "Vælg et organ, der kan have en portefølje under aftalen."
        felter["aar"].vaelg_aftale(aftale)
