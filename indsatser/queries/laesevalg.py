"""What a document's words stand for in the portal: the proposal of the reader, and what a human has chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from indsatser.laesning import LaestPortefoelje
from indsatser.queries.laesestand import Laesestand
from indsatser.queries.titelmatch import ENS, MULIG, SIKKER, Ligner, Titelindeks, titelkerne

NY, SPRING, ANDEN, VAELG = "ny", "spring", "anden", ""
_ORGAN_HOEJST = 0.85


@dataclass(frozen=True, slots=True)
class Mulighed:
    """`vaerdi` as the form sends it: ny, spring, anden, i12 (an initiative), m12 (a target), r3 (an earlier row)."""

    vaerdi: str
    tekst: str


@dataclass
class Valg:
    """One thing to choose; `grad` tells how sure the proposal is: ens, ligner or nothing."""

    navn: str
    tekst: str
    muligheder: list[Mulighed]
    valgt: str
    grad: str = ""
    anden: str = ""

    @property
    def mangler(self) -> bool:
        return self.valgt == VAELG


@dataclass
class Laesevalg:
    """`raekker` by the row's place in the reading; tasks without a place come after the rows."""

    organer: dict[str, Valg] = field(default_factory=dict)
    maal: dict[str, Valg] = field(default_factory=dict)
    raekker: dict[int, Valg] = field(default_factory=dict)


def foreslaa_valg(laest: LaestPortefoelje, stand: Laesestand, svar: Mapping[str, str]) -> Laesevalg:
    """What everything is taken to be; `svar` is what was chosen, by the name of the choice."""
    valg = Laesevalg()
    for raekke in laest.raekker:
        if raekke.organ not in valg.organer:
            navn = f"o{len(valg.organer)}"
            valg.organer[raekke.organ] = _svaret(_organvalg(navn, raekke.organ, stand), svar)
        for tekst in raekke.maalsaetninger:
            kerne = titelkerne(tekst)
            if kerne and kerne not in valg.maal:
                valg.maal[kerne] = _svaret(_maalvalg(f"m{len(valg.maal)}", tekst, stand), svar)
    titler = [raekke.indsats for raekke in laest.raekker] + [linje.tekst for linje in laest.ikke_placerede]
    optagne = {pk for titel in titler if titel and (pk := stand.titler.ens(titel)) is not None}
    foerste: dict[str, int] = {}
    for plads, titel in enumerate(titler):
        if titel:
            placeret = plads < len(laest.raekker)
            valg.raekker[plads] = _svaret(_raekkevalg(plads, titel, stand, optagne, foerste, placeret=placeret), svar)
            foerste.setdefault(titelkerne(titel), plads)
    return valg


def _svaret(valg: Valg, svar: Mapping[str, str]) -> Valg:
    """Put what was chosen in place of the proposal; another than those shown is none."""
    valgt = svar.get(valg.navn)
    if valgt is not None and (valgt == VAELG or any(valgt == en.vaerdi for en in valg.muligheder)):
        valg.valgt = valgt
    valg.anden = svar.get(f"a{valg.navn}", "").strip()[:300]
    return valg


def _raekkevalg(
    plads: int, titel: str, stand: Laesestand, optagne: set[int], foerste: dict[str, int], *, placeret: bool
) -> Valg:
    valg = Valg(f"r{plads}", titel, [], NY if placeret else SPRING)
    ens = stand.titler.ens(titel)
    if ens is not None:
        kandidater = [Ligner(ens, ENS)]
        valg.valgt, valg.grad = f"i{ens}", "ens"
    else:
        kandidater = stand.titler.ligner(titel)
        if (tidligere := foerste.get(titelkerne(titel))) is not None:
            valg.muligheder.append(Mulighed(f"r{tidligere}", f"Samme som række {tidligere + 1}"))
            valg.valgt, valg.grad = f"r{tidligere}", "ens"
        elif (naermest := next((k for k in kandidater if k.pk not in optagne), None)) is not None:
            if naermest.grad >= SIKKER:
                valg.valgt, valg.grad = f"i{naermest.pk}", "ligner"
            elif naermest.grad > MULIG:
                valg.valgt, valg.grad = VAELG, "ligner"
    valg.muligheder += [Mulighed(f"i{k.pk}", stand.indsatser[k.pk].titel) for k in kandidater]
    valg.muligheder += [
        Mulighed(NY, "Ny indsats" if placeret else "Ny indsats, ikke placeret"),
        Mulighed(ANDEN, "En anden indsats i aftalen …"),
        Mulighed(SPRING, "Spring over"),
    ]
    return valg


def _maalvalg(navn: str, tekst: str, stand: Laesestand) -> Valg:
    valg = Valg(navn, tekst, [], NY)
    ens = stand.maaltekster.ens(tekst)
    kandidater = [Ligner(ens, ENS)] if ens is not None else stand.maaltekster.ligner(tekst)
    if kandidater:
        valg.grad = "ens" if kandidater[0].grad == ENS and ens is not None else "ligner"
        valg.valgt = f"m{kandidater[0].pk}" if kandidater[0].grad >= SIKKER else VAELG
    valg.muligheder = [Mulighed(f"m{k.pk}", stand.maalsaetninger[k.pk].tekst) for k in kandidater]
    if ens is None:  # an agreement has each wording once
        valg.muligheder.append(Mulighed(NY, "Ny målsætning"))
    valg.muligheder.append(Mulighed(SPRING, "Spring over"))
    return valg


def _organvalg(navn: str, tekst: str, stand: Laesestand) -> Valg:
    muligheder = [Mulighed(str(organ.pk), organ.navn) for organ in stand.organer.values()]
    valg = Valg(navn, tekst, [*muligheder, Mulighed(SPRING, "Spring dets rækker over")], VAELG)
    kerne = titelkerne(tekst)
    if not kerne:
        return valg
    for organ in stand.organer.values():
        if kerne in (titelkerne(organ.navn), titelkerne(organ.kortnavn)):
            valg.valgt, valg.grad = str(organ.pk), "ens"
            return valg
    ord_ = set(tekst.casefold().split())
    har_alle = [organ for organ in stand.organer.values() if ord_ <= set(organ.navn.casefold().split())]
    naermest = Titelindeks({organ.pk: organ.navn for organ in stand.organer.values()}).ligner(tekst, hoejst=1)
    if naermest and naermest[0].grad >= _ORGAN_HOEJST:
        valg.valgt, valg.grad = str(naermest[0].pk), "ligner"
    elif len(har_alle) == 1:
        valg.valgt, valg.grad = str(har_alle[0].pk), "ligner"
    return valg
