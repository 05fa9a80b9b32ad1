"""One line of a pool: in the table, and with everything about it on a page of its own."""

from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms

from indsatser.forms.aarstal import AarstalFelt
from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.forms.beloeb import BeloebFelt
from indsatser.forms.henvisning import AnsoegningFelt, BeslutningFelt
from indsatser.models import Disponering
from organisering.models import Bruger
from sundhedsaftale.faelles.formular import Fritekst, PortalModelForm

_PLADS_FORKERT = "Skriv et helt tal fra 1 til 999."


class Linjefelter(PortalModelForm[Disponering]):
    """What every line has."""

    raekkefoelge = forms.IntegerField(
        label="Nr.",
        min_value=1,
        max_value=999,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _PLADS_FORKERT),
    )
    slags = forms.ChoiceField(label="Slags", choices=[("", "Vælg"), *Disponering.Slags.choices])
    beloeb = BeloebFelt(label="Beløb")
    fra_aar = AarstalFelt(label="Fra år", required=False)
    til_aar = AarstalFelt(label="Til og med år", required=False)
    ordlyd = Fritekst(label="Kildens ordlyd", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    class Meta:
        model = Disponering
        fields = ["raekkefoelge", "titel", "slags", "bevilling", "tilstand", "beloeb", "fra_aar", "til_aar", "ordlyd"]
        labels = {"bevilling": "Bevilling"}

    def clean_titel(self) -> str:
        return " ".join(self.cleaned_data["titel"].split())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        fra, til = data.get("fra_aar"), data.get("til_aar")
        if fra is not None and til is not None and til < fra:
            self.add_error("til_aar", "Det sidste år kan ikke ligge før det første.")
        return data


class DisponeringForm(Linjefelter):
    """Everything about one line; the instance carries its pool."""

    ansoegning = AnsoegningFelt(help_text="Bilaget vises for dem, der må læse det.")
    besluttet_i = BeslutningFelt(help_text="Den beslutning, linjen hviler på, som den står nu.")
    begrundelse = begrundelsesfelt()

    class Meta(Linjefelter.Meta):
        fields = [*Linjefelter.Meta.fields, "indsats", "ansoegning", "besluttet_i"]

    def __init__(self, *args: Any, bruger: Bruger, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        pulje = self.instance.pulje
        felter["beloeb"].label = "Beløb i mio. kr."
        felter["indsats"].queryset = pulje.aftale.indsatser.order_by("titel")
        felter["indsats"].empty_label = "Ingen indsats"
        felter["ansoegning"].vaelg_pulje(pulje, bruger, nu=self.instance.ansoegning_id)
        felter["besluttet_i"].vaelg_aftale(pulje.aftale, bruger, nu=self.instance.besluttet_i_id)
        self.helper.layout = Layout(
            Fieldset(
                "Linjen",
                Row(Column("raekkefoelge"), Column("beloeb")),
                "titel",
                Row(Column("slags"), Column("bevilling"), Column("tilstand")),
                Row(Column("fra_aar"), Column("til_aar")),
                "ordlyd",
            ),
            Fieldset("Hører sammen med", "indsats", "ansoegning", "besluttet_i", "begrundelse"),
            *(["version"] if "version" in self.fields else []),
        )
