"""Who may do what in `rapportering`."""

import rules

from organisering.models import Aftale, Besoegende
from organisering.rules import er_sekretariat
from rapportering.models import Afrapportering, Statusrapport


@rules.predicate
def er_gruppens_formand(bruger: Besoegende, rapport: Statusrapport) -> bool:
    return bruger.is_authenticated and rapport.organ_id in bruger.formandsorganer


@rules.predicate
def skriver_for_gruppen(bruger: Besoegende, rapport: Statusrapport) -> bool:
    """A chair or the secretary of the reporting group."""
    return bruger.is_authenticated and rapport.organ_id in bruger.skriveorganer


@rules.predicate
def sidder_i_gruppen(bruger: Besoegende, rapport: Statusrapport) -> bool:
    return bruger.is_authenticated and rapport.organ_id in bruger.organer


@rules.predicate
def er_gruppens_sekretariat(bruger: Besoegende, rapport: Statusrapport) -> bool:
    return er_sekretariat.test(bruger, rapport.organ)


@rules.predicate
def er_aftalens_sekretariat(bruger: Besoegende, objekt: Aftale | Afrapportering) -> bool:
    return er_sekretariat.test(bruger, objekt if isinstance(objekt, Aftale) else objekt.aftale)


rules.add_perm("rapportering.skriv_statusrapport", skriver_for_gruppen)
rules.add_perm("rapportering.laes_internt_om_statusrapport", sidder_i_gruppen | er_gruppens_sekretariat)
rules.add_perm("rapportering.indsend_statusrapport", er_gruppens_formand)
rules.add_perm("rapportering.underskriv_statusrapport", er_gruppens_formand)
rules.add_perm("rapportering.godkend_statusrapport", er_gruppens_sekretariat)
rules.add_perm("rapportering.returner_statusrapport", er_gruppens_sekretariat)
rules.add_perm("rapportering.bestil_afrapportering", er_aftalens_sekretariat)
rules.add_perm("rapportering.udgiv_afrapportering", er_aftalens_sekretariat)
