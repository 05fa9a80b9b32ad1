"""A round from its opening, when every reporting group gets a draft, to the meeting, when the accepted ones freeze."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from indsatser.models import Indsats
from indsatser.queries.gruppeindsatser import laes_gruppens_indsatser
from organisering.models import Aftale, Bruger, Moede, Organ
from rapportering.models import Rapporteringsrunde, Statuslinje, Statusrapport
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def aabn_runde(moede: Moede, *, aftale: Aftale, frist: date) -> Rapporteringsrunde:
    """Open the meeting's round, with one draft for each group that reports to the meeting's body.

    Called again it adds the groups that have no report yet and changes nothing else. Raises Regelbrud when the
    deadline lies after the meeting, or the agreement is another region's.
    """
    if frist > timezone.localdate(moede.starter):
        raise Regelbrud("Fristen skal ligge før mødet.")
    if aftale.region_id != moede.organ.region_id:
        raise Regelbrud("Aftalen og mødet hører ikke til samme region.")
    runde, _ = Rapporteringsrunde.objects.get_or_create(moede=moede, defaults={"aftale": aftale, "frist": frist})
    dag = timezone.localdate(moede.starter)
    har_allerede = runde.rapporter.values("organ")
    for organ in (
        Organ.objects.gaeldende(dag)
        .filter(refererer_til=moede.organ, spejler__isnull=False)
        .exclude(pk__in=har_allerede)
        .select_related("spejler")
    ):
        _opret_kladde(runde, organ)
    return runde


@transaction.atomic
def frys_runde(moede: Moede, *, bruger: Bruger) -> list[Statusrapport]:
    """Freeze the accepted reports as the meeting saw them, and return them; the rest stay as they are."""
    rapporter = list(
        Statusrapport.objects.select_for_update().filter(runde__moede=moede, tilstand=Statusrapport.Tilstand.GODKENDT)
    )
    for rapport in rapporter:
        rapport.tilstand = Statusrapport.Tilstand.FROSSET
        rapport._history_user = bruger
        begrundet(rapport, f"Forelagt mødet {dato(moede.starter)}").save()
    return rapporter


def _opret_kladde(runde: Rapporteringsrunde, organ: Organ) -> None:
    rapport = Statusrapport(runde=runde, organ=organ)
    begrundet(rapport, "Runden blev åbnet").save()
    indsatser = laes_gruppens_indsatser(runde.aftale, organ)
    sidst = _seneste_linjer(runde, organ)
    Statuslinje.objects.bulk_create(
        _begyndt_linje(rapport, indsats, plads, sidst.get(indsats.pk)) for plads, indsats in enumerate(indsatser, 1)
    )


def _seneste_linjer(runde: Rapporteringsrunde, organ: Organ) -> dict[int, Statuslinje]:
    """Return the lines of the group's newest accepted report before this meeting, by initiative."""
    forrige = (
        Statusrapport.objects.filter(
            organ=organ,
            tilstand__in=(Statusrapport.Tilstand.GODKENDT, Statusrapport.Tilstand.FROSSET),
            runde__aftale=runde.aftale,
            runde__moede__starter__lt=runde.moede.starter,
        )
        .order_by("-runde__moede__starter")
        .first()
    )
    return {linje.indsats_id: linje for linje in forrige.linjer.all()} if forrige else {}


def _begyndt_linje(rapport: Statusrapport, indsats: Indsats, plads: int, sidst: Statuslinje | None) -> Statuslinje:
    linje = Statuslinje(statusrapport=rapport, indsats=indsats, raekkefoelge=plads)
    if sidst is not None:
        for felt in Statuslinje.RAPPORTFELTER:
            setattr(linje, felt, getattr(sidst, felt))
        linje.kopieret = True
    return linje
