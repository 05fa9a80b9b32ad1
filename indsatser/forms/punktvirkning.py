"""What an agenda item concerns, and which cells its decision changes."""

from typing import Any

from django import forms

from indsatser.models import Indsats, Maalsaetning, Portefoeljepost
from indsatser.queries.beslutningsrum import Beslutningsrum
from sundhedsaftale.faelles.formular import PortalForm


class EmneForm(PortalForm):
    """One initiative or one målsætning."""

    indsats = forms.ModelChoiceField(
        Indsats.objects.none(), label="Indsats", empty_label="Vælg indsats", required=False
    )
    maalsaetning = forms.ModelChoiceField(
        Maalsaetning.objects.none(), label="Målsætning", empty_label="Vælg målsætning", required=False
    )

    def __init__(self, *args: Any, rum: Beslutningsrum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["indsats"].queryset = rum.indsatser
        felter["maalsaetning"].queryset = rum.maalsaetninger

    def clean(self) -> dict[str, Any]:
        valgt = [self.cleaned_data.get(navn) for navn in ("indsats", "maalsaetning")]
        if not self.errors and valgt.count(None) != 1:
            raise forms.ValidationError("Vælg én indsats eller én målsætning.")
        return self.cleaned_data

    @property
    def emne(self) -> Indsats | Maalsaetning:
        valgt: Indsats | Maalsaetning = self.cleaned_data["indsats"] or self.cleaned_data["maalsaetning"]
        return valgt


class PosteringsFelt(forms.ModelChoiceField):
    """Rows named by body first, since one initiative may stand in several."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.organ.kaldes}: {obj.indsats}"


class VirkningForm(PortalForm):
    """Set, take away or move the X of one row; `rum` holds the rows that the body may decide on."""

    SAET, FJERN, FLYT = "saet", "fjern", "flyt"

    post = PosteringsFelt(Portefoeljepost.objects.none(), label="Indsats i portefølje", empty_label="Vælg indsats")
    hvad = forms.ChoiceField(
        label="Beslutningen",
        choices=[(SAET, "sætter X i året"), (FJERN, "fjerner X i året"), (FLYT, "flytter X til året fra et andet år")],
        widget=forms.RadioSelect,
        initial=SAET,
        error_messages={"required": "Vælg, hvad beslutningen gør."},
    )
    aar = forms.TypedChoiceField(label="År", coerce=int, empty_value=None)
    fra_aar = forms.TypedChoiceField(
        label="Fra år", coerce=int, empty_value=None, required=False, help_text="Kun når et X flyttes."
    )

    def __init__(self, *args: Any, rum: Beslutningsrum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["post"].queryset = rum.poster
        felter["post"].error_messages["invalid_choice"] = "Vælg en indsats, som mødet kan beslutte om."
        for navn in ("aar", "fra_aar"):
            felter[navn].choices = [("", "Vælg år"), *((et, str(et)) for et in rum.aar)]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("hvad") == self.FLYT and "aar" in data:
            if data.get("fra_aar") is None:
                self.add_error("fra_aar", "Vælg det år, X flyttes fra.")
            elif data["fra_aar"] == data["aar"]:
                self.add_error("fra_aar", "Vælg to forskellige år.")
        return data

    @property
    def aendringer(self) -> dict[int, bool]:
        """The state of each year that the decision touches."""
        data = self.cleaned_data
        if data["hvad"] == self.FLYT:
            return {data["fra_aar"]: False, data["aar"]: True}
        return {data["aar"]: data["hvad"] == self.SAET}
