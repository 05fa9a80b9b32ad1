"""Which organisations a body's area holds, from when to when."""

from django.db import transaction

from organisering.domain.organ import afvis_periode
from organisering.models import Bruger, Organ, Organomraade
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def gem_omraade(omraade: Organomraade, *, bruger: Bruger) -> Organomraade:
    """Add an organisation to a body's area, or correct it; it ends with its last day and stays as history.

    `omraade` carries the version that was seen. Raises Regelbrud, Versionskonflikt.
    """
    organ = Organ.objects.select_for_update(no_key=True).get(pk=omraade.organ_id)
    fra, til = omraade.gyldig_fra, omraade.gyldig_til
    afvis_periode(fra, til)
    if (organ.gyldig_til and fra and fra > organ.gyldig_til) or (organ.gyldig_fra and til and til < organ.gyldig_fra):
        raise Regelbrud(f"{organ.kaldes} findes ikke i den periode.")
    if Organomraade.objects.filter(organ=organ, organisation=omraade.organisation).exclude(pk=omraade.pk).exists():
        raise Regelbrud("Organisationen hører allerede til organets område. Ret dens periode i stedet.")
    omraade._history_user = bruger
    begrundet(omraade, "").save()
    return omraade
