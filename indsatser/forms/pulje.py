"""A pool: what it is called, its year, what it is on."""

from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms

from indsatser.forms.aarstal import AarstalFelt
from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.forms.beloeb import BeloebFelt
from indsatser.forms.henvisning import BeslutningFelt
from indsatser.models import Pulje
from organisering.models import Bruger
from sundhedsaftale.faelles.formular import PortalModelForm

_FRI_HJAELP = (
    "Skriv 0, når kilden siger, at det hele er fordelt. Tomt betyder, at kilden ikke siger det; så er resten fri."
)


class PuljeForm(PortalModelForm[Pulje]):
    """The instance carries its agreement."""

    aar = AarstalFelt(label="År", help_text="Fx 2021.")
    beloeb = BeloebFelt(label="Puljens beløb i mio. kr.", help_text="Fx 19,8.")
    fri_oplyst = BeloebFelt(label="Frie midler ifølge kilden i mio. kr.", required=False, help_text=_FRI_HJAELP)
    besluttet_i = BeslutningFelt()
    begrundelse = begrundelsesfelt()

    class Meta:
        model = Pulje
        fields = ["navn", "aar", "beloeb", "omtrentligt", "fri_oplyst", "kilde", "bemaerkning", "besluttet_i"]
        labels = {"omtrentligt": "Beløbet er omtrentligt (ca.)"}
        help_texts = {
            "omtrentligt": "Sæt kryds, når kilden skriver ca.",
            "kilde": "Det dokument, tallene står i, fx referatet med dato og punkt.",
            "bemaerkning": "Vises sammen med puljen for alle, der kan se den.",
        }
        widgets = {"bemaerkning": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, bruger: Bruger, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["besluttet_i"].vaelg_aftale(self.instance.aftale, bruger, nu=self.instance.besluttet_i_id)
        self.helper.layout = Layout(
            Fieldset("Puljen", "navn", Row(Column("aar"), Column("beloeb")), "omtrentligt", "fri_oplyst"),
            Fieldset("Hvor det står", "kilde", "besluttet_i", "bemaerkning", "begrundelse"),
            *(["version"] if "version" in self.fields else []),
        )

    def clean_navn(self) -> str:
        return " ".join(self.cleaned_data["navn"].split())
