"""Initiatives that a decision places in a body's portfolio."""

from collections.abc import Iterable

from django.db.models import Q

from indsatser.models import Indsats, Placeringsvirkning
from indsatser.queries.virkning import Aendring, Virkningsslags
from organisering.models import Besoegende, Organ
from sundhedsaftale.faelles.dansk import opremset


def _synlige(bruger: Besoegende) -> Q:
    return Q(indsats__in=Indsats.objects.synlige_for(bruger), organ__in=Organ.objects.synlige_for(bruger))


def _beskriv(virkninger: Iterable[Placeringsvirkning]) -> list[Aendring]:
    return [
        Aendring(
            punkt_id=virkning.punkt_id,
            om=virkning.indsats_id,
            emne=str(virkning.indsats),
            sted=str(virkning.organ),
            tekst=placeringstekst(virkning),
            url=virkning.indsats.get_absolute_url(),
            udfoert=virkning.udfoert is not None,
        )
        for virkning in virkninger
    ]


def placeringstekst(virkning: Placeringsvirkning) -> str:
    """Write `placeres i porteføljen med X i 2020 og 2021`."""
    aar = [str(et) for et in sorted(virkning.aar)]
    return f"placeres i porteføljen med X i {opremset(aar)}" if aar else "placeres i porteføljen uden X"


PLACERINGER = Virkningsslags(
    "placering", Placeringsvirkning, ("indsats__aftale", "organ__type", "organ__spejler"), _synlige, _beskriv
)
