"""Changing cells of the matrix: which years a row is planned to draw resources."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

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

    The cell remembers the decision that gave it its state; changed by hand, it rests on none. A row that follows
    another body's first gets what it follows written down as its own. Raises Regelbrud for a year outside the
    agreement, Versionskonflikt when another has changed the cell since.
    """
    return _saet(post, oenske, {"planlagt": oenske.planlagt}, begrundelse, besluttet_i)


@transaction.atomic
def saet_celle(post: Portefoeljepost, oenske: Celle, *, begrundelse: str = "") -> bool:
    """The same for all that stands in a cell: X, planned amount, whether it drew resources, what it cost."""
    felter = {navn: getattr(oenske, navn) for navn in ("planlagt", "beloeb", "realiseret", "faktisk")}
    return _saet(post, oenske, felter, begrundelse, None)


@transaction.atomic
def gem_gitter(oensker: Mapping[Portefoeljepost, Iterable[Celle]], *, begrundelse: str = "") -> int:
    """Save the changed cells of many rows, all or none; return how many were written."""
    return sum(saet_aar(post, oenske, begrundelse=begrundelse) for post, celler in oensker.items() for oenske in celler)


def forbillede(post: Portefoeljepost) -> Portefoeljepost | None:
    """The mirrored body's row for the same initiative."""
    if post.organ.spejler_id is None:
        return None
    return Portefoeljepost.objects.filter(organ=post.organ.spejler_id, indsats=post.indsats_id).first()


def fulgte_aar(post: Portefoeljepost) -> set[int] | None:
    """The years that a row without cells of its own follows; None when it follows none."""
    if post.organ.spejler_id is None or post.traek.exists() or (kilde := forbillede(post)) is None:
        return None
    return set(kilde.traek.filter(planlagt=True).values_list("aar", flat=True))


def skriv_egne_aar(
    post: Portefoeljepost, aar: Collection[int], *, begrundelse: str, besluttet_i: Dagsordenspunkt | None = None
) -> None:
    """Give a row without cells one for each year of the agreement, so that it no longer follows."""
    if udenfor := sorted(set(aar) - set(post.indsats.aftale.aar)):
        raise Regelbrud(f"{udenfor[0]} ligger uden for aftalens år.")
    for et in post.indsats.aftale.aar:
        _gem(Ressourcetraek(post=post, aar=et, planlagt=et in aar, besluttet_i=besluttet_i), begrundelse)


def stil_celle(
    traek: Ressourcetraek, felter: Mapping[str, Any], *, besluttet_i: Dagsordenspunkt | None = None
) -> Ressourcetraek:
    """Give a cell these values, to be saved by the caller. An X moved by hand rests on no decision any more."""
    if besluttet_i is not None or felter.get("planlagt", traek.planlagt) != traek.planlagt:
        traek.besluttet_i = besluttet_i
    for navn, vaerdi in felter.items():
        setattr(traek, navn, vaerdi)
    return traek


def _saet(
    post: Portefoeljepost,
    oenske: Celle,
    felter: Mapping[str, Any],
    begrundelse: str,
    besluttet_i: Dagsordenspunkt | None,
) -> bool:
    aftale = post.indsats.aftale
    if oenske.aar not in aftale.aar:
        raise Regelbrud(f"{oenske.aar} ligger uden for aftalens år ({aftale.aar[0]}–{aftale.aar[-1]}).")
    set_version = oenske.version
    if (fulgte := fulgte_aar(post)) is not None:
        vist = {"planlagt": oenske.aar in fulgte}
        if besluttet_i is None and all(vaerdi == vist.get(navn) for navn, vaerdi in felter.items()):
            return False
        skriv_egne_aar(post, fulgte, begrundelse=begrundelse)
        # The cell that was seen was the other body's; this row's own is a moment old.
        set_version = set_version or 1
    traek = Ressourcetraek.objects.filter(post=post, aar=oenske.aar).first() or Ressourcetraek(
        post=post, aar=oenske.aar, version=0
    )
    ens = all(getattr(traek, navn) == vaerdi for navn, vaerdi in felter.items())
    if ens and (besluttet_i is None or besluttet_i.pk == traek.besluttet_i_id):
        return False
    if traek.version != set_version:
        raise Versionskonflikt(traek)
    stil_celle(traek, felter, besluttet_i=besluttet_i)
    traek.version = max(traek.version, 1)
    _gem(traek, begrundelse)
    return True


def _gem(traek: Ressourcetraek, begrundelse: str) -> None:
    """Raises Versionskonflikt when another connection has inserted the same cell since we looked."""
    try:
        with transaction.atomic():
            begrundet(traek, begrundelse).save()
    except IntegrityError as fejl:
        raise Versionskonflikt(Ressourcetraek.objects.get(post=traek.post, aar=traek.aar)) from fejl
