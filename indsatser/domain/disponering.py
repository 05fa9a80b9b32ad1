"""What happens to a line of a pool: decided or lapsed by a decision, changed by hand."""

from decimal import Decimal

from django.db import transaction

from indsatser.models import Disponering
from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def afgoer_disponering(
    disponering: Disponering,
    *,
    slags: str,
    beloeb: Decimal,
    besluttet_i: Dagsordenspunkt | None,
    begrundelse: str = "",
) -> bool:
    """Give a line its kind and amount (mio. kr.) as decided; False when it stands so already.

    Also one that had lapsed: a decision may take it up again. Raises Regelbrud for a negative amount or a decision
    that neither an item nor a reason tells of, Versionskonflikt when another has changed the line since it was read.
    """
    if beloeb < 0:
        raise Regelbrud("Beløbet kan ikke være negativt.")
    return _afgoer(disponering, slags, beloeb, Disponering.Tilstand.BESLUTTET, besluttet_i, begrundelse)


@transaction.atomic
def lad_bortfalde(disponering: Disponering, *, besluttet_i: Dagsordenspunkt | None, begrundelse: str = "") -> bool:
    """Let a line lapse: it stays in the pool with its amount and counts nothing. Raises as `afgoer_disponering`."""
    return _afgoer(
        disponering,
        disponering.slags,
        disponering.beloeb,
        Disponering.Tilstand.BORTFALDET,
        besluttet_i,
        begrundelse,
    )


def _afgoer(
    disponering: Disponering,
    slags: str,
    beloeb: Decimal,
    tilstand: str,
    besluttet_i: Dagsordenspunkt | None,
    begrundelse: str,
) -> bool:
    if besluttet_i is None and not begrundelse.strip():
        raise Regelbrud("Skriv, hvad beslutningen hviler på, når den ikke står på en dagsorden.")
    ny = (slags, beloeb, tilstand, besluttet_i.pk if besluttet_i else None)
    if (disponering.slags, disponering.beloeb, disponering.tilstand, disponering.besluttet_i_id) == ny:
        return False
    disponering.slags, disponering.beloeb, disponering.tilstand = slags, beloeb, tilstand
    disponering.besluttet_i = besluttet_i
    begrundet(disponering, begrundelse).save()
    return True
