"""What a document becomes when it has been read."""

from dataclasses import dataclass

from organisering.laesning import Tekstlinje

__all__ = ["IntenPortefoelje", "LaestPortefoelje", "LaestRaekke", "Tekstlinje"]

NY, EKSISTERENDE = "ny", "eksisterende"


class IntenPortefoelje(Exception):  # noqa: N818 - a domain word
    """The document cannot be read as a portfolio; `str()` is a Danish sentence a user may read."""


@dataclass(frozen=True, slots=True)
class LaestRaekke:
    """One initiative, or targets that stand without one (`indsats` is empty), as the document says.

    `linje` is where it stands; `aar` the years with a mark; `kolonner` the years that its table speaks of.
    """

    linje: int
    organ: str
    slags: str
    maalsaetninger: tuple[str, ...]
    indsats: str
    aar: tuple[int, ...]
    kolonner: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LaestPortefoelje:
    """`ikke_placerede` are tasks that the document says no body has been given yet."""

    aar: tuple[int, ...]
    raekker: tuple[LaestRaekke, ...]
    ikke_placerede: tuple[Tekstlinje, ...]
    ikke_forstaaet: tuple[Tekstlinje, ...]
