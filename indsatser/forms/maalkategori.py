from typing import Any

from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.forms.maalvaerdi import adressefelt
from indsatser.models import Maalkategori
from organisering.models import Organisation
from sundhedsaftale.faelles.formular import PortalModelForm


class MaalkategoriForm(PortalModelForm[Maalkategori]):
    kildeadresse = adressefelt()
    begrundelse = begrundelsesfelt()

    class Meta:
        model = Maalkategori
        fields = ["samling", "nummer", "navn", "region", "kilde", "kildeadresse"]
        error_messages = {
            "samling": {"required": "Skriv, hvilken samling kategorien hører til."},
            "nummer": {"required": "Skriv kategoriens nummer."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["region"].queryset = Organisation.objects.filter(slags=Organisation.Slags.REGION)
        felter["region"].empty_label = "Hele landet"
