"""Acts that look before they write take turns: the row is held to the end of the transaction (SQLite holds it all).

Bodies are held before meetings, and rows of one kind in the order of their keys, so that no two wait for each other.
A held row can still be pointed at by new rows.
"""

from collections.abc import Iterable

from organisering.models import Dagsordenspunkt, Moede, Organ, Organisation
from organisering.models.moede import MoedeQuerySet
from sundhedsaftale.faelles.fejl import Regelbrud

GODKENDT = "Referatet er godkendt og kan ikke ændres. Tilføj en bemærkning i stedet."
UDSENDT = "Referatet er sendt ud til godkendelse og kan ikke ændres. Tag det tilbage, hvis der skal rettes."
AFLYST = "Mødet er aflyst."

KAN_IKKE_SKRIVES = {
    Moede.Tilstand.REFERAT_UDSENDT: UDSENDT,
    Moede.Tilstand.REFERAT_GODKENDT: GODKENDT,
    Moede.Tilstand.AFLYST: AFLYST,
}


def laas_moede(moede: Moede) -> Moede:
    """Return the meeting as it is stored now, held for this transaction."""
    return _moeder_til_laas().get(pk=moede.pk)


def laas_moeder(*moeder: Moede) -> list[Moede]:
    """Hold several meetings; they come back in the order they were given."""
    laaste = _moeder_til_laas().order_by("pk").in_bulk([moede.pk for moede in moeder])
    return [laaste[moede.pk] for moede in moeder]


def laas_skrivbart(moede: Moede) -> Moede:
    """The same for an act that writes in agenda or minutes. Raises Regelbrud when nothing may be written any more."""
    laast = laas_moede(moede)
    if not laast.kan_aendres:
        raise Regelbrud(KAN_IKKE_SKRIVES[Moede.Tilstand(laast.tilstand)])
    return laast


def laas_punkt(punkt: Dagsordenspunkt) -> Dagsordenspunkt:
    """Return an item that may be written in as it is stored now, its meeting held. Raises Regelbrud."""
    moede = laas_skrivbart(punkt.moede)
    gemt = Dagsordenspunkt.objects.get(pk=punkt.pk)
    gemt.moede = moede
    return gemt


def laas_organer(organer: Iterable[Organ]) -> None:
    """Hold the bodies that meet: two meetings planned at once must not both find the time free."""
    noegler = [organ.pk for organ in organer]
    list(Organ.objects.select_for_update(no_key=True).filter(pk__in=noegler).order_by("pk"))


def laas_stigen() -> None:
    """Hold the regions' rows to the end of the transaction: two references must not make a ring together.

    A succession can cross regions, so all of them are held, in one order.
    """
    list(Organisation.objects.regioner().order_by("pk").select_for_update(no_key=True))


def _moeder_til_laas() -> MoedeQuerySet:
    return Moede.objects.select_for_update(of=("self",), no_key=True).select_related("organ")
