"""The whole grid of a body as one form: a group of year boxes for each row."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, cast

from django import forms
from django.http import QueryDict

from indsatser.forms.aar import AarFelt
from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.forms.celle import Cellevalg
from indsatser.models import Indsats, Portefoeljepost
from indsatser.queries.celle import Celle
from organisering.models import Aftale
from sundhedsaftale.faelles.formular import PortalForm
from sundhedsaftale.faelles.konflikt import Konfliktraekke

_NAVNE = {Indsats.Slags.NY.value: "Nye indsatser", Indsats.Slags.EKSISTERENDE.value: "Eksisterende indsatser"}


@dataclass(frozen=True, slots=True)
class Boks:
    """One checkbox of the grid."""

    id: str
    aar: int
    sat: bool


@dataclass(frozen=True, slots=True)
class Gitterraekke:
    titel: str
    felt: forms.BoundField
    sete: forms.BoundField
    bokse: list[Boks]


@dataclass(frozen=True, slots=True)
class Gittergruppe:
    """New or existing initiatives under one agreement."""

    aftale: Aftale
    navn: str
    raekker: list[Gitterraekke]


class GitterForm(PortalForm):
    """For each row `aar-<pk>` with the years wanted and `sete-<pk>` with the cells that were seen."""

    begrundelse = begrundelsesfelt()

    def __init__(self, *args: Any, poster: Iterable[Portefoeljepost], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.valg = {post.pk: Cellevalg(post) for post in poster}
        for pk, valg in self.valg.items():
            self.fields[f"aar-{pk}"] = felt = AarFelt(label=valg.post.indsats.titel, initial=valg.aar)
            felt.vaelg_aftale(valg.post.indsats.aftale)
            self.fields[f"sete-{pk}"] = forms.CharField(widget=forms.HiddenInput, initial=valg.koder)
        self.order_fields([*(navn for navn in self.fields if navn != "begrundelse"), "begrundelse"])

    def clean(self) -> dict[str, Any]:
        for pk, valg in self.valg.items():
            navn = f"sete-{pk}"
            if navn in self.cleaned_data:
                try:
                    valg.laes(self.cleaned_data[navn])
                except forms.ValidationError as fejl:
                    self.add_error(navn, fejl)
        return self.cleaned_data

    @property
    def grupper(self) -> list[Gittergruppe]:
        """The rows as they stand in the page, in the order of `poster`."""
        ordnet = groupby(self.valg.values(), key=lambda valg: (valg.post.indsats.aftale, valg.post.indsats.slags))
        return [
            Gittergruppe(aftale, _NAVNE[slags], [self._raekke(valg) for valg in dens])
            for (aftale, slags), dens in ordnet
        ]

    def _raekke(self, valg: Cellevalg) -> Gitterraekke:
        felt = self[f"aar-{valg.post.pk}"]
        sat = {str(aar) for aar in felt.value() or ()}
        bokse = [
            Boks(f"{felt.auto_id}_{plads}", celle.aar, str(celle.aar) in sat) for plads, celle in enumerate(valg.celler)
        ]
        return Gitterraekke(valg.post.indsats.titel, felt, self[f"sete-{valg.post.pk}"], bokse)

    @property
    def oensker(self) -> dict[Portefoeljepost, list[Celle]]:
        """The cells that the user changed."""
        return {valg.post: valg.aendrede(self.cleaned_data[f"aar-{pk}"]) for pk, valg in self.valg.items()}

    def ombas(self) -> list[Konfliktraekke]:
        """Put every row on top of what is stored now; return the cells in dispute."""
        data = cast(QueryDict, self.data).copy()
        alle: list[Konfliktraekke] = []
        for pk, valg in self.valg.items():
            uenige, oensket = valg.ombas(self.cleaned_data[f"aar-{pk}"])
            alle += uenige
            data.setlist(f"aar-{pk}", [str(aar) for aar in oensket])
            data[f"sete-{pk}"] = valg.koder
        self.data = data
        return alle
