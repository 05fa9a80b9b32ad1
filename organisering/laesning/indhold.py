"""The list of contents before the items: what it says of them, and how to tell it from the items themselves."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

from organisering.laesning.linjer import Linje
from organisering.laesning.overskrifter import noegle
from organisering.laesning.punktformer import Kandidat, laes_titel

# A list of the items before the items themselves
INDHOLDSOVERSKRIFTER = (
    "Indholdsfortegnelse", "Dagsorden", "Dagsordenspunkter", "Punkter", "Punktoversigt", "Sagsoversigt", "Oversigt",
    "Dagsorden for mødet", "Indhold", "Pkt. Tekst Side", "Punkt Tekst Side", "Nr. Titel Side", "Pkt. Side",
)  # fmt: skip
_INDHOLD = frozenset(noegle(o) for o in INDHOLDSOVERSKRIFTER)


@dataclass(frozen=True)
class Indhold:
    """The entries in order, and the places of their lines and of the headings over them."""

    poster: tuple[Kandidat, ...]
    steder: frozenset[int]

    @property
    def slut(self) -> int:
        return self.poster[-1].sted if self.poster else -1

    @cached_property
    def _ved_nummer(self) -> dict[tuple[int, ...], Kandidat]:
        return {post.nummer: post for post in self.poster}

    @cached_property
    def _ved_titel(self) -> dict[str, Kandidat]:
        return {noegle(_uden_sidetal(post).titel): post for post in self.poster}

    def bekraeft(self, kandidat: Kandidat) -> Kandidat:
        """Mark a candidate that the list names with number and title."""
        post = self._ved_nummer.get(kandidat.nummer) if kandidat.titel else None
        return replace(kandidat, bekraeftet=True) if post and _samme(post, kandidat) else kandidat

    def suppler(self, kandidat: Kandidat) -> Kandidat:
        """An item with what only the list says of it: its title, its number, that it is closed."""
        if not kandidat.nummer:
            ved_titel = self._ved_titel.get(noegle(kandidat.titel))
            return replace(kandidat, nummer=ved_titel.nummer) if ved_titel else kandidat
        post = self._ved_nummer.get(kandidat.nummer)
        if post is None or not _samme(post, kandidat):
            return kandidat
        lukket = False in (post.aaben, laes_titel(_uden_sidetal(post).titel)[1])
        titel = kandidat.titel or _uden_sidetal(post).titel
        return replace(kandidat, titel=titel, aaben=False if lukket else kandidat.aaben)

    def uden_punkt(self, fundne: list[Kandidat]) -> list[Kandidat]:
        """Entries that no item answers to."""
        numre = {kandidat.nummer for kandidat in fundne}
        return [_uden_sidetal(post) for post in self.poster if post.nummer not in numre]

    def afvigende(self, fundne: list[Kandidat]) -> list[int]:
        """The places of entries whose item has another title."""
        ved_nummer = {kandidat.nummer: kandidat for kandidat in fundne}
        return [
            post.sted for post in self.poster if post.nummer in ved_nummer and not _samme(post, ved_nummer[post.nummer])
        ]


def find_indhold(linjer: list[Linje], kandidater: list[Kandidat]) -> Indhold:
    """The list of contents; one without entries when the text has none."""
    loeb = _find_loeb(linjer, kandidater)
    steder = {post.sted for post in loeb}
    sted = loeb[0].sted - 1 if loeb else -1
    while sted >= 0 and (linjer[sted].tom or noegle(linjer[sted].ren) in _INDHOLD):
        steder.add(sted)
        sted -= 1
    return Indhold(tuple(loeb), frozenset(steder))


def _find_loeb(linjer: list[Linje], kandidater: list[Kandidat]) -> list[Kandidat]:
    """The first run of numbered lines whose numbers and titles come again further down."""
    senere: dict[tuple[int, ...], list[Kandidat]] = defaultdict(list)
    for kandidat in kandidater:
        senere[kandidat.nummer].append(kandidat)
    for loeb in _loeb(linjer, kandidater):
        if len(loeb) < 2 and not _naevner_indhold(linjer, loeb[0].sted):
            continue
        slut = loeb[-1].sted
        genfundne = sum(
            any(k.sted > slut and _samme(etikette, k) for k in senere[etikette.nummer][:40]) for etikette in loeb
        )
        if genfundne * 2 >= len(loeb) or (_har_indholdsoverskrift(linjer, loeb[0].sted) and genfundne):
            return loeb
        if _naevner_indhold(linjer, loeb[0].sted):
            return loeb
    return []


def _loeb(linjer: list[Linje], kandidater: list[Kandidat]) -> list[list[Kandidat]]:
    """Runs of candidates with rising numbers and nothing but blank lines between; the first thirty runs."""
    loeb: list[list[Kandidat]] = []
    for kandidat in kandidater:
        forrige = loeb[-1][-1] if loeb else None
        if (
            forrige
            and forrige.nummer < kandidat.nummer
            and all(linje.tom for linje in linjer[forrige.sted + 1 : kandidat.sted][:50])
            and kandidat.sted - forrige.sted <= 50
        ):
            loeb[-1].append(kandidat)
        elif len(loeb) == 30:
            break
        else:
            loeb.append([kandidat])
    return loeb


def _foran(linjer: list[Linje], sted: int) -> str:
    for linje in reversed(linjer[max(0, sted - 10) : sted]):
        if not linje.tom:
            return noegle(linje.ren)
    return ""


def _har_indholdsoverskrift(linjer: list[Linje], sted: int) -> bool:
    return _foran(linjer, sted) in _INDHOLD


def _naevner_indhold(linjer: list[Linje], sted: int) -> bool:
    return _foran(linjer, sted) in ("indholdsfortegnelse", "punktoversigt", "sagsoversigt")


def _samme(indhold: Kandidat, senere: Kandidat) -> bool:
    """The same item, though the list of contents has a page number or the item has no title of its own."""
    titel, _, slags = laes_titel(senere.titel)
    for mulig in (indhold, _uden_sidetal(indhold)):
        i_indhold, _, slags_i_indhold = laes_titel(mulig.titel)
        if not titel or (noegle(titel) == noegle(i_indhold) and slags_i_indhold in ("", slags)):
            return True
    begyndelse = noegle(indhold.titel).rstrip(" …")
    return indhold.titel.endswith("…") and noegle(titel).startswith(begyndelse)


def _uden_sidetal(kandidat: Kandidat) -> Kandidat:
    titel, _, side = kandidat.titel.replace("\t", " ").rpartition(" ")
    ren = titel.rstrip(" .…") if side.isdigit() and len(side) <= 3 and titel else kandidat.titel
    return replace(kandidat, titel=ren)
