"""Initiatives that may be one entered twice: titles of nearly the same words.

Words are weighed by how few titles have them, so that "samarbejdsaftale" tells little and "sondeernæring" much. Only
titles that share a rare word are compared: the work grows with the number of titles, not with their pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from math import log

from django.urls import reverse

from indsatser.models import Indsats
from indsatser.queries.kontrol.fund import Fund, Fundslags
from indsatser.queries.kontrol.grundlag import Grundlag

TVILLING = Fundslags("tvilling", "Mulige dubletter", "To indsatser i aftalen hedder næsten det samme.")

LIGHED = 0.7
SJAELDEN = 20
_STAMME = 6
_FYLD = frozenset({"af", "for", "fra", "i", "med", "og", "om", "på", "til", "ved", "vedr", "vedrørende"})

Titel = tuple[int, str]
"""An initiative's key and title."""


def laes_tvillinger(grundlag: Grundlag) -> Iterable[Fund]:
    """Pairs of running initiatives of one agreement; a part is no twin of its whole. One query."""
    titler: dict[int, list[Titel]] = defaultdict(list)
    helheder: dict[int, int | None] = {}
    raekker = Indsats.objects.filter(aftale__in=grundlag.aftaler).aktive().order_by("pk")
    for pk, titel, aftale_id, overordnet in raekker.values_list("pk", "titel", "aftale", "overordnet"):
        titler[aftale_id].append((pk, titel))
        helheder[pk] = overordnet
    for aftale_id, dens in titler.items():
        for (pk, titel), (anden_pk, anden) in tvillingepar(dens):
            if pk != helheder[anden_pk] and anden_pk != helheder[pk]:
                url = reverse("indsatser:indsats-detail", args=[anden_pk])
                yield Fund(TVILLING, aftale_id, f"{pk}-{anden_pk}", titel, f"Ligner “{anden}”.", url, "Se den anden")


def tvillingepar(titler: Collection[Titel]) -> list[tuple[Titel, Titel]]:
    """Return the pairs that are alike, in the order given."""
    stammer = {pk: _stammer(titel) for pk, titel in titler}
    antal = Counter(stamme for dens in stammer.values() for stamme in dens)
    vaegt = {stamme: log((len(titler) + 1) / n) for stamme, n in antal.items()}
    med: dict[str, list[int]] = defaultdict(list)
    for pk, dens in stammer.items():
        for stamme in dens:
            if antal[stamme] <= SJAELDEN:
                med[stamme].append(pk)
    navne = dict(titler)
    par = {et for dens in med.values() for et in combinations(dens, 2)}
    return [
        ((en, navne[en]), (anden, navne[anden]))
        for en, anden in sorted(par)
        if _lighed(stammer[en], stammer[anden], vaegt) >= LIGHED
    ]


def _stammer(titel: str) -> frozenset[str]:
    """The words of a title without endings, capitals and signs."""
    ord_ = "".join(tegn if tegn.isalnum() else " " for tegn in titel.casefold()).split()
    return frozenset(et[:_STAMME] for et in ord_ if et not in _FYLD)


def _lighed(en: frozenset[str], anden: frozenset[str], vaegt: Mapping[str, float]) -> float:
    """The weight of the words they share, of the weight of all their words: 0 to 1."""
    alle = sum(vaegt[stamme] for stamme in en | anden)
    return sum(vaegt[stamme] for stamme in en & anden) / alle if alle else 0
