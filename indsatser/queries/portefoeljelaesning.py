"""What a document that was read would change in an agreement, row by row. Nothing is saved."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from indsatser.laesning import LaestPortefoelje, LaestRaekke
from indsatser.models import Indsats
from indsatser.queries.laesestand import Laesestand
from indsatser.queries.laesevalg import ANDEN, NY, SPRING, Laesevalg, Valg, foreslaa_valg
from indsatser.queries.titelmatch import titelkerne
from organisering.models import Organ

TITEL_HOEJST = 300
NY_RAEKKE, AENDRET, UAENDRET, SPRUNGET, VAELG = "ny", "aendret", "uaendret", "sprunget", "vaelg"


@dataclass
class Laeselinje:
    """One row: what it is taken to be, and what that changes. `noegle` is the initiative it becomes: i12, or new r3."""

    plads: int
    raekke: LaestRaekke
    valg: Valg
    organ: Organ | None = None
    uplaceret: bool = False
    noegle: str = ""
    indsats: Indsats | None = None
    art: str = UAENDRET
    saet: list[int] = field(default_factory=list)
    fjern: list[int] = field(default_factory=list)
    ny_plads: bool = False
    foelger: bool = False
    nye_maal: list[str] = field(default_factory=list)
    mangler_organ: bool = False
    fejl: str = ""

    @property
    def nummer(self) -> int:
        return self.plads + 1

    @property
    def er_ny_indsats(self) -> bool:
        return self.noegle == f"r{self.plads}"


@dataclass
class Laeseforslag:
    """`nye_maal` are the targets to add; `uden_for` the document's years that the agreement does not have."""

    stand: Laesestand
    valg: Laesevalg
    linjer: list[Laeselinje]
    nye_maal: list[Valg]
    uden_for: list[int]
    ikke_naevnt: list[str]

    @property
    def at_gemme(self) -> list[Laeselinje]:
        return [linje for linje in self.linjer if linje.art in (NY_RAEKKE, AENDRET)]

    @property
    def antal(self) -> int:
        return len(self.at_gemme) + len(self.nye_maal)

    @property
    def mangler(self) -> int:
        """How much must be chosen first: bodies, targets and rows, but not the rows that only lack their body."""
        faelles = sum(valg.mangler for valg in (*self.valg.organer.values(), *self.valg.maal.values()))
        return faelles + sum(linje.art == VAELG and not linje.mangler_organ for linje in self.linjer)

    @property
    def maal_skal_vaelges(self) -> bool:
        return any(valg.mangler for valg in self.valg.maal.values())

    @cached_property
    def maerke(self) -> str:
        """Tells this proposal from any other: what is saved is what was shown, or nothing."""
        indhold = [
            [e.plads, e.art, e.noegle, e.organ.pk if e.organ else 0, e.saet, e.fjern, e.ny_plads, e.foelger, e.nye_maal]
            for e in self.linjer
        ]
        maal = [[valg.navn, valg.valgt] for valg in self.valg.maal.values()]
        return hashlib.sha256(json.dumps([indhold, maal]).encode()).hexdigest()[:32]


def foreslaa(laest: LaestPortefoelje, stand: Laesestand, svar: Mapping[str, str]) -> Laeseforslag:
    """Hold the reading against what the agreement holds, with what was chosen."""
    valg = foreslaa_valg(laest, stand, svar)
    bygger = _Bygger(laest, stand, valg)
    linjer = bygger.linjer()
    brugte = {
        (linje.indsats.pk, linje.organ.pk) for linje in linjer if linje.indsats is not None and linje.organ is not None
    }
    organer = {linje.organ.pk for linje in linjer if linje.organ is not None}
    return Laeseforslag(
        stand=stand,
        valg=valg,
        linjer=linjer,
        nye_maal=[et for et in valg.maal.values() if et.valgt == NY and bygger.har_organ(et)],
        uden_for=[aar for aar in laest.aar if aar not in stand.aftale.aar],
        ikke_naevnt=sorted(
            f"{stand.indsatser[indsats].titel} ({stand.organer[organ]})"
            for indsats, organ in stand.poster
            if organ in organer and (indsats, organ) not in brugte
        ),
    )


class _Bygger:
    def __init__(self, laest: LaestPortefoelje, stand: Laesestand, valg: Laesevalg) -> None:
        self.laest, self.stand, self.valg = laest, stand, valg
        self.aftalens_aar = set(stand.aftale.aar)
        self.noegler: dict[int, str] = {}  # of the rows so far
        self.nye: dict[str, int] = {}
        self.set: dict[tuple[str, int], int] = {}
        self.titler = {titelkerne(indsats.titel): pk for pk, indsats in stand.indsatser.items()}
        self.maal_med_organ: set[str] = set()

    def har_organ(self, valg: Valg) -> bool:
        return titelkerne(valg.tekst) in self.maal_med_organ

    def linjer(self) -> list[Laeselinje]:
        linjer = []
        for plads, raekke in enumerate(self.laest.raekker):
            organ = self._organ(raekke)
            if organ is not None:
                self.maal_med_organ |= {titelkerne(tekst) for tekst in raekke.maalsaetninger}
            if plads in self.valg.raekker:
                linjer.append(self._linje(Laeselinje(plads, raekke, self.valg.raekker[plads], organ)))
        for nr, tekst in enumerate(self.laest.ikke_placerede):
            plads = len(self.laest.raekker) + nr
            raekke = LaestRaekke(tekst.linje, "", "ny", (), tekst.tekst, (), ())
            linjer.append(self._linje(Laeselinje(plads, raekke, self.valg.raekker[plads], uplaceret=True)))
        return linjer

    def _organ(self, raekke: LaestRaekke) -> Organ | None:
        valgt = self.valg.organer[raekke.organ].valgt
        return self.stand.organer.get(int(valgt)) if valgt.isdecimal() else None

    def _linje(self, linje: Laeselinje) -> Laeselinje:
        organvalg = None if linje.uplaceret else self.valg.organer[linje.raekke.organ]
        if linje.valg.valgt == SPRING or (organvalg is not None and organvalg.valgt == SPRING):
            linje.art = SPRUNGET
            return linje
        linje.noegle = self._noegle(linje)
        if linje.noegle:
            self.noegler[linje.plads] = linje.noegle
            linje.mangler_organ = organvalg is not None and linje.organ is None
            self._aendringer(linje)
        if linje.fejl or not linje.noegle:
            linje.art = VAELG
        return linje

    def _noegle(self, linje: Laeselinje) -> str:
        """Which initiative the row becomes; empty, with the reason, when that is not chosen yet."""
        valgt = linje.valg.valgt
        if valgt == NY:
            return self._ny(linje)
        if valgt == ANDEN:
            pk = self.titler.get(titelkerne(linje.valg.anden))
            if pk is None:
                linje.fejl = (
                    "Aftalen har ingen indsats med den titel."
                    if linje.valg.anden
                    else "Skriv titlen på den anden indsats."
                )
                return ""
            valgt = f"i{pk}"
        if valgt.startswith("r"):
            noegle = self.noegler.get(int(valgt[1:]), "")
            if not noegle:
                linje.fejl = f"Række {int(valgt[1:]) + 1} er ikke med. Vælg noget andet."
            valgt = noegle
        if not valgt:
            linje.fejl = linje.fejl or "Vælg, hvad rækken er i portalen."
        elif valgt.startswith("i"):
            linje.indsats = self.stand.indsatser[int(valgt[1:])]
        return valgt

    def _ny(self, linje: Laeselinje) -> str:
        kerne = titelkerne(linje.raekke.indsats)
        if len(linje.raekke.indsats) > TITEL_HOEJST:
            linje.fejl = f"Titlen er længere end {TITEL_HOEJST} tegn. Spring rækken over, og opret indsatsen selv."
        elif kerne in self.titler:
            linje.fejl = "Aftalen har allerede en indsats med den titel."
        elif kerne in self.nye:
            linje.fejl = f"Række {self.nye[kerne] + 1} er også en ny indsats med den titel."
        else:
            self.nye[kerne] = linje.plads
            return f"r{linje.plads}"
        return ""

    def _aendringer(self, linje: Laeselinje) -> None:
        if linje.mangler_organ:
            linje.fejl = "Vælg organ øverst på siden."
            return
        kendte = self.stand.tjener.get(linje.indsats.pk, set()) if linje.indsats else set()
        for tekst in linje.raekke.maalsaetninger:
            valgt = self.valg.maal[titelkerne(tekst)].valgt if titelkerne(tekst) else SPRING
            if valgt == NY or (valgt.startswith("m") and int(valgt[1:]) not in kendte):
                linje.nye_maal.append(titelkerne(tekst))
        if linje.organ is not None:
            self._aar(linje, linje.organ)
        aendret = linje.saet or linje.fjern or linje.ny_plads or linje.nye_maal
        if aendret and linje.indsats is not None and linje.indsats.er_afsluttet:
            linje.fejl = "Indsatsen er afsluttet. Åbn den igen først, eller spring rækken over."
        linje.art = NY_RAEKKE if linje.er_ny_indsats else AENDRET if aendret else UAENDRET

    def _aar(self, linje: Laeselinje, organ: Organ) -> None:
        if (foer := self.set.setdefault((linje.noegle, organ.pk), linje.plads)) != linje.plads:
            linje.fejl = f"Række {foer + 1} er den samme indsats hos det samme organ. Spring den ene over."
            return
        oensket = set(linje.raekke.aar) & self.aftalens_aar
        nu = self.stand.aar_i(linje.indsats.pk, organ) if linje.indsats is not None else None
        if nu is None:
            linje.ny_plads = True
            linje.foelger = self._foelger(linje, organ, oensket)
            linje.saet = sorted(oensket)
            return
        kolonner = set(linje.raekke.kolonner) & self.aftalens_aar
        linje.saet = sorted(oensket - nu)
        linje.fjern = sorted((nu & kolonner) - oensket)

    def _foelger(self, linje: Laeselinje, organ: Organ, oensket: set[int]) -> bool:
        """Whether a new row has the years of the body that its body mirrors, so that it can follow; no years never."""
        if (
            not oensket
            or linje.indsats is None
            or organ.spejler_id is None
            or organ.spejler_id not in self.stand.organer
        ):
            return False
        return self.stand.aar_i(linje.indsats.pk, self.stand.organer[organ.spejler_id]) == oensket
