"""The parties' answers: one row for each party, and one party with everything there is to say."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict

from organisering.domain.partsgodkendelse import kontroller_partsgodkendelse
from organisering.forms.aftaleversion import datofelt
from organisering.forms.begrundelse import begrundelsesfelt
from organisering.models import Aftaleversion, Partsgodkendelse
from sundhedsaftale.faelles.dansk import DatoFelt, dato
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.formular import PortalForm, PortalModelForm
from sundhedsaftale.faelles.konflikt import Konfliktraekke

_FORAELDET = "Siden er forældet. Hent den igen, og prøv så."
_GRUND = "Versionen er godkendt af alle. Skriv, hvorfor der rettes."
Svar = tuple[date | None, str]


@dataclass(frozen=True, slots=True)
class Partsraekke:
    """One party's row in the page."""

    part: Partsgodkendelse
    dato: forms.BoundField
    journal: forms.BoundField
    sete: forms.BoundField


class PartsskemaForm(PortalForm):
    """For each party `dato-<pk>`, `journal-<pk>` and `sete-<pk>`, the version of the answer that was seen."""

    begrundelse = begrundelsesfelt()

    def __init__(self, *args: Any, version: Aftaleversion, parter: Iterable[Partsgodkendelse], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.parter = list(parter)
        self.sete: dict[int, Svar] = {}
        for part in self.parter:
            navn = str(part.organisation)
            self.fields[f"dato-{part.pk}"] = DatoFelt(
                label=f"{navn}, godkendt den",
                required=False,
                initial=part.godkendt_den,
            )
            self.fields[f"journal-{part.pk}"] = forms.CharField(
                label=f"{navn}, journalnummer", required=False, max_length=50, initial=part.journalnummer
            )
            for felt in ("dato", "journal"):
                self.fields[f"{felt}-{part.pk}"].widget.attrs["class"] = "form-input"
            self.fields[f"sete-{part.pk}"] = forms.IntegerField(
                widget=forms.HiddenInput,
                initial=part.version,
                error_messages={"required": _FORAELDET, "invalid": _FORAELDET},
            )
        self.order_fields([*(navn for navn in self.fields if navn != "begrundelse"), "begrundelse"])

    @property
    def raekker(self) -> list[Partsraekke]:
        return [
            Partsraekke(part, self[f"dato-{part.pk}"], self[f"journal-{part.pk}"], self[f"sete-{part.pk}"])
            for part in self.parter
        ]

    def clean(self) -> dict[str, Any]:
        self.sete = self._laes_sete()
        for part in self.parter:
            if self._er_udfyldt(part) and part.pk not in self.sete:
                self.add_error(f"sete-{part.pk}", _FORAELDET)
        for aendret in self.aendrede:
            try:
                kontroller_partsgodkendelse(self.version, aendret)
            except Regelbrud as brud:
                self.add_error(f"dato-{aendret.pk}", str(brud))
        if self.aendrede and self.version.er_godkendt and not self.cleaned_data.get("begrundelse"):
            self.add_error("begrundelse", _GRUND)
        return self.cleaned_data

    @property
    def aendrede(self) -> list[Partsgodkendelse]:
        """The answers the user changed, each on top of the version that was seen; what stands there already is left."""
        aendrede = []
        for part in self.parter:
            mit, foer, nu = self._mit(part), self.sete.get(part.pk), _svar(part)
            if mit is None or foer is None or mit in (foer, nu):
                continue
            aendret = copy(part)
            aendret.godkendt_den, aendret.journalnummer = mit
            if nu != foer:
                aendret.version = self.cleaned_data[f"sete-{part.pk}"]
            aendrede.append(aendret)
        return aendrede

    def ombas(self, parter: Iterable[Partsgodkendelse]) -> list[Konfliktraekke]:
        """Put every row on top of what is stored now; return the answers in dispute."""
        data = cast(QueryDict, self.data).copy()
        uenige: list[Konfliktraekke] = []
        for part in parter:
            mit, foer, nu = self._mit(part), self.sete[part.pk], _svar(part)
            if mit is None or mit == foer:
                data[f"dato-{part.pk}"] = _skrevet(part.godkendt_den)
                data[f"journal-{part.pk}"] = part.journalnummer
            elif nu not in (mit, foer):
                uenige.append(Konfliktraekke(str(part.organisation), _tekst(mit), _tekst(nu), _tekst(foer)))
            data[f"sete-{part.pk}"] = str(part.version)
        self.data = data
        return uenige

    def _er_udfyldt(self, part: Partsgodkendelse) -> bool:
        return all(f"{felt}-{part.pk}" in self.cleaned_data for felt in ("dato", "journal", "sete"))

    def _mit(self, part: Partsgodkendelse) -> Svar | None:
        if not self._er_udfyldt(part):
            return None
        return self.cleaned_data[f"dato-{part.pk}"], self.cleaned_data[f"journal-{part.pk}"]

    def _laes_sete(self) -> dict[int, Svar]:
        """What stood in each row when the page was fetched; asks the history when another has saved since."""
        sendt = {part.pk: self.cleaned_data.get(f"sete-{part.pk}") for part in self.parter}
        svar = {part.pk: _svar(part) for part in self.parter if part.version == sendt[part.pk]}
        for udgave in Partsgodkendelse.historik.filter(id__in=sendt.keys() - svar.keys()):
            if udgave.version == sendt[udgave.id]:
                svar[udgave.id] = _svar(udgave)
        return svar


class PartsgodkendelseForm(PortalModelForm[Partsgodkendelse]):
    godkendt_den = datofelt("Godkendt den", required=False)
    begrundelse = begrundelsesfelt()

    class Meta:
        model = Partsgodkendelse
        fields = ["godkendt_den", "godkendt_af", "journalnummer", "bemaerkning"]
        labels = {"journalnummer": "Partens eget journalnummer"}
        help_texts = {"bemaerkning": "Fx et forbehold. Vises for alle, når versionen er godkendt."}


def _svar(part: Any) -> Svar:
    return part.godkendt_den, part.journalnummer


def _skrevet(dag: date | None) -> str:
    return "" if dag is None else f"{dag:%d-%m-%Y}"


def _tekst(svar: Svar) -> str:
    return ", ".join(del_ for del_ in (dato(svar[0]), svar[1]) if del_)
