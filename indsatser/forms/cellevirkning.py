"""A year of a row, as a decision sets, takes away or moves its X."""

from typing import Any

from django import forms

from indsatser.domain.cellevirkning import tilfoej_virkninger
from indsatser.forms.virkning import Virkningsform
from indsatser.models import Portefoeljepost
from indsatser.queries.beslutningsrum import Beslutningsrum
from organisering.models import Bruger, Dagsordenspunkt


class PosteringsFelt(forms.ModelChoiceField):
    """Rows named by body first, since one initiative may stand in several."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.organ.kaldes}: {obj.indsats}"


class CelleForm(Virkningsform):
    navn = "År i porteføljen"
    intet = "Organet og organerne under det har ingen portefølje, som beslutningen kan ændre."
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

    def vaelg(self, rum: Beslutningsrum) -> None:
        felter: dict[str, Any] = self.fields
        felter["post"].queryset = rum.poster
        felter["post"].error_messages["invalid_choice"] = "Vælg en indsats, som mødet kan beslutte om."
        for navn in ("aar", "fra_aar"):
            felter[navn].choices = [("", "Vælg år"), *((et, str(et)) for et in rum.aar)]

    @property
    def har_valg(self) -> bool:
        felter: dict[str, Any] = self.fields
        return len(felter["aar"].choices) > 1

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("hvad") == self.FLYT and "aar" in data:
            if data.get("fra_aar") is None:
                self.add_error("fra_aar", "Vælg det år, X flyttes fra.")
            elif data["fra_aar"] == data["aar"]:
                self.add_error("fra_aar", "Vælg to forskellige år.")
        return data

    def tilfoej(self, punkt: Dagsordenspunkt, *, bruger: Bruger) -> None:
        data = self.cleaned_data
        aendringer = {data["aar"]: data["hvad"] != self.FJERN}
        if data["hvad"] == self.FLYT:
            aendringer[data["fra_aar"]] = False
        tilfoej_virkninger(punkt, data["post"], aendringer, bruger=bruger)
