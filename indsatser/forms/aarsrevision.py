"""Beginning the yearly walk, and answering for one initiative."""

from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils import timezone

from indsatser.domain.aarsrevision import UDFALD
from indsatser.models import Revisionsvalg
from organisering.models import Aftale
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalForm, PortalModelForm


class NyAarsrevisionForm(PortalForm):
    aar = forms.TypedChoiceField(label="År", coerce=int)

    def __init__(self, *args: Any, aftale: Aftale, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["aar"].choices = [(str(aar), str(aar)) for aar in reversed(aftale.aar)]


class RevisionsvalgForm(PortalModelForm[Revisionsvalg]):
    """The instance carries its revision and initiative; the last two fields are for answers that close it."""

    valg = forms.ChoiceField(
        label="Hvad skal der ske med indsatsen?",
        choices=[
            ("behold", "Uændret: den fortsætter, som den står"),
            ("aendret", "Ændres: gem svaret, og ret rækken bagefter"),
            ("afslut", "Afsluttes"),
            ("overdrag", "Overdrages til andre"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvad der skal ske med indsatsen."},
    )
    slutter_den = DatoFelt(
        label="Slutter den",
        help_text="Fx 31-12-2021.",
        error_messages={"required": "Skriv, hvornår indsatsen slutter."},
    )
    begrundelse = forms.CharField(
        label="Begrundelse",
        max_length=500,
        help_text="Står i indsatsens historik.",
        error_messages={"required": "Skriv, hvorfor indsatsen afsluttes eller overdrages."},
    )

    class Meta:
        model = Revisionsvalg
        fields = ["valg", "bemaerkning"]
        help_texts = {"bemaerkning": "Står ved svaret i revisionen."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["slutter_den"] = self.instance.indsats.afsluttet_den or timezone.localdate()
        # Asked for by the answers that close: only there can they lack.
        lukker = not self.is_bound or self.data.get("valg") in UDFALD
        self.fields["slutter_den"].required = self.fields["begrundelse"].required = lukker
        lukkes = [] if self.instance.indsats.er_afsluttet else ["slutter_den", "begrundelse"]
        if not lukkes:
            del self.fields["slutter_den"], self.fields["begrundelse"]
        self.helper.layout = Layout(
            "valg",
            "bemaerkning",
            *([Fieldset("Når indsatsen afsluttes eller overdrages", *lukkes)] if lukkes else []),
        )
