"""The attendance of a meeting: one row for each person, and the guests."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from organisering.domain.fremmoede import GAEST, Oenske, staar
from organisering.models import Deltagelse
from sundhedsaftale.faelles.formular import PortalForm, PortalModelForm

Fremmoede = Deltagelse.Fremmoede
_SKILLE = "|"
_FORAELDET = "Siden er forældet. Hent siden igen."
_LAENGSTE = Deltagelse._meta.get_field("suppleant_for").max_length


@dataclass(frozen=True, slots=True)
class Raekke:
    """One person, and the fields of their row; `foer` is what stood there when the page was read."""

    deltagelse: Deltagelse
    fremmoede: BoundField
    suppleant_for: BoundField
    foer: BoundField


class FremmoedeForm(PortalForm):
    """The whole list; only rows that were changed are asked for."""

    prefix = "fremmoede"

    def __init__(self, *args: Any, deltagelser: Sequence[Deltagelse], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.deltagelser = deltagelser
        for deltagelse in deltagelser:
            self._tilfoej(deltagelse)

    def _tilfoej(self, deltagelse: Deltagelse) -> None:
        noegle = deltagelse.pk
        klar = {"data-resten": ""} if _kan_fyldes_ud(deltagelse) else {}
        self.fields[f"{noegle}-fremmoede"] = forms.ChoiceField(
            label=f"Fremmøde: {deltagelse}",
            choices=Fremmoede.choices,
            required=False,
            initial=deltagelse.fremmoede,
            widget=forms.Select(attrs={"class": "form-select", **klar}),
        )
        self.fields[f"{noegle}-suppleant_for"] = forms.CharField(
            label=f"{deltagelse} er suppleant for",
            max_length=_LAENGSTE,
            required=False,
            initial=deltagelse.suppleant_for,
            widget=forms.TextInput(attrs={"class": "form-input"}),
        )
        self.fields[f"{noegle}-foer"] = forms.CharField(
            initial=_SKILLE.join(staar(deltagelse)),
            widget=forms.HiddenInput,
            error_messages={"required": _FORAELDET},
        )

    @property
    def raekker(self) -> list[Raekke]:
        return [
            Raekke(
                deltagelse,
                self[f"{deltagelse.pk}-fremmoede"],
                self[f"{deltagelse.pk}-suppleant_for"],
                self[f"{deltagelse.pk}-foer"],
            )
            for deltagelse in self.deltagelser
        ]

    def oensker(self) -> list[Oenske]:
        """Return what each row shall say, as `skriv_fremmoede` takes it."""
        return [self._oenske(deltagelse) for deltagelse in self.deltagelser]

    def oensker_med_resten(self) -> list[Oenske]:
        """The same, with everybody nobody has said anything of as present; substitutes are left alone."""
        resten = {deltagelse.pk for deltagelse in self.deltagelser if _kan_fyldes_ud(deltagelse)}
        return [
            Oenske(et.noegle, (Fremmoede.TIL_STEDE, et.skal_staa[1]), et.stod)
            if et.noegle in resten and et.skal_staa[0] == Fremmoede.UOPLYST
            else et
            for et in self.oensker()
        ]

    def vis_konflikt(self, deltagelser: Iterable[Deltagelse]) -> None:
        """Show both at the rows that two have changed; saving again keeps mine."""
        data = cast(QueryDict, self.data).copy()
        for deltagelse in deltagelser:
            felt = f"{deltagelse.pk}-fremmoede"
            mit = dict(Fremmoede.choices)[self.cleaned_data[felt]]
            self.add_error(
                felt,
                f"{deltagelse}: En anden har gemt »{deltagelse.get_fremmoede_display()}«, mens du skrev. "
                f"Dit valg er »{mit}«. Vælg, hvad der skal stå, og gem igen.",
            )
            data[self.add_prefix(f"{deltagelse.pk}-foer")] = _SKILLE.join(staar(deltagelse))
        self.data = data

    def _oenske(self, deltagelse: Deltagelse) -> Oenske:
        data = self.cleaned_data
        fremmoede, _, suppleant_for = data[f"{deltagelse.pk}-foer"].partition(_SKILLE)
        skal_staa = (data[f"{deltagelse.pk}-fremmoede"], data[f"{deltagelse.pk}-suppleant_for"])
        return Oenske(deltagelse.pk, skal_staa, (fremmoede, suppleant_for))


class GaestForm(PortalModelForm[Deltagelse]):
    """Somebody at the meeting who has no seat in the body."""

    class Meta:
        model = Deltagelse
        fields = ("navn", "titel", "organisation", "rolle")
        help_texts = {"rolle": "Fx gæst, oplægsholder eller observatør."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["rolle"] = GAEST


def _kan_fyldes_ud(deltagelse: Deltagelse) -> bool:
    """Whether somebody may be marked as present with the rest: a substitute is there only when they are said to be."""
    return not deltagelse.suppleant_for
