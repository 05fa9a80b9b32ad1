"""Moving a row to another body."""

from typing import Any

from django import forms

from indsatser.models import Portefoeljepost
from organisering.models import Organ
from sundhedsaftale.faelles.formular import PortalModelForm


class FlytForm(PortalModelForm[Portefoeljepost]):
    """`organer` are those the row may move to; the rule itself stands in `domain/portefoeljepost.py`."""

    begrundelse = forms.CharField(
        label="Begrundelse",
        max_length=500,
        help_text="Står i historikken, fx “Besluttet i DAK 12.03.2021”.",
        error_messages={"required": "Skriv, hvorfor indsatsen flyttes."},
    )

    class Meta:
        model = Portefoeljepost
        fields = ["organ"]
        labels = {"organ": "Flyt til"}
        error_messages = {
            "organ": {
                "required": "Vælg det organ, indsatsen skal flyttes til.",
                "invalid_choice": "Vælg et organ i aftalens region, som ikke allerede har indsatsen.",
            }
        }

    def __init__(self, *args: Any, organer: "Any", **kwargs: Any) -> None:
        kwargs["initial"] = {"organ": None}
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["organ"].queryset = organer
        felter["organ"].empty_label = "Vælg organ"

    def organ_og_grund(self) -> tuple[Organ, str]:
        return self.cleaned_data["organ"], self.cleaned_data["begrundelse"]
