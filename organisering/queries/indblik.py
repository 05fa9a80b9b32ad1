"""How far a reader sees into a meeting: the one rule that pages, PDFs, search and feeds ask."""

from dataclasses import dataclass

from organisering.models import Besoegende, Dagsordenspunkt, Moede


@dataclass(frozen=True, slots=True)
class Indblik:
    """`lukkede` shows closed items in the body's own words; without it they show their public wording alone."""

    dagsorden: bool
    beslutninger: bool
    lukkede: bool


ALT = Indblik(dagsorden=True, beslutninger=True, lukkede=True)
OFFENTLIG_DAGSORDEN = Indblik(dagsorden=True, beslutninger=False, lukkede=False)
OFFENTLIGT_REFERAT = Indblik(dagsorden=True, beslutninger=True, lukkede=False)

UDSENDT = frozenset(
    {
        Moede.Tilstand.DAGSORDEN_UDSENDT,
        Moede.Tilstand.AFHOLDT,
        Moede.Tilstand.REFERAT_UDSENDT,
        Moede.Tilstand.REFERAT_GODKENDT,
    }
)
MED_REFERAT = frozenset({Moede.Tilstand.REFERAT_UDSENDT, Moede.Tilstand.REFERAT_GODKENDT})


def offentligt_indblik(moede: Moede) -> Indblik:
    """What everybody sees: nothing before it is published."""
    return Indblik(
        dagsorden=bool(moede.dagsorden_udgivet or moede.referat_udgivet),
        beslutninger=bool(moede.referat_udgivet),
        lukkede=False,
    )


def indblik_i(moede: Moede, bruger: Besoegende) -> Indblik:
    """What this reader sees. Writers see all, members what has been sent to them, the rest what is published."""
    offentligt = offentligt_indblik(moede)
    if not bruger.is_authenticated:
        return offentligt
    if bruger.is_superuser or bruger.skriver_i(moede):
        return ALT
    if not bruger.sidder_i(moede):
        return offentligt
    udsendt = moede.tilstand in UDSENDT
    return Indblik(
        dagsorden=udsendt or offentligt.dagsorden,
        beslutninger=moede.tilstand in MED_REFERAT or offentligt.beslutninger,
        lukkede=udsendt,
    )


def kan_laeses(punkt: Dagsordenspunkt, indblik: Indblik) -> bool:
    """Whether an item is read in the body's own words."""
    return indblik.dagsorden and (indblik.lukkede or not punkt.lukket)
