"""Who may do what in `organisering`. A predicate gets the user and the thing; nothing else decides."""

import rules

from organisering.models import Aftale, Besoegende, Organ


@rules.predicate
def er_sekretariat(bruger: Besoegende, objekt: Aftale | Organ) -> bool:
    """The secretariat of the region that the agreement or body belongs to."""
    return bruger.is_authenticated and bruger.er_sekretariat_i([objekt.region_id])


rules.add_perm("organisering.rediger_aftale", er_sekretariat)
rules.add_perm("organisering.rediger_organ", er_sekretariat)
