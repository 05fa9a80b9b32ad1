"""What a meeting plan from outside is held against: the bodies one plans for, and the meetings they have."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from organisering.models import Bruger, Moede, Organ
from sundhedsaftale.faelles.dansk import soegenoegle
from sundhedsaftale.faelles.fejl import Regelbrud

_UKENDT = "Du planlægger ikke møder for et organ, der hedder det."
_FLERTYDIGT = "Flere organer hedder det. Skriv organets adresse i portalen, fx {slug}."

Planlagte = Mapping[tuple[int, date], Sequence[Moede]]


def planlagte_organer(bruger: Bruger) -> list[Organ]:
    """The bodies whose meetings this user plans; the same as `organisering.planlaeg_moede` says one by one."""
    if bruger.is_superuser:
        return list(Organ.objects.all())
    return list(Organ.objects.filter(Q(region__in=bruger.sekretariatsregioner) | Q(pk__in=bruger.skriveorganer)))


def find_organ(organer: Sequence[Organ], tekst: str, dag: date) -> Organ:
    """Return the body with this name, short name or address, whatever its capitals. Raises Regelbrud.

    Of several with one name the body that exists on the day is meant.
    """
    soegt = soegenoegle(tekst)
    hedder = [organ for organ in organer if soegt in (soegenoegle(organ.navn), soegenoegle(organ.kortnavn), organ.slug)]
    if len(hedder) > 1:
        hedder = [organ for organ in hedder if organ.bestaar(dag)] or hedder
    if not hedder:
        raise Regelbrud(_UKENDT)
    if len(hedder) > 1:
        raise Regelbrud(_FLERTYDIGT.format(slug=hedder[0].slug))
    return hedder[0]


def laes_moeder_i_planen(organer: Collection[Organ], dage: Collection[date]) -> Planlagte:
    """The bodies' meetings by body and day, without those called off."""
    planlagte: dict[tuple[int, date], list[Moede]] = defaultdict(list)
    if organer:
        en_dag = timedelta(days=1)
        for moede in (
            Moede.objects.filter(
                organ__in=organer, starter__date__gte=min(dage) - en_dag, starter__date__lte=max(dage) + en_dag
            )
            .exclude(tilstand=Moede.Tilstand.AFLYST)
            .select_related("organ")
            .prefetch_related("faelles_med", "med")
        ):
            planlagte[moede.organ_id, timezone.localdate(moede.starter)].append(moede)
    return planlagte
