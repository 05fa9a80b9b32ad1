"""Rows of a body that mirrors another: they follow until they are given cells of their own."""

from collections.abc import Collection, Iterable

from django.db import transaction

from indsatser.domain.celle import forbillede, skriv_egne_aar
from indsatser.domain.portefoeljepost import placer
from indsatser.models import Indsats, Portefoeljepost, Ressourcetraek
from organisering.models import Organ
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def afvig(organ: Organ, indsats: Indsats, *, aar: Collection[int], begrundelse: str = "") -> Portefoeljepost:
    """Give a row that follows years of its own; none of them is that the body does not follow.

    Raises Regelbrud when there is nothing to follow, or when the row has years of its own already.
    """
    if organ.spejler is None or not indsats.poster.filter(organ=organ.spejler).exists():
        raise Regelbrud("Rækken følger ingen anden og kan ikke afvige.")
    post = indsats.poster.filter(organ=organ).first() or placer(indsats, organ, begrundelse=begrundelse)
    if post.traek.exists():
        raise Regelbrud("Rækken har allerede sine egne år. Ret dem i porteføljen.")
    skriv_egne_aar(post, aar, begrundelse=begrundelse)
    return post


def egne_celler(celler: Iterable[Ressourcetraek]) -> str:
    """Return the cells with their versions, in one line that a page can send back."""
    return " ".join(sorted(f"{traek.pk}v{traek.version}" for traek in celler))


@transaction.atomic
def foelg(post: Portefoeljepost, *, sete: str, begrundelse: str = "") -> None:
    """Take the row's own cells away, so that it follows again; their history stays.

    `sete` is what `egne_celler` told of those that were seen. Raises Versionskonflikt when they are others now.
    """
    if forbillede(post) is None:
        raise Regelbrud("Organet, der spejles, har ikke indsatsen, så der er ikke noget at følge.")
    celler = list(post.traek.select_for_update())
    if sete != egne_celler(celler):
        raise Versionskonflikt(post)
    for traek in celler:
        begrundet(traek, begrundelse).delete()
