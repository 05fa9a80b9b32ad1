"""The frozen data of a meeting's agenda, minutes or packet, and who may read what is made of it."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Max
from django.utils import timezone

from organisering.models import Besoegende, Bilag, Moede
from organisering.queries.indblik import (
    ALT,
    MED_REFERAT,
    OFFENTLIG_DAGSORDEN,
    OFFENTLIGT_REFERAT,
    Indblik,
    indblik_i,
    offentligt_indblik,
)
from organisering.queries.moedebillede import laes_moedebillede
from organisering.queries.punktbillede import Bilagsbillede, Deltagerbillede, Punktbillede
from rapportering.models import Moedetryk
from rapportering.queries.rapport import Snapshot, skabelonversion
from sundhedsaftale.faelles.dansk import dato, dato_kl

INTERN_DAGSORDEN = Indblik(dagsorden=True, beslutninger=False, lukkede=True)


def offentlig_udgave(moede: Moede, slags: str) -> Indblik | None:
    """What everybody may have on paper; None before it is published."""
    offentligt = offentligt_indblik(moede)
    if slags == Moedetryk.Slags.REFERAT:
        return OFFENTLIGT_REFERAT if offentligt.beslutninger else None
    return OFFENTLIG_DAGSORDEN if offentligt.dagsorden else None


def udgave_for(moede: Moede, slags: str, bruger: Besoegende) -> Indblik | None:
    """What this reader may have on paper: the members' version for those who read closed items, else the public one."""
    if not indblik_i(moede, bruger).lukkede:
        return offentlig_udgave(moede, slags)
    if slags != Moedetryk.Slags.REFERAT:
        return INTERN_DAGSORDEN
    return ALT if moede.tilstand in MED_REFERAT else None


def maa_laese_tryk(tryk: Moedetryk, bruger: Besoegende) -> bool:
    """Whether this reader could order the version today: a seat that ended, or minutes taken back, end it."""
    if tryk.offentlig:
        return offentlig_udgave(tryk.moede, tryk.slags) is not None
    udgave = udgave_for(tryk.moede, tryk.slags, bruger)
    return udgave is not None and udgave.lukkede


def moedesnapshot(moede: Moede, slags: str, udgave: Indblik) -> Snapshot:
    """Freeze a meeting as `udgave` shows it; earlier treatments in other bodies are always the public ones.

    Its shape is in `docs/moedetryk.md`.
    """
    billede = laes_moedebillede(moede, bruger=AnonymousUser(), indblik=udgave)
    snapshot: Snapshot = {
        "skema": 1,
        "skabelon": skabelonversion(),
        "slags": slags,
        "overskrift": "Referat" if slags == Moedetryk.Slags.REFERAT else "Dagsorden",
        "offentlig": not udgave.lukkede,
        "moede": _moede(moede, alle_organer=udgave.lukkede),
        "tilstand": _referattilstand(moede) if slags == Moedetryk.Slags.REFERAT else _dagsordentilstand(moede),
        "deltagere": [_deltager(deltager) for deltager in billede.deltagere],
        "punkter": [_punkt(punkt) for punkt in billede.punkter],
    }
    if slags == Moedetryk.Slags.PAKKE:
        snapshot["pakke"] = _pakke(billede.punkter)
    return snapshot


def _moede(moede: Moede, *, alle_organer: bool) -> dict[str, Any]:
    """What heads the paper; a joint body that is not public stands on the members' paper alone."""
    tid = dato_kl(moede.starter)
    if moede.slutter:
        tid += f"–{timezone.localtime(moede.slutter):%H.%M}"
    return {
        "uuid": str(moede.uuid),
        "organ": moede.organ.navn,
        "kort": moede.henvisning,
        "region": moede.organ.region.navn,
        "slags": moede.get_slags_display(),
        "dato": dato(moede.dag),
        "tid": tid,
        "sted": moede.sted,
        "faelles_med": [organ.navn for organ in moede.faelles_med.all() if alle_organer or organ.offentlig],
        "med": [organisation.navn for organisation in moede.med.all()],
    }


def _dagsordentilstand(moede: Moede) -> str:
    match moede.tilstand:
        case Moede.Tilstand.PLANLAGT:
            return "Udkast, ikke sendt ud"
        case Moede.Tilstand.AFLYST:
            return "Mødet er aflyst"
        case _:
            return "Sendt ud"


def _referattilstand(moede: Moede) -> str:
    if moede.tilstand != Moede.Tilstand.REFERAT_GODKENDT:
        return "Udkast, ikke godkendt"
    sidste = moede.godkendelser.aggregate(sidste=Max("tidspunkt"))["sidste"]
    return f"Godkendt {dato(sidste)}" if sidste else "Godkendt"


def _deltager(deltager: Deltagerbillede) -> dict[str, str]:
    parti = f" ({deltager.partibogstav})" if deltager.partibogstav else ""
    suppleant = f" for {deltager.suppleant_for}" if deltager.suppleant_for else ""
    return {
        "navn": f"{deltager.navn}{parti}",
        "titel": deltager.titel,
        "rolle": deltager.rolle,
        "organisation": deltager.organisation,
        "fremmoede": f"{deltager.fremmoedetekst}{suppleant}",
    }


def _punkt(punkt: Punktbillede) -> dict[str, Any]:
    return {
        "anker": punkt.anker,
        "nummer": punkt.nummer,
        "titel": punkt.titel,
        "slags": punkt.slags,
        "under": punkt.under,
        "lukket": punkt.lukket,
        "skjult": punkt.skjult,
        "sagsnummer": punkt.sagsnummer,
        "felter": [{"navn": felt.navn, "overskrift": felt.overskrift, "tekst": felt.tekst} for felt in punkt.felter],
        "uenighed": punkt.uenighed,
        "indstillinger": [
            {"indstiller": gruppe.indstiller, "punkter": list(gruppe.punkter)} for gruppe in punkt.indstillinger
        ],
        "tidligere": [
            {"henvisning": behandling.henvisning, "beslutning": behandling.beslutning} for behandling in punkt.tidligere
        ],
        "emner": [emne.tekst for emne in punkt.emner],
        "beslutning": punkt.beslutning,
        "virkninger": [{"tekst": virkning.tekst, "udfoert": virkning.udfoert} for virkning in punkt.virkninger],
        "bemaerkninger": [
            {
                "fra": bemaerkning.fra,
                "dag": dato(bemaerkning.dag) if bemaerkning.senere else "",
                "tekst": bemaerkning.tekst,
            }
            for bemaerkning in punkt.bemaerkninger
        ],
        "fravaer": [{"navn": et.navn, "slags": et.slags.lower()} for et in punkt.fravaer],
        "bilag": [_bilag(punkt, nummer, bilag) for nummer, bilag in enumerate(punkt.bilag, 1)],
    }


def _bilag(punkt: Punktbillede, nummer: int, bilag: Bilagsbillede) -> dict[str, Any]:
    """A paper with the number it is cited by: `5.1` is the first that this version shows of item 5."""
    return {
        "nummer": f"{punkt.nummer}.{nummer}" if punkt.nummer else str(nummer),
        "titel": bilag.titel,
        "adresse": bilag.adresse,
        "dokid": bilag.dokid,
        "journalnummer": bilag.journalnummer,
        "aabent": bilag.aabent,
    }


def _pakke(punkter: Sequence[Punktbillede]) -> list[dict[str, Any]]:
    """The papers of the packet in order, each with its item's place on the agenda and the file it is read from."""
    noegler = [bilag.pk for punkt in punkter for bilag in punkt.bilag]
    filer = dict(Bilag.objects.filter(pk__in=noegler).values_list("pk", "fil"))
    return [
        {
            "punkt": plads,
            "nummer": _bilag(punkt, nummer, bilag)["nummer"],
            "titel": bilag.titel,
            "fil": filer[bilag.pk],
            "adresse": bilag.adresse,
            "dokid": bilag.dokid,
        }
        for plads, punkt in enumerate(punkter)
        for nummer, bilag in enumerate(punkt.bilag, 1)
    ]
