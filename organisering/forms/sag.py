from typing import Any

from django import forms
from django.db.models import QuerySet

from organisering.models import Moede
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.formular import PortalForm


class Moedevalg(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        sendt_ud = "" if obj.tilstand == Moede.Tilstand.PLANLAGT else ", dagsordenen er sendt ud"
        return f"{obj.organ.navn}, {dato(obj.dag)} (sager inden {dato(obj.frist_sager)}{sendt_ud})"


class SendForm(PortalForm):
    """`moeder` are those that can take the case; the rules stand in `domain/sag.py`."""

    moede = Moedevalg(
        Moede.objects.none(),
        label="Møde",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Vælg et af møderne på listen."},
    )

    def __init__(self, *args: Any, moeder: QuerySet[Moede], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["moede"].queryset = moeder
