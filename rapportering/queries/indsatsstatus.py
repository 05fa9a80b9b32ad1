"""What the groups have told of one initiative over time, for its own page."""

from collections.abc import Sequence

from indsatser.models import Indsats
from indsatser.udvidelser import Statuspunkt
from organisering.models import Besoegende
from rapportering.models import Statuslinje, Statusrapport


class Statusudvidelse:
    """Registered with `indsatser` at start-up."""

    def statusser(self, indsats: Indsats, *, bruger: Besoegende) -> Sequence[Statuspunkt]:
        """Lines of accepted and frozen reports that the reader sees, newest first: one query."""
        afgjorte = (Statusrapport.Tilstand.GODKENDT, Statusrapport.Tilstand.FROSSET)
        linjer = (
            Statuslinje.objects.filter(
                indsats=indsats,
                statusrapport__in=Statusrapport.objects.synlige_for(bruger).filter(tilstand__in=afgjorte),
            )
            .select_related("statusrapport__organ", "statusrapport__runde__moede__organ")
            .order_by("-statusrapport__runde__moede__starter", "statusrapport__organ__navn")
        )
        return [_punkt(linje) for linje in linjer]


def _punkt(linje: Statuslinje) -> Statuspunkt:
    rapport = linje.statusrapport
    moede = rapport.runde.moede
    return Statuspunkt(
        dag=moede.dag,
        moede=moede.henvisning,
        gruppe=str(rapport.organ),
        fremdrift=linje.get_fremdrift_display(),
        maerke=linje.maerke,
        begrundelse=linje.begrundelse,
        siden_sidst=linje.siden_sidst,
        naeste_skridt=linje.naeste_skridt,
        url=rapport.get_absolute_url(),
        eksempel=rapport.eksempel,
    )
