"""Figure 1 as a table: for each risk group what each actor does (rammepapir, 1.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from indsatser.models import Risikoaktoer, Risikogruppe, Risikoindsats
from organisering.models import Aftale

FLYTTER = (
    "En borger kan flytte mellem grupperne, når helbredet eller forløbet ændrer sig. Portalen rummer ingen borgere."
)


@dataclass(frozen=True, slots=True)
class Risikofelt:
    """One cell; `version` 0 means that no row exists yet."""

    gruppe: Risikogruppe
    aktoer: Risikoaktoer
    tekst: str = ""
    version: int = 0

    @property
    def noegle(self) -> str:
        return f"{self.gruppe.pk}-{self.aktoer.pk}"


@dataclass(frozen=True, slots=True)
class Risikoraekke:
    aktoer: Risikoaktoer
    felter: tuple[Risikofelt, ...]


@dataclass(frozen=True, slots=True)
class Risikotabel:
    """`raekker` one for each actor, with a cell for each of `grupper`, lowest risk first."""

    grupper: Sequence[Risikogruppe]
    raekker: Sequence[Risikoraekke]

    @property
    def felter(self) -> list[Risikofelt]:
        return [felt for raekke in self.raekker for felt in raekke.felter]

    @property
    def er_udfyldt(self) -> bool:
        return any(felt.tekst for felt in self.felter)

    @property
    def beskrivelse(self) -> str:
        """The whole figure as running text, group by group."""
        dele = []
        for nummer, gruppe in enumerate(self.grupper):
            felter = [raekke.felter[nummer] for raekke in self.raekker]
            indsatser = "; ".join(f"{felt.aktoer}: {felt.tekst.rstrip('.')}" for felt in felter if felt.tekst)
            navn = f"{gruppe} ({gruppe.horisont})" if gruppe.horisont else str(gruppe)
            dele.append(f"{navn}: {indsatser or 'intet indtastet'}.")
        return " ".join(dele)


def laes_risikotabel(aftale: Aftale) -> Risikotabel:
    """Three queries, whatever stands there."""
    grupper, aktoerer = list(aftale.risikogrupper.all()), list(aftale.risikoaktoerer.all())
    gemte = {
        (gruppe, aktoer): (tekst, version)
        for gruppe, aktoer, tekst, version in Risikoindsats.objects.filter(gruppe__aftale=aftale)
        .order_by()
        .values_list("gruppe_id", "aktoer_id", "tekst", "version")
    }
    return Risikotabel(
        grupper,
        [
            Risikoraekke(
                aktoer,
                tuple(Risikofelt(gruppe, aktoer, *gemte.get((gruppe.pk, aktoer.pk), ("", 0))) for gruppe in grupper),
            )
            for aktoer in aktoerer
        ],
    )
