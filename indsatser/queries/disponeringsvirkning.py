"""Lines of a pool that a decision settles or lets lapse."""

from collections.abc import Iterable

from django.db.models import Q

from indsatser.models import Disponeringsvirkning, Pulje
from indsatser.queries.virkning import Aendring, Virkningsslags
from organisering.models import Besoegende
from sundhedsaftale.faelles.dansk import tal


def _synlige(bruger: Besoegende) -> Q:
    return Q(disponering__pulje__in=Pulje.objects.synlige_for(bruger))


def _beskriv(virkninger: Iterable[Disponeringsvirkning]) -> list[Aendring]:
    return [
        Aendring(
            punkt_id=virkning.punkt_id,
            om=virkning.disponering.pulje_id,
            emne=str(virkning.disponering),
            sted=str(virkning.disponering.pulje),
            tekst=disponeringstekst(virkning),
            url=virkning.disponering.pulje.get_absolute_url(),
            udfoert=virkning.udfoert is not None,
        )
        for virkning in virkninger
    ]


def disponeringstekst(virkning: Disponeringsvirkning) -> str:
    """Write `bevilget, 1,5 mio. kr.` or `bortfalder`."""
    if virkning.bortfalder:
        return "bortfalder"
    return f"{virkning.get_slags_display().lower()}, {tal(virkning.beloeb)} mio. kr."


DISPONERINGER = Virkningsslags("pulje", Disponeringsvirkning, ("disponering__pulje",), _synlige, _beskriv)
