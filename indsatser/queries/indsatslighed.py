"""Finding an initiative that says the same as another, so that nobody gets a silent twin."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

from indsatser.models import Indsats
from sundhedsaftale.faelles.dansk import soegenoegle

_LIGNER = 0.85


class Titellighed:
    """Initiatives to look among, already read; asks the database for nothing."""

    def __init__(self, indsatser: Iterable[Indsats]) -> None:
        self._efter_noegle: dict[str, Indsats] = {}
        self._efter_ord: dict[str, list[str]] = defaultdict(list)
        for indsats in indsatser:
            noegle = _noegle(indsats.titel)
            self._efter_noegle[noegle] = indsats
            for ord_ in set(noegle.split()):
                self._efter_ord[ord_].append(noegle)

    def samme(self, titel: str) -> Indsats | None:
        """The one with the same title, whatever its capitals, marks and spaces."""
        return self._efter_noegle.get(_noegle(titel))

    def lignende(self, titel: str) -> Indsats | None:
        """The one whose title is nearest, when it is near enough; titles with other numbers are of other things."""
        noegle = _noegle(titel)
        faelles: dict[str, int] = defaultdict(int)
        ordene = set(noegle.split())
        for ord_ in ordene:
            for anden in self._efter_ord.get(ord_, ()):
                faelles[anden] += 1
        kandidater = [
            anden for anden, antal in faelles.items() if antal * 2 >= len(ordene) and _tal(anden) == _tal(noegle)
        ]
        naermest = max(
            ((SequenceMatcher(None, noegle, anden).ratio(), anden) for anden in kandidater), default=(0.0, "")
        )
        return self._efter_noegle[naermest[1]] if naermest[0] >= _LIGNER else None


def _noegle(titel: str) -> str:
    return " ".join("".join(tegn if tegn.isalnum() else " " for tegn in soegenoegle(titel)).split())


def _tal(noegle: str) -> set[str]:
    return {ord_ for ord_ in noegle.split() if ord_.isdigit()}
