"""Measurements from a spreadsheet: what they would change, and the saving of what was agreed to, as one act."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from indsatser.domain.indlaesning import samlet_aendring
from indsatser.models import Indlaesning, Maaling, Maaltal
from indsatser.queries.maalingslinje import med_enhed
from indsatser.queries.maaltilstand import intern_maaltilstand
from organisering.models import Aftale, Bruger
from sundhedsaftale.faelles.arkforslag import Arkforslag, Ikkegemt
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet

FELTER = ("vaerdi", "kilde", "kildeadresse", "periode", "antal", "databrud", "foreloebig", "bemaerkning")
_TO_GANGE = "Måltallet står flere gange med det år i arket."
_FORAELDET = "En anden har ændret målingen, siden du så forslaget."
_KOMMET_TIL = "Der er kommet en måling for det år, siden du så forslaget."
_UKENDT = "Måltallet findes ikke mere."


@dataclass(frozen=True, slots=True)
class Arkraekke:
    """A row as it was understood. A field that is not in `felter` was not written; `fejl` is why it makes no sense."""

    nummer: int
    navn: str
    maaltal: Maaltal | None = None
    aar: int | None = None
    felter: Mapping[str, Any] | None = None
    fejl: str = ""


@dataclass(frozen=True, slots=True)
class Forslag:
    """What a row comes to: `art` is ny, uaendret, aendret or fejl; `foer` and `efter` are value and state in words."""

    nummer: int
    navn: str
    art: str
    maaling: Maaling | None = None
    vaerdi: str = ""
    foer: str = ""
    tilstand_foer: str = ""
    tilstand_efter: str = ""
    fejl: str = ""


@dataclass(frozen=True, slots=True)
class Aftalt:
    """What somebody saw and agreed to: a new measurement, or `maaling` in the version that was seen."""

    nummer: int
    navn: str
    maaltal: int
    aar: int
    felter: Mapping[str, Any]
    maaling: int | None
    version: int | None


def foreslaa_maalinger(raekker: Sequence[Arkraekke]) -> Arkforslag[Forslag]:
    """Compare the rows with what is stored; nothing is saved. The måltal carry their prefetched measurements."""
    gange = Counter((raekke.maaltal.pk, raekke.aar) for raekke in raekker if raekke.maaltal is not None)
    forslag = [_forslag(raekke, gange) for raekke in raekker]
    efter = _tilstande_efter(forslag)
    return Arkforslag(tuple(_med_tilstand(et, efter) for et in forslag))


def gem_aftalte(
    aftale: Aftale, aftalte: Sequence[Aftalt], *, kilde: str, bruger: Bruger
) -> tuple[Indlaesning, list[Ikkegemt]]:
    """Save what was agreed to as one act that can be undone; return it with the rows that could not be saved."""
    maaltal = Maaltal.objects.filter(maalsaetning__aftale=aftale).in_bulk([aftalt.maaltal for aftalt in aftalte])
    ikke_gemt = []
    with samlet_aendring(aftale, slags=Indlaesning.Slags.MAALINGER, kilde=kilde, bruger=bruger) as indlaesning:
        for aftalt in aftalte:
            try:
                _gem(aftalt, maaltal, f"Målinger indlæst fra {kilde}" if kilde else "Målinger indlæst")
            except Regelbrud as brud:
                ikke_gemt.append(Ikkegemt(aftalt.nummer, aftalt.navn, str(brud)))
            except Versionskonflikt:
                ikke_gemt.append(Ikkegemt(aftalt.nummer, aftalt.navn, _FORAELDET))
    return indlaesning, ikke_gemt


def _gem(aftalt: Aftalt, alle: Mapping[int, Maaltal], begrundelse: str) -> None:
    if aftalt.maaltal not in alle:
        raise Regelbrud(_UKENDT)
    maaling = Maaling.objects.filter(maaltal=aftalt.maaltal, aar=aftalt.aar).first()
    if maaling is None:
        if aftalt.maaling is not None:
            raise Regelbrud(_FORAELDET)
        maaling = Maaling(maaltal=alle[aftalt.maaltal], aar=aftalt.aar)
    elif aftalt.maaling is None:
        raise Regelbrud(_KOMMET_TIL)
    elif (maaling.pk, maaling.version) != (aftalt.maaling, aftalt.version):
        raise Regelbrud(_FORAELDET)
    _saet(maaling, aftalt.felter)
    try:
        begrundet(maaling, begrundelse).save()
    except IntegrityError as fejl:  # another made the measurement between our look and our insert
        raise Regelbrud(_KOMMET_TIL) from fejl


def _saet(maaling: Maaling, felter: Mapping[str, Any]) -> None:
    for navn, vaerdi in felter.items():
        setattr(maaling, navn, vaerdi)


def _forslag(raekke: Arkraekke, gange: Mapping[tuple[int, int | None], int]) -> Forslag:
    if raekke.maaltal is None or raekke.aar is None or raekke.felter is None:
        return Forslag(raekke.nummer, raekke.navn, "fejl", fejl=raekke.fejl)
    maaltal = raekke.maaltal
    gemt = next((maaling for maaling in maaltal.maalinger.all() if maaling.aar == raekke.aar), None)
    maaling = Maaling(maaltal=maaltal, aar=raekke.aar) if gemt is None else _kopi(gemt)
    foer = {navn: getattr(maaling, navn) for navn in FELTER}
    _saet(maaling, raekke.felter)
    vist = "" if maaling.vaerdi is None else med_enhed(maaltal, maaling.vaerdi)
    try:
        if gange[maaltal.pk, raekke.aar] > 1:
            raise Regelbrud(_TO_GANGE)
        _kraev_gyldig(maaling)
    except Regelbrud as brud:
        return Forslag(raekke.nummer, raekke.navn, "fejl", vaerdi=vist, fejl=str(brud))
    if gemt is None:
        return Forslag(raekke.nummer, raekke.navn, "ny", maaling, vist)
    efter = {navn: getattr(maaling, navn) for navn in FELTER}
    if foer == efter:
        return Forslag(raekke.nummer, raekke.navn, "uaendret", maaling, vist)
    return Forslag(raekke.nummer, raekke.navn, "aendret", maaling, vist, foer=_forskel(maaltal, foer, efter))


def _kopi(maaling: Maaling) -> Maaling:
    """The stored measurement to try the row on, so that the måltal keeps its own."""
    egne = {felt.attname: getattr(maaling, felt.attname) for felt in Maaling._meta.concrete_fields}
    kopi = Maaling.from_db(None, list(egne), list(egne.values()))
    kopi.maaltal = maaling.maaltal
    return kopi


def _kraev_gyldig(maaling: Maaling) -> None:
    """Raises Regelbrud when the measurement could not be saved as it stands."""
    if not maaling.kilde:
        raise Regelbrud("Skriv, hvor tallet kommer fra, under kilde.")
    try:
        maaling.clean_fields(exclude=["maaltal"])
    except ValidationError as fejl:
        saetninger = [f"{_feltnavn(navn)}: {' '.join(de)}" for navn, de in fejl.message_dict.items()]
        raise Regelbrud(" ".join(saetninger).capitalize()) from fejl


def _forskel(maaltal: Maaltal, foer: Mapping[str, Any], efter: Mapping[str, Any]) -> str:
    """What stood there in the fields that change."""
    aendrede = [navn for navn in FELTER if foer[navn] != efter[navn]]
    return "; ".join(f"{_feltnavn(navn)}: {_ord(maaltal, foer[navn])}" for navn in aendrede)


def _feltnavn(navn: str) -> str:
    felt: Any = Maaling._meta.get_field(navn)
    return str(felt.verbose_name)


def _ord(maaltal: Maaltal, vaerdi: Any) -> str:
    match vaerdi:
        case bool():
            return "ja" if vaerdi else "nej"
        case Decimal():
            return med_enhed(maaltal, vaerdi)
        case None | "":
            return "(tom)"
        case _:
            return str(vaerdi)


def _tilstande_efter(forslag: Iterable[Forslag]) -> dict[int, str]:
    """The state of each måltal when everything that is right is saved."""
    nye: dict[int, list[Maaling]] = {}
    for et in forslag:
        if et.maaling is not None:
            nye.setdefault(et.maaling.maaltal_id, []).append(et.maaling)
    tilstande = {}
    for pk, dens in nye.items():
        maaltal = dens[0].maaltal
        aarene = {maaling.aar for maaling in dens}
        gamle = [maaling for maaling in maaltal.maalinger.all() if maaling.aar not in aarene]
        tilstande[pk] = intern_maaltilstand(maaltal, [*gamle, *dens]).tekst
    return tilstande


def _med_tilstand(forslag: Forslag, efter: Mapping[int, str]) -> Forslag:
    if forslag.maaling is None:
        return forslag
    maaltal = forslag.maaling.maaltal
    nu = intern_maaltilstand(maaltal, maaltal.maalinger.all()).tekst
    return replace(forslag, tilstand_foer=nu, tilstand_efter=efter[maaltal.pk])
