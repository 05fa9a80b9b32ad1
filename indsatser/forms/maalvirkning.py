"""A target, as a decision changes it."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms

from indsatser.domain.maalrevision import Maalstand
from indsatser.domain.maalvirkning import tilfoej_maalvirkning
from indsatser.forms.virkning import Virkningsform
from indsatser.models import Maaltal
from indsatser.queries.beslutningsrum import Beslutningsrum
from organisering.models import Bruger, Dagsordenspunkt
from sundhedsaftale.faelles.dansk import TalFelt


class _PrMaalsaetning(forms.models.ModelChoiceIterator):
    """Targets under the målsætning whose figures they are."""

    def __iter__(self) -> Iterator[Any]:
        yield "", self.field.empty_label
        for tekst, dens in groupby(self.queryset, key=lambda maaltal: str(maaltal.maalsaetning)):
            yield tekst, [self.choice(maaltal) for maaltal in dens]


class MaaltalFelt(forms.ModelChoiceField):
    iterator = _PrMaalsaetning


class MaalForm(Virkningsform):
    navn = "Mål"
    intet = "Organet og organerne under det har ingen mål, som beslutningen kan ændre."

    maaltal = MaaltalFelt(Maaltal.objects.none(), label="Måltal", empty_label="Vælg måltal")
    retning = forms.ChoiceField(
        label="Målet bliver",
        choices=Maaltal.Retning.choices,
        widget=forms.RadioSelect,
        initial=Maaltal.Retning.HOEJST,
        error_messages={"required": "Vælg, om målet er højst eller mindst."},
    )
    maal = TalFelt(
        label="Tal", max_digits=12, decimal_places=2, required=False, help_text="Tomt, når målet ikke er fastsat."
    )
    maalaar = forms.IntegerField(
        label="Målår", min_value=1990, max_value=2100, required=False, localize=False, help_text="Året, målet skal nås."
    )
    maaltekst = forms.CharField(label="Aftalt ordlyd", max_length=200, required=False)

    def vaelg(self, rum: Beslutningsrum) -> None:
        felter: dict[str, Any] = self.fields
        felter["maaltal"].queryset = rum.maaltal
        felter["maaltal"].error_messages["invalid_choice"] = "Vælg et måltal, som mødet kan beslutte om."

    @property
    def har_valg(self) -> bool:
        felter: dict[str, Any] = self.fields
        return bool(felter["maaltal"].queryset.exists())

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not self.errors and data["maal"] is None and not data["maaltekst"]:
            self.add_error("maal", "Skriv tallet, eller den ordlyd, der er aftalt i stedet.")
        return data

    def tilfoej(self, punkt: Dagsordenspunkt, *, bruger: Bruger) -> None:
        data = self.cleaned_data
        ny = Maalstand(data["retning"], data["maal"], data["maaltekst"], data["maalaar"])
        tilfoej_maalvirkning(punkt, data["maaltal"], ny, bruger=bruger)
