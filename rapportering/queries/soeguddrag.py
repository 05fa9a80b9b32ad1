"""A hit in its context: the piece of a text around the first word that was asked for."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sundhedsaftale.faelles.soegning import fold, ord_i, soegeord

FOER, EFTER = 60, 140


class Stykke(NamedTuple):
    tekst: str
    fundet: bool


def laes_uddrag(tekster: Iterable[str], spurgt: Sequence[str]) -> tuple[Stykke, ...]:
    """Cut the first text that holds one of the words `spurgt`, with the words marked; nothing when none does."""
    for tekst in tekster:
        flad = unicodedata.normalize("NFC", " ".join(tekst.split()))
        steder = [(o.start(), o.end()) for o in ord_i(fold(flad)) if any(et in soegeord(o[0]) for et in spurgt)]
        if steder:
            return tuple(_klip(flad, steder))
    return ()


def _klip(tekst: str, steder: Sequence[tuple[int, int]]) -> Iterable[Stykke]:
    fra = _ordgraense(tekst, steder[0][0] - FOER)
    til = min(len(tekst), max(steder[0][1], steder[0][0] + EFTER))
    yield Stykke("… " if fra else "", False)
    plads = fra
    for start, slut in steder:
        if start >= til:
            break
        yield Stykke(tekst[plads:start], False)
        yield Stykke(tekst[start:slut], True)
        plads = slut
    yield Stykke(tekst[plads : max(plads, til)] + (" …" if til < len(tekst) else ""), False)


def _ordgraense(tekst: str, plads: int) -> int:
    """The start of the first whole word from a place on."""
    if plads <= 0:
        return 0
    mellemrum = tekst.find(" ", plads)
    return mellemrum + 1 if 0 <= mellemrum < plads + FOER else plads
