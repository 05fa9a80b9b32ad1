"""An initiative's places in portfolios: in one more body, or in another than before."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max

from indsatser.domain.celle import forbillede, saet_aar, skriv_egne_aar
from indsatser.domain.laas import laas_aftale
from indsatser.domain.organ import afvis_organ
from indsatser.models import Indsats, Portefoeljepost
from indsatser.queries.celle import Celle
from organisering.models import Dagsordenspunkt, Organ
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def tilfoej_post(
    indsats: Indsats,
    organ: Organ,
    *,
    aar: Iterable[int],
    begrundelse: str = "",
    besluttet_i: Dagsordenspunkt | None = None,
) -> Portefoeljepost:
    """Put an initiative last in a body's portfolio, with an X in each of the years; both cite the decision.

    Without years, a row that the mirrored body has too follows that.
    """
    post = placer(indsats, organ, begrundelse=begrundelse, besluttet_i=besluttet_i)
    aar = set(aar)
    if aar and forbillede(post) is not None:
        skriv_egne_aar(post, aar, begrundelse=begrundelse, besluttet_i=besluttet_i)
    else:
        for et in sorted(aar):
            saet_aar(post, Celle(et, planlagt=True), begrundelse=begrundelse, besluttet_i=besluttet_i)
    return post


@transaction.atomic
def placer(
    indsats: Indsats, organ: Organ, *, begrundelse: str = "", besluttet_i: Dagsordenspunkt | None = None
) -> Portefoeljepost:
    """Put an initiative last in a body's portfolio, without cells."""
    if indsats.er_afsluttet:
        raise Regelbrud("Indsatsen er afsluttet og kan ikke tilføjes.")
    _afvis_plads(indsats, organ)
    post = Portefoeljepost(indsats=indsats, organ=organ, raekkefoelge=_naeste_plads(organ), besluttet_i=besluttet_i)
    begrundet(post, begrundelse).save()
    return post


@transaction.atomic
def flyt_post(post: Portefoeljepost, *, til: Organ, begrundelse: str) -> None:
    """Move the row with its years, last in the other body; `post` carries the version that was seen."""
    if post.indsats.er_afsluttet:
        raise Regelbrud("Indsatsen er afsluttet og kan ikke flyttes.")
    _afvis_plads(post.indsats, til)
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor indsatsen flyttes.")
    post.organ = til
    post.raekkefoelge = _naeste_plads(til)
    begrundet(post, begrundelse).save()


def _afvis_plads(indsats: Indsats, organ: Organ) -> None:
    afvis_organ(organ, indsats.aftale)
    laas_aftale(indsats.aftale)
    if indsats.poster.filter(organ=organ).exists():
        raise Regelbrud(f"Indsatsen står allerede i porteføljen for {organ}.")


def _naeste_plads(organ: Organ) -> int:
    """The place after the body's last row."""
    return (Portefoeljepost.objects.filter(organ=organ).aggregate(sidst=Max("raekkefoelge"))["sidst"] or 0) + 1
