"""One form for each kind of part that an agreement is divided into."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django import forms
from django.db import models
from django.db.models import Q

from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.models import Risikoaktoer, Risikogruppe, Spor, Virkemiddel
from organisering.models import Organisation
from sundhedsaftale.faelles.formular import PortalModelForm

_M = TypeVar("_M", bound=models.Model)


class Aftaledelsform(PortalModelForm[_M]):
    begrundelse = begrundelsesfelt()

    @property
    def relationer(self) -> dict[str, Iterable[models.Model]]:
        """What was chosen in the many-to-many fields."""
        felter = self.instance._meta.many_to_many
        return {felt.name: self.cleaned_data[felt.name] for felt in felter if felt.name in self.cleaned_data}


class RisikogruppeForm(Aftaledelsform[Risikogruppe]):
    class Meta:
        model = Risikogruppe
        fields = ["navn", "niveau", "definition", "horisont", "relevante_indsatser"]
        help_texts = {
            "definition": "Hvem gruppen omfatter. Skriv aldrig om enkelte borgere.",
            "horisont": "Hvornår helbredet ventes at få betydning, fx “Lang sigt”.",
        }
        widgets = dict.fromkeys(("definition", "relevante_indsatser"), forms.Textarea(attrs={"rows": 3}))


class RisikoaktoerForm(Aftaledelsform[Risikoaktoer]):
    class Meta:
        model = Risikoaktoer
        fields = ["navn"]


class VirkemiddelForm(Aftaledelsform[Virkemiddel]):
    class Meta:
        model = Virkemiddel
        fields = ["navn", "beskrivelse"]
        widgets = {"beskrivelse": forms.Textarea(attrs={"rows": 3})}


class SporForm(Aftaledelsform[Spor]):
    class Meta:
        model = Spor
        fields = ["navn", "beskrivelse", "organisationer"]
        widgets = {"beskrivelse": forms.Textarea(attrs={"rows": 3}), "organisationer": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        region = self.instance.aftale.region_id
        felter: dict[str, Any] = self.fields
        felter["organisationer"].queryset = Organisation.objects.filter(Q(pk=region) | Q(region=region))


FORMER: dict[str, type[Aftaledelsform[Any]]] = {
    "risikogrupper": RisikogruppeForm,
    "aktoerer": RisikoaktoerForm,
    "virkemidler": VirkemiddelForm,
    "spor": SporForm,
}
