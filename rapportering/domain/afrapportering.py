"""The acts on a report: order, publish, sweep. Making it is in `afrapportering_dan`."""

from collections.abc import Callable

import structlog
from celery import current_app
from django.db import IntegrityError, transaction
from django.utils import timezone

from organisering.models import Aftale, Bruger
from rapportering.domain.rapportfil import slet_filer
from rapportering.models import Afrapportering, Rapporttype
from rapportering.queries.aarlig_status import aarlig_status
from rapportering.queries.rapport import Snapshot, sha256
from sundhedsaftale.faelles.fejl import Regelbrud

log = structlog.get_logger()

# What the portal can make; a type of another key is a name until its snapshot is written.
BYGGERE: dict[str, Callable[..., Snapshot]] = {"aarlig-status": aarlig_status}
OVER_FRIST = "Rapporten blev ikke færdig inden for fem minutter. Prøv igen."


def bestil_afrapportering(rapporttype: Rapporttype, aftale: Aftale, aar: int, *, bruger: Bruger) -> Afrapportering:
    """Order a report and ring for a worker; the same report under way is returned as it is.

    Raises Regelbrud when the agreement does not cover the year, or the portal cannot make the type.
    """
    with transaction.atomic():
        rapport, ny = opret_afrapportering(rapporttype, aftale, aar, bruger=bruger)
        if ny:
            transaction.on_commit(lambda: ring(rapport.pk))
    return rapport


def opret_afrapportering(
    rapporttype: Rapporttype, aftale: Aftale, aar: int, *, bruger: Bruger | None
) -> tuple[Afrapportering, bool]:
    """Insert the row with its frozen snapshot; return it and whether it is new. Two at once give one row."""
    kraev_aar(aftale, aar)
    if rapporttype.slug not in BYGGERE:
        raise Regelbrud(f"Portalen kan ikke danne rapporten »{rapporttype}« endnu.")
    opgiv_forsinkede()
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


def ring(pk: int) -> None:
    """Tell the workers that a report waits. Nobody waits for the broker: the sweeper rings again."""
    try:
        current_app.send_task("rapportering.tasks.dan", args=[pk])
    except Exception:
        log.warning("broker_svarer_ikke", rapport=pk, exc_info=True)


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


def fej_afrapporteringer() -> None:
    """Fail the reports nobody can finish, and ring again for those whose worker is gone."""
    opgiv_forsinkede()
    for pk in Afrapportering.objects.udloebne().values_list("pk", flat=True):
        ring(pk)


def opgiv_forsinkede() -> None:
    """Fail the reports past their deadline and clear up after them; whoever looks does it, worker or not."""
    over_frist = list(Afrapportering.objects.over_frist().values_list("pk", flat=True))
    if antal := Afrapportering.objects.opgiv(OVER_FRIST):
        log.error("afrapportering_over_frist", antal=antal)
    for opgivet in Afrapportering.objects.filter(pk__in=over_frist, tilstand=Afrapportering.Tilstand.FEJLET):
        slet_filer(opgivet)


def _under_vejs(rapporttype: Rapporttype, aftale: Aftale, aar: int) -> Afrapportering | None:
    tilstande = [Afrapportering.Tilstand.I_KOE, Afrapportering.Tilstand.I_GANG]
    return Afrapportering.objects.filter(type=rapporttype, aftale=aftale, aar=aar, tilstand__in=tilstande).first()


def _naeste_udgave(rapporttype: Rapporttype, aftale: Aftale, aar: int) -> int:
    return Afrapportering.objects.udgivne().filter(type=rapporttype, aftale=aftale, aar=aar).count() + 1
