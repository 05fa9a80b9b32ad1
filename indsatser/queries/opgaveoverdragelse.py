"""Task transfers as they are listed, under an agreement or on an initiative's page."""

from collections.abc import Iterable
from dataclasses import dataclass

from indsatser.models import Indsats, Opgaveoverdragelse
from indsatser.queries.beslutning import laes_henvisninger
from indsatser.queries.celle import Henvisning
from organisering.models import Aftale, Besoegende
from sundhedsaftale.faelles.dansk import sorteringsnoegle

_MAERKER = {
    Opgaveoverdragelse.Tilstand.VURDERES: "info",
    Opgaveoverdragelse.Tilstand.TIL_BESLUTNING: "warning",
    Opgaveoverdragelse.Tilstand.BESLUTTET: "success",
}


@dataclass(frozen=True, slots=True)
class Overdragelseslinje:
    """One task transfer; `maerke` is the badge's kind, `henvisning` the decision as the reader may cite it."""

    overdragelse: Opgaveoverdragelse
    maerke: str
    henvisning: Henvisning | None


def laes_overdragelser(aftale: Aftale, *, bruger: Besoegende) -> list[Overdragelseslinje]:
    """The agreement's, in the order they are settled and then by title: two queries at most."""
    linjer = _linjer(aftale.opgaveoverdragelser.select_related("indsats"), bruger)
    orden = [tilstand.value for tilstand in Opgaveoverdragelse.Tilstand]
    linjer.sort(
        key=lambda et: (orden.index(et.overdragelse.tilstand), sorteringsnoegle(et.overdragelse.titel)),
    )
    return linjer


def laes_indsatsens_overdragelser(indsats: Indsats, *, bruger: Besoegende) -> list[Overdragelseslinje]:
    """Those an initiative is about, for `opgaveoverdragelse/_tilstand.html`: two queries at most."""
    return _linjer(indsats.opgaveoverdragelser.all(), bruger)


def laes_overdragelse(overdragelse: Opgaveoverdragelse, *, bruger: Besoegende) -> Overdragelseslinje:
    (linje,) = _linjer([overdragelse], bruger)
    return linje


def _linjer(overdragelser: Iterable[Opgaveoverdragelse], bruger: Besoegende) -> list[Overdragelseslinje]:
    alle = list(overdragelser)
    henvisninger = laes_henvisninger((et.besluttet_i_id for et in alle if et.besluttet_i_id), bruger)
    return [
        Overdragelseslinje(
            et,
            _MAERKER.get(Opgaveoverdragelse.Tilstand(et.tilstand), "neutral"),
            henvisninger.get(et.besluttet_i_id or 0),
        )
        for et in alle
    ]
