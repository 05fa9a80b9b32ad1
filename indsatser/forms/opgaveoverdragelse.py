"""A task transfer: what is moved and how it is assessed, and the steps of its life."""

from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.db.models import Max

from indsatser.domain.opgaveoverdragelse import UDFALD
from indsatser.forms.begrundelse import begrundelsesfelt, kraevet_begrundelse
from indsatser.forms.henvisning import BeslutningFelt
from indsatser.models import Opgaveoverdragelse
from organisering.models import Bruger, Sag
from sundhedsaftale.faelles.formular import PortalModelForm

_VURDERING = {"rows": 4}
_KONSEKVENSER = ("faglige_konsekvenser", "oekonomiske_konsekvenser")
_PRINCIPPER = ("kvalitet", "omkostningsniveau", "ansvar")


class OpgaveoverdragelseForm(PortalModelForm[Opgaveoverdragelse]):
    """The instance carries its agreement. Nothing has to be assessed before it is to be decided."""

    begrundelse = begrundelsesfelt()

    class Meta:
        model = Opgaveoverdragelse
        fields = ["titel", "fra", "til", "patientgruppe", *_KONSEKVENSER, *_PRINCIPPER, "indsats", "sag"]
        help_texts = {
            "titel": "Den opgave, der foreslås flyttet, fx “IV-behandling i eget hjem”.",
            "fra": "Fx sygehusene.",
            "til": "Fx kommunerne.",
            "patientgruppe": "Hvem opgaven løses for. Skriv aldrig om enkelte borgere.",
            "kvalitet": "Er det til patientens bedste og lægefagligt, sygeplejefagligt og socialt ansvarligt?",
            "omkostningsniveau": "Løses opgaven på det laveste effektive omkostningsniveau?",
            "ansvar": "Er rammerne klare, og er det klart, hvem der har ansvaret?",
        }
        widgets = {felt: forms.Textarea(attrs=_VURDERING) for felt in (*_KONSEKVENSER, *_PRINCIPPER)}

    def __init__(self, *args: Any, bruger: Bruger, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        aftale = self.instance.aftale
        felter["indsats"].queryset = aftale.indsatser.order_by("titel")
        felter["indsats"].empty_label = "Ingen indsats"
        # A region's secretariat, which alone comes here, reads every case of the region's bodies.
        felter["sag"].queryset = (
            Sag.objects.filter(organ__region=aftale.region_id)
            .annotate(sidst=Max("punkter__moede__starter"))
            .order_by("-sidst", "titel")
        )
        felter["sag"].empty_label = "Ingen sag"
        self.helper.layout = Layout(
            Fieldset("Opgaven", "titel", Row(Column("fra"), Column("til")), "patientgruppe"),
            Fieldset("Konsekvenser", *_KONSEKVENSER),
            Fieldset("De tre principper", *_PRINCIPPER),
            Fieldset("Hører sammen med", "indsats", "sag", "begrundelse"),
            *(["version"] if "version" in self.fields else []),
        )

    def clean_titel(self) -> str:
        return " ".join(self.cleaned_data["titel"].split())


class AfgoerelseForm(PortalModelForm[Opgaveoverdragelse]):
    udfald = forms.ChoiceField(
        label="Hvad er besluttet?",
        choices=[(udfald.value, udfald.label) for udfald in UDFALD],
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, om opgaven overdrages eller ej."},
    )
    besluttet_i = BeslutningFelt(help_text="Står beslutningen ikke i portalen, så skriv nedenfor, hvad den hviler på.")
    begrundelse = begrundelsesfelt()

    class Meta:
        model = Opgaveoverdragelse
        fields = ["besluttet_i"]

    def __init__(self, *args: Any, bruger: Bruger, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["besluttet_i"].vaelg_aftale(self.instance.aftale, bruger, nu=None)
        self.order_fields(["udfald", "besluttet_i", "begrundelse"])


class TilbagetraekningForm(PortalModelForm[Opgaveoverdragelse]):
    begrundelse = kraevet_begrundelse("Skriv, hvorfor opgaveoverdragelsen trækkes tilbage.")

    class Meta:
        model = Opgaveoverdragelse
        fields: list[str] = []


class GenoptagelseForm(PortalModelForm[Opgaveoverdragelse]):
    begrundelse = kraevet_begrundelse("Skriv, hvorfor opgaveoverdragelsen genoptages.")

    class Meta:
        model = Opgaveoverdragelse
        fields: list[str] = []


class KlarForm(PortalModelForm[Opgaveoverdragelse]):
    """The version that was seen, and nothing else."""

    class Meta:
        model = Opgaveoverdragelse
        fields: list[str] = []
