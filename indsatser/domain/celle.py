"""Changing cells of the matrix: which years a row is planned to draw resources."""

from collections.abc import Iterable, Mapping

from django.db import IntegrityError, transaction

from indsatser.models import Portefoeljepost, Ressourcetraek
from indsatser.queries.celle import Celle
from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def saet_aar(
    post: Portefoeljepost,
    oenske: Celle,
    *,
    begrundelse: str = "",
    besluttet_i: Dagsordenspunkt | None = None,
) -> bool:
    """Give one cell the state `oenske.planlagt` on top of the version that was seen; False when it had it already.

    The cell remembers the decision that gave it its state; changed by hand, it rests on none. Raises Regelbrud for a
    year outside the agreement, Versionskonflikt when another has changed the cell since.
    """
    aftale = post.indsats.aftale
    if oenske.aar not in aftale.aar:
        raise Regelbrud(f"{oenske.aar} ligger uden for aftalens år ({aftale.aar[0]}–{aftale.aar[-1]}).")
    traek = Ressourcetraek.objects.filter(post=post, aar=oenske.aar).first() or Ressourcetraek(
        post=post, aar=oenske.aar, version=0
    )
    if traek.planlagt == oenske.planlagt and (besluttet_i is None or besluttet_i.pk == traek.besluttet_i_id):
        return False
    if traek.version != oenske.version:
        raise Versionskonflikt(traek)
    traek.planlagt = oenske.planlagt
    traek.besluttet_i = besluttet_i
    traek.version = max(traek.version, 1)
    try:
        with transaction.atomic():
            begrundet(traek, begrundelse).save()
    except IntegrityError as fejl:
        # Another connection inserted the same cell between our look and our insert.
        raise Versionskonflikt(Ressourcetraek.objects.get(post=post, aar=oenske.aar)) from fejl
    return True


@transaction.atomic
def gem_gitter(oensker: Mapping[Portefoeljepost, Iterable[Celle]], *, begrundelse: str = "") -> int:
    """Save the changed cells of many rows, all or none; return how many were written."""
    return sum(saet_aar(post, oenske, begrundelse=begrundelse) for post, celler in oensker.items() for oenske in celler)
