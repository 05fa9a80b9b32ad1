"""Who may do what in `indsatser`."""

import rules

from indsatser.models import Indsats, Portefoeljepost
from organisering.models import Aftale, Besoegende
from organisering.rules import er_sekretariat


def aftale_for(objekt: Aftale | Indsats | Portefoeljepost) -> Aftale:
    match objekt:
        case Portefoeljepost():
            return objekt.indsats.aftale
        case Indsats():
            return objekt.aftale
        case _:
            return objekt


@rules.predicate
def er_aftalens_sekretariat(
    bruger: Besoegende, objekt: Aftale | Indsats | Portefoeljepost
) -> bool:
    return er_sekretariat.test(bruger, aftale_for(objekt))


@rules.predicate
def sidder_i_regionen(
    bruger: Besoegende, objekt: Aftale | Indsats | Portefoeljepost
) -> bool:
    """Has a seat today in any body of the agreement's region."""
    return bruger.is_authenticated and aftale_for(objekt).region_id in bruger.regioner


rules.add_perm("indsatser.rediger_portefoelje", er_aftalens_sekretariat)
rules.add_perm(
    "indsatser.laes_intern_note", er_aftalens_sekretariat | sidder_i_regionen
)
