"""Minutes that were read from a text become a held meeting with its people, items, decisions and papers."""

from collections.abc import Mapping
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from organisering.domain.fremmoede import opret_deltagelser
from organisering.domain.laas import laas_organer
from organisering.domain.moede import gem_moede
from organisering.laesning import LaestDeltager, LaestPunkt, LaestReferat
from organisering.laesning.navne import navnenoegle
from organisering.laesning.overskrifter import noegle
from organisering.models import (
    Bilag,
    Bruger,
    Dagsordenspunkt,
    Deltagelse,
    Indstilling,
    Medlemskab,
    Moede,
    Organ,
    Punktfravaer,
    Sag,
)
from organisering.models.moede import MoedeQuerySet
from organisering.queries.referatimport import pladser_ved_navn, punkttekster
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet
from sundhedsaftale.faelles.sporet import Sporet

HVORFOR = "Indlæst fra et referat"
_AFSTAND = 100
_FASTE = {
    **{noegle(fast.label): fast for fast in Dagsordenspunkt.Fast if fast},
    noegle("Godkendelse af dagsordenen"): Dagsordenspunkt.Fast.DAGSORDEN,
    noegle("Godkendelse af referatet"): Dagsordenspunkt.Fast.REFERAT,
    noegle("Evt."): Dagsordenspunkt.Fast.EVENTUELT,
}
_R = TypeVar("_R", bound=Sporet)


@transaction.atomic
def indlaes_referat(laest: LaestReferat, moede: Moede, *, bruger: Bruger) -> Moede:
    """Save what was read, all of it or nothing; `moede` is new and has its body, times and place.

    A meeting that was planned for that very time is used when nothing is written on its agenda. The meeting counts as
    held; nothing is sent out, approved or published. Raises Regelbrud.
    """
    if not laest.punkter:
        raise Regelbrud("Der er ingen punkter i teksten, så der er intet at gemme.")
    if moede.starter > timezone.now():
        raise Regelbrud("Mødet er ikke holdt endnu, så det kan ikke have et referat. Ret datoen.")
    laas_organer([moede.organ, *Organ.objects.filter(faellesmoeder__in=_paa_tidspunktet(moede))])
    moede = _planlagt(moede)
    moede.tilstand = Moede.Tilstand.AFHOLDT
    faelles, partnere = ([], []) if moede._state.adding else (moede.faelles_med.all(), moede.med.all())
    gem_moede(moede, faelles_med=faelles, med=partnere, bruger=bruger, begrundelse=HVORFOR)
    deltagelser = _opret_deltagelser(laest, moede, bruger)
    over: dict[str, Dagsordenspunkt] = {}
    for plads, laest_punkt in enumerate(laest.punkter, 1):
        punkt = _opret_punkt(laest_punkt, moede, plads, over, bruger)
        _opret_fravaer(laest_punkt, punkt, deltagelser, bruger)
    return moede


def _paa_tidspunktet(moede: Moede) -> MoedeQuerySet:
    return Moede.objects.filter(organ=moede.organ, starter=moede.starter).exclude(tilstand=Moede.Tilstand.AFLYST)


def _planlagt(moede: Moede) -> Moede:
    """The meeting itself, or the one that stands in the plan at that time, with the place and end that were read."""
    planlagte = _paa_tidspunktet(moede).select_related("organ")
    fandtes = planlagte.select_for_update(of=("self",), no_key=True).first()
    if fandtes is None:
        return moede
    if fandtes.er_holdt or fandtes.punkter.exists():
        raise Regelbrud(
            f"{fandtes.organ.kaldes} har allerede et møde {dato(fandtes.dag)} {fandtes.klokken} med en dagsorden. "
            "Et referat kan kun indlæses til et møde, der ikke er skrevet på."
        )
    fandtes.slutter = moede.slutter or fandtes.slutter
    fandtes.sted = moede.sted or fandtes.sted
    return fandtes


def _opret_deltagelser(laest: LaestReferat, moede: Moede, bruger: Bruger) -> dict[str, Deltagelse]:
    """The people of the text by name; where the text lists nobody, those with a seat that day, unmarked."""
    if not laest.deltagere:
        raekker = opret_deltagelser(moede, bruger=bruger)
        return {navnenoegle(raekke.navn): raekke for raekke in raekker}
    pladser = pladser_ved_navn(moede.organ, moede.dag)
    return {
        navnenoegle(person.navn): _gem(_deltagelse(person, moede, nummer, pladser), bruger)
        for nummer, person in enumerate(laest.deltagere, 1)
    }


def _deltagelse(person: LaestDeltager, moede: Moede, nummer: int, pladser: Mapping[str, Medlemskab]) -> Deltagelse:
    bogstav = person.parti if len(person.parti) <= 3 else ""
    organisation = ", ".join(filter(None, (person.organisation, "" if bogstav else person.parti)))
    return Deltagelse(
        moede=moede,
        medlemskab=pladser.get(navnenoegle(person.navn)),
        raekkefoelge=nummer,
        navn=person.navn,
        titel=_hoejst(person.titel, 200, person.navn),
        rolle=_hoejst(person.rolle, 100, person.navn),
        organisation=_hoejst(organisation, 200, person.navn),
        partibogstav=bogstav,
        fremmoede=person.fremmoede,
        suppleant_for=_hoejst(person.suppleant_for, 200, person.navn),
    )


def _opret_punkt(
    laest: LaestPunkt, moede: Moede, plads: int, over: dict[str, Dagsordenspunkt], bruger: Bruger
) -> Dagsordenspunkt:
    """Save an item with its case, recommendations and papers; `over` are the items of one level so far, by number."""
    hvor = f"Punkt {laest.nummer or plads}"
    fast = _FASTE.get(noegle(laest.titel), Dagsordenspunkt.Fast.INTET)
    if fast and moede.punkter.filter(fast=fast).exists():
        fast = Dagsordenspunkt.Fast.INTET
    hoved, _, under = laest.nummer.partition(".")
    punkt = Dagsordenspunkt(
        moede=moede,
        sag=None if fast and not laest.sagsnummer else _sag(laest, moede, hvor, bruger),
        overpunkt=over.get(hoved) if under and int(under) else None,
        raekkefoelge=plads * _AFSTAND,
        nummer=_hoejst(laest.nummer, 12, hvor),
        fast=fast,
        slags=laest.slags,
        lukket=not laest.aaben,
        titel=_hoejst(laest.titel or "Uden titel", 300, hvor),
        **punkttekster(laest),
    )
    _gem(punkt, bruger)
    if not under or not int(under):
        over[hoved] = punkt
    for nummer, tekst in enumerate(laest.indstillinger, 1):
        indstiller = _hoejst(laest.indstiller, 200, hvor)
        _gem(Indstilling(punkt=punkt, raekkefoelge=nummer, indstiller=indstiller, tekst=tekst), bruger)
    for nummer, bilag in enumerate(laest.bilag, 1):
        raekke = Bilag(
            punkt=punkt,
            raekkefoelge=nummer,
            titel=_hoejst(bilag.titel, 300, hvor),
            aabent=bilag.aaben,
            dokid=_hoejst(bilag.dokid, 50, hvor),
            journalnummer=_hoejst(bilag.journalnummer, 60, hvor),
        )
        _gem(raekke, bruger)
    return punkt


def _sag(laest: LaestPunkt, moede: Moede, hvor: str, bruger: Bruger) -> Sag:
    """The body's case of the same number and title when it has one that is not on this agenda, else a new one."""
    titel, nummer = _hoejst(laest.titel or "Uden titel", 300, hvor), _hoejst(laest.sagsnummer, 60, hvor)
    kendt = Sag.objects.filter(organ=moede.organ, sagsnummer=nummer, titel=titel).exclude(punkter__moede=moede).first()
    return kendt if kendt and nummer else _gem(Sag(titel=titel, sagsnummer=nummer, organ=moede.organ), bruger)


def _opret_fravaer(
    laest: LaestPunkt, punkt: Dagsordenspunkt, deltagelser: dict[str, Deltagelse], bruger: Bruger
) -> None:
    """Who took no part in the item; somebody the header does not name comes on the meeting's list too."""
    for navn in laest.fravaerende:
        deltagelse = deltagelser.get(navnenoegle(navn))
        if deltagelse is None:
            ny = Deltagelse(moede=punkt.moede, raekkefoelge=len(deltagelser) + 1, navn=navn)
            deltagelse = deltagelser[navnenoegle(navn)] = _gem(ny, bruger)
        _gem(Punktfravaer(punkt=punkt, deltagelse=deltagelse), bruger)


def _hoejst(tekst: str, tegn: int, hvor: str) -> str:
    if len(tekst) > tegn:
        raise Regelbrud(f"{hvor}: »{tekst[:40]}…« er længere end {tegn} tegn. Del linjen i teksten, og prøv igen.")
    return tekst


def _gem(raekke: _R, bruger: Bruger) -> _R:
    raekke._history_user = bruger
    begrundet(raekke, HVORFOR).save()
    return raekke
