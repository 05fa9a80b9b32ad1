"""Moving an item on an agenda that is not sent out: one place up or down, below another, or out again."""

from django.db import transaction

from organisering.domain.laas import laas_skrivbart
from organisering.domain.nummerering import i_orden, nummerer
from organisering.models import Bruger, Dagsordenspunkt, Moede
from sundhedsaftale.faelles.fejl import Regelbrud

RETNINGER = ("op", "ned", "ind", "ud")
SENDT_UD = "Dagsordenen er sendt ud, og punkterne beholder deres plads og numre."


@transaction.atomic
def flyt_punkt(punkt: Dagsordenspunkt, retning: str, *, bruger: Bruger) -> Dagsordenspunkt:
    """Move an item one place (`op`, `ned`), below the one above it (`ind`) or out again (`ud`). Raises Regelbrud."""
    moede = laas_skrivbart(punkt.moede)
    if moede.tilstand != Moede.Tilstand.PLANLAGT:
        raise Regelbrud(SENDT_UD)
    punkter = [et for et, _, _ in i_orden(list(moede.punkter.all()))]
    gemt = next(et for et in punkter if et.pk == punkt.pk)
    gemt.moede = moede
    if retning in ("op", "ned"):
        orden = _byt(punkter, gemt, -1 if retning == "op" else 1)
    else:
        orden = _skift_niveau(punkter, gemt, retning)
    nummerer(moede, orden, bruger=bruger)
    return gemt


def _byt(punkter: list[Dagsordenspunkt], punkt: Dagsordenspunkt, skridt: int) -> list[Dagsordenspunkt]:
    soeskende = [et for et in punkter if et.overpunkt_id == punkt.overpunkt_id]
    plads = soeskende.index(punkt)
    if not 0 <= plads + skridt < len(soeskende):
        raise Regelbrud("Punktet står allerede øverst." if skridt < 0 else "Punktet står allerede nederst.")
    soeskende[plads], soeskende[plads + skridt] = soeskende[plads + skridt], soeskende[plads]
    return [*soeskende, *(et for et in punkter if et not in soeskende)]


def _skift_niveau(punkter: list[Dagsordenspunkt], punkt: Dagsordenspunkt, retning: str) -> list[Dagsordenspunkt]:
    """Put the item last below the one before it, or out again right after the one it stood below."""
    hovedpunkter = [et for et in punkter if et.overpunkt_id is None]
    if retning == "ind":
        if punkt.overpunkt_id is not None:
            raise Regelbrud("Punktet er allerede et underpunkt.")
        if punkt.fast:
            raise Regelbrud("Et fast punkt står altid for sig selv.")
        if any(et.overpunkt_id == punkt.pk for et in punkter):
            raise Regelbrud("Punktet har selv underpunkter og kan ikke stå under et andet.")
        plads = hovedpunkter.index(punkt)
        if plads == 0:
            raise Regelbrud("Der er intet punkt over dette at stå under.")
        punkt.overpunkt = hovedpunkter[plads - 1]
        return punkter
    if punkt.overpunkt_id is None:
        raise Regelbrud("Punktet er ikke et underpunkt.")
    efter = next(et for et in hovedpunkter if et.pk == punkt.overpunkt_id)
    punkt.overpunkt = None
    uden = [et for et in punkter if et is not punkt]
    plads = uden.index(efter) + 1
    return [*uden[:plads], punkt, *uden[plads:]]
