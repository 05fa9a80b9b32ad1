"""Cells in forms: one that is toggled, and a row of them beside what was seen."""

from collections.abc import Collection
from typing import Any, cast

from django import forms
from django.http import QueryDict

from indsatser.domain.celle import fulgte_aar
from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.models import Portefoeljepost
from indsatser.queries.celle import Celle
from sundhedsaftale.faelles.formular import PortalForm
from sundhedsaftale.faelles.konflikt import Konfliktraekke

_UKENDT = "Siden er forældet. Hent den igen, og prøv så."


class CelleForm(PortalForm):
    """One toggled cell: the state that is wanted and the version that was seen."""

    celle = forms.CharField(widget=forms.HiddenInput)
    begrundelse = begrundelsesfelt()
    naeste = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, aar: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aar = aar

    def clean_celle(self) -> Celle:
        try:
            return Celle.fra_kode(self.aar, self.cleaned_data["celle"])
        except ValueError as fejl:
            raise forms.ValidationError(_UKENDT) from fejl

    def ombas(self, nu: Celle, titel: str) -> Konfliktraekke:
        """Ask for the same again, on top of the cell as it is stored now; return what is in dispute."""
        data = cast(QueryDict, self.data).copy()
        data["celle"] = nu.oensket
        self.data = data
        mit = self.cleaned_data["celle"].planlagt
        return _uenighed(titel, nu, mit=mit, foer=not mit)


class Cellevalg:
    """The cells of one row in a form: what stands there, what was seen, what is wanted."""

    def __init__(self, post: Portefoeljepost) -> None:
        self.post = post
        gemt = {
            traek.aar: Celle(
                traek.aar,
                traek.planlagt,
                traek.version,
                beloeb=traek.beloeb,
                realiseret=traek.realiseret,
                faktisk=traek.faktisk,
            )
            for traek in post.traek.all()
        }
        fulgte = (fulgte_aar(post) or set()) if not gemt else set()
        self.celler = [gemt.get(aar) or Celle(aar, aar in fulgte) for aar in post.indsats.aftale.aar]
        self.sete = self.celler

    @property
    def aar(self) -> list[int]:
        """The years with an X."""
        return [celle.aar for celle in self.celler if celle.planlagt]

    @property
    def koder(self) -> str:
        """What is stored now, as the hidden field carries it."""
        return " ".join(celle.kode for celle in self.celler)

    def laes(self, koder: str) -> str:
        """Take what the browser says was seen. Raises ValidationError."""
        try:
            self.sete = [Celle.fra_kode(c.aar, kode) for c, kode in zip(self.celler, koder.split(), strict=True)]
        except ValueError as fejl:
            raise forms.ValidationError(_UKENDT) from fejl
        return koder

    def aendrede(self, oensket: Collection[int]) -> list[Celle]:
        """The cells that are wanted otherwise than they were seen, each with the version that was seen."""
        return [Celle(c.aar, c.aar in oensket, c.version) for c in self.sete if c.planlagt != (c.aar in oensket)]

    def ombas(self, oensket: Collection[int]) -> tuple[list[Konfliktraekke], list[int]]:
        """Return the years in dispute, and what the form should hold: mine where I changed it, else what is stored."""
        uenige, nye = [], []
        for nu, foer in zip(self.celler, self.sete, strict=True):
            mit = nu.aar in oensket
            roert = mit != foer.planlagt
            if roert and mit != nu.planlagt and nu.version != foer.version:
                uenige.append(_uenighed(self.post.indsats.titel, nu, mit=mit, foer=foer.planlagt))
            if mit if roert else nu.planlagt:
                nye.append(nu.aar)
        return uenige, nye


def _uenighed(titel: str, nu: Celle, *, mit: bool, foer: bool) -> Konfliktraekke:
    return Konfliktraekke(f"{titel}, {nu.aar}", _kryds(mit), _kryds(nu.planlagt), _kryds(foer))


def _kryds(planlagt: bool) -> str:
    return "X" if planlagt else ""
