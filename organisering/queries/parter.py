"""The parties of an agreement in the order they are named: the region, the municipalities, the others."""

from organisering.models import Aftale, Organisation
from sundhedsaftale.faelles.dansk import sorteringsnoegle

_FOERST = (Organisation.Slags.REGION, Organisation.Slags.KOMMUNE)


def partsnoegle(organisation: Organisation) -> tuple[int, str]:
    """Sort by kind, then in Danish alphabetical order, where Aabenraa comes last."""
    slags = Organisation.Slags(organisation.slags)
    return (_FOERST.index(slags) if slags in _FOERST else len(_FOERST), sorteringsnoegle(organisation.navn))


def laes_parter(aftale: Aftale) -> list[Organisation]:
    """The parties that have entered the agreement, in one query."""
    return sorted((part.organisation for part in aftale.parter.select_related("organisation")), key=partsnoegle)
