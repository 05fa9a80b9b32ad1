"""The shape of a finding: something a secretariat mends, or says why it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fundslags:
    """One kind of finding; `noegle` stands in addresses and in the keys of its findings."""

    noegle: str
    titel: str
    forklaring: str


@dataclass(frozen=True, slots=True)
class Fund:
    """One finding under an agreement; `raekke` names the rows it is about, `url` leads to where it is mended."""

    slags: Fundslags
    aftale_id: int
    raekke: str
    om: str
    saetning: str
    url: str
    handling: str

    @property
    def noegle(self) -> str:
        """What an answer is kept under: the same finding has the same key tomorrow."""
        return f"{self.slags.noegle}:{self.raekke}"
