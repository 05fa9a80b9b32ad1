"""Which bodies can carry an agreement's initiatives."""

from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.fejl import Regelbrud


def afvis_organ(organ: Organ, aftale: Aftale) -> None:
    """Raise Regelbrud unless the body can have rows of its own under the agreement."""
    if organ.region_id != aftale.region_id:
        raise Regelbrud(f"{organ} hører til en anden region end {aftale}.")
    if not organ.findes_i(aftale):
        raise Regelbrud(f"{organ} fandtes ikke i den periode, {aftale} gælder.")
    if organ.type.er_sekretariat:
        raise Regelbrud(f"{organ} er et sekretariat og har ingen portefølje.")
