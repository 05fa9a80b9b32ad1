"""The sums of one year for the rows that a page shows, read again when one of its cells has changed."""

from collections.abc import Collection
from dataclasses import dataclass

from indsatser.models import Portefoeljepost, Ressourcetraek


@dataclass(frozen=True, slots=True)
class Aarssum:
    """The number of X in a year: in the row's part of its section, in its section, and in all the rows shown."""

    i_del: int
    i_afsnit: int
    i_alt: int


def laes_aarssum(post: Portefoeljepost, aar: int, viste: Collection[int]) -> Aarssum:
    """Count among the posts `viste`, by the arithmetic of `docs/portefoelje.md`."""
    kryds = list(
        Ressourcetraek.objects.filter(post__in=viste, aar=aar, planlagt=True).values_list(
            "post__indsats__aftale_id", "post__organ_id", "post__indsats__slags"
        )
    )
    sted = post.indsats.aftale_id, post.organ_id
    return Aarssum(
        i_del=sum(en == (*sted, post.indsats.slags) for en in kryds),
        i_afsnit=sum(en[:2] == sted for en in kryds),
        i_alt=len(kryds),
    )
