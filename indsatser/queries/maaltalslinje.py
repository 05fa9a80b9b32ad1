"""One figure of a målsætning as text, with its state."""

from dataclasses import dataclass
from decimal import Decimal

from indsatser.models import Maaling, Maaltal
from indsatser.queries.maaltilstand import Maaltilstand, maaltilstand
from sundhedsaftale.faelles.dansk import HAARDT_MELLEMRUM, tal


@dataclass(frozen=True, slots=True)
class Maaltalslinje:
    """One figure of a målsætning as text, with its state."""

    betegnelse: str
    maal: str
    basis: str
    seneste: str
    tilstand: Maaltilstand


def laes_maaltalslinje(maaltal: Maaltal, *, til_aar: int | None = None) -> Maaltalslinje:
    """Read one target with its prefetched measurements."""
    tilstand = maaltilstand(maaltal, maaltal.maalinger.all(), til_aar=til_aar)
    return Maaltalslinje(
        betegnelse=maaltal.betegnelse,
        maal=(
            maaltal.maaltekst or "Ikke fastsat"
            if maaltal.maal is None
            else f"{maaltal.get_retning_display()} {med_enhed(maaltal, maaltal.maal)}"
        ),
        basis=""
        if maaltal.basisvaerdi is None
        else _med_aar(med_enhed(maaltal, maaltal.basisvaerdi), maaltal.basisaar),
        seneste="" if tilstand.seneste is None else _maaling(maaltal, tilstand.seneste),
        tilstand=tilstand,
    )


def med_enhed(maaltal: Maaltal, vaerdi: Decimal) -> str:
    """Write `82 %`, `270 pr. 1.000`, `1 dage`, with a non-breaking space."""
    return f"{tal(vaerdi)}{HAARDT_MELLEMRUM}{maaltal.get_enhed_display()}"


def _maaling(maaltal: Maaltal, maaling: Maaling) -> str:
    tekst = _med_aar(med_enhed(maaltal, maaling.vaerdi), maaling.aar)
    return f"{tekst}, foreløbig" if maaling.foreloebig else tekst


def _med_aar(tekst: str, aar: int | None) -> str:
    return tekst if aar is None else f"{tekst} ({aar})"
