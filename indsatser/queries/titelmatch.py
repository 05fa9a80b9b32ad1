"""Finding what is called the same, or nearly: scan errors, other dashes, a word more or less."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from sundhedsaftale.faelles.dansk import soegenoegle

ENS, SIKKER, MULIG = 1.0, 0.9, 0.75
_TEGN = re.compile(r"[\W_]+")
_TAL = re.compile(r"\d+")
_SJAELDNE, _HYPPIGST, _PROEVES = 14, 300, 5
_NAESTEN_ENS = 0.97


@dataclass(frozen=True, slots=True)
class Ligner:
    """`grad` is 1 when only case, spaces and punctuation differ."""

    pk: int
    grad: float


def titelkerne(titel: str) -> str:
    """The letters and figures alone."""
    return _TEGN.sub("", soegenoegle(titel))


class Titelindeks:
    """Titles by their letters and by the groups of three letters in them, so that few pairs need comparing."""

    def __init__(self, titler: Mapping[int, str]) -> None:
        self._kerner = {pk: titelkerne(titel) for pk, titel in titler.items()}
        self._ens: defaultdict[str, list[int]] = defaultdict(list)
        self._grupper: defaultdict[str, list[int]] = defaultdict(list)
        for pk, kerne in self._kerner.items():
            self._ens[kerne].append(pk)
            for gruppe in _grupper(kerne):
                self._grupper[gruppe].append(pk)

    def ens(self, titel: str) -> int | None:
        """The first with exactly these letters and figures."""
        return next(iter(self._ens.get(titelkerne(titel), ())), None)

    def ligner(self, titel: str, *, hoejst: int = 3) -> list[Ligner]:
        """The nearest, best first; those whose figures differ can be no more than possible."""
        kerne = titelkerne(titel)
        if not kerne:
            return []
        fundne: list[Ligner] = []
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(kerne)
        for pk in self._kandidater(kerne):
            anden = self._kerner[pk]
            matcher.set_seq1(anden)
            if matcher.real_quick_ratio() < MULIG or matcher.quick_ratio() < MULIG:
                continue
            grad = matcher.ratio()
            if _TAL.findall(anden) != _TAL.findall(kerne):
                grad = min(grad, MULIG)
            if grad >= MULIG:
                fundne.append(Ligner(pk, grad))
            if grad >= _NAESTEN_ENS:
                break
        return sorted(fundne, key=lambda en: -en.grad)[:hoejst]

    def _kandidater(self, kerne: str) -> list[int]:
        """Those that share most of the rarest groups."""
        kendte = sorted((len(self._grupper[gruppe]), gruppe) for gruppe in _grupper(kerne) if gruppe in self._grupper)
        faelles: Counter[int] = Counter()
        for antal, gruppe in kendte[:_SJAELDNE]:
            if antal > _HYPPIGST and faelles:
                break
            faelles.update(self._grupper[gruppe][:_HYPPIGST])
        return [pk for pk, _ in faelles.most_common(_PROEVES)]


def _grupper(kerne: str) -> set[str]:
    return {kerne[i : i + 3] for i in range(max(len(kerne) - 2, 1))}
