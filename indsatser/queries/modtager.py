"""The bodies that a row could stand in."""

from datetime import date

from django.db.models import Q, QuerySet

from indsatser.models import Indsats
from organisering.models import Aftale, Besoegende, Organ


def laes_organer(aftale: Aftale, bruger: Besoegende) -> QuerySet[Organ]:
    """Bodies of the agreement's region and period that keep a portfolio."""
    return Organ.objects.synlige_for(bruger).filter(
        Q(gyldig_fra__isnull=True) | Q(gyldig_fra__lte=aftale.gyldig_til or date.max),
        Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=aftale.gyldig_fra),
        region=aftale.region_id,
        type__er_sekretariat=False,
    )


def laes_modtagere(indsats: Indsats, bruger: Besoegende) -> QuerySet[Organ]:
    """Those that do not have the initiative yet."""
    return laes_organer(indsats.aftale, bruger).exclude(poster__indsats=indsats)
