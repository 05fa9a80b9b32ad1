"""What can be asked for; every field stands in the address."""

from typing import Any

from django import forms

from organisering.models import Besoegende, Organ
from rapportering.queries.soegekilder import Spoergsmaal
from rapportering.queries.soegning import KILDER
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalForm

_UKENDT_ORGAN = "Vælg et organ på listen."


class SoegeForm(PortalForm):
    """A form that is bound from the start; nonsense in the address is told at its field."""

    q = forms.CharField(label="Søg efter", required=False, max_length=200)
    slags = forms.ChoiceField(
        label="Slags",
        required=False,
        choices=[("", "Alt"), *((noegle, kilde.navn) for noegle, kilde in KILDER.items())],
    )
    organ = forms.ChoiceField(label="Organ", required=False, error_messages={"invalid_choice": _UKENDT_ORGAN})
    fra = DatoFelt(label="Møder fra", required=False)
    til = DatoFelt(label="Møder til og med", required=False)
    adgang = forms.ChoiceField(
        label="Punkter",
        required=False,
        choices=[("", "Åbne og lukkede"), ("aaben", "Kun åbne"), ("lukket", "Kun lukkede")],
    )

    def __init__(self, *args: Any, bruger: Besoegende, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.form_method = "get"
        felter: dict[str, Any] = self.fields
        organer = Organ.objects.synlige_for(bruger).select_related("region")
        felter["organ"].choices = [("", "Alle organer"), *((o.slug, f"{o} ({o.region})") for o in organer)]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("fra") and data.get("til") and data["til"] < data["fra"]:
            self.add_error("til", "Perioden kan ikke slutte, før den begynder.")
        return data

    @property
    def spoergsmaal(self) -> Spoergsmaal:
        data = self.cleaned_data
        return Spoergsmaal(data["q"].strip(), data["organ"], data["fra"], data["til"], data["adgang"])
