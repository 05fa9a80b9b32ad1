"""The state of a target, by the rule in `docs/maaltal.md`."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.utils import timezone

from indsatser.models import Maaling, Maaltal


class Tilstand(StrEnum):
    """The value is a stable key for styles and snapshots; people read `Maaltilstand.tekst`."""

    NAAET = "naaet"
    PAA_VEJ = "paa_vej"
    FORKERT_VEJ = "forkert_vej"
    IKKE_NAAET = "ikke_naaet"
    INGEN_NY_MAALING = "ingen_ny_maaling"
    SKJULT = "skjult"
    IKKE_FASTSAT = "ikke_fastsat"
    INGEN_DATA = "ingen_data"


NAVNE = {
    Tilstand.NAAET: "Nået",
    Tilstand.PAA_VEJ: "På vej",
    Tilstand.FORKERT_VEJ: "Går den forkerte vej",
    Tilstand.IKKE_NAAET: "Ikke nået",
    Tilstand.INGEN_NY_MAALING: "Ingen ny måling",
    Tilstand.SKJULT: "Vises ikke",
    Tilstand.IKKE_FASTSAT: "Mål ikke fastsat",
    Tilstand.INGEN_DATA: "Ingen data",
}
# Figures of a year come out at the latest in the year after.
_UDGIVES_EFTER = 1


@dataclass(frozen=True, slots=True)
class Maaltilstand:
    """`navn` groups targets, `tekst` is for one target and may name a year."""

    tilstand: Tilstand
    navn: str
    tekst: str


@dataclass(frozen=True, slots=True)
class _Udgangspunkt:
    """What the latest is held against; a baseline may have no year."""

    vaerdi: Decimal
    aar: int | None
    er_lille: bool


def maaltilstand(maaltal: Maaltal, maalinger: Iterable[Maaling], *, til_aar: int | None = None) -> Maaltilstand:
    """Judge the target as everybody may see it: a state that rests on a hidden figure is hidden with it.

    `til_aar` is the year it is judged in, this year when it is not given; later measurements are left out. Asks the
    database for nothing.
    """
    return _maaltilstand(maaltal, maalinger, til_aar, skjul=True)


def intern_maaltilstand(maaltal: Maaltal, maalinger: Iterable[Maaling], *, til_aar: int | None = None) -> Maaltilstand:
    """The same for the region's own, who see every figure."""
    return _maaltilstand(maaltal, maalinger, til_aar, skjul=False)


def _maaltilstand(maaltal: Maaltal, maalinger: Iterable[Maaling], til_aar: int | None, *, skjul: bool) -> Maaltilstand:
    aar = timezone.localdate().year if til_aar is None else til_aar
    serie = sorted((m for m in maalinger if m.aar <= aar), key=lambda m: m.aar)
    if maaltal.maal is None:
        return _svar(Tilstand.IKKE_FASTSAT)
    if not serie and maaltal.basisvaerdi is None:
        return _svar(Tilstand.INGEN_DATA)
    if not serie or (maaltal.basisaar is not None and serie[-1].aar <= maaltal.basisaar):
        return _ingen_ny(maaltal.basisaar)
    seneste = serie[-1]
    if skjul and seneste.er_lille:
        return _skjult()
    if maaltal.opfylder(seneste.vaerdi, maaltal.maal):
        return _svar(Tilstand.NAAET)
    if maaltal.maalaar is not None and seneste.aar >= maaltal.maalaar:
        return _svar(Tilstand.IKKE_NAAET, f"{NAVNE[Tilstand.IKKE_NAAET]} i {seneste.aar}")
    start = _udgangspunkt(maaltal, serie)
    if start is None or _er_foraeldet(maaltal, seneste.aar, aar):
        return _ingen_ny(seneste.aar)
    if skjul and start.er_lille:
        return _skjult()
    if maaltal.opfylder(start.vaerdi, seneste.vaerdi):
        return _svar(Tilstand.FORKERT_VEJ)
    if _for_langsomt(maaltal, maaltal.maal, start, seneste):
        return _svar(Tilstand.PAA_VEJ, f"{NAVNE[Tilstand.PAA_VEJ]}, men for langsomt til {maaltal.maalaar}")
    return _svar(Tilstand.PAA_VEJ)


def tal_udeblevet_siden(maaltal: Maaltal, maalinger: Iterable[Maaling], *, aar: int) -> int | None:
    """Return the year whose figures should have come by `aar` and have not; None when none are overdue.

    Nothing is overdue of a target that nobody knows how often is measured, or that was never measured at all.
    """
    maalte = [m.aar for m in maalinger] + ([maaltal.basisaar] if maaltal.basisaar is not None else [])
    return _udeblevet(maaltal, max(maalte), aar) if maalte else None


def _udeblevet(maaltal: Maaltal, seneste: int, aar: int) -> int | None:
    if maaltal.hyppighed is None or aar <= seneste + maaltal.hyppighed + _UDGIVES_EFTER:
        return None
    return seneste + maaltal.hyppighed


def _er_foraeldet(maaltal: Maaltal, seneste: int, aar: int) -> bool:
    """Whether the latest figure is too old to tell how it goes: the target's year or the next figures have passed."""
    udloebet = maaltal.maalaar is not None and aar > maaltal.maalaar
    return udloebet or _udeblevet(maaltal, seneste, aar) is not None


def _udgangspunkt(maaltal: Maaltal, serie: list[Maaling]) -> _Udgangspunkt | None:
    """What the latest is held against: where the series last broke, else the baseline, else the first measurement."""
    *tidligere, seneste = serie
    if seneste.databrud:
        return None
    brud = [m for m in tidligere if m.databrud and (maaltal.basisaar is None or m.aar > maaltal.basisaar)]
    if brud:
        return _fra(brud[-1])
    if maaltal.basisvaerdi is not None:
        return _Udgangspunkt(maaltal.basisvaerdi, maaltal.basisaar, maaltal.er_lille(maaltal.basisvaerdi))
    return _fra(tidligere[0]) if tidligere else None


def _fra(maaling: Maaling) -> _Udgangspunkt:
    return _Udgangspunkt(maaling.vaerdi, maaling.aar, maaling.er_lille)


def _for_langsomt(maaltal: Maaltal, maal: Decimal, start: _Udgangspunkt, seneste: Maaling) -> bool:
    """Whether the latest lies behind the straight line from the starting point to the target in the target's year."""
    if maaltal.maalaar is None or start.aar is None:
        return False
    andel = Decimal(seneste.aar - start.aar) / (maaltal.maalaar - start.aar)
    return not maaltal.opfylder(seneste.vaerdi, start.vaerdi + (maal - start.vaerdi) * andel)


def _svar(tilstand: Tilstand, tekst: str = "") -> Maaltilstand:
    return Maaltilstand(tilstand, NAVNE[tilstand], tekst or NAVNE[tilstand])


def _skjult() -> Maaltilstand:
    return _svar(Tilstand.SKJULT, f"{NAVNE[Tilstand.SKJULT]}, tallet bygger på under 5")


def _ingen_ny(aar: int | None) -> Maaltilstand:
    siden = "udgangspunktet" if aar is None else str(aar)
    return _svar(Tilstand.INGEN_NY_MAALING, f"{NAVNE[Tilstand.INGEN_NY_MAALING]} siden {siden}")
