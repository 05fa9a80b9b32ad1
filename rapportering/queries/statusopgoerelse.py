"""What the groups have reported on the initiatives in a year, accepted by the secretariat."""

from collections import defaultdict
from dataclasses import dataclass

from indsatser.models import Portefoeljepost
from organisering.models import Aftale
from rapportering.models import Statuslinje, Statusrapport


@dataclass(frozen=True)
class Statusopgoerelse:
    """One group on one initiative. The note to the secretariat is not among the fields, and never will be."""

    indsats: str
    gruppe: str
    fremdrift: str
    fremdrifttekst: str
    begrundelse: str
    siden_sidst: str
    naeste_skridt: str
    risici: str
    indstilling: str
    eksempel: bool


# (pk of the body that has the portfolio, pk of the initiative) → one line per group.
Statusopslag = dict[tuple[int, int], list[Statusopgoerelse]]


def godkendt_status(aftale: Aftale, aar: int) -> Statusopslag:
    """The newest accepted line of each public group for each initiative, from meetings held in the year."""
    linjer = (
        Statuslinje.objects.filter(
            statusrapport__runde__aftale=aftale,
            statusrapport__runde__moede__starter__year=aar,
            statusrapport__tilstand__in=[Statusrapport.Tilstand.GODKENDT, Statusrapport.Tilstand.FROSSET],
            statusrapport__organ__offentlig=True,
        )
        .select_related("indsats", "statusrapport__organ__spejler")
        .order_by("statusrapport__organ__navn", "statusrapport__runde__moede__starter", "pk")
    )
    nyeste = {(linje.statusrapport.organ_id, linje.indsats_id): linje for linje in linjer}
    pladser = set(Portefoeljepost.objects.filter(indsats__aftale=aftale).values_list("organ", "indsats"))
    opslag: Statusopslag = defaultdict(list)
    for linje in nyeste.values():
        organ = linje.statusrapport.organ
        fulgt = (organ.portefoeljeorgan.pk, linje.indsats_id)
        opslag[fulgt if fulgt in pladser else (organ.pk, linje.indsats_id)].append(_opgoer(linje))
    return dict(opslag)


def _opgoer(linje: Statuslinje) -> Statusopgoerelse:
    return Statusopgoerelse(
        indsats=linje.indsats.titel,
        gruppe=linje.statusrapport.organ.navn,
        fremdrift=linje.fremdrift,
        fremdrifttekst=linje.get_fremdrift_display(),
        begrundelse=linje.begrundelse,
        siden_sidst=linje.siden_sidst,
        naeste_skridt=linje.naeste_skridt,
        risici=linje.risici,
        indstilling=linje.indstilling,
        eksempel=linje.statusrapport.eksempel,
    )
