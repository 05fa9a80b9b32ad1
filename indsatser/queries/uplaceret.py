"""The tasks of an agreement that stand in no portfolio, and where it is to be decided."""

from dataclasses import dataclass

from indsatser.models import Indsats
from indsatser.queries.beslutning import Beslutningslinje, laes_indsatsers_beslutninger
from organisering.models import Aftale, Besoegende


@dataclass(frozen=True, slots=True)
class Uplaceret:
    """`beslutninger` are the items about the task that the reader may read, the newest first."""

    indsats: Indsats
    beslutninger: tuple[Beslutningslinje, ...]


def laes_uplacerede(aftale: Aftale, *, bruger: Besoegende) -> list[Uplaceret]:
    """In the order they were entered, as the source lists them."""
    indsatser = list(Indsats.objects.filter(aftale=aftale).uplacerede().order_by("pk"))
    if not indsatser:
        return []
    beslutninger = laes_indsatsers_beslutninger([indsats.pk for indsats in indsatser], bruger=bruger)
    return [Uplaceret(indsats, tuple(beslutninger[indsats.pk])) for indsats in indsatser]
