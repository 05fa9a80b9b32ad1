"""A meeting's page: what its reader sees of it, and what a writer may do with it."""

from dataclasses import dataclass

from django.utils import timezone

from organisering.models import Besoegende, Moede, Organ, Referatgodkendelse
from organisering.queries.afloesning import overordnet
from organisering.queries.moedebillede import laes_moedebillede
from organisering.queries.moedeplan import MAERKER, Frist, faar_status, frister
from organisering.queries.punktbillede import Moedebillede
from organisering.queries.referathandlinger import Referathandlinger, laes_referathandlinger


@dataclass(frozen=True, slots=True)
class Moedeside:
    """`frister` are for those who write the meeting, `maerke` is the kind of badge its state is shown with.

    `organer` are the bodies that meet, those that the reader sees; `godkendelser` are for those who read the decisions.
    `kan_udgives` says that the agenda waits to be published, and `modtager` tells writers where its cases are sent.
    """

    billede: Moedebillede
    organer: tuple[Organ, ...]
    maerke: str
    frister: tuple[Frist, ...]
    maa_skrive: bool
    maa_udgive: bool
    kan_udgives: bool
    modtager: str
    referat: Referathandlinger | None
    godkendelser: tuple[Referatgodkendelse, ...]


def laes_moedeside(moede: Moede, *, bruger: Besoegende) -> Moedeside:
    """`moede` has its body selected and `faelles_med` prefetched."""
    maa_skrive = bruger.has_perm("organisering.skriv_moede", moede)
    billede = laes_moedebillede(moede, bruger=bruger)
    return Moedeside(
        billede=billede,
        organer=tuple(Organ.objects.synlige_for(bruger).filter(pk__in=moede.organnoegler)),
        maerke=MAERKER[Moede.Tilstand(moede.tilstand)],
        frister=frister(moede, faar_status=faar_status(moede.organ)) if maa_skrive and not moede.er_holdt else (),
        maa_skrive=maa_skrive,
        maa_udgive=bruger.has_perm("organisering.udgiv_moede", moede),
        kan_udgives=_kan_udgives(moede),
        modtager=_modtager(moede.organ) if maa_skrive else "",
        referat=laes_referathandlinger(moede, bruger=bruger) if maa_skrive and bruger.is_authenticated else None,
        godkendelser=tuple(moede.godkendelser.select_related("medlemskab__person", "medlemskab__rolle"))
        if billede.indblik.beslutninger
        else (),
    )


def _modtager(organ: Organ) -> str:
    over = overordnet(organ, timezone.localdate())
    return over.kaldes if over else "et andet organ"


def _kan_udgives(moede: Moede) -> bool:
    udgivet = moede.dagsorden_udgivet or moede.referat_udgivet
    return not udgivet and moede.tilstand not in (Moede.Tilstand.PLANLAGT, Moede.Tilstand.AFLYST)
