"""Cases that can be put on an agenda again."""

from django.db.models import Max, QuerySet

from organisering.models import Bruger, Moede, Sag


def laes_valgbare_sager(moede: Moede, bruger: Bruger) -> QuerySet[Sag]:
    """The cases that can be taken up again, the newest first: those on no item of the meeting yet.

    At a joint meeting each writes of what the own body has treated; the other's closed items stay its own.
    """
    return (
        Sag.objects.filter(punkter__moede__organ__in=bruger.skriveorganer_i(moede))
        .exclude(punkter__moede=moede)
        .annotate(sidst=Max("punkter__moede__starter"))
        .order_by("-sidst", "titel")
    )
