"""The bodies that a row could stand in."""

from django.db.models import QuerySet

from indsatser.models import Indsats
from organisering.models import Aftale, Besoegende, Organ


def laes_organer(aftale: Aftale, bruger: Besoegende) -> QuerySet[Organ]:
    """Bodies of the agreement's region and period that keep a portfolio."""
    return Organ.objects.synlige_for(bruger).kan_baere(aftale)


def laes_modtagere(indsats: Indsats, bruger: Besoegende) -> QuerySet[Organ]:
    """Those that do not have the initiative yet."""
    return laes_organer(indsats.aftale, bruger).exclude(poster__indsats=indsats)
