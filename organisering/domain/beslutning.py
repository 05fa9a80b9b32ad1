"""Writing what was decided on an item, and who took no part in it, while the minutes are open."""

from collections.abc import Mapping

from django.db import transaction

from organisering.domain.fremmoede import IKKE_HOLDT
from organisering.domain.laas import laas_punkt
from organisering.models import Bruger, Dagsordenspunkt, Punktfravaer
from sundhedsaftale.faelles.fejl import Regelbrud


@transaction.atomic
def skriv_beslutning(punkt: Dagsordenspunkt, *, bruger: Bruger, fravaer: Mapping[int, str]) -> Dagsordenspunkt:
    """Save the item's decision and who took no part, and return it as stored; unchanged, it is not saved again.

    `fravaer` gives a `Punktfravaer.Slags` for the key of each `Deltagelse` that took no part. The item's version guards
    both. Raises Regelbrud when the minutes are not open, Versionskonflikt when another has saved the item.
    """
    gemt = laas_punkt(punkt)
    if not gemt.moede.er_holdt:
        raise Regelbrud(IKKE_HOLDT)
    stod = {raekke.deltagelse_id: raekke for raekke in gemt.fravaer.all()}
    samme_fravaer = {noegle: raekke.slags for noegle, raekke in stod.items()} == dict(fravaer)
    if punkt.beslutning == gemt.beslutning and samme_fravaer:
        return gemt
    if not set(fravaer) <= set(gemt.moede.deltagelser.values_list("pk", flat=True)):
        raise Regelbrud("En af deltagerne står ikke på mødets liste.")
    punkt._history_user = bruger
    punkt.save()
    _saet_fravaer(punkt, stod, fravaer, bruger)
    return punkt


def _saet_fravaer(
    punkt: Dagsordenspunkt, stod: Mapping[int, Punktfravaer], fravaer: Mapping[int, str], bruger: Bruger
) -> None:
    for noegle, raekke in stod.items():
        if noegle not in fravaer:
            raekke._history_user = bruger
            raekke.delete()
    for noegle, slags in fravaer.items():
        raekke = stod.get(noegle) or Punktfravaer(punkt=punkt, deltagelse_id=noegle, slags="")
        if raekke.slags != slags:
            raekke.slags = slags
            raekke._history_user = bruger
            raekke.save()
