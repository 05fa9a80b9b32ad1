"""The bodies that a row could stand in."""

from datetime import date

from django.db.models import Q, QuerySet

from indsatser.models import Indsats
from organisering.models import Besoegende, Organ


def laes_modtagere(indsats: Indsats, bruger: Besoegende) -> QuerySet[Organ]:
    """Bodies of the agreement's region and period that keep a portfolio and do not have the initiative yet."""
    aftale = indsats.aftale
    return (
        Organ.objects.synlige_for(bruger)
        .filter(
            Q(gyldig_fra__isnull=True) | Q(gyldig_fra__lte=aftale.gyldig_til or date.max),
            Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=aftale.gyldig_fra),
            region=aftale.region_id,
            type__er_sekretariat=False,
        )
        .exclude(poster__indsats=indsats.pk)
    )
