"""One row of the portfolio: the initiative, and its cells in one body."""

from typing import Any, cast

from crispy_forms.layout import HTML
from django import forms
from django.http import QueryDict

from indsatser.forms.celle import Cellevalg
from indsatser.forms.celletal import Celletal
from indsatser.forms.indsats import IndsatsForm
from indsatser.models import Portefoeljepost
from indsatser.queries.celle import Celle
from sundhedsaftale.faelles.konflikt import Konfliktraekke


class RaekkeForm(IndsatsForm):
    """Edits an initiative where it stands; carries the cells that were seen beside those that are wanted."""

    sete = forms.CharField(widget=forms.HiddenInput)
    sete_tal = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, post: Portefoeljepost, **kwargs: Any) -> None:
        self.valg = Cellevalg(post)
        self.tal = Celletal(self.valg.celler)
        seet = {"aar": self.valg.aar, "sete": self.valg.koder, "sete_tal": self.tal.koder, **self.tal.vaerdier}
        kwargs["initial"] = {**seet, **kwargs.get("initial", {})}
        super().__init__(*args, instance=post.indsats, **kwargs)
        self.fields.update(self.tal.felter())
        aaben = " open" if self.is_bound or self.tal.i_brug else ""
        folder = HTML(f'<details class="fold"{aaben}><summary>Beløb, og om året trak ressourcer</summary>')
        dele = self.helper.layout.fields
        efter = next(plads for plads, del_ in enumerate(dele, 1) if "aar" in getattr(del_, "fields", ()))
        dele[efter:efter] = [folder, *self.tal.layout(), HTML("</details>")]
        dele += ["sete", "sete_tal", "version"]

    def clean_sete(self) -> str:
        return self.valg.laes(self.cleaned_data["sete"])

    def clean_sete_tal(self) -> str:
        return self.tal.laes(self.cleaned_data["sete_tal"])

    @property
    def celler(self) -> list[Celle]:
        """The cells that the user changed, each with the version that was seen."""
        return self.tal.aendrede(self.valg.sete, self.cleaned_data["aar"], self.cleaned_data)

    def ombas(self) -> list[Konfliktraekke]:
        """Put the cells on top of what is stored now; return what others wanted otherwise."""
        data = cast(QueryDict, self.data).copy()
        uenige, oensket = self.valg.ombas(self.cleaned_data["aar"])
        data.setlist("aar", [str(aar) for aar in oensket])
        data["sete"] = self.valg.koder
        uenige_tal, skrevne = self.tal.ombas(self.cleaned_data)
        for navn, tekst in skrevne.items():
            data[navn] = tekst
        data["sete_tal"] = self.tal.koder
        self.data = data
        return uenige + uenige_tal
