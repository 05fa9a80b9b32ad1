"""An initiative, as a decision places it in a body's portfolio."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms

from indsatser.domain.placeringsvirkning import tilfoej_placering
from indsatser.forms.virkning import Virkningsform
from indsatser.models import Indsats
from indsatser.queries.beslutningsrum import Beslutningsrum
from organisering.models import Bruger, Dagsordenspunkt, Organ


class _UplaceredeFoerst(forms.models.ModelChoiceIterator):
    """The tasks that stand nowhere yet, then the rest."""

    def __iter__(self) -> Iterator[Any]:
        yield "", self.field.empty_label
        indsatser: Any = self.queryset
        uplacerede = set(indsatser.uplacerede().values_list("pk", flat=True))
        ordnet = sorted(indsatser, key=lambda indsats: indsats.pk not in uplacerede)
        for staar, dens in groupby(ordnet, key=lambda indsats: indsats.pk not in uplacerede):
            yield (
                "Står i en portefølje" if staar else "Ikke placeret endnu",
                [self.choice(indsats) for indsats in dens],
            )


class IndsatsFelt(forms.ModelChoiceField):
    iterator = _UplaceredeFoerst


class PlaceringForm(Virkningsform):
    navn = "Placering af en indsats"
    intet = "Regionens aftaler har ingen indsatser, som beslutningen kan placere."

    indsats = IndsatsFelt(Indsats.objects.none(), label="Indsats", empty_label="Vælg indsats")
    organ = forms.ModelChoiceField(
        Organ.objects.none(),
        label="Placeres i",
        empty_label="Vælg organ",
        error_messages={"required": "Vælg det organ, indsatsen placeres i."},
    )
    aar = forms.TypedMultipleChoiceField(
        label="Forventet ressourcetræk",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Sæt kryds ved de år, indsatsen forventes at trække ressourcer.",
    )

    def vaelg(self, rum: Beslutningsrum) -> None:
        felter: dict[str, Any] = self.fields
        felter["indsats"].queryset = rum.loebende
        felter["organ"].queryset = rum.organer
        felter["organ"].error_messages["invalid_choice"] = "Vælg et organ, som mødet kan beslutte om."
        felter["aar"].choices = [(et, str(et)) for et in rum.aftaleaar]

    @property
    def har_valg(self) -> bool:
        felter: dict[str, Any] = self.fields
        return bool(felter["indsats"].queryset.exists() and felter["organ"].queryset.exists())

    def tilfoej(self, punkt: Dagsordenspunkt, *, bruger: Bruger) -> None:
        data = self.cleaned_data
        tilfoej_placering(punkt, data["indsats"], data["organ"], aar=data["aar"], bruger=bruger)
