"""Figure 1 as a picture: where each box and line of text stands, in a wide shape and in one for narrow screens."""

from dataclasses import dataclass, field

from indsatser.queries.risikofigur import FLYTTER, Risikotabel
from organisering.queries.figurtekst import ombryd

_LUFT = 12
_BRED, _SMAL = 1000, 320
_AKTOER = 170
_SKRIFT, _LINJE = 15, 21
_ALT = 999


@dataclass(frozen=True, slots=True)
class Kasse:
    """`slags` is gruppe, felt or tom."""

    x: int
    y: int
    bredde: int
    hoejde: int
    slags: str


@dataclass(frozen=True, slots=True)
class Tekstlinje:
    """`slags` is hoved (on a group's box), under (its horizon), aktoer, felt or note."""

    x: int
    y: int
    tekst: str
    slags: str


@dataclass
class Risikobillede:
    """`pile` are the points at which an arrow leads on from one group to the next."""

    overskrift: str
    beskrivelse: str
    bredde: int
    hoejde: int = 0
    kasser: list[Kasse] = field(default_factory=list)
    tekster: list[Tekstlinje] = field(default_factory=list)
    pile: list[str] = field(default_factory=list)

    def skriv(self, tekst: str, slags: str, *, x: int, y: int, plads: int) -> int:
        """Write a text in lines from `y` downwards; return the y below it."""
        for linje in ombryd(tekst, plads=plads, stoerrelse=_SKRIFT, hoejst=_ALT):
            self.tekster.append(Tekstlinje(x, y + _SKRIFT, linje, slags))
            y += _LINJE
        return y


def tegn_bred(tabel: Risikotabel, overskrift: str) -> Risikobillede:
    """Groups side by side, lowest risk to the left; a line of boxes for each actor."""
    billede = Risikobillede(overskrift, tabel.beskrivelse, _BRED)
    antal = max(len(tabel.grupper), 1)
    bredde = (_BRED - _AKTOER - _LUFT * (antal + 1)) // antal
    kolonner = [_AKTOER + _LUFT + nummer * (bredde + _LUFT * 1) for nummer in range(antal)]
    bunde = []
    for x, gruppe in zip(kolonner, tabel.grupper, strict=False):
        y = billede.skriv(gruppe.navn, "hoved", x=x + _LUFT, y=_LUFT * 2, plads=bredde - 3 * _LUFT)
        bunde.append(billede.skriv(gruppe.horisont, "under", x=x + _LUFT, y=y, plads=bredde - 3 * _LUFT))
    y = max(bunde, default=_LUFT) + _LUFT
    for x in kolonner[: len(tabel.grupper)]:
        billede.kasser.append(Kasse(x, _LUFT, bredde, y - _LUFT, "gruppe"))
    for x in kolonner[1 : len(tabel.grupper)]:
        midt = (y + _LUFT) // 2
        billede.pile.append(f"M{x - _LUFT - 3} {midt - 9}L{x + 3} {midt}L{x - _LUFT - 3} {midt + 9}Z")
    y += _LUFT
    for raekke in tabel.raekker:
        ender = [billede.skriv(str(raekke.aktoer), "aktoer", x=_LUFT, y=y + _LUFT, plads=_AKTOER - _LUFT)]
        for x, felt in zip(kolonner, raekke.felter, strict=False):
            ender.append(billede.skriv(felt.tekst, "felt", x=x + _LUFT, y=y + _LUFT, plads=bredde - 2 * _LUFT))
        bund = max(ender) + _LUFT
        for x, felt in zip(kolonner, raekke.felter, strict=False):
            billede.kasser.append(Kasse(x, y, bredde, bund - y, "felt" if felt.tekst else "tom"))
        y = bund + _LUFT
    billede.hoejde = billede.skriv(FLYTTER, "note", x=_LUFT, y=y, plads=_BRED - 2 * _LUFT) + _LUFT
    return billede


def tegn_smal(tabel: Risikotabel, overskrift: str) -> Risikobillede:
    """Groups below each other, lowest risk first, each with the actors that do something for it."""
    billede = Risikobillede(overskrift, tabel.beskrivelse, _SMAL)
    plads = _SMAL - 2 * _LUFT
    y = 0
    for nummer, gruppe in enumerate(tabel.grupper):
        if nummer:
            midt = _SMAL // 2
            billede.pile.append(f"M{midt - 12} {y - 2}L{midt + 12} {y - 2}L{midt} {y + 12}Z")
            y += _LUFT + 6
        top = y
        y = billede.skriv(gruppe.navn, "hoved", x=_LUFT, y=y + _LUFT, plads=plads)
        y = billede.skriv(gruppe.horisont, "under", x=_LUFT, y=y, plads=plads) + _LUFT
        billede.kasser.append(Kasse(0, top, _SMAL, y - top, "gruppe"))
        top = y = y + 6
        felter = [raekke.felter[nummer] for raekke in tabel.raekker if raekke.felter[nummer].tekst]
        for felt in felter:
            y = billede.skriv(str(felt.aktoer), "aktoer", x=_LUFT, y=y + _LUFT, plads=plads)
            y = billede.skriv(felt.tekst, "felt", x=_LUFT, y=y, plads=plads)
        if not felter:
            y = billede.skriv("Intet indtastet", "note", x=_LUFT, y=y + _LUFT, plads=plads)
        y += _LUFT
        billede.kasser.append(Kasse(0, top, _SMAL, y - top, "felt" if felter else "tom"))
        y += 6
    billede.hoejde = billede.skriv(FLYTTER, "note", x=_LUFT, y=y + _LUFT, plads=plads) + _LUFT
    return billede
