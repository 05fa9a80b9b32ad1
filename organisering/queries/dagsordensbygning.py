"""The agenda as its writers arrange it: one line for each item, with what is missing and where it can be moved."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from organisering.models import Dagsordenspunkt, Moede


@dataclass(frozen=True, slots=True)
class Bygningslinje:
    """`fri` says that it can be moved and deleted, `retninger` are the moves that have somewhere to go."""

    punkt: Dagsordenspunkt
    bilag: int
    indstillinger: int
    mangler_ordlyd: bool
    fri: bool
    retninger: tuple[str, ...]


def laes_bygning(moede: Moede) -> tuple[Bygningslinje, ...]:
    """Every item in its order, in one query."""
    punkter = list(
        moede.punkter.select_related("ordlyd")
        .annotate(antal_bilag=Count("bilag", distinct=True), antal_indstillinger=Count("indstillinger", distinct=True))
        .order_by("raekkefoelge", "pk")
    )
    fri = moede.tilstand == Moede.Tilstand.PLANLAGT
    return tuple(
        Bygningslinje(
            punkt=punkt,
            bilag=punkt.antal_bilag,
            indstillinger=punkt.antal_indstillinger,
            mangler_ordlyd=punkt.lukket and not _har_ordlyd(punkt),
            fri=fri,
            retninger=_retninger(punkt, punkter) if fri else (),
        )
        for punkt in punkter
    )


def _har_ordlyd(punkt: Dagsordenspunkt) -> bool:
    ordlyd = getattr(punkt, "ordlyd", None)
    return bool(ordlyd and (ordlyd.titel or ordlyd.udeladt))


def _retninger(punkt: Dagsordenspunkt, punkter: Sequence[Dagsordenspunkt]) -> tuple[str, ...]:
    soeskende = [et for et in punkter if et.overpunkt_id == punkt.overpunkt_id]
    har_under = any(et.overpunkt_id == punkt.pk for et in punkter)
    mulige = {
        "op": soeskende[0] is not punkt,
        "ned": soeskende[-1] is not punkt,
        "ind": punkt.overpunkt_id is None and soeskende[0] is not punkt and not har_under and not punkt.fast,
        "ud": punkt.overpunkt_id is not None,
    }
    return tuple(retning for retning, mulig in mulige.items() if mulig)
