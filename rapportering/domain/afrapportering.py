"""The acts on a report: order and publish. Making it is in `afrapportering_dan`."""

from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.utils import timezone

from organisering.models import Aftale, Bruger
from rapportering.domain.tryk import opgiv_forsinkede, ring
from rapportering.models import Afrapportering, Rapporttype
from rapportering.queries.aarlig_status import aarlig_status
from rapportering.queries.rapport import Snapshot, sha256
from sundhedsaftale.faelles.fejl import Regelbrud

# What the portal can make; a type of another key is a name until its snapshot is written.
BYGGERE: dict[str, Callable[..., Snapshot]] = {"aarlig-status": aarlig_status}


def bestil_afrapportering(rapporttype: Rapporttype, aftale: Aftale, aar: int, *, bruger: Bruger) -> Afrapportering:
    """Order a report and ring for a worker; the same report under way is returned as it is.

    Raises Regelbrud when the agreement does not cover the year, or the portal cannot make the type.
    """
    with transaction.atomic():
        rapport, ny = opret_afrapportering(rapporttype, aftale, aar, bruger=bruger)
        if ny:
            transaction.on_commit(lambda: ring(Afrapportering, rapport.pk))
    return rapport


def opret_afrapportering(
    rapporttype: Rapporttype, aftale: Aftale, aar: int, *, bruger: Bruger | None
) -> tuple[Afrapportering, bool]:
    """Insert the row with its frozen snapshot; return it and whether it is new. Two at once give one row."""
    kraev_aar(aftale, aar)
    if rapporttype.slug not in BYGGERE:
        raise Regelbrud(f"Portalen kan ikke danne rapporten »{rapporttype}« endnu.")
    opgiv_forsinkede(Afrapportering)
    if under_vejs := _under_vejs(rapporttype, aftale, aar):
        return under_vejs, False
    snapshot = BYGGERE[rapporttype.slug](
        rapporttype, aftale, aar, udgave=_naeste_udgave(rapporttype, aftale, aar), dag=timezone.localdate()
    )
    try:
        with transaction.atomic():
            rapport = Afrapportering.objects.create(
                type=rapporttype, aftale=aftale, aar=aar, bestilt_af=bruger, snapshot=snapshot, sha256=sha256(snapshot)
            )
    except IntegrityError:
        under_vejs = _under_vejs(rapporttype, aftale, aar)
        if under_vejs is None:
            raise
        return under_vejs, False
    return rapport, True


def kraev_aar(aftale: Aftale, aar: int) -> None:
    """Raise Regelbrud for a year that the agreement does not touch; one without an end is followed up to this year."""
    if aar not in aftale.aar:
        raise Regelbrud(f"{aftale} kan følges fra {aftale.aar[0]} til {aftale.aar[-1]}. Vælg et af de år.")


@transaction.atomic
def udgiv_afrapportering(rapport: Afrapportering, *, bruger: Bruger) -> Afrapportering:
    """Make a finished report a public edition. It never changes again; a correction is a new edition."""
    # All orders of the same report are locked, so that two at once cannot take the same number.
    samme = Afrapportering.objects.filter(type=rapport.type_id, aftale=rapport.aftale_id, aar=rapport.aar)
    rapport = {enhver.pk: enhver for enhver in samme.order_by("pk").select_for_update()}[rapport.pk]
    if rapport.udgivet is not None:
        raise Regelbrud("Rapporten er allerede udgivet.")
    if rapport.tilstand != Afrapportering.Tilstand.FAERDIG:
        raise Regelbrud("Kun en færdig rapport kan udgives.")
    udgave = rapport.snapshot["udgave"]
    if udgave != _naeste_udgave(rapport.type, rapport.aftale, rapport.aar):
        raise Regelbrud(f"Udgave {udgave} er allerede udgivet. Bestil rapporten igen, så den får et nyt nummer.")
    rapport.udgave = udgave
    rapport.udgivet = timezone.now()
    rapport.udgivet_af = bruger
    rapport.save(update_fields=["udgave", "udgivet", "udgivet_af"])
    return rapport


def _under_vejs(rapporttype: Rapporttype, aftale: Aftale, aar: int) -> Afrapportering | None:
    tilstande = [Afrapportering.Tilstand.I_KOE, Afrapportering.Tilstand.I_GANG]
    return Afrapportering.objects.filter(type=rapporttype, aftale=aftale, aar=aar, tilstand__in=tilstande).first()


def _naeste_udgave(rapporttype: Rapporttype, aftale: Aftale, aar: int) -> int:
    return Afrapportering.objects.udgivne().filter(type=rapporttype, aftale=aftale, aar=aar).count() + 1
