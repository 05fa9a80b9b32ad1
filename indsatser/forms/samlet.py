"""What to change in the chosen rows, which rows they are, and what the preview rested on."""

from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.db.models import Q

from indsatser.domain.fase import AABNE_FASER
from indsatser.domain.samlet import Oenske
from indsatser.forms.aar import AarFelt
from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.models import Virkemiddel
from indsatser.queries.modtager import laes_organer
from organisering.models import Aftale, Besoegende, Organ, Organisation
from sundhedsaftale.faelles.formular import PortalForm

_INGEN = "ingen"


class SamletForm(PortalForm):
    """Everything is optional, but something must be chosen."""

    saet = AarFelt(label="Sæt kryds i")
    fjern = AarFelt(label="Fjern kryds i")
    fase = forms.ChoiceField(label="Fase", choices=[("", "Som den er"), *AABNE_FASER], required=False)
    tovholder = forms.ChoiceField(label="Tovholder", required=False)
    virkemidler = forms.ModelMultipleChoiceField(
        Virkemiddel.objects.none(),
        label="Tilføj virkemidler",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    uden_virkemidler = forms.ModelMultipleChoiceField(
        Virkemiddel.objects.none(),
        label="Fjern virkemidler",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    organ = forms.ModelChoiceField(
        Organ.objects.none(), label="Flyt til", empty_label="Bliv, hvor de står", required=False
    )
    begrundelse = begrundelsesfelt()

    def __init__(self, *args: Any, aftale: Aftale, bruger: Besoegende, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        for navn in ("saet", "fjern"):
            felter[navn].vaelg_aftale(aftale)
            felter[navn].help_text = ""
        organisationer = Organisation.objects.filter(Q(pk=aftale.region_id) | Q(region=aftale.region_id))
        self.organisationer = {str(en.pk): en for en in organisationer}
        felter["tovholder"].choices = [
            ("", "Som den er"),
            (_INGEN, "Ingen"),
            *((pk, str(en)) for pk, en in self.organisationer.items()),
        ]
        felter["organ"].queryset = laes_organer(aftale, bruger)
        midler = ("virkemidler", "uden_virkemidler")
        for navn in midler:
            felter[navn].queryset = aftale.virkemidler.all()
            if not felter[navn].queryset:
                del felter[navn]
        self.helper.layout = Layout(
            Row(Column("saet"), Column("fjern")),
            Row(Column("fase"), Column("tovholder"), Column("organ")),
            *([Row(*[Column(navn) for navn in midler])] if midler[0] in felter else []),
            Fieldset("Til historikken", "begrundelse"),
        )

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if faelles := sorted(set(data.get("saet", ())) & set(data.get("fjern", ()))):
            self.add_error("fjern", f"{faelles[0]} kan ikke både have og miste krydset.")
        if set(data.get("virkemidler", ())) & set(data.get("uden_virkemidler", ())):
            self.add_error("uden_virkemidler", "Det samme virkemiddel kan ikke både tilføjes og fjernes.")
        if data.get("organ") and not data.get("begrundelse", "").strip() and "begrundelse" not in self.errors:
            self.add_error("begrundelse", "Skriv, hvorfor indsatserne flyttes.")
        if not self.errors and self.oenske == Oenske():
            raise forms.ValidationError("Vælg, hvad der skal ændres.")
        return data

    @property
    def oenske(self) -> Oenske:
        """What is wanted of every row; asked when the form is valid."""
        data = self.cleaned_data
        return Oenske(
            kryds=frozenset(data["saet"]),
            uden=frozenset(data["fjern"]),
            fase=data["fase"],
            tovholder=self.organisationer.get(data["tovholder"]),
            uden_tovholder=data["tovholder"] == _INGEN,
            virkemidler=tuple(data.get("virkemidler", ())),
            uden_virkemidler=tuple(data.get("uden_virkemidler", ())),
            organ=data["organ"],
        )
