"""Named moments of the portfolio, and what one can be tied to."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from indsatser.models import Portefoeljepost, Portefoeljeversion
from organisering.models import Aftale, Besoegende, Moede, Organ


def laes_versioner(aftale: Aftale, bruger: Besoegende) -> list[Portefoeljeversion]:
    """The agreement's versions that the reader sees, newest moment first; one query."""
    return list(
        Portefoeljeversion.objects.synlige_for(bruger).filter(aftale=aftale).select_related("organ", "moede__organ")
    )


def organer_med_portefoelje(aftale: Aftale, bruger: Besoegende) -> QuerySet[Organ]:
    """The bodies that the reader sees that have rows under the agreement, or mirror one that has."""
    poster = Portefoeljepost.objects.filter(indsats__aftale=aftale)
    return Organ.objects.synlige_for(bruger).filter(
        Exists(poster.filter(organ=OuterRef("pk"))) | Exists(poster.filter(organ=OuterRef("spejler"))),
        region=aftale.region_id,
    )


def holdte_moeder(aftale: Aftale, bruger: Besoegende) -> QuerySet[Moede]:
    """The region's meetings that have been held, newest first."""
    return (
        Moede.objects.synlige_for(bruger)
        .filter(~Q(tilstand=Moede.Tilstand.AFLYST), organ__region=aftale.region_id, starter__lte=timezone.now())
        .select_related("organ")
        .order_by("-starter")
    )


def seneste_moede(organ: Organ, bruger: Besoegende) -> Moede | None:
    """The body's last meeting that has been held, alone or together with others."""
    return (
        Moede.objects.synlige_for(bruger)
        .for_organ(organ)
        .filter(~Q(tilstand=Moede.Tilstand.AFLYST), starter__lte=timezone.now())
        .select_related("organ")
        .order_by("-starter")
        .first()
    )


def nyeste_aftale(organ: Organ, bruger: Besoegende) -> Aftale | None:
    """The newest agreement that the reader sees in which the body, or the one it mirrors, has rows."""
    poster = Portefoeljepost.objects.filter(
        organ__in={organ.pk, organ.spejler_id or organ.pk}, indsats__aftale=OuterRef("pk")
    )
    return Aftale.objects.synlige_for(bruger).filter(Exists(poster)).order_by("-gyldig_fra", "-pk").first()
