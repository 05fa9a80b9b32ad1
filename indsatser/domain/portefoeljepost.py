"""Moving a row from one body's portfolio to another's."""

from django.db import transaction

from indsatser.domain.indsats import naeste_plads
from indsatser.domain.organ import afvis_organ
from indsatser.models import Portefoeljepost
from organisering.models import Organ
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def flyt_post(post: Portefoeljepost, *, til: Organ, begrundelse: str) -> None:
    """Move the row with its years, last in the other body; `post` carries the version that was seen."""
    if post.indsats.er_afsluttet:
        raise Regelbrud("Indsatsen er afsluttet og kan ikke flyttes.")
    if til.pk == post.organ_id:
        raise Regelbrud(f"Indsatsen står allerede i porteføljen for {til}.")
    afvis_organ(til, post.indsats.aftale)
    if Portefoeljepost.objects.filter(indsats=post.indsats, organ=til).exists():
        raise Regelbrud(f"Indsatsen står allerede i porteføljen for {til}.")
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor indsatsen flyttes.")
    post.organ = til
    post.raekkefoelge = naeste_plads(til)
    begrundet(post, begrundelse).save()
