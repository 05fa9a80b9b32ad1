"""The search page: what was found of each kind, each hit with its place and its context."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from organisering.models import Besoegende, Dagsordenspunkt
from organisering.queries.indblik import indblik_i
from organisering.queries.moedebillede import FELTER, LUKKET
from rapportering.queries import soegekilder
from rapportering.queries.soegekilder import Spoergsmaal
from rapportering.queries.soeguddrag import Stykke, laes_uddrag
from sundhedsaftale.faelles.soegning import spoergeord

PR_SIDE, PR_SLAGS = 20, 5


@dataclass(frozen=True, slots=True)
class Fund:
    """One hit; `sted` is where it belongs, such as `SKU 22.04.2021, pkt. 5`."""

    titel: str
    url: str
    sted: str
    hvornaar: datetime | None
    lukket: bool
    uddrag: tuple[Stykke, ...]


@dataclass(frozen=True, slots=True)
class Slagsfund:
    """The hits of one kind: the first few, or a page of them."""

    noegle: str
    navn: str
    antal: int
    fund: tuple[Fund, ...]
    side: Page[Any] | None = None


@dataclass(frozen=True, slots=True)
class _Kilde:
    navn: str
    find: Callable[[Spoergsmaal, Besoegende], QuerySet[Any]]
    laes: Callable[[Any, Sequence[str], Besoegende], Fund]


def soeg(spoergsmaal: Spoergsmaal, *, bruger: Besoegende, slags: str = "", side: str | int = 1) -> list[Slagsfund]:
    """Return the kinds that have hits, each with its first few; with `slags` that kind alone, page by page."""
    ordene = spoergeord(spoergsmaal.tekst)
    if spoergsmaal.er_tomt or (spoergsmaal.tekst and not ordene):
        return []
    if slags:
        kilde = KILDER[slags]
        sider = Paginator(kilde.find(spoergsmaal, bruger), PR_SIDE)
        denne = sider.get_page(side)
        return [Slagsfund(slags, kilde.navn, sider.count, _fund(kilde, denne, ordene, bruger), denne)]
    return list(_alle(spoergsmaal, ordene, bruger))


def _alle(spoergsmaal: Spoergsmaal, ordene: Sequence[str], bruger: Besoegende) -> Iterator[Slagsfund]:
    for noegle, kilde in KILDER.items():
        # A body, a period or "closed" narrows meetings; other kinds are asked for by their words.
        if not spoergsmaal.tekst and noegle not in ("punkter", "beslutninger"):
            continue
        fundne = kilde.find(spoergsmaal, bruger)
        if antal := fundne.count():
            yield Slagsfund(noegle, kilde.navn, antal, _fund(kilde, fundne[:PR_SLAGS], ordene, bruger))


def _fund(kilde: _Kilde, raekker: Any, ordene: Sequence[str], bruger: Besoegende) -> tuple[Fund, ...]:
    return tuple(kilde.laes(raekke, ordene, bruger) for raekke in raekker)


def _punkt(punkt: Dagsordenspunkt, ordene: Sequence[str], bruger: Besoegende) -> Fund:
    """A hit tells no more of an item than its page does."""
    indblik = indblik_i(punkt.moede, bruger)
    skjult = punkt.lukket and not indblik.lukkede
    ordlyd = getattr(punkt, "ordlyd", None)
    if skjult:
        titel = (ordlyd.titel if ordlyd else "") or LUKKET
        tekster = [ordlyd.beslutning] if ordlyd and indblik.beslutninger else []
    else:
        titel = punkt.titel
        tekster = list(_tekster(punkt, afgjort=indblik.beslutninger, alle_bilag=indblik.lukkede))
    return Fund(
        titel=titel,
        url=punkt.get_absolute_url(),
        sted=punkt.henvisning,
        hvornaar=punkt.moede.starter,
        lukket=punkt.lukket,
        uddrag=laes_uddrag(tekster, ordene),
    )


def _tekster(punkt: Dagsordenspunkt, *, afgjort: bool, alle_bilag: bool) -> Iterator[str]:
    """The texts of an item in the order they are read, the decision first."""
    if afgjort:
        yield punkt.beslutning
        yield from (bemaerkning.tekst for bemaerkning in punkt.bemaerkninger.all())
    yield from (getattr(punkt, felt) for felt in FELTER)
    yield punkt.uenighed
    yield from (indstilling.tekst for indstilling in punkt.indstillinger.all())
    yield from (bilag.titel for bilag in punkt.bilag.all() if alle_bilag or bilag.aabent)


def _organ(organ: Any, ordene: Sequence[str], bruger: Besoegende) -> Fund:
    uddrag = laes_uddrag([organ.beslutningsregler], ordene)
    return Fund(str(organ), organ.get_absolute_url(), f"{organ.type}, {organ.region}", None, False, uddrag)


def _indsats(indsats: Any, ordene: Sequence[str], bruger: Besoegende) -> Fund:
    uddrag = laes_uddrag([indsats.beskrivelse], ordene)
    return Fund(str(indsats), indsats.get_absolute_url(), str(indsats.aftale), None, False, uddrag)


def _maalsaetning(maal: Any, ordene: Sequence[str], bruger: Besoegende) -> Fund:
    sted = f"{maal.organ}, {maal.aftale}" if maal.organ_ses else str(maal.aftale)
    return Fund(str(maal), maal.aftale.get_absolute_url(), sted, None, False, ())


def _dokument(dokument: Any, ordene: Sequence[str], bruger: Besoegende) -> Fund:
    sted = f"{dokument.get_slags_display()}, {dokument.organ or dokument.aftale}"
    return Fund(str(dokument), dokument.get_absolute_url(), sted, None, False, ())


def _pulje(pulje: Any, ordene: Sequence[str], bruger: Besoegende) -> Fund:
    tekster = [*(f"{linje.titel}: {linje.ordlyd}" for linje in pulje.disponeringer.all()), pulje.bemaerkning]
    return Fund(str(pulje), pulje.get_absolute_url(), str(pulje.aftale), None, False, laes_uddrag(tekster, ordene))


def _opgaveoverdragelse(overdragelse: Any, ordene: Sequence[str], bruger: Besoegende) -> Fund:
    sted = f"{overdragelse.get_tilstand_display()}, {overdragelse.aftale}"
    uddrag = laes_uddrag([overdragelse.faglige_konsekvenser, overdragelse.oekonomiske_konsekvenser], ordene)
    return Fund(str(overdragelse), overdragelse.get_absolute_url(), sted, None, False, uddrag)


def _aftale(aftale: Any, ordene: Sequence[str], bruger: Besoegende) -> Fund:
    uddrag = laes_uddrag([aftale.vision], ordene)
    return Fund(str(aftale), aftale.get_absolute_url(), f"{aftale.type}, {aftale.region}", None, False, uddrag)


KILDER = {
    "beslutninger": _Kilde("Beslutninger", soegekilder.beslutninger, _punkt),
    "punkter": _Kilde("Dagsordenspunkter", soegekilder.punkter, _punkt),
    "organer": _Kilde("Organer", soegekilder.organer, _organ),
    "indsatser": _Kilde("Indsatser", soegekilder.indsatser, _indsats),
    "maalsaetninger": _Kilde("Målsætninger", soegekilder.maalsaetninger, _maalsaetning),
    "dokumenter": _Kilde("Dokumenter", soegekilder.dokumenter, _dokument),
    "puljer": _Kilde("Puljer", soegekilder.puljer, _pulje),
    "opgaveoverdragelser": _Kilde("Opgaveoverdragelser", soegekilder.opgaveoverdragelser, _opgaveoverdragelse),
    "aftaler": _Kilde("Aftaler", soegekilder.aftaler, _aftale),
}
