"""The tables as they are printed, and the aims beside the figures."""

from collections.abc import Sequence
from dataclasses import dataclass


def tal(vaerdi: float, decimaler: int = 1) -> str:
    """A number the Danish way: `1.234,5`."""
    return f"{vaerdi:,.{decimaler}f}".translate(str.maketrans(",.", ".,"))


def tabel(hoved: Sequence[str], raekker: Sequence[Sequence[str]]) -> str:
    """Columns under their heads; the first is text, the others numbers."""
    bredder = [max(map(len, kolonne)) for kolonne in zip(hoved, *raekker, strict=True)]
    linjer = [hoved, ["-" * bredde for bredde in bredder], *raekker]
    return "\n".join(
        "  ".join(celle.rjust(bredde) if plads else celle.ljust(bredde) for plads, (celle, bredde) in enumerate(par))
        for par in (list(zip(linje, bredder, strict=True)) for linje in linjer)
    )


@dataclass(frozen=True, slots=True)
class Maal:
    """A figure that may be at most `hoejst`; what falls short is printed as it is. None: what was measured failed."""

    hvad: str
    vaerdi: float | None
    hoejst: float
    enhed: str = ""

    @property
    def er_naaet(self) -> bool:
        return self.vaerdi is not None and self.vaerdi <= self.hoejst

    @property
    def raekke(self) -> list[str]:
        graense = f"{self.hoejst:g}".replace(".", ",")
        if self.vaerdi is None:
            return [self.hvad, "fejlede", f"{graense} {self.enhed}", "IKKE NÅET"]
        maalt = tal(self.vaerdi, 0 if self.hoejst >= 15 else 2)
        dom = "nået" if self.er_naaet else "IKKE NÅET"
        return [self.hvad, f"{maalt} {self.enhed}".strip(), f"{graense} {self.enhed}".strip(), dom]


def maaltabel(maal: Sequence[Maal]) -> str:
    return tabel(["Mål", "målt", "højst", ""], [et.raekke for et in maal])
