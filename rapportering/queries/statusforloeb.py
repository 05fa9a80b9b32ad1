"""What has happened to a status report: its steps and signatures, newest first."""

from collections.abc import Iterable
from dataclasses import replace

from simple_history.utils import get_history_manager_for_model

from rapportering.models import Statusrapport, Underskrift
from sundhedsaftale.faelles.historik import Aendring, Historiklinje, historik_for, hvem


def laes_forloeb(rapport: Statusrapport) -> list[Historiklinje]:
    """Return every step with its reason; of the report's fields only the state is told."""
    skridt = [
        replace(linje, aendringer=tuple(aendring for aendring in linje.aendringer if aendring.felt == "tilstand"))
        for linje in historik_for(rapport)
    ]
    return sorted(skridt + _underskrifter(rapport), key=lambda linje: linje.hvornaar, reverse=True)


def uden_begrundelser(forloeb: Iterable[Historiklinje]) -> list[Historiklinje]:
    """The same as others may read it: that a report was returned, not why, and no dissent of a signature that fell."""
    return [replace(linje, hvorfor="") for linje in forloeb if linje.aendringer]


def _underskrifter(rapport: Statusrapport) -> list[Historiklinje]:
    underskrevet = (
        get_history_manager_for_model(Underskrift)
        .filter(statusrapport_id=rapport.pk, history_type="+")
        .select_related("history_user", "medlemskab__rolle")
    )
    return [
        Historiklinje(
            hvornaar=raekke.history_date,
            hvem=hvem(raekke.history_user),
            hvorfor=f"Uenighed: {raekke.uenighed}" if raekke.uenighed else "",
            haendelse="underskrevet",
            version=raekke.version,
            aendringer=(Aendring(felt="underskrift", foer="mangler", efter=str(raekke.medlemskab.rolle).lower()),),
        )
        for raekke in underskrevet
    ]
