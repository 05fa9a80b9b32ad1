"""What an agenda item concerns."""

from typing import Any

from django import forms

from indsatser.models import Indsats, Maalsaetning, Opgaveoverdragelse, Pulje, Punktemne
from indsatser.models.punktemne import Emnet
from indsatser.queries.beslutningsrum import Beslutningsrum
from sundhedsaftale.faelles.formular import PortalForm


class EmneForm(PortalForm):
    """One thing; a list that the region has nothing to put on is left out."""

    indsats = forms.ModelChoiceField(
        Indsats.objects.none(), label="Indsats", empty_label="Vælg indsats", required=False
    )
    maalsaetning = forms.ModelChoiceField(
        Maalsaetning.objects.none(), label="Målsætning", empty_label="Vælg målsætning", required=False
    )
    pulje = forms.ModelChoiceField(Pulje.objects.none(), label="Pulje", empty_label="Vælg pulje", required=False)
    opgaveoverdragelse = forms.ModelChoiceField(
        Opgaveoverdragelse.objects.none(),
        label="Opgaveoverdragelse",
        empty_label="Vælg opgaveoverdragelse",
        required=False,
    )

    def __init__(self, *args: Any, rum: Beslutningsrum, **kwargs: Any) -> None:
        # The form of an effect stands on the same page and may ask for an initiative too.
        super().__init__(*args, auto_id="id_emne_%s", **kwargs)
        felter: dict[str, Any] = self.fields
        felter["indsats"].queryset = rum.indsatser
        felter["maalsaetning"].queryset = rum.maalsaetninger
        felter["pulje"].queryset = rum.puljer
        felter["opgaveoverdragelse"].queryset = rum.opgaveoverdragelser
        for navn in ("pulje", "opgaveoverdragelse"):
            if not felter[navn].queryset.exists():
                del felter[navn]

    def clean(self) -> dict[str, Any]:
        if not self.errors and len(self._valgte()) != 1:
            raise forms.ValidationError("Vælg ét emne ad gangen.")
        return self.cleaned_data

    @property
    def emne(self) -> Emnet:
        (valgt,) = self._valgte()
        return valgt

    def _valgte(self) -> list[Emnet]:
        return [valgt for navn in Punktemne.SLAGS if (valgt := self.cleaned_data.get(navn)) is not None]
