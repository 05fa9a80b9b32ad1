"""Who may do what in `organisering`. A predicate gets the user and the thing; nothing else decides."""

import rules

from organisering.models import Aftale, Besoegende, Dokument, Moede, Organ


def _organ(objekt: Organ | Moede) -> Organ:
    return objekt.organ if isinstance(objekt, Moede) else objekt


@rules.predicate
def er_sekretariat(bruger: Besoegende, objekt: Aftale | Organ | Moede) -> bool:
    """The secretariat of the region that the agreement, body or meeting belongs to."""
    region = objekt.region_id if isinstance(objekt, Aftale) else _organ(objekt).region_id
    return bruger.is_authenticated and bruger.er_sekretariat_i([region])


@rules.predicate
def er_i_et_sekretariat(bruger: Besoegende) -> bool:
    """Any region's secretariat: what is shared by all regions has no other keeper."""
    return bruger.is_authenticated and bruger.is_active and bool(bruger.sekretariatsregioner)


@rules.predicate
def skriver_for_organet(bruger: Besoegende, objekt: Organ | Moede) -> bool:
    """A chair or the secretary of the body, or of one that the meeting is held together with."""
    if not bruger.is_authenticated:
        return False
    noegler = objekt.organnoegler if isinstance(objekt, Moede) else {objekt.pk}
    return not bruger.skriveorganer.isdisjoint(noegler)


@rules.predicate
def skriver_dokumentet(bruger: Besoegende, objekt: Dokument | Organ | Aftale) -> bool:
    """The secretariat, and for the papers of a body those who write for it; a new paper is asked for by its owner."""
    ejer = objekt.ejer if isinstance(objekt, Dokument) else objekt
    return er_sekretariat(bruger, ejer) or (isinstance(ejer, Organ) and skriver_for_organet(bruger, ejer))


@rules.predicate
def er_formand_for_organet(bruger: Besoegende, objekt: Organ | Moede) -> bool:
    return bruger.is_authenticated and _organ(objekt).pk in bruger.formandsorganer


@rules.predicate
def planlaegger_moeder(bruger: Besoegende) -> bool:
    """Whoever plans the meetings of some body; each body has its own permission besides."""
    return bruger.is_authenticated and bruger.is_active and bool(bruger.sekretariatsregioner or bruger.skriveorganer)


rules.add_perm("organisering.rediger_aftale", er_sekretariat)
rules.add_perm("organisering.opret_organ", er_i_et_sekretariat)
rules.add_perm("organisering.rediger_organ", er_sekretariat)
rules.add_perm("organisering.rediger_dokument", skriver_dokumentet)
rules.add_perm("organisering.rediger_grunddata", er_i_et_sekretariat)
rules.add_perm("organisering.giv_rettigheder", rules.is_superuser)
rules.add_perm("organisering.rediger_personer", er_i_et_sekretariat)
rules.add_perm("organisering.planlaeg_moede", er_sekretariat | skriver_for_organet)
rules.add_perm("organisering.indlaes_moedeplan", planlaegger_moeder)
rules.add_perm("organisering.skriv_moede", er_sekretariat | skriver_for_organet)
rules.add_perm("organisering.udgiv_moede", er_sekretariat | skriver_for_organet)
rules.add_perm("organisering.godkend_referat", er_sekretariat | er_formand_for_organet)
rules.add_perm("organisering.noter_godkendelse", er_sekretariat)
