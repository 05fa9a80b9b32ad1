"""A version of an agreement: what is written about it, and one form for each of its steps."""

from typing import Any

from django import forms
from django.utils import timezone

from organisering.forms.begrundelse import begrundelsesfelt
from organisering.models import Aftaleversion
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalForm, PortalModelForm

Tilstand = Aftaleversion.Tilstand

_HJAELP = "Fx 24-04-2019."
_BEMAERKNING = "Fx hvad der er ændret siden sidste version. Vises for alle, når versionen er godkendt."


def datofelt(label: str, *, required: bool = True) -> DatoFelt:
    return DatoFelt(label=label, required=required, help_text=_HJAELP)


class NyVersionForm(PortalForm):
    journalnummer = forms.CharField(label="Journalnummer", max_length=50, required=False)
    bemaerkning = forms.CharField(label="Bemærkning", max_length=300, required=False, help_text=_BEMAERKNING)


class AftaleversionForm(PortalModelForm[Aftaleversion]):
    """What may be written about a version follows from how far it has come."""

    sendt_til_parterne = datofelt("Sendt til parterne", required=False)
    godkendt_den = datofelt("Endeligt godkendt den", required=False)
    indsendt_den = datofelt("Indsendt til Sundhedsstyrelsen den")
    begrundelse = begrundelsesfelt()

    class Meta:
        model = Aftaleversion
        fields = [
            "journalnummer",
            "bemaerkning",
            "sendt_til_parterne",
            "godkendt_af",
            "godkendt_den",
            "indsendt_den",
        ]
        help_texts = {"bemaerkning": _BEMAERKNING, "godkendt_af": "Fx Sundhedskoordinationsudvalget."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        version = self.instance
        if version.tilstand == Tilstand.UDKAST:
            del self.fields["sendt_til_parterne"]
        elif version.tilstand == Tilstand.HOS_PARTERNE:
            self.fields["sendt_til_parterne"].required = True
        if not version.er_godkendt:
            del self.fields["godkendt_af"], self.fields["godkendt_den"]
        if version.tilstand != Tilstand.INDSENDT:
            del self.fields["indsendt_den"]
        if version.er_godkendt:
            self.fields["begrundelse"].required = True
            self.fields["begrundelse"].error_messages["required"] = (
                "Versionen er godkendt af alle. Skriv, hvorfor den rettes."
            )


class _TrinForm(PortalModelForm[Aftaleversion]):
    """A step is taken on the version that was read; today is suggested as the day."""

    dagsfelt = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial[self.dagsfelt] = timezone.localdate()


class SendVersionForm(_TrinForm):
    dagsfelt = "sendt_til_parterne"
    sendt_til_parterne = datofelt("Sendt til parterne den")

    class Meta:
        model = Aftaleversion
        fields = ["sendt_til_parterne"]


class GodkendVersionForm(_TrinForm):
    dagsfelt = "godkendt_den"
    godkendt_af = forms.CharField(
        label="Endeligt godkendt af",
        max_length=200,
        help_text="Fx Sundhedskoordinationsudvalget.",
        error_messages={"required": "Skriv, hvem der har godkendt versionen endeligt."},
    )
    godkendt_den = datofelt("Endeligt godkendt den")

    class Meta:
        model = Aftaleversion
        fields = ["godkendt_af", "godkendt_den"]


class IndsendVersionForm(_TrinForm):
    dagsfelt = "indsendt_den"
    indsendt_den = datofelt("Indsendt til Sundhedsstyrelsen den")

    class Meta:
        model = Aftaleversion
        fields = ["indsendt_den"]
