"""The figures of a row's cells in a form: planned amount, whether the year drew resources, what it cost."""

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Row
from django import forms

from indsatser.queries.celle import Celle
from sundhedsaftale.faelles.dansk import TalFelt, tal
from sundhedsaftale.faelles.konflikt import Konfliktraekke

_UKENDT = "Siden er forældet. Hent den igen, og prøv så."
_KODE = re.compile(
    r"(realiseret_[0-9]{4}(?==[jn])|(?:beloeb|faktisk)_[0-9]{4}(?==[0-9]))=(ja|nej|[0-9]{1,9}(?:\.[0-9]{1,2})?)"
)
_JA_NEJ = {"ja": True, "nej": False}
_ORD = {True: "ja", False: "nej", None: ""}
_SLAGS = {"beloeb": "planlagt, mio. kr.", "realiseret": "trak ressourcer", "faktisk": "faktisk, mio. kr."}


class Celletal:
    """Three fields for each year, `beloeb_2020`, `realiseret_2020` and `faktisk_2020`; `sete` is what was seen."""

    def __init__(self, celler: Sequence[Celle]) -> None:
        self.celler = celler
        self.sete = self.vaerdier

    @property
    def vaerdier(self) -> dict[str, Any]:
        """What is stored, by the names of the fields."""
        return {
            f"{navn}_{celle.aar}": _ORD[celle.realiseret] if navn == "realiseret" else getattr(celle, navn)
            for celle in self.celler
            for navn in _SLAGS
        }

    @property
    def i_brug(self) -> bool:
        """Whether any figure stands in the row."""
        return any(vaerdi not in ("", None) for vaerdi in self.vaerdier.values())

    @property
    def koder(self) -> str:
        """What is stored now, as the hidden field carries it."""
        return " ".join(f"{navn}={v}" for navn, v in self.vaerdier.items() if v not in ("", None))

    def felter(self) -> dict[str, forms.Field]:
        felter: dict[str, forms.Field] = {}
        for celle in self.celler:
            for navn, label in _SLAGS.items():
                felter[f"{navn}_{celle.aar}"] = (
                    forms.ChoiceField(
                        label=f"{celle.aar}, {label}",
                        choices=[("", "Ikke gjort op"), ("ja", "Ja"), ("nej", "Nej")],
                        required=False,
                        error_messages={"invalid_choice": "Vælg en af mulighederne på listen."},
                    )
                    if navn == "realiseret"
                    else TalFelt(
                        label=f"{celle.aar}, {label}", min_value=0, max_digits=9, decimal_places=2, required=False
                    )
                )
        return felter

    def layout(self) -> list[Row]:
        return [Row(*[Column(f"{navn}_{celle.aar}") for navn in _SLAGS]) for celle in self.celler]

    def laes(self, koder: str) -> str:
        """Take what the browser says was seen. Raises ValidationError."""
        laest = {}
        for kode in koder.split():
            if (traef := _KODE.fullmatch(kode)) is None:
                raise forms.ValidationError(_UKENDT)
            laest[traef[1]] = traef[2]
        for navn, tekst in ((navn, laest.get(navn)) for navn in self.sete):
            self.sete[navn] = (tekst or "") if navn.startswith("realiseret") else tekst and Decimal(tekst)
        return koder

    def aendrede(self, sete: Sequence[Celle], aar: Collection[int], data: Mapping[str, Any]) -> list[Celle]:
        """The cells that are wanted otherwise than they were seen: their X, their figures, or both."""
        oensker = []
        for celle in sete:
            mine = {navn: data[f"{navn}_{celle.aar}"] for navn in _SLAGS}
            roert = any(mine[navn] != self.sete[f"{navn}_{celle.aar}"] for navn in _SLAGS)
            if roert or celle.planlagt != (celle.aar in aar):
                oensker.append(
                    Celle(
                        celle.aar,
                        celle.aar in aar,
                        celle.version,
                        beloeb=mine["beloeb"],
                        realiseret=_JA_NEJ.get(mine["realiseret"]),
                        faktisk=mine["faktisk"],
                    )
                )
        return oensker

    def ombas(self, data: Mapping[str, Any]) -> tuple[list[Konfliktraekke], dict[str, str]]:
        """Return the figures in dispute, and what the form should hold: mine where I changed it, else the stored."""
        uenige, skrevne = [], {}
        for navn, gemt in self.vaerdier.items():
            mit, foer = data[navn], self.sete[navn]
            roert = mit != foer
            if roert and mit != gemt and gemt != foer:
                slags, aar = navn.split("_")
                uenige.append(Konfliktraekke(f"{aar}, {_SLAGS[slags]}", _tekst(mit), _tekst(gemt), _tekst(foer)))
            skrevne[navn] = _tekst(mit if roert else gemt)
        return uenige, skrevne


def _tekst(vaerdi: Any) -> str:
    return tal(vaerdi) if isinstance(vaerdi, Decimal) else vaerdi or ""
