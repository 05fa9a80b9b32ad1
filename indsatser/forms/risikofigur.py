"""Figure 1 as one form: for each cell `tekst-<group>-<actor>` and `set-<group>-<actor>`, the version that was seen."""

from dataclasses import dataclass, replace
from typing import Any, cast

from django import forms
from django.http import QueryDict

from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.models import Risikoaktoer, Risikoindsats
from indsatser.queries.risikofigur import Risikofelt, Risikotabel
from sundhedsaftale.faelles.formular import Fritekst, PortalForm
from sundhedsaftale.faelles.konflikt import Konfliktraekke

_SLETTET = "En risikogruppe eller aktør er slettet, mens du skrev. Det her stod i et af dens felter: {tekst}"


@dataclass(frozen=True, slots=True)
class Formfelt:
    felt: Risikofelt
    tekst: forms.BoundField
    set: forms.BoundField


@dataclass(frozen=True, slots=True)
class Formraekke:
    aktoer: Risikoaktoer
    felter: list[Formfelt]


class RisikofigurForm(PortalForm):
    begrundelse = begrundelsesfelt()

    def __init__(self, *args: Any, tabel: Risikotabel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tabel = tabel
        self.sete: dict[str, str | None] = {}
        for felt in tabel.felter:
            self.fields[f"tekst-{felt.noegle}"] = Fritekst(
                label=f"{felt.aktoer}, {felt.gruppe}",
                required=False,
                initial=felt.tekst,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 3, "class": "form-input"}),
            )
            # A page drawn before the cell existed does not send it, and leaves it alone.
            self.fields[f"set-{felt.noegle}"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=felt.version, required=False, min_value=0, max_value=10**9
            )
        self.order_fields([*(navn for navn in self.fields if navn != "begrundelse"), "begrundelse"])

    @property
    def raekker(self) -> list[Formraekke]:
        return [
            Formraekke(
                raekke.aktoer,
                [Formfelt(felt, self[f"tekst-{felt.noegle}"], self[f"set-{felt.noegle}"]) for felt in raekke.felter],
            )
            for raekke in self.tabel.raekker
        ]

    def clean(self) -> dict[str, Any]:
        for navn, vaerdi in self.data.items():
            if navn.startswith("tekst-") and navn not in self.fields and vaerdi.strip():
                self.add_error(None, _SLETTET.format(tekst=vaerdi.strip()[:500]))
        self.sete = self._laes_sete()
        return self.cleaned_data

    @property
    def aendrede(self) -> list[Risikofelt]:
        """The cells whose text the user changed, each with the version that was seen."""
        return [
            replace(felt, tekst=self._mit(felt), version=self.cleaned_data[f"set-{felt.noegle}"])
            for felt in self.tabel.felter
            if self._er_sendt(felt) and self._mit(felt) != self.sete.get(felt.noegle)
        ]

    def ombas(self, tabel: Risikotabel) -> list[Konfliktraekke]:
        """Put every cell on top of what is stored now; return those in dispute."""
        data = cast(QueryDict, self.data).copy()
        uenige: list[Konfliktraekke] = []
        for felt in tabel.felter:
            if not self._er_sendt(felt):
                continue
            mit, foer = self._mit(felt), self.sete.get(felt.noegle)
            if mit == foer:
                data[f"tekst-{felt.noegle}"] = felt.tekst
            elif felt.tekst not in (mit, foer):
                uenige.append(Konfliktraekke(f"{felt.aktoer}, {felt.gruppe}", mit, felt.tekst, foer or ""))
            data[f"set-{felt.noegle}"] = str(felt.version)
        self.data = data
        return uenige

    def _er_sendt(self, felt: Risikofelt) -> bool:
        return self.cleaned_data.get(f"set-{felt.noegle}") is not None and f"tekst-{felt.noegle}" in self.cleaned_data

    def _mit(self, felt: Risikofelt) -> str:
        return str(self.cleaned_data[f"tekst-{felt.noegle}"])

    def _laes_sete(self) -> dict[str, str | None]:
        """What stood in each cell when the page was fetched; asks the history when another has saved since."""
        sete: dict[str, str | None] = {}
        for felt in self.tabel.felter:
            version = self.cleaned_data.get(f"set-{felt.noegle}")
            if version == felt.version:
                sete[felt.noegle] = felt.tekst
            elif version == 0:
                sete[felt.noegle] = ""
        mangler = [felt for felt in self.tabel.felter if felt.noegle not in sete and self._er_sendt(felt)]
        if mangler:
            udgaver = Risikoindsats.historik.filter(
                gruppe_id__in={felt.gruppe.pk for felt in mangler}, aktoer_id__in={felt.aktoer.pk for felt in mangler}
            ).values_list("gruppe_id", "aktoer_id", "version", "tekst")
            tekster = {(gruppe, aktoer, version): tekst for gruppe, aktoer, version, tekst in udgaver}
            for felt in mangler:
                noegle = (felt.gruppe.pk, felt.aktoer.pk, self.cleaned_data[f"set-{felt.noegle}"])
                sete[felt.noegle] = tekster.get(noegle)
        return sete
