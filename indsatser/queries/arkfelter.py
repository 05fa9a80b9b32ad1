"""The values of a sheet's row: what each is called, when two are the same, and how people read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from indsatser.models import Indsats
from indsatser.queries import datakolonner
from sundhedsaftale.faelles.dansk import tal
from sundhedsaftale.faelles.regneark import rens


@dataclass(frozen=True, slots=True)
class Felt:
    """A plain value."""

    navn: str

    def for_aar(self, aar: int) -> str:
        return f"{self.navn} {aar}".strip()

    def ens(self, en: Any, anden: Any) -> bool:
        return bool(en == anden)

    def vis(self, vaerdi: Any, tekster: Mapping[int, str]) -> str:
        """Return the value as text; `tekster` are the målsætninger by their keys."""
        return tal(vaerdi)


class Titelfelt(Felt):
    """The same when it reads the same in a cell, where line breaks and double spaces are lost."""

    def ens(self, en: Any, anden: Any) -> bool:
        return rens(en) == rens(anden)

    def vis(self, vaerdi: Any, tekster: Mapping[int, str]) -> str:
        return str(vaerdi)


@dataclass(frozen=True, slots=True)
class Valgfelt(Felt):
    navne: Mapping[Any, str]

    def vis(self, vaerdi: Any, tekster: Mapping[int, str]) -> str:
        return self.navne[vaerdi]


class Maalfelt(Felt):
    def ens(self, en: Any, anden: Any) -> bool:
        return set(en) == set(anden)

    def vis(self, vaerdi: Any, tekster: Mapping[int, str]) -> str:
        return " ".join(tekster[pk] for pk in tekster if pk in set(vaerdi))


INDSATSFELTER: Mapping[str, Felt] = {
    "titel": Titelfelt(datakolonner.INDSATS),
    "slags": Valgfelt(datakolonner.SLAGS, dict(Indsats.Slags.choices)),
    "fase": Valgfelt(datakolonner.FASE, dict(Indsats.Fase.choices)),
    "maalsaetninger": Maalfelt(datakolonner.MAALSAETNINGER),
}
CELLEFELTER: Mapping[str, Felt] = {
    "planlagt": Valgfelt("", {True: "X", False: ""}),
    "beloeb": Felt(datakolonner.BELOEB),
    "realiseret": Valgfelt(datakolonner.TRAK, {True: "ja", False: "nej", None: ""}),
    "faktisk": Felt(datakolonner.FAKTISK),
}
TOM_CELLE: Mapping[str, Any] = {"planlagt": False, "beloeb": None, "realiseret": None, "faktisk": None}
