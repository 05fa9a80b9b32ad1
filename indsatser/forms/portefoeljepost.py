"""A row of a portfolio: put an initiative there, move it to another body."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from indsatser.forms.aar import AarFelt
from indsatser.forms.begrundelse import begrundelsesfelt, kraevet_begrundelse
from indsatser.models import Indsats, Portefoeljepost
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.formular import PortalForm, PortalModelForm


class TilfoejForm(PortalForm):
    """An initiative of the agreement that goes on in one more body."""

    indsats = forms.ModelChoiceField(
        Indsats.objects.none(),
        label="Indsats",
        empty_label="Vælg indsats",
        help_text="Her står de indsatser i aftalen, som ikke er afsluttet og ikke står i porteføljen i forvejen.",
        error_messages={"required": "Vælg den indsats, der skal tilføjes."},
    )
    aar = AarFelt()
    begrundelse = begrundelsesfelt()

    def __init__(self, *args: Any, aftale: Aftale, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["indsats"].error_messages["invalid_choice"] = (
            "Vælg en indsats, der løber og ikke står i porteføljen i forvejen."
        )
        felter["indsats"].queryset = Indsats.objects.filter(aftale=aftale).aktive().uden_plads_i(organ)
        felter["aar"].vaelg_aftale(aftale)


class FlytForm(PortalModelForm[Portefoeljepost]):
    """`organer` are those the row may move to; the rule itself stands in `domain/portefoeljepost.py`."""

    begrundelse = kraevet_begrundelse("Skriv, hvorfor indsatsen flyttes.")

    class Meta:
        model = Portefoeljepost
        fields = ["organ"]
        labels = {"organ": "Flyt til"}
        error_messages = {"organ": {"required": "Vælg det organ, indsatsen skal flyttes til."}}

    def __init__(self, *args: Any, organer: QuerySet[Organ], **kwargs: Any) -> None:
        kwargs["initial"] = {"organ": None}
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["organ"].queryset = organer
        felter["organ"].empty_label = "Vælg organ"
        felter["organ"].error_messages["invalid_choice"] = (
            "Vælg et organ i aftalens region, som ikke allerede har indsatsen."
        )

    def organ_og_grund(self) -> tuple[Organ, str]:
        return self.cleaned_data["organ"], self.cleaned_data["begrundelse"]
