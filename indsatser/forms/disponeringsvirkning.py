"""A line of a pool, as a decision settles it or lets it lapse."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms

from indsatser.domain.disponeringsvirkning import tilfoej_afgoerelse, tilfoej_bortfald
from indsatser.forms.virkning import Virkningsform
from indsatser.models import Disponering
from indsatser.queries.beslutningsrum import Beslutningsrum
from organisering.models import Bruger, Dagsordenspunkt
from sundhedsaftale.faelles.dansk import TalFelt, tal


class _PrPulje(forms.models.ModelChoiceIterator):
    """Lines under their pool, each with the amount that stands there now."""

    def __iter__(self) -> Iterator[Any]:
        yield "", self.field.empty_label
        for pulje, dens in groupby(self.queryset, key=lambda linje: linje.pulje):
            yield str(pulje), [self.choice(linje) for linje in dens]


class LinjeFelt(forms.ModelChoiceField):
    iterator = _PrPulje

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.titel} ({tal(obj.beloeb)} mio. kr.)"


class DisponeringForm(Virkningsform):
    navn = "Pulje"
    intet = "Organet kan ikke beslutte om en pulje, der har linjer."
    BORTFALDER = "bortfalder"

    disponering = LinjeFelt(Disponering.objects.none(), label="Linje i puljen", empty_label="Vælg linje")
    hvad = forms.ChoiceField(
        label="Linjen bliver",
        choices=[*Disponering.Slags.choices, (BORTFALDER, "Bortfaldet")],
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvad linjen bliver."},
    )
    beloeb = TalFelt(
        label="Beløb (mio. kr.)",
        max_digits=9,
        decimal_places=2,
        min_value=0,
        required=False,
        help_text="Tomt, når linjen bortfalder.",
    )

    def vaelg(self, rum: Beslutningsrum) -> None:
        felter: dict[str, Any] = self.fields
        felter["disponering"].queryset = rum.disponeringer
        felter["disponering"].error_messages["invalid_choice"] = "Vælg en linje, som mødet kan beslutte om."

    @property
    def har_valg(self) -> bool:
        felter: dict[str, Any] = self.fields
        return bool(felter["disponering"].queryset.exists())

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not self.errors and data["hvad"] != self.BORTFALDER and data["beloeb"] is None:
            self.add_error("beloeb", "Skriv beløbet i mio. kr.")
        return data

    def tilfoej(self, punkt: Dagsordenspunkt, *, bruger: Bruger) -> None:
        data = self.cleaned_data
        if data["hvad"] == self.BORTFALDER:
            tilfoej_bortfald(punkt, data["disponering"], bruger=bruger)
        else:
            tilfoej_afgoerelse(punkt, data["disponering"], slags=data["hvad"], beloeb=data["beloeb"], bruger=bruger)
