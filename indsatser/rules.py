"""Who may do what in `indsatser`."""

import rules

from indsatser.models import (
    Disponering,
    Indlaesning,
    Indsats,
    Maalsaetning,
    Maaltal,
    Opgaveoverdragelse,
    Portefoeljepost,
    Portefoeljevisning,
    Pulje,
)
from organisering.models import Aftale, Besoegende, Organ
from organisering.rules import er_i_et_sekretariat, er_sekretariat

Portefoeljens = (
    Aftale
    | Disponering
    | Indlaesning
    | Indsats
    | Maalsaetning
    | Maaltal
    | Opgaveoverdragelse
    | Organ
    | Portefoeljepost
    | Pulje
)


def hjemsted(objekt: Portefoeljens) -> Aftale | Organ:
    """The agreement or body whose region decides."""
    match objekt:
        case Portefoeljepost():
            return objekt.indsats.aftale
        case Disponering():
            return objekt.pulje.aftale
        case Maaltal():
            return objekt.maalsaetning.aftale
        case Indlaesning() | Indsats() | Maalsaetning() | Opgaveoverdragelse() | Pulje():
            return objekt.aftale
        case _:
            return objekt


@rules.predicate
def er_regionens_sekretariat(bruger: Besoegende, objekt: Portefoeljens) -> bool:
    return er_sekretariat.test(bruger, hjemsted(objekt))


@rules.predicate
def sidder_i_regionen(bruger: Besoegende, objekt: Portefoeljens) -> bool:
    """Has a seat today in any body of the region."""
    return bruger.is_authenticated and hjemsted(objekt).region_id in bruger.regioner


@rules.predicate
def er_egen_visning(bruger: Besoegende, objekt: Portefoeljevisning) -> bool:
    return bruger.is_authenticated and objekt.bruger_id == bruger.pk


rules.add_perm("indsatser.rediger_portefoelje", er_regionens_sekretariat)
rules.add_perm("indsatser.rediger_maal", er_regionens_sekretariat)
rules.add_perm("indsatser.rediger_maalkategori", er_i_et_sekretariat)
# Figures that build on fewer than five.
rules.add_perm("indsatser.laes_smaa_tal", er_regionens_sekretariat | sidder_i_regionen)
rules.add_perm("indsatser.laes_intern_note", er_regionens_sekretariat | sidder_i_regionen)
rules.add_perm("indsatser.laes_historik", er_regionens_sekretariat | sidder_i_regionen)
rules.add_perm("indsatser.del_visning", sidder_i_regionen)
rules.add_perm("indsatser.rediger_visning", er_egen_visning)
