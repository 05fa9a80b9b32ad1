"""Order a meeting's documents. Making them is in `moedetryk_dan`."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from organisering.models import Bruger, Moede
from organisering.queries.indblik import Indblik
from rapportering.domain.tryk import opgiv_forsinkede, ring
from rapportering.models import Moedetryk
from rapportering.queries.moedetryk import moedesnapshot
from rapportering.queries.rapport import Snapshot, sha256
from sundhedsaftale.faelles.fejl import Regelbrud

NYT_FORSOEG_EFTER = timedelta(minutes=10)


def bestil_moedetryk(moede: Moede, slags: str, udgave: Indblik, *, bruger: Bruger) -> Moedetryk:
    """Return the document of the meeting as it is now: the finished one, the one under way, or a new order.

    Raises Regelbrud for an agenda without items.
    """
    snapshot = moedesnapshot(moede, slags, udgave)
    if not snapshot["punkter"]:
        raise Regelbrud("Dagsordenen har ingen punkter endnu.")
    return _faerdigt_eller_under_vejs(snapshot) or _opret(moede, snapshot, bruger)


def hent_offentligt_tryk(moede: Moede, slags: str, udgave: Indblik) -> Moedetryk:
    """Return the public document of the meeting as it is now, ordered for the first who asks.

    Nobody stands behind the order: one that failed is returned as it is until ten minutes have gone.
    """
    snapshot = moedesnapshot(moede, slags, udgave)
    if tryk := _faerdigt_eller_under_vejs(snapshot):
        return tryk
    nyligt = Moedetryk.objects.filter(
        sha256=sha256(snapshot),
        tilstand=Moedetryk.Tilstand.FEJLET,
        bestilt__gt=timezone.now() - NYT_FORSOEG_EFTER,
    )
    return nyligt.first() or _opret(moede, snapshot, None)


def _faerdigt_eller_under_vejs(snapshot: Snapshot) -> Moedetryk | None:
    opgiv_forsinkede(Moedetryk)
    samme = Moedetryk.objects.filter(sha256=sha256(snapshot)).defer("html", "snapshot")
    faerdige = [tryk for tryk in samme.filter(tilstand=Moedetryk.Tilstand.FAERDIG) if tryk.har_fil]
    return faerdige[0] if faerdige else samme.i_gang().first()


def _opret(moede: Moede, snapshot: Snapshot, bruger: Bruger | None) -> Moedetryk:
    """Insert the row and ring after commit; two at once give one row."""
    try:
        with transaction.atomic():
            tryk = Moedetryk.objects.create(
                moede=moede,
                slags=snapshot["slags"],
                offentlig=snapshot["offentlig"],
                bestilt_af=bruger,
                snapshot=snapshot,
                sha256=sha256(snapshot),
            )
            transaction.on_commit(lambda: ring(Moedetryk, tryk.pk))
    except IntegrityError:
        under_vejs = _faerdigt_eller_under_vejs(snapshot)
        if under_vejs is None:
            raise
        return under_vejs
    return tryk
