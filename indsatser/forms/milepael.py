"""A milestone of an initiative."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms

from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.models import Milepael
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalModelForm


def _dato(label: str, hjaelp: str) -> DatoFelt:
    return DatoFelt(
        label=label, required=False, help_text=hjaelp, error_messages={"invalid": "Skriv en dato, fx 31-12-2021."}
    )


class MilepaelForm(PortalModelForm[Milepael]):
    planlagt = _dato("Planlagt", "Som det blev aftalt, fx 31-12-2021.")
    forventet = _dato("Forventet", "Hvis den er flyttet.")
    naaet = _dato("Nået", "Tomt, til den er nået.")
    begrundelse = begrundelsesfelt()

    class Meta:
        model = Milepael
        fields = ["titel", "planlagt", "forventet", "naaet"]
        error_messages = {"titel": {"required": "Skriv, hvad milepælen er."}}
        widgets = {"titel": forms.TextInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: list[Any] = ["titel", Row(Column("planlagt"), Column("forventet"), Column("naaet")), "begrundelse"]
        if "version" in self.fields:
            felter.append("version")
        self.helper.layout = Layout(*felter)
