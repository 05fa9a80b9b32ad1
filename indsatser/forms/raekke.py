"""One row of the portfolio: the initiative, and its cells in one body."""

from typing import Any, cast

from django import forms
from django.http import QueryDict

from indsatser.forms.celle import Cellevalg
from indsatser.forms.indsats import IndsatsForm
from indsatser.models import Portefoeljepost
from sundhedsaftale.faelles.konflikt import Konfliktraekke


class RaekkeForm(IndsatsForm):
    """Edits an initiative where it stands; carries the cells that were seen beside those that are wanted."""

    sete = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, post: Portefoeljepost, **kwargs: Any) -> None:
        self.valg = Cellevalg(post)
        kwargs["initial"] = {"aar": self.valg.aar, "sete": self.valg.koder, **kwargs.get("initial", {})}
        super().__init__(*args, instance=post.indsats, **kwargs)
        self.helper.layout.append("sete")
        self.helper.layout.append("version")

    def clean_sete(self) -> str:
        return self.valg.laes(self.cleaned_data["sete"])

    def ombas(self) -> list[Konfliktraekke]:
        """Put the cells on top of what is stored now; return the years where others wanted something else."""
        data = cast(QueryDict, self.data).copy()
        uenige, oensket = self.valg.ombas(self.cleaned_data["aar"])
        data.setlist("aar", [str(aar) for aar in oensket])
        data["sete"] = self.valg.koder
        self.data = data
        return uenige
