"""Initiatives that a decision places in a body's portfolio."""

from collections.abc import Iterable

from django.db import transaction

from indsatser.domain.cellevirkning import besluttet_celle
from indsatser.domain.organ import afvis_organ
from indsatser.domain.portefoeljepost import tilfoej_post
from indsatser.domain.virkning import besluttet, gem_virkning
from indsatser.models import Indsats, Placeringsvirkning
from indsatser.queries.beslutningsrum import organer_under
from organisering.domain.laas import laas_punkt
from organisering.models import Bruger, Dagsordenspunkt, Organ
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def tilfoej_placering(
    punkt: Dagsordenspunkt, indsats: Indsats, organ: Organ, *, aar: Iterable[int], bruger: Bruger
) -> Placeringsvirkning:
    """Let the decision place an initiative in a body's portfolio, with an X in each of the years.

    Raises Regelbrud when the minutes are approved, the body may not decide on that portfolio, the initiative is closed
    or stands there already, a year lies outside the agreement, or the decision places it there already.
    """
    punkt = laas_punkt(punkt)
    aftale, aarene = indsats.aftale, sorted(set(aar))
    if organ.pk not in organer_under(punkt.moede):
        raise Regelbrud(f"{punkt.moede.organ} kan ikke beslutte om porteføljen for {organ}.")
    if indsats.er_afsluttet:
        raise Regelbrud("Indsatsen er afsluttet og kan ikke placeres.")
    afvis_organ(organ, aftale)
    if udenfor := [et for et in aarene if et not in aftale.aar]:
        raise Regelbrud(f"{udenfor[0]} ligger uden for aftalens år ({aftale.aar[0]}–{aftale.aar[-1]}).")
    if indsats.poster.filter(organ=organ).exists():
        raise Regelbrud(f"Indsatsen står allerede i porteføljen for {organ}.")
    if punkt.placeringsvirkninger.filter(indsats=indsats, organ=organ).exists():
        raise Regelbrud(f"Beslutningen placerer allerede indsatsen i {organ}.")
    return gem_virkning(Placeringsvirkning(punkt=punkt, indsats=indsats, organ=organ, aar=aarene), bruger=bruger)


def udfoer_placering(virkning: Placeringsvirkning) -> None:
    """Place it, or let the row that somebody has made meanwhile cite the decision, with the years that were decided.

    Raises Regelbrud when the initiative has been closed, or the body can no longer carry it.
    """
    punkt = virkning.punkt
    post = virkning.indsats.poster.filter(organ=virkning.organ).first()
    if post is None:
        tilfoej_post(
            virkning.indsats, virkning.organ, aar=virkning.aar, begrundelse=besluttet(punkt), besluttet_i=punkt
        )
        return
    post.besluttet_i = punkt
    begrundet(post, besluttet(punkt)).save()
    for et in virkning.aar:
        besluttet_celle(punkt, post, et, planlagt=True)
