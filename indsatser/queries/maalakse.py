"""The two axes of a target's curve: round numbers upwards, years as time sideways."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_SPRING = tuple(Decimal(tal) for tal in ("1", "2", "2.5", "5", "10"))
_INDDELINGER = 4
_AAR_IMELLEM = 34  # drawing units a year's name needs


@dataclass(frozen=True, slots=True)
class Akse:
    """From `mindst` at `fra` to `stoerst` at `til`, in drawing units."""

    mindst: Decimal
    stoerst: Decimal
    fra: int
    til: int
    maerker: tuple[Decimal, ...] = ()

    @classmethod
    def aar(cls, aarene: Iterable[int], *, fra: int, til: int) -> "Akse":
        """Years by the room that time takes; one year alone stands in the middle."""
        alle = sorted(set(aarene))
        luft = 1 if len(alle) == 1 else 0
        return cls(Decimal(alle[0] - luft), Decimal(alle[-1] + luft), fra, til)

    def plads(self, vaerdi: Decimal) -> float:
        andel = float((vaerdi - self.mindst) / (self.stoerst - self.mindst))
        return self.fra + andel * (self.til - self.fra)


def vaerdiakse(vaerdier: Sequence[Decimal], *, fra: int, til: int) -> Akse:
    """An axis of round numbers that holds the values.

    It begins at 0 unless every value is above seven tenths of the largest; then it is cut, and whoever draws it
    says so.
    """
    lav, hoej = min(vaerdier), max(vaerdier)
    bund = lav if lav < 0 or lav * 10 > hoej * 7 else Decimal(0)
    trin = _trin((hoej - bund) or abs(hoej) or Decimal(1))
    mindst = (bund / trin).to_integral_value(ROUND_FLOOR) * trin
    stoerst = max((hoej / trin).to_integral_value(ROUND_CEILING) * trin, mindst + trin)
    antal = int((stoerst - mindst) / trin)
    return Akse(mindst, stoerst, fra, til, tuple(mindst + trin * nr for nr in range(antal + 1)))


def _trin(spaend: Decimal) -> Decimal:
    """The smallest round step that divides the span into few enough parts."""
    tier = Decimal(10) ** (spaend / _INDDELINGER).adjusted()
    return next(tier * spring for spring in _SPRING if tier * spring * _INDDELINGER >= spaend)


def aarsmaerker(akse: Akse, *, punkter: Sequence[int], med: Sequence[int]) -> list[tuple[float, int]]:
    """The years that are named: the first, the last and the target's, and of the others those there is room for."""
    vigtige = [punkter[0], *med, punkter[-1]]
    valgte: list[tuple[float, int]] = []
    for aar in dict.fromkeys([*vigtige, *punkter]):
        x = akse.plads(Decimal(aar))
        if all(abs(x - andet) >= _AAR_IMELLEM for andet, _ in valgte):
            valgte.append((x, aar))
    return sorted(valgte)
