from django import forms

from organisering.models import Bemaerkning
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import Fritekst, PortalModelForm


class BemaerkningForm(PortalModelForm[Bemaerkning]):
    dag = DatoFelt(label="Dato", help_text="Den dag, bemærkningen blev fremsat.")

    class Meta:
        model = Bemaerkning
        fields = ("fra", "dag", "tekst")
        widgets = {"tekst": forms.Textarea(attrs={"rows": 5})}
        field_classes = {"tekst": Fritekst}
        error_messages = {
            "fra": {"required": "Skriv, hvem bemærkningen kommer fra."},
            "tekst": {"required": "Skriv bemærkningen."},
        }
