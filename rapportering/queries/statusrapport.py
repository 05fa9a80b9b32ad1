"""A status report as people ask for it: how far it is, whose turn it is, when it is due."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import QuerySet
from django.utils import timezone

from organisering.models import Bruger, Medlemskab
from rapportering.models import Statuslinje, Statusrapport, Underskrift
from sundhedsaftale.faelles.dansk import dato


class Tur(StrEnum):
    """Who is to act next."""

    GRUPPEN = "gruppen"
    FORMAND = "formand"
    SEKRETARIATET = "sekretariatet"
    MOEDET = "moedet"
    INGEN = "ingen"


class Linjetilstand(StrEnum):
    IKKE_BEGYNDT = "Ikke begyndt"
    KOPIERET = "Kopieret"
    I_GANG = "I gang"
    FAERDIG = "Færdig"


@dataclass(frozen=True)
class Frist:
    dag: date
    dage: int  # from today; below zero when it has passed

    @property
    def overskredet(self) -> bool:
        return self.dage < 0

    @property
    def saetning(self) -> str:
        """Write such as `Fristen er om 5 dage, 6. maj 2021.`"""
        match self.dage:
            case 0:
                hvornaar = "er i dag"
            case 1:
                hvornaar = "er i morgen"
            case -1:
                hvornaar = "var i går"
            case dage if dage < 0:
                hvornaar = f"var for {-dage} dage siden"
            case dage:
                hvornaar = f"er om {dage} dage"
        return f"Fristen {hvornaar}, {dato(self.dag)}."


@dataclass(frozen=True)
class Linjebillede:
    linje: Statuslinje
    tilstand: Linjetilstand


@dataclass(frozen=True)
class Rapportbillede:
    """One report with its lines in order, its signatures, and the chairs of today who have not signed."""

    rapport: Statusrapport
    linjer: tuple[Linjebillede, ...]
    underskrifter: tuple[Underskrift, ...]
    mangler_underskrift: tuple[Medlemskab, ...]
    frist: Frist

    @property
    def ialt(self) -> int:
        return len(self.linjer)

    @property
    def ufaerdige(self) -> tuple[Linjebillede, ...]:
        return tuple(linje for linje in self.linjer if linje.tilstand != Linjetilstand.FAERDIG)

    @property
    def faerdige(self) -> int:
        return self.ialt - len(self.ufaerdige)

    @property
    def linjeudgave(self) -> int:
        """The sum of the lines' versions: the text that a chair has read when submitting."""
        return sum(linje.linje.version for linje in self.linjer)

    @property
    def tur(self) -> Tur:
        match self.rapport.tilstand:
            case Statusrapport.Tilstand.KLADDE | Statusrapport.Tilstand.RETURNERET:
                return Tur.GRUPPEN
            case Statusrapport.Tilstand.INDSENDT:
                return Tur.FORMAND if self.mangler_underskrift else Tur.SEKRETARIATET
            case Statusrapport.Tilstand.GODKENDT:
                return Tur.MOEDET
        return Tur.INGEN

    @property
    def ligger_hos(self) -> str:
        """Write with whom the report lies, and for what."""
        moede = dato(self.rapport.runde.moede.starter)
        match self.tur:
            case Tur.GRUPPEN:
                return "Gruppens formænd og sekretær"
            case Tur.FORMAND:
                navne = " og ".join(f"{p.person} ({str(p.rolle).lower()})" for p in self.mangler_underskrift)
                return f"{navne}, til underskrift"
            case Tur.SEKRETARIATET:
                return "Sekretariatet, til godkendelse"
            case Tur.MOEDET:
                return f"Klar til mødet {moede}"
        return f"Forelagt mødet {moede}"

    def venter_paa(self, bruger: Bruger) -> bool:
        """Submitted, and the user is a chair who has not signed."""
        return self.tur == Tur.FORMAND and bruger.person_id in {p.person_id for p in self.mangler_underskrift}

    @property
    def forsinket(self) -> bool:
        """Still with the group, though the deadline has passed."""
        return self.frist.overskredet and self.tur == Tur.GRUPPEN


def linjetilstand(linje: Statuslinje) -> Linjetilstand:
    if linje.er_faerdig:
        return Linjetilstand.FAERDIG
    if linje.kopieret:
        return Linjetilstand.KOPIERET
    return Linjetilstand.I_GANG if linje.er_begyndt else Linjetilstand.IKKE_BEGYNDT


def laes_rapporter(rapporter: QuerySet[Statusrapport]) -> list[Rapportbillede]:
    """Read the reports in their order; the number of queries does not grow with them."""
    laest = list(
        rapporter.select_related("runde__moede__organ", "runde__aftale", "organ").prefetch_related(
            "linjer__indsats", "underskrifter__medlemskab__person", "underskrifter__medlemskab__rolle"
        )
    )
    formaend = defaultdict(list)
    for plads in (
        Medlemskab.objects.filter(organ__in={rapport.organ_id for rapport in laest})
        .gaeldende()
        .formaend()
        .select_related("person", "rolle")
    ):
        formaend[plads.organ_id].append(plads)
    return [_billede(rapport, formaend[rapport.organ_id]) for rapport in laest]


def laes_rapport(pk: int) -> Rapportbillede:
    """Read one report that the reader is known to see."""
    [billede] = laes_rapporter(Statusrapport.objects.filter(pk=pk))
    return billede


def _billede(rapport: Statusrapport, formaend: list[Medlemskab]) -> Rapportbillede:
    underskrifter = tuple(rapport.underskrifter.all())
    underskrevet = {underskrift.medlemskab_id for underskrift in underskrifter}
    frist = rapport.runde.frist
    return Rapportbillede(
        rapport=rapport,
        linjer=tuple(Linjebillede(linje, linjetilstand(linje)) for linje in rapport.linjer.all()),
        underskrifter=underskrifter,
        mangler_underskrift=tuple(plads for plads in formaend if plads.pk not in underskrevet),
        frist=Frist(dag=frist, dage=(frist - timezone.localdate()).days),
    )
