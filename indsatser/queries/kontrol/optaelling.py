"""How many findings each agreement has, for the front page: counted at most every ten minutes.

The control page itself always counts anew, and leaves its count here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.utils import timezone

from indsatser.queries.kontrol.side import laes_antal
from organisering.models import Aftale

_SEKUNDER = 600


@dataclass(frozen=True, slots=True)
class Optaelling:
    aftale: Aftale
    antal: int
    tidspunkt: datetime


def laes_optaellinger(aftaler: Sequence[Aftale]) -> list[Optaelling]:
    """The latest count of each agreement in the order given; what has none is counted now."""
    kendte: dict[str, tuple[int, datetime]] = cache.get_many([_noegle(aftale.pk) for aftale in aftaler])
    if mangler := [aftale for aftale in aftaler if _noegle(aftale.pk) not in kendte]:
        fundet = laes_antal(mangler, dag=timezone.localdate())
        kendte |= gem_optaellinger({aftale.pk: fundet.get(aftale.pk, 0) for aftale in mangler})
    return [Optaelling(aftale, *kendte[_noegle(aftale.pk)]) for aftale in aftaler]


def gem_optaellinger(antal: Mapping[int, int]) -> dict[str, tuple[int, datetime]]:
    """Keep what has been counted, by the agreement's key."""
    nu = timezone.now()
    talte = {_noegle(pk): (et, nu) for pk, et in antal.items()}
    cache.set_many(talte, _SEKUNDER)
    return talte


def _noegle(pk: int) -> str:
    return f"kontrol:{pk}"
