"""The order and the numbers of an agenda: worked out at every change until it is sent out, kept after that."""

from collections.abc import Sequence

from organisering.models import Bruger, Dagsordenspunkt, Moede

# Room between two items for those that come under the first of them.
_AFSTAND = 100


def nummerer(moede: Moede, punkter: Sequence[Dagsordenspunkt], *, bruger: Bruger) -> None:
    """Store order and numbers: `1`, `2`, and `2.1`, `2.2` below an item. `punkter` are all, in the wanted order.

    Once the agenda is sent out the items that have a number keep it, and a new one gets the next.
    """
    fri = moede.tilstand == Moede.Tilstand.PLANLAGT
    foer = {punkt.pk: (punkt.raekkefoelge, punkt.nummer) for punkt in punkter}
    sidste = -1
    for punkt, over, plads in i_orden(punkter):
        if fri:
            punkt.nummer = f"{over.nummer}.{plads}" if over else str(plads)
            oensket = over.raekkefoelge + plads if over else plads * _AFSTAND
        else:
            punkt.nummer = punkt.nummer or _naeste_nummer(punkter, over)
            oensket = punkt.raekkefoelge
        punkt.raekkefoelge = sidste = max(oensket, sidste + 1)
    for punkt in punkter:
        if foer[punkt.pk] != (punkt.raekkefoelge, punkt.nummer):
            punkt._history_user = bruger
            punkt.save(update_fields=["raekkefoelge", "nummer", "overpunkt"])


def i_orden(
    punkter: Sequence[Dagsordenspunkt],
) -> list[tuple[Dagsordenspunkt, Dagsordenspunkt | None, int]]:
    """Return each item, the item it stands under, and its place among its siblings from 1, as they are read."""
    orden: list[tuple[Dagsordenspunkt, Dagsordenspunkt | None, int]] = []
    for plads, punkt in enumerate((p for p in punkter if p.overpunkt_id is None), 1):
        orden.append((punkt, None, plads))
        under = [andet for andet in punkter if andet.overpunkt_id == punkt.pk]
        orden.extend((andet, punkt, nummer) for nummer, andet in enumerate(under, 1))
    return orden


def _naeste_nummer(punkter: Sequence[Dagsordenspunkt], over: Dagsordenspunkt | None) -> str:
    soeskende = [punkt for punkt in punkter if punkt.overpunkt_id == (over.pk if over else None)]
    sidste = max((int(led) for punkt in soeskende if (led := punkt.nummer.rpartition(".")[2]).isdecimal()), default=0)
    return f"{over.nummer}.{sidste + 1}" if over else str(sidste + 1)
