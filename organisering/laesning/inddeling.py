"""Where the header ends and each item begins. A numbered list inside a text is no row of items."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from organisering.laesning.indhold import find_indhold
from organisering.laesning.linjer import Linje
from organisering.laesning.navne import er_navn
from organisering.laesning.overskrifter import find_overskrift, noegle
from organisering.laesning.punktformer import FASTE_TITLER, PUNKTFORMER, Kandidat, find_kandidat
from organisering.laesning.sagsnumre import har_sagsnummer, laes_sagslinje

_MED_AABENHED, _MED_ORD = list(PUNKTFORMER)[:2]
# Items may be left out of what is published, so that numbers jump; further than this it is no jump.
_SPRING = 5
_FOERSTE = frozenset(((1,), (1, 1)))


@dataclass(frozen=True)
class Punktblok:
    kandidat: Kandidat
    linjer: Sequence[Linje]


@dataclass
class Inddeling:
    """`kun_i_indhold` are items that only the list of contents has; `afvigende` its lines that name others."""

    hoved: list[Linje] = field(default_factory=list)
    blokke: list[Punktblok] = field(default_factory=list)
    kun_i_indhold: list[Kandidat] = field(default_factory=list)
    afvigende: list[Linje] = field(default_factory=list)


@dataclass
class _Gang:
    """Where headings stand, for asking what follows a candidate."""

    steder: list[int]
    felter: list[str]
    af_felt: dict[str, list[int]]

    def naeste(self, efter: int) -> tuple[int, str]:
        plads = bisect_right(self.steder, efter)
        return (self.steder[plads], self.felter[plads]) if plads < len(self.steder) else (1 << 60, "")

    def har(self, felt: str, fra: int, til: int) -> bool:
        """Whether a heading of the field stands after `fra`, at `til` at the latest."""
        steder = self.af_felt.get(felt, [])
        return bisect_right(steder, til) > bisect_right(steder, fra)

    def er_der(self, fra: int, til: int) -> bool:
        return bisect_right(self.steder, til) > bisect_right(self.steder, fra)


def inddel(linjer: list[Linje]) -> Inddeling:
    """Split lines into header and items. No items is a possible answer."""
    kandidater = [k for sted, linje in enumerate(linjer) if (k := find_kandidat(sted, linje))]
    linjer, kandidater = _uden_gentagelser(linjer, kandidater)
    fund = [(sted, o.felt) for sted, linje in enumerate(linjer) if (o := find_overskrift(linje.ren))]
    af_felt: dict[str, list[int]] = defaultdict(list)
    for sted, felt in fund:
        af_felt[felt].append(sted)
    gang = _Gang([sted for sted, _ in fund], [felt for _, felt in fund], af_felt)
    indhold = find_indhold(linjer, kandidater)
    valgte = _vaelg(linjer, [indhold.bekraeft(k) for k in kandidater if k.sted > indhold.slut], gang)
    over = _sagslinjer_over(linjer, valgte)
    graenser = [over.get(k.sted, k.sted) for k in valgte] + [len(linjer)]
    foerste = graenser[0]
    blokke = [
        Punktblok(indhold.suppler(k), [*linjer[fra : k.sted], *linjer[k.sted + 1 : til]])
        for k, (fra, til) in zip(valgte, pairwise(graenser), strict=True)
    ]
    fundne = [blok.kandidat for blok in blokke]
    return Inddeling(
        hoved=[linje for sted, linje in enumerate(linjer[:foerste]) if sted not in indhold.steder],
        blokke=blokke,
        kun_i_indhold=indhold.uden_punkt(fundne),
        afvigende=[linjer[sted] for sted in indhold.afvigende(fundne)],
    )


def _uden_gentagelser(linjer: list[Linje], kandidater: list[Kandidat]) -> tuple[list[Linje], list[Kandidat]]:
    """A title that stands twice with nothing between, as web pages have it for folding, is one."""
    gentaget = {
        foerste.sted
        for foerste, anden in pairwise(kandidater)
        if (foerste.nummer, noegle(foerste.titel)) == (anden.nummer, noegle(anden.titel))
        and anden.sted - foerste.sted <= 10
        and all(linje.tom for linje in linjer[foerste.sted + 1 : anden.sted])
    }
    rene = [Linje(linje.nr, "", "") if sted in gentaget else linje for sted, linje in enumerate(linjer)]
    return rene, [k for k in kandidater if k.sted not in gentaget]


def _sagslinjer_over(linjer: list[Linje], valgte: list[Kandidat]) -> dict[int, int]:
    """Where the case number stands over its title: the place of the number by that of the title."""
    over: dict[int, int] = {}
    under = 0
    for kandidat in valgte:
        for sted in range(kandidat.sted - 1, max(-1, kandidat.sted - 4), -1):
            if har_sagsnummer(linjer[sted].ren):
                over[kandidat.sted] = sted
            if not linjer[sted].tom:
                break
        under += next(
            (har_sagsnummer(linje.ren) for linje in linjer[kandidat.sted + 1 : kandidat.sted + 4] if not linje.tom),
            False,
        )
    return over if len(over) > under else {}


def _vaelg(linjer: list[Linje], kandidater: list[Kandidat], gang: _Gang) -> list[Kandidat]:
    """The row of items: of the surest form that the text uses throughout."""
    uden_nummer = [k for k in kandidater if not k.nummer]
    numre = [k for k in kandidater if k.nummer]
    med_aabenhed = [k for k in numre if k.form == _MED_AABENHED]
    tal = _svage(linjer, [k for k in numre if k.form != _MED_ORD], gang)
    ord_ = _stigende([k for k in numre if k.form == _MED_ORD])
    fremhaevede = _stigende([k for k in numre if k.sikker])
    if any(k.aaben for k in med_aabenhed):
        valgte = _stigende(med_aabenhed)
    elif len(ord_) >= 2 and len(ord_) * 5 >= len(tal) * 3:
        valgte = ord_
    elif len(fremhaevede) >= 2 and len(fremhaevede) * 5 >= len(tal) * 3:
        valgte = fremhaevede
    else:
        valgte = tal or ord_ or fremhaevede
    return _med_lukkemaerker(linjer, sorted([*valgte, *uden_nummer], key=lambda k: k.sted))


def _med_lukkemaerker(linjer: list[Linje], kandidater: list[Kandidat]) -> list[Kandidat]:
    """A bare "LUKKET PUNKT" right under a title is a mark of that item, not one of its own."""
    ud: list[Kandidat] = []
    for kandidat in kandidater:
        lige_over = bool(ud) and all(linje.tom for linje in linjer[ud[-1].sted + 1 : kandidat.sted])
        if kandidat.er_kun_lukket and lige_over:
            ud[-1] = replace(ud[-1], aaben=False)
        else:
            ud.append(kandidat)
    return ud


def _stigende(kandidater: list[Kandidat]) -> list[Kandidat]:
    ud: list[Kandidat] = []
    for kandidat in kandidater:
        if not ud or kandidat.nummer > ud[-1].nummer:
            ud.append(kandidat)
    return ud


def _foelger(forrige: tuple[int, ...], nummer: tuple[int, ...]) -> bool:
    if len(forrige) == 2 and len(nummer) == 2:
        return nummer in ((forrige[0], forrige[1] + 1), (forrige[0] + 1, 1))
    if len(nummer) == 2:
        return nummer in ((forrige[0], 1), (forrige[0] + 1, 1))
    return nummer[0] == forrige[0] + 1


def _svage(linjer: list[Linje], kandidater: list[Kandidat], gang: _Gang) -> list[Kandidat]:
    """Items told by nothing but their number: it is the next, and it is not the next of a list in the text."""
    sidste: dict[tuple[tuple[int, ...], int], int] = {}
    start = _start(linjer, kandidater)
    for kandidat in kandidater:
        sidste[kandidat.nummer, gang.naeste(kandidat.sted)[0]] = kandidat.sted
    ud: list[Kandidat] = []
    liste: Kandidat | None = None
    for kandidat in kandidater:
        if not ud:
            if kandidat is start:
                ud.append(kandidat)
            continue
        nu = ud[-1]
        if liste is not None and gang.er_der(liste.sted, kandidat.sted):
            liste = None
        i_liste = liste is not None and _foelger(liste.nummer, kandidat.nummer)
        felt_sted, felt = gang.naeste(kandidat.sted)
        gentaget = gang.har(felt, nu.sted, kandidat.sted) and sidste[kandidat.nummer, felt_sted] == kandidat.sted
        if (kandidat.bekraeftet and nu.nummer < kandidat.nummer) or (
            _foelger(nu.nummer, kandidat.nummer)
            and (
                not i_liste
                or gentaget
                or kandidat.sikker
                or noegle(kandidat.titel) in FASTE_TITLER
                or _staar_for_sig(linjer, liste, kandidat)
            )
        ):
            ud.append(kandidat)
            liste = None
        elif kandidat.nummer == (1,) or i_liste:
            liste = kandidat
        elif gentaget and nu.nummer < kandidat.nummer and kandidat.nummer[0] - nu.nummer[0] <= _SPRING:
            ud.append(kandidat)
            liste = None
    return ud


def _staar_for_sig(linjer: list[Linje], liste: Kandidat | None, kandidat: Kandidat) -> bool:
    """A blank line before it, though the list's own rows stand close, and no full stop."""
    if liste is None or kandidat.titel.endswith((".", ";", ",")):
        return False
    taet = liste.sted > 0 and not linjer[liste.sted - 1].tom
    return taet and linjer[kandidat.sted - 1].tom


def _start(linjer: list[Linje], kandidater: list[Kandidat]) -> Kandidat | None:
    """The first that the list of contents names; else number 1, or one before it with an item's heading under it.

    A numbered list of people is no row of items.
    """
    bekraeftet = next((k for k in kandidater if k.bekraeftet), None)
    if bekraeftet:
        return bekraeftet
    ingen_navne = [k for k in kandidater if not er_navn(k.titel.split(",")[0].split("(")[0].strip())]
    etter = next((k for k in ingen_navne if k.nummer in _FOERSTE), None)
    foer = [k for k in ingen_navne if etter is None or k.sted < etter.sted]
    return next((k for k in foer if _har_noget_under(linjer, k)), etter)


def _har_noget_under(linjer: list[Linje], kandidat: Kandidat) -> bool:
    """Whether the next line is one that comes right under an item's title: a heading or a case number."""
    naeste = next((linje for linje in linjer[kandidat.sted + 1 : kandidat.sted + 6] if not linje.tom), None)
    return naeste is not None and bool(find_overskrift(naeste.ren) or laes_sagslinje(naeste.ren))
