"""The ladder: a case is put on the next body's agenda with all that was written about it."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from organisering.domain.dagsordenspunkt import TEKSTER, saet_paa
from organisering.domain.laas import laas_moeder
from organisering.models import Bilag, Bruger, Dagsordenspunkt, Indstilling, Moede, Ordlyd, Sag
from organisering.queries.modtagermoede import laes_modtagermoeder
from organisering.udvidelser import tilmeldte
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def send_videre(punkt: Dagsordenspunkt, *, moede: Moede, bruger: Bruger) -> Dagsordenspunkt:
    """Put the item's case on a meeting of a body above, recommended by the body that sends it. Return the new item.

    Texts, recommendation, dissent, papers (the same files) and what it concerns go along; the decision and what it
    changes stay. Raises Regelbrud.
    """
    if punkt.fast:
        raise Regelbrud("Et fast punkt hører til sit eget møde og kan ikke sendes videre.")
    egen, maal = laas_moeder(punkt.moede, moede)
    punkt = Dagsordenspunkt.objects.get(pk=punkt.pk)
    punkt.moede = egen
    sag = _laas_sag(punkt, bruger)
    _afvis_maal(punkt, sag, maal, bruger)
    nyt = Dagsordenspunkt(sag=sag, sendt_fra=punkt, **{felt: getattr(punkt, felt) for felt in TEKSTER})
    saet_paa(maal, begrundet(nyt, f"Sendt fra {punkt.henvisning}"), bruger=bruger)
    _foelg_med(punkt, nyt, bruger)
    for udvidelse in tilmeldte():
        udvidelse.send_med(punkt, nyt, bruger=bruger)
    return nyt


def _laas_sag(punkt: Dagsordenspunkt, bruger: Bruger) -> Sag:
    """Hold the case, so that two who send it at once take turns; an item without one begins it here."""
    if punkt.sag_id is not None:
        return Sag.objects.select_for_update().get(pk=punkt.sag_id)
    if punkt.laast:
        raise Regelbrud("Punktet er låst og hører ikke til en sag. Sæt det på den næste dagsorden som et nyt punkt.")
    sag = Sag(titel=punkt.titel, organ=punkt.moede.organ)
    sag._history_user = bruger
    sag.save()
    punkt.sag = sag
    punkt._history_user = bruger
    punkt.save(update_fields=["sag"])
    return sag


def _afvis_maal(punkt: Dagsordenspunkt, sag: Sag, maal: Moede, bruger: Bruger) -> None:
    """Raise Regelbrud unless the meeting can take the case."""
    if maal.pk not in {moede.pk for moede in laes_modtagermoeder(punkt)}:
        raise Regelbrud("Vælg et kommende møde i et organ højere oppe.")
    if sag.punkter.filter(moede=maal).exists():
        raise Regelbrud(f"Sagen står allerede på dagsordenen for {maal}.")
    kommende = Moede.objects.kommende(timezone.now()).filter(organ=maal.organ)
    andet = sag.punkter.filter(Q(moede__in=kommende)).select_related("moede__organ").first()
    if andet is not None:
        raise Regelbrud(f"Sagen står allerede på et andet kommende møde: {andet.moede}.")
    if maal.tilstand != Moede.Tilstand.PLANLAGT and not (bruger.is_superuser or bruger.skriver_i(maal)):
        raise Regelbrud(
            f"Dagsordenen for mødet {dato(maal.dag)} er sendt ud. "
            f"Bed sekretæren for {maal.organ.kaldes} om at tage sagen med."
        )


def _foelg_med(punkt: Dagsordenspunkt, nyt: Dagsordenspunkt, bruger: Bruger) -> None:
    """Copy what hangs on the item; a paper's file is shared, not copied."""
    afsender = punkt.moede.organ.navn
    raekker: list[Indstilling | Bilag | Ordlyd] = [
        Indstilling(punkt=nyt, raekkefoelge=et.raekkefoelge, indstiller=afsender, tekst=et.tekst)
        for et in punkt.indstillinger.all()
    ]
    raekker += [
        Bilag(
            punkt=nyt,
            raekkefoelge=et.raekkefoelge,
            titel=et.titel,
            aabent=et.aabent,
            fil=et.fil.name,
            filnavn=et.filnavn,
            adresse=et.adresse,
            dokid=et.dokid,
            journalnummer=et.journalnummer,
        )
        for et in punkt.bilag.all()
    ]
    if ordlyd := Ordlyd.objects.filter(punkt=punkt).first():
        raekker.append(Ordlyd(punkt=nyt, titel=ordlyd.titel, udeladt=ordlyd.udeladt))
    for raekke in raekker:
        raekke._history_user = bruger
        raekke.save()
