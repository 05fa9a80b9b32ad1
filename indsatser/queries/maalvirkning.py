"""Targets that a decision gives another figure."""

from collections.abc import Iterable

from django.db.models import Q

from indsatser.models import Maalsaetning, Maalvirkning
from indsatser.queries.maalingslinje import med_enhed
from indsatser.queries.virkning import Aendring, Virkningsslags
from organisering.models import Besoegende


def _synlige(bruger: Besoegende) -> Q:
    return Q(maaltal__maalsaetning__in=Maalsaetning.objects.synlige_for(bruger))


def _beskriv(virkninger: Iterable[Maalvirkning]) -> list[Aendring]:
    return [
        Aendring(
            punkt_id=virkning.punkt_id,
            om=virkning.maaltal_id,
            emne=str(virkning.maaltal),
            sted=virkning.maaltal.maalsaetning.organ.kaldes,
            tekst=maaltekst(virkning),
            url=virkning.maaltal.get_absolute_url(),
            udfoert=virkning.udfoert is not None,
        )
        for virkning in virkninger
    ]


def maaltekst(virkning: Maalvirkning) -> str:
    """Write `målet bliver højst 8 % i 2027` or `målet bliver ikke fastsat (“xx %”)`."""
    if virkning.maal is None:
        tekst = f"ikke fastsat (“{virkning.maaltekst}”)" if virkning.maaltekst else "ikke fastsat"
    else:
        tekst = f"{virkning.get_retning_display()} {med_enhed(virkning.maaltal, virkning.maal)}"
    return f"målet bliver {tekst}{f' i {virkning.maalaar}' if virkning.maalaar else ''}"


MAALTAL = Virkningsslags(
    "maal",
    Maalvirkning,
    ("maaltal__maalsaetning__organ",),
    _synlige,
    _beskriv,
)
