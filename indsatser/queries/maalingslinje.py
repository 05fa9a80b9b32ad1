"""The measurements of one target as people read them; what builds on fewer than five for the region's own alone."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from indsatser.models import Maaling, Maaltal
from sundhedsaftale.faelles.dansk import HAARDT_MELLEMRUM, procent, tal

UNDER_FEM = "under 5, vises ikke"


@dataclass(frozen=True, slots=True)
class Maalingslinje:
    """One measurement, or the baseline, which has no `pk`. A hidden one has no `tal` and nothing that could tell it."""

    aar: int | None
    tid: str
    vaerdi: str
    tal: Decimal | None
    kilde: str
    kildeadresse: str
    pk: int | None = None
    antal: int | None = None
    databrud: bool = False
    foreloebig: bool = False
    bemaerkning: str = ""

    @property
    def er_udgangspunkt(self) -> bool:
        return self.pk is None

    @property
    def med_aar(self) -> str:
        """`12,3 % (2021, foreløbig)`"""
        om = ", ".join(filter(None, (self.tid, "foreløbig" if self.foreloebig else "")))
        return f"{self.vaerdi} ({om})" if om else self.vaerdi


def laes_maalinger(maaltal: Maaltal, *, til_aar: int | None = None) -> list[Maalingslinje]:
    """Return the prefetched measurements as everybody may see them, oldest first."""
    return _laes(maaltal, til_aar, lambda maaling: maaling.er_lille)


def interne_maalinger(maaltal: Maaltal, *, til_aar: int | None = None) -> list[Maalingslinje]:
    """The same with every figure, for the region's own."""
    return _laes(maaltal, til_aar, lambda maaling: False)


def laes_udgangspunkt(maaltal: Maaltal) -> Maalingslinje | None:
    """Return the baseline as everybody may see it."""
    return None if maaltal.basisvaerdi is None else _basis(maaltal, skjul=maaltal.er_lille(maaltal.basisvaerdi))


def internt_udgangspunkt(maaltal: Maaltal) -> Maalingslinje | None:
    """The same with its figure, for the region's own."""
    return None if maaltal.basisvaerdi is None else _basis(maaltal, skjul=False)


def med_enhed(maaltal: Maaltal, vaerdi: Decimal) -> str:
    """Write `82 %`, `270 pr. 1.000`, `1 dag`, with a non-breaking space."""
    match maaltal.enhed:
        case Maaltal.Enhed.PROCENT:
            return procent(vaerdi)
        case Maaltal.Enhed.PR_1000:
            return f"{tal(vaerdi)} pr.{HAARDT_MELLEMRUM}1.000"
        case Maaltal.Enhed.DAGE:
            return f"{tal(vaerdi)}{HAARDT_MELLEMRUM}{'dag' if vaerdi == 1 else 'dage'}"
        case _:
            return tal(vaerdi)


def _laes(maaltal: Maaltal, til_aar: int | None, skjult: Callable[[Maaling], bool]) -> list[Maalingslinje]:
    maalinger = sorted((m for m in maaltal.maalinger.all() if til_aar is None or m.aar <= til_aar), key=lambda m: m.aar)
    return [_linje(maaltal, maaling, skjul=skjult(maaling)) for maaling in maalinger]


def _linje(maaltal: Maaltal, maaling: Maaling, *, skjul: bool) -> Maalingslinje:
    return Maalingslinje(
        aar=maaling.aar,
        tid=maaling.tid,
        vaerdi=UNDER_FEM if skjul else med_enhed(maaltal, maaling.vaerdi),
        tal=None if skjul else maaling.vaerdi,
        kilde=maaling.kilde,
        kildeadresse=maaling.kildeadresse,
        pk=maaling.pk,
        antal=None if skjul else maaling.antal,
        databrud=maaling.databrud,
        foreloebig=maaling.foreloebig,
        bemaerkning="" if skjul else maaling.bemaerkning,
    )


def _basis(maaltal: Maaltal, *, skjul: bool) -> Maalingslinje:
    vaerdi = Decimal(maaltal.basisvaerdi or 0)
    return Maalingslinje(
        aar=maaltal.basisaar,
        tid="" if maaltal.basisaar is None else str(maaltal.basisaar),
        vaerdi=UNDER_FEM if skjul else med_enhed(maaltal, vaerdi),
        tal=None if skjul else vaerdi,
        kilde=maaltal.kilde,
        kildeadresse=maaltal.kildeadresse,
    )
