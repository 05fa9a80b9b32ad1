"""What happens to a line of a pool: decided or lapsed by a decision, changed by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from indsatser.models import Disponering, Pulje
from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
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


@dataclass(frozen=True, slots=True)
class Gemt:
    """What a save of a pool's table did; `uden_beslutning` lines lost the decision they rested on."""

    skrevet: int
    uden_beslutning: int


@transaction.atomic
def gem_linjer(
    pulje: Pulje,
    *,
    aendrede: Sequence[Disponering] = (),
    nye: Sequence[Disponering] = (),
    fjernede: Sequence[Disponering] = (),
    begrundelse: str = "",
) -> Gemt:
    """Save a pool's table, all or nothing; each line carries the version that was seen.

    A line whose money, state or years are changed here rests on no decision any more. Raises Regelbrud,
    Versionskonflikt.
    """
    Pulje.objects.select_for_update().get(pk=pulje.pk)
    for linje in fjernede:
        fjern_disponering(linje, begrundelse=begrundelse)
    uden = 0
    for linje in aendrede:
        if linje.besluttet_i_id is not None and _afgoerelse(linje) != _afgoerelse(Disponering.objects.get(pk=linje.pk)):
            linje.besluttet_i = None
            uden += 1
    for linje in (*aendrede, *nye):
        gem_disponering(linje, begrundelse=begrundelse)
    return Gemt(len(aendrede) + len(nye) + len(fjernede), uden)


@transaction.atomic
def gem_disponering(linje: Disponering, *, begrundelse: str = "") -> None:
    """Save a line as it stands, with the decision that is chosen. Raises Regelbrud, Versionskonflikt."""
    linje.raekkefoelge = linje.raekkefoelge or _naeste_plads(linje.pulje)
    try:
        linje.validate_constraints()
    except ValidationError as fejl:
        raise Regelbrud(f"{linje.titel}: {' '.join(fejl.messages)}") from fejl
    begrundet(linje, begrundelse).save()


@transaction.atomic
def fjern_disponering(linje: Disponering, *, begrundelse: str = "") -> None:
    """Remove a line that was a mistake; its history stays. Raises Regelbrud, Versionskonflikt."""
    if linje.virkninger.exists():
        raise Regelbrud(f"{linje.titel} er nævnt i en beslutning. Sæt den til Bortfaldet i stedet for at fjerne den.")
    if not Disponering.objects.filter(pk=linje.pk, version=linje.version).exists():
        raise Versionskonflikt(linje)
    begrundet(linje, begrundelse).delete()


def _afgoerelse(linje: Disponering) -> tuple[object, ...]:
    return linje.slags, linje.beloeb, linje.tilstand, linje.fra_aar, linje.til_aar


def _naeste_plads(pulje: Pulje) -> int:
    return (pulje.disponeringer.aggregate(sidst=Max("raekkefoelge"))["sidst"] or 0) + 1
