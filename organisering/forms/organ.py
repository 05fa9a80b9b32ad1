"""A body: create it, change it. What may refer to what is the domain's rule; the lists offer what can be chosen."""

from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms

from organisering.domain.organ import Organbrud, afvis_periode
from organisering.forms.begrundelse import begrundelsesfelt
from organisering.models import Bruger, Organ, Organisation, Organtype
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalModelForm

_I_REGIONEN = ("refererer_til", "spejler", "moedes_efter")


class Forgaengervalg(forms.ModelChoiceField):
    """Two regions can each have a body of the same name."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.navn} ({obj.region})"


class OrganForm(PortalModelForm[Organ]):
    """`regioner` are those whose bodies the user keeps; a new body's region is chosen among them."""

    gyldig_fra = DatoFelt(label="Første dag", required=False)
    gyldig_til = DatoFelt(label="Sidste dag", required=False)
    forgaenger = Forgaengervalg(
        Organ.objects.none(),
        label="Afløser",
        required=False,
        empty_label="Intet organ",
        help_text="Det organ, som dette træder i stedet for. Henvisninger til det gamle går over til dette.",
    )
    begrundelse = begrundelsesfelt()

    class Meta:
        model = Organ
        fields = [
            "region",
            "navn",
            "kortnavn",
            "type",
            "speciale",
            "gyldig_fra",
            "gyldig_til",
            "forgaenger",
            "refererer_til",
            "spejler",
            "moedes_efter",
            "raekkefoelge",
            "beslutningsregler",
            "dage_til_sager",
            "dage_til_udsendelse",
            "dage_til_status",
            "offentlig",
            "verificeret",
            "kilde",
        ]
        labels = {
            "dage_til_sager": "Sager skal være inde",
            "dage_til_udsendelse": "Dagsordenen sendes ud",
            "dage_til_status": "Status skal være inde",
        }
        help_texts = {
            "kilde": "Hvor oplysningerne kommer fra, fx et dokument eller en adresse på nettet.",
            "moedes_efter": "Når organet altid mødes lige efter et andet organs møde.",
        }

    def __init__(self, *args: Any, bruger: Bruger, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        regioner = Organisation.objects.regioner()
        if not bruger.is_superuser:
            regioner = regioner.filter(pk__in=bruger.sekretariatsregioner)
        if self.instance._state.adding:
            felter["region"].queryset = regioner
            felter["region"].empty_label = "Vælg region"
            egne = Organ.objects.filter(region__in=regioner)
        else:
            del felter["region"]
            egne = Organ.objects.filter(region=self.instance.region_id).exclude(pk=self.instance.pk)
        for navn in _I_REGIONEN:
            felter[navn].queryset = egne
            felter[navn].empty_label = "Intet organ"
        synlige = Organ.objects.synlige_for(bruger).select_related("region")
        felter["forgaenger"].queryset = synlige.exclude(pk=self.instance.pk)
        if not bruger.has_perm("organisering.giv_rettigheder"):
            er_sekretariat = not self.instance._state.adding and self.instance.type.er_sekretariat
            felter["type"].queryset = Organtype.objects.filter(er_sekretariat=er_sekretariat)
        felter["type"].empty_label = "Vælg type"
        for navn in ("dage_til_sager", "dage_til_udsendelse", "dage_til_status"):
            felter[navn].help_text = "Dage før mødet."
        self.helper.layout = Layout(
            *(["region"] if "region" in felter else []),
            "navn",
            "kortnavn",
            Row(Column("type"), Column("speciale")),
            Fieldset("Periode", Row(Column("gyldig_fra"), Column("gyldig_til")), "forgaenger"),
            Fieldset("Plads på stigen", "refererer_til", "spejler", "raekkefoelge"),
            Fieldset(
                "Beslutninger og møder",
                "beslutningsregler",
                "moedes_efter",
                Row(Column("dage_til_sager"), Column("dage_til_udsendelse"), Column("dage_til_status")),
            ),
            Fieldset("Kilde og visning", "kilde", "verificeret", "offentlig", "begrundelse"),
            *(["version"] if "version" in felter else []),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        try:
            afvis_periode(data.get("gyldig_fra"), data.get("gyldig_til"))
        except Organbrud as brud:
            self.add_error(brud.felt, str(brud))
        return data
