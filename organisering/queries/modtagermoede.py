"""Where an item can be sent: the coming meetings of the bodies above its own."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from organisering.models import Dagsordenspunkt, Moede, Organ
from organisering.queries.afloesning import overordnet

_TAGER_IMOD = (Moede.Tilstand.PLANLAGT, Moede.Tilstand.DAGSORDEN_UDSENDT)


def laes_modtagermoeder(punkt: Dagsordenspunkt) -> QuerySet[Moede]:
    """Coming meetings of the body that the item's refers to and of the others above it, soonest first."""
    return (
        Moede.objects.kommende(timezone.now())
        .filter(organ__in=_organer_over(punkt.moede.organ), tilstand__in=_TAGER_IMOD)
        .select_related("organ__type", "organ__region")
        .order_by("starter")
    )


def _organer_over(organ: Organ) -> QuerySet[Organ]:
    """The body it refers to today, and every body of the region on a higher rung; a lower number is higher."""
    naermest = overordnet(organ, timezone.localdate())
    over = Q(region=organ.region_id, type__niveau__lt=organ.type.niveau_id) | Q(pk=naermest.pk if naermest else None)
    return Organ.objects.filter(over).exclude(pk=organ.pk)
