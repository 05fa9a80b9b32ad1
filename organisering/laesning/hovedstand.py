"""A header under reading: what is found so far, which list is open, what the next line may be."""

from dataclasses import dataclass, field, replace
from datetime import date, time

from organisering.laesning.dele import LaestDeltager, Tekstlinje
from organisering.laesning.linjer import Linje


@dataclass(frozen=True)
class Hoved:
    organ: str = ""
    dato: date | None = None
    start: time | None = None
    slut: time | None = None
    sted: str = ""
    deltagere: tuple[LaestDeltager, ...] = ()
    ikke_forstaaet: tuple[Tekstlinje, ...] = ()
    er_referat: bool = False


@dataclass
class Laesning:
    """The reading under way: what is found, the list that is open, and what the next line may be."""

    hoved: Hoved = field(default_factory=Hoved)
    lister: list[tuple[str, list[Linje]]] = field(default_factory=list)
    aaben: bool = False
    venter: str = ""
    sted_kan_foelge: bool = False
    tilovers: list[Tekstlinje] = field(default_factory=list)

    def saet(self, **fund: object) -> bool:
        """Set what is still unknown; False when the text already said something else."""
        enig = all(getattr(self.hoved, navn) in (None, "", vaerdi) for navn, vaerdi in fund.items())
        if enig:
            self.hoved = replace(self.hoved, **fund)  # type: ignore[arg-type]  # the names are Hoved's own
        return enig

    def behold(self, linje: Linje) -> None:
        self.tilovers.append(Tekstlinje(linje.nr, linje.tekst))
