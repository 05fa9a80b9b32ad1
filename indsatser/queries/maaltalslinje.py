"""One figure of a målsætning as text, with its state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from indsatser.models import Maaltal
from indsatser.queries.maalingslinje import (
    Maalingslinje,
    interne_maalinger,
    internt_udgangspunkt,
    laes_maalinger,
    laes_udgangspunkt,
    med_enhed,
)
from indsatser.queries.maaltilstand import Maaltilstand, intern_maaltilstand, maaltilstand
from organisering.models import Aftale, Besoegende


@dataclass(frozen=True, slots=True)
class Maaltalslinje:
    """One figure of a målsætning as text, with its state."""

    pk: int
    betegnelse: str
    hvem: str
    maal: str
    maalaar: int | None
    basis: str
    seneste: str
    tilstand: Maaltilstand

    @property
    def fuld_betegnelse(self) -> str:
        return f"{self.betegnelse} ({self.hvem})" if self.hvem else self.betegnelse


def laes_maaltalslinje(maaltal: Maaltal, *, til_aar: int | None = None) -> Maaltalslinje:
    """Read one target with its prefetched measurements, as everybody may see it."""
    return _linje(
        maaltal,
        laes_udgangspunkt(maaltal),
        laes_maalinger(maaltal, til_aar=til_aar),
        maaltilstand(maaltal, maaltal.maalinger.all(), til_aar=til_aar),
    )


def intern_maaltalslinje(maaltal: Maaltal, *, til_aar: int | None = None) -> Maaltalslinje:
    """The same with every figure, for the region's own."""
    return _linje(
        maaltal,
        internt_udgangspunkt(maaltal),
        interne_maalinger(maaltal, til_aar=til_aar),
        intern_maaltilstand(maaltal, maaltal.maalinger.all(), til_aar=til_aar),
    )


def maaltalslaeser(bruger: Besoegende, aftale: Aftale) -> Callable[[Maaltal], Maaltalslinje]:
    """Return the function that reads the agreement's targets as far as the reader sees."""
    return intern_maaltalslinje if bruger.has_perm("indsatser.laes_smaa_tal", aftale) else laes_maaltalslinje


def maaltekst(maaltal: Maaltal) -> str:
    """Write `højst 13 %`, or that it is not settled with the words agreed."""
    if maaltal.maal is None:
        return f"Ikke fastsat (”{maaltal.maaltekst}”)" if maaltal.maaltekst else "Ikke fastsat"
    return f"{maaltal.get_retning_display()} {med_enhed(maaltal, maaltal.maal)}"


def _linje(
    maaltal: Maaltal, basis: Maalingslinje | None, maalinger: Sequence[Maalingslinje], tilstand: Maaltilstand
) -> Maaltalslinje:
    return Maaltalslinje(
        pk=maaltal.pk,
        betegnelse=maaltal.betegnelse,
        hvem=maaltal.hvem,
        maal=maaltekst(maaltal),
        maalaar=maaltal.maalaar,
        basis="" if basis is None else basis.med_aar,
        seneste=maalinger[-1].med_aar if maalinger else "",
        tilstand=tilstand,
    )
