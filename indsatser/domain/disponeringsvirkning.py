"""Lines of a pool that a decision settles or lets lapse."""

from decimal import Decimal

from django.db import transaction

from indsatser.domain.disponering import afgoer_disponering, lad_bortfalde
from indsatser.domain.virkning import besluttet, gem_virkning
from indsatser.models import Disponering, Disponeringsvirkning
from indsatser.queries.beslutningsrum import kan_beslutte_om_puljer
from organisering.domain.laas import laas_punkt
from organisering.models import Bruger, Dagsordenspunkt
from sundhedsaftale.faelles.fejl import Regelbrud


@transaction.atomic
def tilfoej_afgoerelse(
    punkt: Dagsordenspunkt, disponering: Disponering, *, slags: str, beloeb: Decimal, bruger: Bruger
) -> Disponeringsvirkning:
    """Let the decision settle a line of a pool, with its kind and amount in mio. kr. Raises Regelbrud."""
    if beloeb < 0:
        raise Regelbrud("Beløbet kan ikke være negativt.")
    return _tilfoej(
        Disponeringsvirkning(punkt=punkt, disponering=disponering, slags=slags, beloeb=beloeb), bruger=bruger
    )


@transaction.atomic
def tilfoej_bortfald(punkt: Dagsordenspunkt, disponering: Disponering, *, bruger: Bruger) -> Disponeringsvirkning:
    """Let the decision make a line of a pool lapse. Raises Regelbrud."""
    return _tilfoej(
        Disponeringsvirkning(
            punkt=punkt,
            disponering=disponering,
            slags=disponering.slags,
            beloeb=disponering.beloeb,
            bortfalder=True,
        ),
        bruger=bruger,
    )


def udfoer_disponering(virkning: Disponeringsvirkning) -> None:
    """Settle the line on top of what is stored now, and let it cite the decision."""
    punkt = virkning.punkt
    disponering = Disponering.objects.select_for_update().get(pk=virkning.disponering_id)
    if virkning.bortfalder:
        lad_bortfalde(disponering, besluttet_i=punkt, begrundelse=besluttet(punkt))
        return
    afgoer_disponering(
        disponering,
        slags=virkning.slags,
        beloeb=virkning.beloeb,
        besluttet_i=punkt,
        begrundelse=besluttet(punkt),
    )


def _tilfoej(virkning: Disponeringsvirkning, *, bruger: Bruger) -> Disponeringsvirkning:
    virkning.punkt = punkt = laas_punkt(virkning.punkt)
    disponering = virkning.disponering
    if not kan_beslutte_om_puljer(punkt.moede, disponering.pulje.aftale):
        raise Regelbrud(f"{punkt.moede.organ} kan ikke beslutte om puljerne i {disponering.pulje.aftale}.")
    if virkning.bortfalder and disponering.tilstand == Disponering.Tilstand.BORTFALDET:
        raise Regelbrud("Linjen er allerede bortfaldet.")
    if punkt.disponeringsvirkninger.filter(disponering=disponering).exists():
        raise Regelbrud("Beslutningen ændrer allerede den linje.")
    return gem_virkning(virkning, bruger=bruger)
