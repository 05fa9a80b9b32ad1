"""Money and task transfers in the small world: open ones that point at what is closed, and hidden ones."""

from collections.abc import Callable
from dataclasses import dataclass

from indsatser.models import Disponering, Indsats, Opgaveoverdragelse, Pulje
from indsatser.tests.factories import DisponeringFactory, OpgaveoverdragelseFactory, PuljeFactory
from organisering.models import Aftale
from sundhedsaftale.tests.moedeverden import Moedeverden


@dataclass
class Midlerverden:
    pulje: Pulje
    skjult_pulje: Pulje
    linje: Disponering
    skjult_linje: Disponering
    overdragelse: Opgaveoverdragelse
    skjult_overdragelse: Opgaveoverdragelse


def byg_midlerverden(
    aftale: Aftale, skjult_aftale: Aftale, indsats: Indsats, moeder: Moedeverden, fugl: Callable[[str], str]
) -> Midlerverden:
    """The open pool's line was decided on a closed item and applied for with a paper that is not open."""
    linje = DisponeringFactory(
        pulje=PuljeFactory(aftale=aftale, besluttet_i=moeder.lukket),
        indsats=indsats,
        ansoegning=moeder.lukket_bilag,
        besluttet_i=moeder.lukket,
    )
    skjult_linje = DisponeringFactory(
        pulje=PuljeFactory(aftale=skjult_aftale, navn=fugl("skjult_pulje")), titel=fugl("skjult_linje")
    )
    overdragelse = OpgaveoverdragelseFactory(
        aftale=aftale, indsats=indsats, sag=moeder.lukket.sag, besluttet_i=moeder.lukket
    )
    return Midlerverden(
        pulje=linje.pulje,
        skjult_pulje=skjult_linje.pulje,
        linje=linje,
        skjult_linje=skjult_linje,
        overdragelse=overdragelse,
        skjult_overdragelse=OpgaveoverdragelseFactory(aftale=skjult_aftale, titel=fugl("skjult_overdragelse")),
    )
