"""How much each body is asked for each year: X planned, and years that did draw resources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indsatser.queries.afsnit import Portefoelje, Raekke

TRIN = 5


@dataclass(frozen=True, slots=True)
class Felt:
    """`trin` 0-5 colours the field, 5 where the most X are; `trak` is None before anything is made up."""

    aar: int
    antal: int
    trak: int | None
    trin: int


@dataclass(frozen=True, slots=True)
class Linje:
    """A body under one agreement; a year outside the agreement is None."""

    noegle: str
    navn: str
    felter: tuple[Felt | None, ...]


@dataclass(frozen=True, slots=True)
class Belastning:
    aar: tuple[int, ...]
    linjer: tuple[Linje, ...]
    i_alt: Linje

    @property
    def opgjort(self) -> bool:
        """Whether any year has been made up."""
        return any(felt is not None and felt.trak is not None for felt in self.i_alt.felter)


def opgoer_belastning(portefoelje: Portefoelje) -> Belastning:
    """Count the rows shown; the colours compare body with body, and the totals with each other."""
    aar = portefoelje.aar
    flere_aftaler = len({afsnit.aftale.pk for afsnit in portefoelje.afsnit}) > 1
    hoejest = max((antal for afsnit in portefoelje.afsnit for antal in afsnit.summer.values()), default=0)
    linjer = tuple(
        Linje(
            afsnit.noegle,
            f"{afsnit.organ.kaldes}, {afsnit.aftale}" if flere_aftaler else afsnit.organ.kaldes,
            _felter(aar, afsnit.summer, _trak(afsnit.raekker), hoejest),
        )
        for afsnit in portefoelje.afsnit
    )
    summer = portefoelje.summer
    trak = _trak(raekke for afsnit in portefoelje.afsnit for raekke in afsnit.raekker)
    return Belastning(aar, linjer, Linje("", "I alt", _felter(aar, summer, trak, max(summer.values(), default=0))))


def _felter(
    aarraekke: Sequence[int], summer: dict[int, int], trak: dict[int, int], hoejest: int
) -> tuple[Felt | None, ...]:
    return tuple(
        Felt(aar, summer[aar], trak.get(aar), -(-summer[aar] * TRIN // hoejest) if hoejest else 0)
        if aar in summer
        else None
        for aar in aarraekke
    )


def _trak(raekker: Iterable[Raekke]) -> dict[int, int]:
    """The number of rows that drew resources, for each year in which anybody has said so or not."""
    trak: dict[int, int] = {}
    for raekke in raekker:
        for celle in raekke.celler:
            if celle.realiseret is not None:
                trak[celle.aar] = trak.get(celle.aar, 0) + celle.realiseret
    return trak
