"""The initiatives that a body works on: its own rows and those it follows, by the rule of `docs/portefoelje.md`."""

from collections import defaultdict

from indsatser.models import Indsats, Portefoeljepost, Ressourcetraek
from organisering.models import Aftale, Organ


def laes_gruppens_indsatser(aftale: Aftale, organ: Organ) -> list[Indsats]:
    """The running ones in the mirrored body's order, then the body's own; not those that it does not follow."""
    poster = Portefoeljepost.objects.filter(
        indsats__aftale=aftale, indsats__afsluttet_den__isnull=True, organ__in={organ, organ.portefoeljeorgan}
    ).select_related("indsats")
    i_orden = list(poster.order_by("raekkefoelge", "pk"))
    kryds: dict[int, list[bool]] = defaultdict(list)
    for post_id, planlagt in Ressourcetraek.objects.filter(post__in=i_orden).values_list("post", "planlagt"):
        kryds[post_id].append(planlagt)
    fulgte = {post.indsats_id: post.indsats for post in i_orden if post.organ_id == organ.portefoeljeorgan.pk}
    egne = [post for post in i_orden if post.organ_id == organ.pk]
    fravalgte = {post.indsats_id for post in egne if post.pk in kryds and not any(kryds[post.pk])} & fulgte.keys()
    if organ.spejler_id is None:
        return list(fulgte.values())
    alle = fulgte | {post.indsats_id: post.indsats for post in egne}
    return [indsats for pk, indsats in alle.items() if pk not in fravalgte]
