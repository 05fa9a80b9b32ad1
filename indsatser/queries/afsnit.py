"""The shapes of the portfolio, as `docs/portefoelje.md` names them; `queries/portefoelje.py` builds them."""

from dataclasses import dataclass

from indsatser.models import Indsats
from indsatser.queries.celle import Celle
from indsatser.queries.spejling import Spejling
from organisering.models import Aftale, Organ


@dataclass(frozen=True, slots=True)
class Raekke:
    """One row; a målsætning that no initiative serves has `post_id` None and no cells.

    `post_id` is the post whose cells are shown: the mirrored body's own when the row only follows.
    """

    post_id: int | None
    indsats_id: int | None
    titel: str
    slags: str
    afsluttet: bool
    maalsaetninger: tuple[str, ...]
    celler: tuple[Celle, ...]
    fase: str = ""
    tovholder_id: int | None = None
    tovholder: str | None = None
    spejling: Spejling | None = None

    @property
    def foelger(self) -> bool:
        """Whether the cells are another body's."""
        return self.spejling is not None and self.spejling.foelger


@dataclass(frozen=True, slots=True)
class Del:
    """New or existing initiatives of a section; `summer` is the number of X for each year of the agreement."""

    slags: str
    raekker: tuple[Raekke, ...]
    summer: dict[int, int]

    @property
    def er_ny(self) -> bool:
        """Whether the målsætninger stand beside the initiatives."""
        return self.slags == Indsats.Slags.NY

    @property
    def antal(self) -> int:
        """Rows with an initiative."""
        return sum(raekke.post_id is not None for raekke in self.raekker)


@dataclass(frozen=True, slots=True)
class Afsnit:
    """One body under one agreement; `kilde` is the body whose rows it follows when it mirrors another."""

    aftale: Aftale
    organ: Organ
    kilde: Organ
    nye: Del
    eksisterende: Del

    @property
    def noegle(self) -> str:
        return f"{self.aftale.pk}-{self.organ.pk}"

    @property
    def spejlet(self) -> bool:
        return self.kilde.pk != self.organ.pk

    @property
    def dele(self) -> tuple[Del, ...]:
        """The parts that have rows, new initiatives first."""
        return tuple(en for en in (self.nye, self.eksisterende) if en.raekker)

    @property
    def raekker(self) -> tuple[Raekke, ...]:
        return self.nye.raekker + self.eksisterende.raekker

    @property
    def summer(self) -> dict[int, int]:
        return {aar: antal + self.eksisterende.summer[aar] for aar, antal in self.nye.summer.items()}

    @property
    def antal(self) -> int:
        return self.nye.antal + self.eksisterende.antal


@dataclass(frozen=True, slots=True)
class Portefoelje:
    """The sections with something to show; `i_alt` are the rows there would be without a filter."""

    afsnit: tuple[Afsnit, ...]
    i_alt: int

    @property
    def antal(self) -> int:
        """Rows with an initiative that are shown."""
        return sum(et.antal for et in self.afsnit)

    @property
    def indsatser(self) -> int:
        """Initiatives shown, each counted once however many bodies it stands in."""
        return len({raekke.indsats_id for raekke in self.raekker} - {None})

    @property
    def raekker(self) -> tuple[Raekke, ...]:
        return tuple(raekke for et in self.afsnit for raekke in et.raekker)

    @property
    def foelgende(self) -> int:
        """How many of the rows shown are another body's, and are changed there."""
        return sum(raekke.foelger for raekke in self.raekker)

    @property
    def poster(self) -> tuple[int, ...]:
        """The keys of the rows shown; a row that follows has the mirrored body's."""
        return tuple(raekke.post_id for raekke in self.raekker if raekke.post_id is not None)

    @property
    def aar(self) -> tuple[int, ...]:
        """The years of all the agreements shown."""
        return tuple(sorted({aar for et in self.afsnit for aar in et.aftale.aar}))

    @property
    def summer(self) -> dict[int, int]:
        """The number of X for each year."""
        summer = dict.fromkeys(self.aar, 0)
        for et in self.afsnit:
            for aar, antal in et.summer.items():
                summer[aar] += antal
        return summer
