"""The targets of the small world: one for all, with a figure that builds on fewer than five, and a hidden one."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from indsatser.models import Maaling, Maalkategori, Maalsaetning, Maaltal
from indsatser.tests.factories import MaalingFactory, MaalkategoriFactory, MaalsaetningFactory, MaaltalFactory
from organisering.models import Aftale, Organ


@dataclass
class Maalverden:
    maalsaetning: Maalsaetning
    maaltal: Maaltal
    maaling: Maaling
    skjult_maaltal: Maaltal
    skjult_maaling: Maaling
    kategori: Maalkategori


def byg_maalverden(
    maalsaetning: Maalsaetning, skjult_aftale: Aftale, skjult_organ: Organ, fugl: Callable[[str], str]
) -> Maalverden:
    kategori = MaalkategoriFactory()
    maalsaetning.gem_med(kategorier=[kategori])
    maaltal = MaaltalFactory(maalsaetning=maalsaetning, maal=Decimal(10), basisvaerdi=Decimal(18), basisaar=2017)
    skjult = MaaltalFactory(
        maalsaetning=MaalsaetningFactory(aftale=skjult_aftale, organ=skjult_organ, tekst=fugl("skjult_maalsaetning")),
        betegnelse=fugl("skjult_maaltal"),
    )
    skjult.maalsaetning.gem_med(kategorier=[kategori])
    return Maalverden(
        maalsaetning=maalsaetning,
        maaltal=maaltal,
        maaling=MaalingFactory(
            maaltal=maaltal, aar=2019, vaerdi=Decimal("77.13"), antal=3, bemaerkning=fugl("lille_tals_bemaerkning")
        ),
        skjult_maaltal=skjult,
        skjult_maaling=MaalingFactory(maaltal=skjult),
        kategori=kategori,
    )
