"""One target of the report, written out for a year as everybody may see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from indsatser.models import Maaltal
from indsatser.queries.maalingslinje import Maalingslinje, laes_maalinger, laes_udgangspunkt
from indsatser.queries.maalkurve import kurvepunkter
from indsatser.queries.maaltalslinje import maaltekst
from indsatser.queries.maaltilstand import Tilstand, maaltilstand
from sundhedsaftale.faelles.dansk import HAARDT_MELLEMRUM


@dataclass(frozen=True)
class Vaerdi:
    vaerdi: str
    aar: int | None
    kilde: str


@dataclass(frozen=True)
class Figurpunkt:
    """`vaerdi` is what a reader sees, `tal` the same with a point, for the curve."""

    aar: int
    vaerdi: str
    tal: str
    databrud: bool
    foreloebig: bool


@dataclass(frozen=True)
class Maaltalslinje:
    betegnelse: str
    hvem: str
    maal: str
    maalgraense: str | None
    maalaar: int | None
    basis: Vaerdi | None
    seneste: Vaerdi | None
    maalinger: list[Figurpunkt]
    tilstand: str
    tilstandsnavn: str
    tilstandstekst: str
    orden: int

    @property
    def fuld_betegnelse(self) -> str:
        return f"{self.betegnelse} ({self.hvem})" if self.hvem else self.betegnelse


def maalopgoerelse(maaltal: Maaltal, aar: int) -> Maaltalslinje:
    """Write a target out; its measurements are read from `maaltal.maalinger`, those after the year left out."""
    maalinger = laes_maalinger(maaltal, til_aar=aar)
    basis = laes_udgangspunkt(maaltal)
    tilstand = maaltilstand(maaltal, maaltal.maalinger.all(), til_aar=aar)
    return Maaltalslinje(
        betegnelse=maaltal.betegnelse,
        hvem=maaltal.hvem,
        maal=maaltekst(maaltal),
        maalgraense=None if maaltal.maal is None else str(maaltal.maal),
        maalaar=maaltal.maalaar,
        basis=None if basis is None else Vaerdi(basis.vaerdi, basis.aar, basis.kilde),
        seneste=_seneste(maalinger),
        maalinger=_punkter(basis, maalinger),
        tilstand=tilstand.tilstand.value,
        tilstandsnavn=tilstand.navn,
        tilstandstekst=tilstand.tekst,
        orden=list(Tilstand).index(tilstand.tilstand),
    )


def _seneste(maalinger: Sequence[Maalingslinje]) -> Vaerdi | None:
    if not maalinger:
        return None
    maaling = maalinger[-1]
    foreloebig = f" (foreløbigt{HAARDT_MELLEMRUM}tal)" if maaling.foreloebig else ""
    return Vaerdi(maaling.vaerdi + foreloebig, maaling.aar, maaling.kilde)


def _punkter(basis: Maalingslinje | None, maalinger: Sequence[Maalingslinje]) -> list[Figurpunkt]:
    """The points of the curve, without what is hidden."""
    return [
        Figurpunkt(punkt.aar, punkt.vaerdi, str(punkt.tal), punkt.databrud, punkt.foreloebig)
        for punkt in kurvepunkter(basis, maalinger)
    ]
