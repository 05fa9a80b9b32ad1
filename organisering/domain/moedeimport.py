"""A meeting plan from a spreadsheet: what it would change, and the saving of what was agreed to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from organisering.domain.moede import afvis_plan, gem_moede
from organisering.models import Bruger, Moede, Organ
from organisering.queries.moedeimport import Planlagte, find_organ, laes_moeder_i_planen, planlagte_organer
from sundhedsaftale.faelles.arkforslag import Arkforslag, Ikkegemt
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

_BEGRUNDELSE = "Mødeplan indlæst fra regneark"
_TO_GANGE = "Organet står flere gange på den dag i arket."
_FLERE = "Organet har flere møder den dag. Ret mødet i portalen."
_HOLDT = "Mødet er holdt og kan ikke flyttes."
_FORAELDET = "En anden har ændret mødet, siden du så forslaget."
_KOMMET_TIL = "Der er kommet et møde den dag, siden du så forslaget."


@dataclass(frozen=True, slots=True)
class Arkraekke:
    """A row as it was understood. What is None was not written and changes nothing; `fejl` is why it makes no sense."""

    nummer: int
    organ: str
    starter: datetime | None = None
    slutter: datetime | None = None
    sted: str | None = None
    slags: str | None = None
    fejl: str = ""


@dataclass(frozen=True, slots=True)
class Forslag:
    """What a row comes to: `art` is ny, uaendret, aendret or fejl; `foer` is the time and place as they stand."""

    nummer: int
    organ: str
    art: str
    moede: Moede | None = None
    foer: str = ""
    fejl: str = ""


@dataclass(frozen=True, slots=True)
class Aftalt:
    """What somebody saw and agreed to: a new meeting, or `moede` in the version that was seen."""

    nummer: int
    hvad: str
    organ: int
    starter: datetime
    slutter: datetime | None
    sted: str
    slags: str
    moede: int | None
    version: int | None


def foreslaa_moeder(raekker: Sequence[Arkraekke], *, bruger: Bruger) -> Arkforslag[Forslag]:
    """Compare the rows with what is planned; nothing is saved."""
    organer = planlagte_organer(bruger)
    fundne: dict[int, Organ | str] = {}
    par: list[tuple[Organ, date]] = []
    for raekke in raekker:
        if raekke.starter is None:
            fundne[raekke.nummer] = raekke.fejl
            continue
        try:
            fundne[raekke.nummer] = organ = find_organ(organer, raekke.organ, timezone.localdate(raekke.starter))
        except Regelbrud as brud:
            fundne[raekke.nummer] = str(brud)
        else:
            par.append((organ, timezone.localdate(raekke.starter)))
    planlagte = laes_moeder_i_planen({organ for organ, _ in par}, {dag for _, dag in par})
    gange = Counter((organ.pk, dag) for organ, dag in par)
    return Arkforslag(tuple(_forslag(raekke, fundne[raekke.nummer], planlagte, gange) for raekke in raekker))


def gem_aftalte(aftalte: Sequence[Aftalt], *, bruger: Bruger) -> list[Ikkegemt]:
    """Save each row by itself and return those that could not be saved."""
    organer = {organ.pk: organ for organ in planlagte_organer(bruger)}
    ikke_gemt = []
    for aftalt in aftalte:
        try:
            _gem(aftalt, organer, bruger)
        except Regelbrud as brud:
            ikke_gemt.append(Ikkegemt(aftalt.nummer, aftalt.hvad, str(brud)))
        except Versionskonflikt:
            ikke_gemt.append(Ikkegemt(aftalt.nummer, aftalt.hvad, _FORAELDET))
    return ikke_gemt


def _forslag(
    raekke: Arkraekke, organ: Organ | str, planlagte: Planlagte, gange: Mapping[tuple[int, date], int]
) -> Forslag:
    if isinstance(organ, str) or raekke.starter is None:
        return Forslag(raekke.nummer, raekke.organ, "fejl", fejl=str(organ))
    dag = timezone.localdate(raekke.starter)
    try:
        if gange[organ.pk, dag] > 1:
            raise Regelbrud(_TO_GANGE)
        moede = _samme(planlagte.get((organ.pk, dag), ()), raekke.starter) or Moede(organ=organ)
        foer = _saet(moede, raekke)
        if not moede._state.adding and foer == _plan(moede):
            return Forslag(raekke.nummer, organ.kaldes, "uaendret", moede)
        if not moede.kan_flyttes:
            raise Regelbrud(_HOLDT)
        er_ny = moede._state.adding
        afvis_plan(
            moede,
            faelles_med=[] if er_ny else list(moede.faelles_med.all()),
            med=[] if er_ny else list(moede.med.all()),
        )
    except Regelbrud as brud:
        return Forslag(raekke.nummer, organ.kaldes, "fejl", Moede(organ=organ, starter=raekke.starter), fejl=str(brud))
    if er_ny:
        return Forslag(raekke.nummer, organ.kaldes, "ny", moede)
    return Forslag(raekke.nummer, organ.kaldes, "aendret", moede, foer=", ".join(filter(None, foer)))


def _samme(moeder: Sequence[Moede], starter: datetime) -> Moede | None:
    """The meeting of the day; of several the one that begins as the row says. Raises Regelbrud."""
    if len(moeder) < 2:
        return moeder[0] if moeder else None
    for moede in moeder:
        if moede.starter == starter:
            return moede
    raise Regelbrud(_FLERE)


def _plan(moede: Moede) -> tuple[str, str, str]:
    return moede.klokken, moede.sted, "" if moede.slags == Moede.Slags.ORDINAERT else moede.get_slags_display()


def _saet(moede: Moede, raekke: Arkraekke) -> tuple[str, str, str]:
    """Put on the meeting what the row says, and return the plan as it was."""
    foer = ("", "", "") if moede._state.adding else _plan(moede)
    moede.starter = raekke.starter  # type: ignore[assignment]  # a row without a beginning has come out as an error
    moede.slutter = moede.slutter if raekke.slutter is None else raekke.slutter
    moede.sted = moede.sted if raekke.sted is None else raekke.sted
    moede.slags = moede.slags if raekke.slags is None else raekke.slags
    return foer


def _gem(aftalt: Aftalt, organer: Mapping[int, Organ], bruger: Bruger) -> None:
    """One agreed row; what has been saved since it was seen is left alone."""
    organ = organer.get(aftalt.organ)
    if organ is None:
        raise Regelbrud("Du planlægger ikke længere møder for organet.")
    dag = timezone.localdate(aftalt.starter)
    if aftalt.moede is None:
        if laes_moeder_i_planen([organ], [dag]).get((organ.pk, dag)):
            raise Regelbrud(_KOMMET_TIL)
        moede = Moede(organ=organ)
    else:
        moede = Moede.objects.select_related("organ").get(pk=aftalt.moede)
        if moede.version != aftalt.version:
            raise Regelbrud(_FORAELDET)
    moede.starter, moede.slutter = aftalt.starter, aftalt.slutter
    moede.sted, moede.slags = aftalt.sted, aftalt.slags
    er_ny = moede._state.adding
    gem_moede(
        moede,
        faelles_med=() if er_ny else moede.faelles_med.all(),
        med=() if er_ny else moede.med.all(),
        bruger=bruger,
        begrundelse=_BEGRUNDELSE,
    )
