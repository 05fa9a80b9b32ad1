"""The kinds of things a decision changes, and how each is carried out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils import timezone

from indsatser.domain.cellevirkning import udfoer_cellevirkning
from indsatser.domain.disponeringsvirkning import udfoer_disponering
from indsatser.domain.maalvirkning import udfoer_maalvirkning
from indsatser.domain.placeringsvirkning import udfoer_placering
from indsatser.models import Cellevirkning, Disponeringsvirkning, Maalvirkning, Placeringsvirkning
from indsatser.models.virkning import Virkning
from indsatser.queries.virkningsslags import SLAGS
from organisering.models import Bruger, Dagsordenspunkt
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet

UDFOER: Mapping[type[Virkning], Callable[[Any], None]] = {
    Placeringsvirkning: udfoer_placering,
    Cellevirkning: udfoer_cellevirkning,
    Maalvirkning: udfoer_maalvirkning,
    Disponeringsvirkning: udfoer_disponering,
}


def udfoer_virkninger(punkter: Sequence[Dagsordenspunkt], *, bruger: Bruger) -> None:
    """Make what was decided so, item by item, and let what was changed cite the decision.

    Runs inside the approval's transaction. Raises Regelbrud, with the item's number, when something cannot be so.
    """
    ventende: dict[int, list[Virkning]] = {punkt.pk: [] for punkt in punkter}
    for slags in SLAGS:
        raekker = slags.model.objects.filter(punkt__in=ventende, udfoert__isnull=True)
        for virkning in raekker.select_related(*slags.med).order_by("pk"):
            ventende[virkning.punkt_id].append(virkning)
    for punkt in sorted(punkter, key=lambda et: et.raekkefoelge):
        for virkning in ventende[punkt.pk]:
            virkning.punkt = punkt
            _udfoer(virkning, bruger)


def _udfoer(virkning: Virkning, bruger: Bruger) -> None:
    try:
        UDFOER[type(virkning)](virkning)
    except Regelbrud as brud:
        raise Regelbrud(f"Beslutningen i punkt {virkning.punkt.nummer} kan ikke udføres. {brud}") from brud
    virkning.udfoert = timezone.now()
    virkning._history_user = bruger
    begrundet(virkning, "Referatet blev godkendt").save()
