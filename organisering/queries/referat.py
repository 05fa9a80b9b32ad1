"""The minutes while they are written: everybody at the meeting, and every item with what is written on it."""

from dataclasses import dataclass

from organisering.models import Dagsordenspunkt, Deltagelse, Moede


@dataclass(frozen=True, slots=True)
class Referatbillede:
    deltagelser: tuple[Deltagelse, ...]
    punkter: tuple[Dagsordenspunkt, ...]

    @property
    def uoplyste(self) -> tuple[Deltagelse, ...]:
        """Those of whom nobody has said whether they were there; a substitute may stay unsaid."""
        return tuple(en for en in self.deltagelser if not en.fremmoede and not en.suppleant_for)


def laes_referat(moede: Moede) -> Referatbillede:
    """Read what is written so far, in a constant number of queries."""
    punkter = moede.punkter.prefetch_related("indstillinger", "bemaerkninger", "fravaer")
    return Referatbillede(deltagelser=tuple(moede.deltagelser.all()), punkter=tuple(punkter))
