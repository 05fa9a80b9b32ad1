"""An organisation of a body's area, with its period and source."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row

from organisering.models import Organ, Organisation, Organomraade
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalModelForm


class OrganomraadeForm(PortalModelForm[Organomraade]):
    """Offers the organisations of the body's region that its area does not have; a row's own is not changed."""

    gyldig_fra = DatoFelt(label="Første dag", required=False)
    gyldig_til = DatoFelt(label="Sidste dag", required=False)

    class Meta:
        model = Organomraade
        fields = ["organisation", "gyldig_fra", "gyldig_til", "kilde", "verificeret"]

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        ny = self.instance.pk is None
        if ny:
            felter["organisation"].queryset = Organisation.objects.filter(region=organ.region_id).exclude(
                organomraader__organ=organ
            )
            felter["organisation"].empty_label = "Vælg organisation"
        else:
            del felter["organisation"]
        self.helper.layout = Layout(
            "organisation" if ny else "version", Row(Column("gyldig_fra"), Column("gyldig_til")), "kilde", "verificeret"
        )
