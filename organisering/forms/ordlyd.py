from django import forms

from organisering.models import Ordlyd
from sundhedsaftale.faelles.formular import Fritekst, PortalModelForm


class OrdlydForm(PortalModelForm[Ordlyd]):
    """The public wording of a closed item; that it says something is told by the model's constraint."""

    class Meta:
        model = Ordlyd
        fields = ("titel", "beslutning", "udeladt")
        labels = {"udeladt": "Hvorfor titel eller beslutning udelades"}
        widgets = {"beslutning": forms.Textarea(attrs={"rows": 4})}
        field_classes = {"beslutning": Fritekst}
        help_texts = {
            "titel": "Det, alle læser på dagsordenen i stedet for punktets egen titel.",
            "beslutning": "Skrives, når beslutningen er truffet. Vises, når referatet er offentliggjort.",
            "udeladt": "Kun når titel eller beslutning ikke kan siges offentligt. Begrundelsen vises ikke for andre.",
        }
