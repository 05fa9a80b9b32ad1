"""One target of the report, written out for a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from indsatser.models import Maaling, Maaltal
from indsatser.queries.maaltilstand import Tilstand, maaltilstand
from sundhedsaftale.faelles.dansk import HAARDT_MELLEMRUM, procent, tal


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


@dataclass(frozen=True)
class Maaltalslinje:
    betegnelse: str
    hvem: str
    maal: str
    maalgraense: str | None
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
    maalinger = sorted((m for m in maaltal.maalinger.all() if m.aar <= aar), key=lambda m: m.aar)
    tilstand = maaltilstand(maaltal, maalinger, til_aar=aar)
    return Maaltalslinje(
        betegnelse=maaltal.betegnelse,
        hvem=", ".join(del_ for del_ in (_population(maaltal), maaltal.koen, maaltal.alder) if del_),
        maal=_maal(maaltal),
        maalgraense=None if maaltal.maal is None else str(maaltal.maal),
        basis=_basis(maaltal),
        seneste=_seneste(maaltal, maalinger),
        maalinger=_punkter(maaltal, maalinger),
        tilstand=tilstand.tilstand.value,
        tilstandsnavn=tilstand.navn,
        tilstandstekst=tilstand.tekst,
        orden=list(Tilstand).index(tilstand.tilstand),
    )


def _population(maaltal: Maaltal) -> str:
    return maaltal.patientgruppe or maaltal.population


def _med_enhed(maaltal: Maaltal, vaerdi: Decimal) -> str:
    match maaltal.enhed:
        case Maaltal.Enhed.PROCENT:
            return procent(vaerdi)
        case Maaltal.Enhed.PR_1000:
            return f"{tal(vaerdi)} pr.{HAARDT_MELLEMRUM}1.000"
        case Maaltal.Enhed.DAGE:
            return f"{tal(vaerdi)}{HAARDT_MELLEMRUM}{'dag' if vaerdi == 1 else 'dage'}"
        case _:
            return tal(vaerdi)


def _maal(maaltal: Maaltal) -> str:
    if maaltal.maal is None:
        return f"Ikke fastsat (”{maaltal.maaltekst}”)" if maaltal.maaltekst else "Ikke fastsat"
    return f"{maaltal.get_retning_display()} {_med_enhed(maaltal, maaltal.maal)}"


def _basis(maaltal: Maaltal) -> Vaerdi | None:
    if maaltal.basisvaerdi is None:
        return None
    return Vaerdi(_med_enhed(maaltal, maaltal.basisvaerdi), maaltal.basisaar, maaltal.kilde)


def _seneste(maaltal: Maaltal, maalinger: Sequence[Maaling]) -> Vaerdi | None:
    if not maalinger:
        return None
    maaling = maalinger[-1]
    foreloebig = f" (foreløbigt{HAARDT_MELLEMRUM}tal)" if maaling.foreloebig else ""
    return Vaerdi(_med_enhed(maaltal, maaling.vaerdi) + foreloebig, maaling.aar, maaling.kilde)


def _punkter(maaltal: Maaltal, maalinger: Sequence[Maaling]) -> list[Figurpunkt]:
    punkter = [Figurpunkt(m.aar, _med_enhed(maaltal, m.vaerdi), str(m.vaerdi), m.databrud) for m in maalinger]
    if maaltal.basisvaerdi is None or maaltal.basisaar is None:
        return punkter
    foer = [punkt for punkt in punkter if punkt.aar > maaltal.basisaar]
    vaerdi = maaltal.basisvaerdi
    return [Figurpunkt(maaltal.basisaar, _med_enhed(maaltal, vaerdi), str(vaerdi), databrud=False), *foer]
