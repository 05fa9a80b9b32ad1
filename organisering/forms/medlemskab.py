"""A seat in a body: correct it, end it. Giving one to somebody stands in `medlemskab_nyt.py`."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.db.models import Q
from django.utils import timezone

from organisering.domain.medlemskabsregler import Pladsbrud, periode, roller_i
from organisering.models import Kompetence, Medlemskab, Organ, Organisation, Rolle
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalForm, PortalModelForm

FELTER = ["rolle", "repraesenterer", "partibogstav", "fra", "til", "suppleant_for", "kompetencer"]
LAYOUT = (
    Row(Column("rolle"), Column("repraesenterer")),
    Row(Column("fra"), Column("til")),
    "partibogstav",
    "suppleant_for",
    "kompetencer",
)


class Pladsvalg(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.person}, {obj.rolle.navn.lower()} {periode(obj)}"


class MedlemskabForm(PortalModelForm[Medlemskab]):
    """Offers the roles that the body's kind has, and the organisations of its region."""

    fra = DatoFelt(label="Første dag", error_messages={"required": "Skriv den første dag."})
    til = DatoFelt(
        label="Sidste dag",
        required=False,
        help_text="Lad feltet stå tomt, når slutdatoen ikke er kendt.",
    )
    suppleant_for = Pladsvalg(
        Medlemskab.objects.none(), label="Suppleant for", required=False, empty_label="Ikke suppleant"
    )
    kompetencer = forms.ModelMultipleChoiceField(
        Kompetence.objects.all(),
        label="Kompetencer",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Det, medlemmet bringer med ind i organet.",
    )

    class Meta:
        model = Medlemskab
        fields = FELTER
        help_texts = {"partibogstav": "Kun for politisk valgte."}

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["rolle"].queryset = Rolle.objects.filter(roller_i(organ) | Q(pk=self.instance.rolle_id))
        felter["rolle"].empty_label = "Vælg rolle"
        felter["repraesenterer"].queryset = _organisationer(organ, self.instance)
        felter["repraesenterer"].empty_label = "Ingen bestemt organisation"
        felter["suppleant_for"].queryset = (
            organ.medlemskaber.filter(suppleant_for__isnull=True)
            .exclude(pk=self.instance.pk)
            .select_related("person", "rolle")
            .order_by("person__navn")
        )
        if organ.gyldig_til is not None:
            felter["til"].required = True
            felter["til"].error_messages["required"] = "Skriv den sidste dag. Organet har selv en slutdato."
            felter["til"].help_text = ""
            self.initial["til"] = self.instance.til or organ.gyldig_til
        self.helper.layout = Layout(*LAYOUT)

    def clean(self) -> dict[str, Any] | None:
        fra, til = self.cleaned_data.get("fra"), self.cleaned_data.get("til")
        if fra and til and til < fra:
            self.add_error("til", "Den sidste dag ligger før den første.")
        return super().clean()

    def afvis(self, brud: Pladsbrud) -> None:
        """Say what is wrong at the field in which it is mended."""
        self.add_error(brud.felt if brud.felt in self.fields else None, str(brud))


class RetMedlemskabForm(MedlemskabForm):
    begrundelse = forms.CharField(
        label="Begrundelse", max_length=500, required=False, help_text="Står i historikken, fx “Udpeget 3. maj 2021”."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(*LAYOUT, "begrundelse", "version")

    @property
    def er_rettet(self) -> bool:
        return bool(set(self.changed_data) & set(FELTER))


class AfslutMedlemskabForm(PortalModelForm[Medlemskab]):
    til = DatoFelt(
        label="Sidste dag",
        help_text="Rettighederne gælder til og med den dag.",
        error_messages={"required": "Skriv den sidste dag."},
    )
    begrundelse = forms.CharField(
        label="Begrundelse",
        max_length=500,
        help_text="Står i historikken, fx “Ny stilling” eller “Valgperioden er slut”.",
        error_messages={"required": "Skriv, hvorfor pladsen afsluttes."},
    )

    class Meta:
        model = Medlemskab
        fields = ["til"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["til"] = self.instance.til or timezone.localdate()


class DagForm(PortalForm):
    """The day asked about, in the address."""

    dag = DatoFelt(label="Hvem sad her den", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.form_method = "get"


def _organisationer(organ: Organ, medlemskab: Medlemskab) -> Any:
    egne = Q(region=organ.region_id) | Q(pk=organ.region_id)
    landets = Q(region__isnull=True) & ~Q(slags=Organisation.Slags.REGION)
    return Organisation.objects.filter(egne | landets | Q(pk=medlemskab.repraesenterer_id))
