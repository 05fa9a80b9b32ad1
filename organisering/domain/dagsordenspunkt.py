"""Writing an agenda: items are put on it, edited and taken off again; `punktplads.py` moves them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction

from organisering.domain.bilag import fjern_bilag
from organisering.domain.dagsorden import foej_faste_punkter_til
from organisering.domain.laas import laas_punkt, laas_skrivbart
from organisering.domain.nummerering import nummerer
from organisering.models import Bruger, Dagsordenspunkt, Indstilling, Moede, Sag
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.sporet import Sporet

TEKSTER = (
    "titel",
    "slags",
    "lukket",
    "sagsresume",
    "sagsfremstilling",
    "oekonomi",
    "koordinering",
    "godkendt_af",
    "tidligere_beslutninger",
    "uenighed",
)
_HOEJST = 300
_R = TypeVar("_R", bound=Sporet)
_SIDST = (Dagsordenspunkt.Fast.BERETNINGER, Dagsordenspunkt.Fast.EVENTUELT)


@dataclass(frozen=True, slots=True)
class Indstillingslinje:
    """One point as it was written: who recommends, and what."""

    indstiller: str
    tekst: str


@transaction.atomic
def opret_punkt(punkt: Dagsordenspunkt, *, sagsnummer: str = "", bruger: Bruger) -> Dagsordenspunkt:
    """Put a new item on an agenda, before its last standing items; without a case it begins one.

    A case that a body the user writes for has treated before brings along what was written then. Raises Regelbrud.
    """
    moede = laas_skrivbart(punkt.moede)
    if punkt.sag is not None and moede.punkter.filter(sag=punkt.sag).exists():
        raise Regelbrud("Sagen står allerede på mødets dagsorden.")
    if punkt.sag is not None:
        egne = punkt.sag.punkter.filter(moede__organ__in=bruger.skriveorganer_i(moede))
        _arv(punkt, egne.order_by("-moede__starter").first())
    elif not punkt.fast:
        punkt.sag = _gem(Sag(titel=punkt.titel, sagsnummer=sagsnummer, organ=moede.organ), bruger)
    return saet_paa(moede, punkt, bruger=bruger)


def saet_paa(moede: Moede, punkt: Dagsordenspunkt, *, bruger: Bruger) -> Dagsordenspunkt:
    """Save a new item in its place on a meeting that is held, with the standing items when it is the first."""
    foej_faste_punkter_til(moede, bruger=bruger)
    punkter = list(moede.punkter.all())
    if len(punkter) >= _HOEJST:
        raise Regelbrud(f"En dagsorden har plads til {_HOEJST} punkter.")
    punkt.moede = moede
    punkt.raekkefoelge = punkter[-1].raekkefoelge + 1 if punkter else 0
    _gem(punkt, bruger)
    nummerer(moede, _med_ny(moede, punkter, punkt), bruger=bruger)
    return punkt


@transaction.atomic
def gem_punkt(
    punkt: Dagsordenspunkt, *, indstillinger: Sequence[Indstillingslinje], sagsnummer: str, bruger: Bruger
) -> Dagsordenspunkt:
    """Save what is written in an item; `punkt` carries the version that was seen. Return it as it is stored now.

    Somebody who has only moved the item or written its decision in the meantime stands in nobody's way.
    Raises Regelbrud, Versionskonflikt.
    """
    gemt = laas_punkt(punkt)
    if gemt.version != punkt.version and _omskrevet(gemt, punkt.version):
        raise Versionskonflikt(punkt)
    nye = [linje for linje in indstillinger if linje.tekst]
    rettet = any(getattr(gemt, felt) != getattr(punkt, felt) for felt in TEKSTER)
    for felt in TEKSTER:
        setattr(gemt, felt, getattr(punkt, felt))
    if rettet or nye != laes_indstillinger(gemt):
        _gem(gemt, bruger)
        _saet_indstillinger(gemt, nye, bruger)
    _foelg_med_sagen(gemt, sagsnummer, bruger)
    return gemt


@transaction.atomic
def slet_punkt(punkt: Dagsordenspunkt, *, bruger: Bruger) -> None:
    """Take an item off an agenda that is not sent out, with its papers and a case that was its alone.

    Raises Regelbrud.
    """
    gemt = laas_punkt(punkt)
    moede = gemt.moede
    if moede.tilstand != Moede.Tilstand.PLANLAGT:
        raise Regelbrud("Dagsordenen er sendt ud, så punktet kan ikke slettes.")
    if gemt.underpunkter.exists():
        raise Regelbrud("Punktet har underpunkter. Flyt eller slet dem først.")
    if gemt.sendt_til.exists():
        raise Regelbrud("Punktet er sendt videre til et andet organ og kan ikke slettes.")
    for bilag in gemt.bilag.all():
        fjern_bilag(bilag, bruger=bruger)
    sag = gemt.sag
    gemt._history_user = bruger
    gemt.delete()
    if sag is not None and not sag.punkter.exists():
        sag._history_user = bruger
        sag.delete()
    nummerer(moede, list(moede.punkter.all()), bruger=bruger)


def laes_indstillinger(punkt: Dagsordenspunkt) -> list[Indstillingslinje]:
    return [Indstillingslinje(et.indstiller, et.tekst) for et in punkt.indstillinger.all()]


def _arv(punkt: Dagsordenspunkt, sidste: Dagsordenspunkt | None) -> None:
    """Fill what is empty from the case's last treatment; what was closed then stays closed."""
    for felt in TEKSTER if sidste else ():
        setattr(punkt, felt, getattr(punkt, felt) or getattr(sidste, felt))


def _omskrevet(gemt: Dagsordenspunkt, laest: int) -> bool:
    """Whether the words have changed since version `laest`; a changed recommendation is saved after its item."""
    senere = Dagsordenspunkt.historik.filter(id=gemt.pk, version__gt=laest).order_by("version").first()
    dengang = Dagsordenspunkt.historik.filter(id=gemt.pk, version=laest).first()
    if senere is None or dengang is None or any(getattr(dengang, felt) != getattr(gemt, felt) for felt in TEKSTER):
        return True
    return bool(Indstilling.historik.filter(punkt_id=gemt.pk, history_date__gte=senere.history_date).exists())


def _saet_indstillinger(punkt: Dagsordenspunkt, linjer: Sequence[Indstillingslinje], bruger: Bruger) -> None:
    """Make the stored points the given ones, place by place."""
    gemte = list(punkt.indstillinger.all())
    for plads, linje in enumerate(linjer):
        raekke = gemte[plads] if plads < len(gemte) else Indstilling(punkt=punkt)
        if (raekke.indstiller, raekke.tekst, raekke.raekkefoelge) != (linje.indstiller, linje.tekst, plads + 1):
            raekke.indstiller, raekke.tekst, raekke.raekkefoelge = linje.indstiller, linje.tekst, plads + 1
            _gem(raekke, bruger)
    for raekke in gemte[len(linjer) :]:
        raekke._history_user = bruger
        raekke.delete()


def _foelg_med_sagen(punkt: Dagsordenspunkt, sagsnummer: str, bruger: Bruger) -> None:
    """A case that has been treated nowhere else is called what its item is called."""
    sag = punkt.sag
    if sag is None:
        return
    titel = sag.titel if sag.punkter.exclude(pk=punkt.pk).exists() else punkt.titel
    if (sag.titel, sag.sagsnummer) != (titel, sagsnummer):
        sag.titel, sag.sagsnummer = titel, sagsnummer
        _gem(sag, bruger)


def _med_ny(moede: Moede, punkter: list[Dagsordenspunkt], ny: Dagsordenspunkt) -> list[Dagsordenspunkt]:
    if moede.tilstand != Moede.Tilstand.PLANLAGT:
        return [*punkter, ny]
    foer = next((plads for plads, punkt in enumerate(punkter) if punkt.fast in _SIDST), len(punkter))
    return [*punkter[:foer], ny, *punkter[foer:]]


def _gem(raekke: _R, bruger: Bruger) -> _R:
    raekke._history_user = bruger
    raekke.save()
    return raekke
