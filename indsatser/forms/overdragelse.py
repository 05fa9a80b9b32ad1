"""Carrying initiatives over to another agreement: what happens to each, and what the preview asks besides."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils import timezone

from indsatser.domain.overdragelse import Oenske
from indsatser.forms.begrundelse import kraevet_begrundelse
from indsatser.models import Indsats
from indsatser.queries.overdragelse import Overdragelseslinje
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalForm

UDFALD = [(valg.value, valg.label) for valg in Indsats.Udfald if valg.value]
_SOM_NY = "ny"


@dataclass(frozen=True, slots=True)
class Valgraekke:
    """One initiative with the name of its field and what is chosen."""

    indsats: Indsats
    navn: str
    valgt: str


@dataclass(frozen=True, slots=True)
class Forslagsraekke:
    """One line of the preview with the names of what it asks; `organ` and `tvilling` are what is chosen now."""

    linje: Overdragelseslinje
    organ: str
    tvilling: str

    @property
    def organfelt(self) -> str:
        return f"o-{self.linje.indsats.pk}"

    @property
    def tvillingfelt(self) -> str:
        return f"t-{self.linje.indsats.pk}"


class OverdragelseForm(PortalForm):
    til = forms.ChoiceField(
        label="Til",
        error_messages={"required": "Vælg den næste aftale.", "invalid_choice": "Vælg en aftale på listen."},
    )
    slutter_den = DatoFelt(label="Indsatserne slutter her den", help_text="Fx 31-12-2023.")
    begrundelse = kraevet_begrundelse("Skriv, hvorfor indsatserne overdrages.")
    resten = forms.ChoiceField(
        label="Indsatser uden valg herunder", choices=[("", "Lad dem stå, som de er"), *UDFALD], required=False
    )

    def __init__(
        self, *args: Any, fra: Aftale, indsatser: Sequence[Indsats], aftaler: Sequence[Aftale], **kwargs: Any
    ) -> None:
        """The agreement that follows `fra` is proposed; without one nothing is."""
        super().__init__(*args, **kwargs)
        self.indsatser = indsatser
        felter: dict[str, Any] = self.fields
        felter["til"].choices = [("", "Vælg aftale"), *((aftale.slug, str(aftale)) for aftale in aftaler)]
        self.initial["til"] = next((aftale.slug for aftale in aftaler if aftale.forgaenger_id == fra.pk), "")
        self.initial["slutter_den"] = timezone.localdate()
        self.helper.layout = Layout("til", "slutter_den", "begrundelse", "resten")

    @property
    def raekker(self) -> list[Valgraekke]:
        return [Valgraekke(en, f"i-{en.pk}", self.data.get(f"i-{en.pk}", "")) for en in self.indsatser]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        kendte = {vaerdi for vaerdi, _ in UDFALD}
        valg = {raekke.indsats.pk: raekke.valgt or data.get("resten", "") for raekke in self.raekker}
        data["udfald"] = {pk: udfald for pk, udfald in valg.items() if udfald}
        if not kendte.issuperset(data["udfald"].values()):
            self.add_error(None, "Vælg en af mulighederne på listen ved hver indsats.")
        elif not data["udfald"]:
            self.add_error(None, "Vælg, hvad der skal ske med mindst én indsats.")
        return data

    def forslag(self, linjer: Iterable[Overdragelseslinje]) -> list[Forslagsraekke]:
        """The lines with what is chosen on them; one that resembles goes on as the one it resembles unless refused."""
        return [
            Forslagsraekke(
                linje,
                self.data.get(f"o-{linje.indsats.pk}", ""),
                self.data.get(f"t-{linje.indsats.pk}", str(linje.tvilling.pk) if linje.tvilling else _SOM_NY),
            )
            for linje in linjer
        ]

    def maerke(self, forslag: Iterable[Forslagsraekke], organer: Sequence[Organ]) -> str:
        """A digest of what the preview shows, for the browser to send back: what is done is what was seen."""
        vist = [_vist(raekke.linje) for raekke in forslag], [(organ.pk, str(organ)) for organ in organer]
        return hashlib.sha256(repr(vist).encode()).hexdigest()[:32]

    def oensker(self, forslag: Iterable[Forslagsraekke], organer: Sequence[Organ]) -> Iterator[Oenske]:
        efter_noegle = {str(organ.pk): organ for organ in organer}
        for raekke in forslag:
            yield _oenske(raekke, efter_noegle)

    @property
    def sendte(self) -> list[tuple[str, str]]:
        """Everything of the first step, for the preview to carry along."""
        egne = ["til", "slutter_den", "begrundelse", "resten", *(raekke.navn for raekke in self.raekker)]
        return [(navn, self.data[navn]) for navn in egne if self.data.get(navn)]


def _vist(linje: Overdragelseslinje) -> tuple[Any, ...]:
    tvilling = linje.tvilling
    return (
        *(linje.indsats.pk, linje.indsats.titel, linje.udfald, linje.samme_titel),
        [(organ.pk, str(organ)) for organ in linje.modtagere],
        tvilling and (tvilling.pk, tvilling.titel, tvilling.forgaenger_id),
    )


def _oenske(raekke: Forslagsraekke, organer: Mapping[str, Organ]) -> Oenske:
    linje = raekke.linje
    tvilling = linje.tvilling if linje.videre and raekke.tvilling != _SOM_NY else None
    valgt = [organer[raekke.organ]] if linje.uden_modtager and raekke.organ in organer else linje.modtagere
    return Oenske(
        indsats=linje.indsats,
        udfald=linje.udfald,
        organer=valgt,
        tvilling=tvilling,
        ogsaa_lignende=raekke.tvilling == _SOM_NY and not linje.samme_titel,
    )
