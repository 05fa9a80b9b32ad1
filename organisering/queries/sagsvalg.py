"""Cases that can be put on an agenda again."""

from django.db.models import Max, QuerySet

from organisering.models import Moede, Sag


def laes_valgbare_sager(moede: Moede) -> QuerySet[Sag]:
    """The cases that the meeting's bodies have treated before and do not have on this agenda, the newest first."""
    return (
        Sag.objects.filter(punkter__moede__organ__in=moede.organnoegler)
        .exclude(punkter__moede=moede)
        .annotate(sidst=Max("punkter__moede__starter"))
        .order_by("-sidst", "titel")
    )
