"""The head of a table: which columns are years, and what the others hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from indsatser.laesning.elementer import Raekke
from indsatser.laesning.ord import (
    AARLISTE,
    FRA,
    INDSATS,
    MAAL,
    ORGAN,
    SLAGS,
    TIL,
    aarslabel,
    er_maerke,
    er_moebel,
    kolonnerolle,
    slags_i,
)
from indsatser.laesning.organer import er_organnavn, organ_i_overskrift

_LABEL_HOEJST = 80


@dataclass(frozen=True)
class Hoved:
    """`aar` gives the years of each year column, `roller` what the columns of text hold, `labels` what they are called.

    `organ` and `slags` are what the head itself says; `bemaerkninger` how years were understood that cover two.
    """

    bredde: int
    aar: dict[int, tuple[int, ...]]
    labels: dict[int, str]
    roller: dict[int, str]
    organ: str = ""
    slags: str = ""
    bemaerkninger: tuple[str, ...] = ()

    @property
    def kolonner(self) -> tuple[int, ...]:
        return tuple(sorted({aar for alle in self.aar.values() for aar in alle}))

    @property
    def foerste(self) -> int:
        """The first year column; the row's end when there is none."""
        return min(self.aar, default=self.bredde)

    @property
    def sidste(self) -> int:
        return max(self.aar, default=self.bredde)

    def kolonne(self, rolle: str) -> int | None:
        return next((kolonne for kolonne, dens in self.roller.items() if dens == rolle), None)


def find_hoved(raekke: Raekke, over: Sequence[Raekke], foer: Hoved | None) -> Hoved | None:
    """The head that the row is, with what the rows `over` it say; None when it is none."""
    tekster = raekke.tekster
    aar = {nr: alle for nr, tekst in enumerate(tekster) if (alle := aarslabel(tekst)) is not None}
    egne = {nr: felt.tekst for nr, felt in enumerate(raekke.felter) if felt.tekst and not felt.fra_siden}
    tekst = {nr: label for nr, label in egne.items() if nr not in aar and not er_moebel(label)}
    if any(len(label) > _LABEL_HOEJST or er_maerke(label) for label in tekst.values()):
        return None
    roller = {nr: kolonnerolle(label) for nr, label in tekst.items()}
    if aar:
        if not _er_aarsraekke(aar, INDSATS in roller.values()) or (foer is not None and not foer.aar):
            return None
        return _med_aar(raekke, aar, tekst, over)
    return _uden_aar(raekke)


def _er_aarsraekke(aar: dict[int, tuple[int, ...]], har_indsats: bool) -> bool:
    foerste = [alle[0] for alle in aar.values()]
    return foerste == sorted(foerste) and (len(set(foerste)) > 1 or har_indsats)


def _med_aar(raekke: Raekke, aar: dict[int, tuple[int, ...]], tekst: dict[int, str], over: Sequence[Raekke]) -> Hoved:
    forskudt = 0
    if not any(nr < min(aar) for nr in tekst):
        labels_over = _labels_over(raekke, over, min(aar))
        if labels_over and min(aar) == 0:
            # The years stand in a row of their own, without the columns to their left.
            forskudt = max(labels_over) + 1
        tekst = {**{nr + forskudt: label for nr, label in tekst.items()}, **labels_over}
    aar, bemaerkninger = _entydige({nr + forskudt: alle for nr, alle in aar.items()}, raekke.tekster, forskudt)
    roller = _roller(tekst)
    organ = slags = ""
    for nr, label in tekst.items():
        slags = slags or slags_i(label)
        if er_organnavn(label) and len(label.split()) > 1:
            organ = organ or organ_i_overskrift(label)
            if INDSATS not in roller.values():
                roller[nr] = INDSATS
    if INDSATS not in roller.values():
        foran = [nr for nr in tekst if nr < min(aar) and roller[nr] in ("", SLAGS)]
        tomme = [nr for nr in range(min(aar)) if nr not in tekst]
        if foran or tomme:
            roller[max(foran, default=max(tomme, default=0))] = INDSATS
    return Hoved(len(raekke.felter) + forskudt, aar, tekst, roller, organ, slags, bemaerkninger)


def _labels_over(raekke: Raekke, over: Sequence[Raekke], foerste: int) -> dict[int, str]:
    """What the columns of text are called in the row above, where the years' own row leaves them empty."""
    for over_raekke in reversed(over):
        labels = {
            nr: felt.tekst
            for nr, felt in enumerate(over_raekke.felter)
            if felt.tekst and not felt.fra_siden and not er_moebel(felt.tekst)
        }
        kendte = {nr: label for nr, label in labels.items() if kolonnerolle(label) or slags_i(label)}
        if kendte and len(over_raekke.felter) == len(raekke.felter):
            return {nr: label for nr, label in labels.items() if nr < foerste}
        if kendte and not foerste:
            return kendte
    return {}


def _roller(tekst: dict[int, str]) -> dict[int, str]:
    """Each role once: the first column that may have it."""
    roller: dict[int, str] = {}
    for nr, label in tekst.items():
        rolle = kolonnerolle(label)
        roller[nr] = "" if rolle in (AARLISTE, FRA, TIL) or rolle in roller.values() else rolle
    return roller


def _uden_aar(raekke: Raekke) -> Hoved | None:
    """A head whose years stand as text in a column, or that names no years at all."""
    labels = {nr: felt.tekst for nr, felt in enumerate(raekke.felter) if felt.tekst and not felt.fra_siden}
    alle = {nr: kolonnerolle(label) for nr, label in labels.items()}
    kendte = [rolle for rolle in alle.values() if rolle]
    passer = kendte.count(INDSATS) == 1 and len(set(kendte) & {MAAL, ORGAN, AARLISTE, FRA, TIL}) > 0
    korte = all(len(label.split()) <= 5 for label in labels.values())
    if not passer or not korte or len(set(kendte)) < len(kendte):
        return None
    slags = next(filter(None, map(slags_i, labels.values())), "")
    return Hoved(len(raekke.felter), {}, labels, alle, slags=slags)


def _entydige(
    aar: dict[int, tuple[int, ...]], tekster: list[str], forskudt: int
) -> tuple[dict[int, tuple[int, ...]], tuple[str, ...]]:
    """Columns that overlap (2024/25, 2025/26) each stand for the year they begin in."""
    starter = {alle[0] for alle in aar.values()}
    lange = {nr: alle for nr, alle in aar.items() if len(alle) > 1}
    overlap = any(alle[-1] in starter for alle in lange.values())
    bemaerkninger = tuple(
        f"Kolonnen »{tekster[nr - forskudt]}« er læst som {alle[0]}."
        if overlap or len(aar) == 1
        else f"Kolonnen »{tekster[nr - forskudt]}« er læst som årene {alle[0]} til {alle[-1]}."
        for nr, alle in lange.items()
    )
    if overlap:
        aar = {nr: alle[:1] for nr, alle in aar.items()}
    return aar, bemaerkninger
