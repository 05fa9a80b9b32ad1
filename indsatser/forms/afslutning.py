"""Closing an initiative, and reopening it."""

from typing import Any

from django import forms
from django.utils import timezone

from indsatser.domain.fase import AABNE_FASER
from indsatser.forms.begrundelse import kraevet_begrundelse
from indsatser.models import Indsats
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalModelForm


class AfslutForm(PortalModelForm[Indsats]):
    udfald = forms.ChoiceField(
        label="Hvordan endte den?",
        choices=[valg for valg in Indsats.Udfald.choices if valg[0]],
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvordan indsatsen er endt."},
    )
    afsluttet_den = DatoFelt(
        label="Afsluttet den",
        help_text="Fx 31-12-2021.",
        error_messages={"required": "Skriv, hvornår indsatsen sluttede.", "invalid": "Skriv en dato, fx 31-12-2021."},
    )
    begrundelse = kraevet_begrundelse("Skriv, hvorfor indsatsen afsluttes.")

    class Meta:
        model = Indsats
        fields = ["udfald", "afsluttet_den"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["afsluttet_den"] = self.instance.afsluttet_den or timezone.localdate()


class GenoptagForm(PortalModelForm[Indsats]):
    """Reopening: which phase it goes on in, and why."""

    begrundelse = kraevet_begrundelse("Skriv, hvorfor indsatsen genoptages.")

    class Meta:
        model = Indsats
        fields = ["fase"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["fase"].choices = AABNE_FASER
        self.initial["fase"] = Indsats.Fase.UNDER_IMPLEMENTERING
