"""The state of a target, by the rule in `docs/portefoelje.md`."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from indsatser.models import Maaling, Maaltal


class Tilstand(StrEnum):
    """The value is a stable key for styles and snapshots; people read `Maaltilstand.tekst`."""

    NAAET = "naaet"
    PAA_VEJ = "paa_vej"
    FORKERT_VEJ = "forkert_vej"
    INGEN_NY_MAALING = "ingen_ny_maaling"
    IKKE_FASTSAT = "ikke_fastsat"
    INGEN_DATA = "ingen_data"


NAVNE = {
    Tilstand.NAAET: "Nået",
    Tilstand.PAA_VEJ: "På vej",
    Tilstand.FORKERT_VEJ: "Går den forkerte vej",
    Tilstand.INGEN_NY_MAALING: "Ingen ny måling",
    Tilstand.IKKE_FASTSAT: "Mål ikke fastsat",
    Tilstand.INGEN_DATA: "Ingen data",
}


@dataclass(frozen=True, slots=True)
class Maaltilstand:
    """`navn` groups targets, `tekst` is for one target and may name a year; `seneste` is the measurement judged."""

    tilstand: Tilstand
    navn: str
    tekst: str
    seneste: Maaling | None


def maaltilstand(maaltal: Maaltal, maalinger: Iterable[Maaling], *, til_aar: int | None = None) -> Maaltilstand:
    """Judge the target on its measurements, those after `til_aar` left out. Asks the database for nothing."""
    serie = sorted((m for m in maalinger if til_aar is None or m.aar <= til_aar), key=lambda m: m.aar)
    seneste = serie[-1] if serie else None
    if maaltal.maal is None:
        return _svar(Tilstand.IKKE_FASTSAT, seneste)
    if seneste is None and maaltal.basisvaerdi is None:
        return _svar(Tilstand.INGEN_DATA, None)
    if seneste is None or (maaltal.basisaar is not None and seneste.aar <= maaltal.basisaar):
        return _ingen_ny(seneste, maaltal.basisaar)
    if _mindst_saa_godt(maaltal, seneste.vaerdi, maaltal.maal):
        return _svar(Tilstand.NAAET, seneste)
    start = _udgangspunkt(maaltal, serie)
    if start is None:
        return _ingen_ny(seneste, seneste.aar)
    if _mindst_saa_godt(maaltal, start, seneste.vaerdi):
        return _svar(Tilstand.FORKERT_VEJ, seneste)
    return _svar(Tilstand.PAA_VEJ, seneste)


def _udgangspunkt(maaltal: Maaltal, serie: list[Maaling]) -> Decimal | None:
    """What the latest is held against: where the series last broke, else the baseline, else the first measurement."""
    *tidligere, seneste = serie
    if seneste.databrud:
        return None
    brud = [m for m in tidligere if m.databrud]
    if brud:
        return brud[-1].vaerdi
    if maaltal.basisvaerdi is not None:
        return maaltal.basisvaerdi
    return tidligere[0].vaerdi if tidligere else None


def _mindst_saa_godt(maaltal: Maaltal, vaerdi: Decimal, graense: Decimal) -> bool:
    return vaerdi <= graense if maaltal.retning == Maaltal.Retning.HOEJST else vaerdi >= graense


def _svar(tilstand: Tilstand, seneste: Maaling | None) -> Maaltilstand:
    return Maaltilstand(tilstand, NAVNE[tilstand], NAVNE[tilstand], seneste)


def _ingen_ny(seneste: Maaling | None, aar: int | None) -> Maaltilstand:
    navn = NAVNE[Tilstand.INGEN_NY_MAALING]
    siden = "udgangspunktet" if aar is None else str(aar)
    return Maaltilstand(Tilstand.INGEN_NY_MAALING, navn, f"{navn} siden {siden}", seneste)
