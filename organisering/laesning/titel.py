"""The title of minutes: body, date, times and place in one line or spread over several."""

import re
from dataclasses import replace

from organisering.laesning.datoer import find_dato, find_tid, uden
from organisering.laesning.etiketter import DOKUMENT, DOKUMENTORD
from organisering.laesning.hovedstand import Laesning
from organisering.laesning.linjer import Linje
from organisering.laesning.overskrifter import noegle

_AF_MOEDE = re.compile(
    r"^(?:til\s+|fra\s+)?(?:(?:det\s+)?(?:\d+\.\s+)?(?:ordinært\s+|ekstraordinært\s+)?møde[t]?\b)\s*"
    r"(?:(?P<i>i|for|med)\s+)?(?P<rest>.*)$",
    re.IGNORECASE,
)
_AF_DOKUMENT = re.compile(
    rf"^(?:{'|'.join(re.escape(o) for o in sorted(DOKUMENTORD, key=len, reverse=True))})\b\s*"
    r"(?P<led>[-–—:]|fra|af|for|til|over|\t)?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
ORGANORD = re.compile(
    r"(?:udvalg|udvalget|forum|gruppe|gruppen|råd|rådet|bestyrelse|bestyrelsen|klynge|klyngen|kkr|dak|sof|kss|styregruppe)\b",
    re.IGNORECASE,
)
_STED_FORAN = re.compile(r"^(?:i|på|ved|hos|lokale|mødelokale|sted:?|virtuelt|online|via)\b", re.IGNORECASE)
SKEL = " \t,.;:-–—/()"


def titel(laesning: Laesning, linje: Linje) -> bool:
    """ "Referat fra møde i … den 6. maj 2015 kl. 13:00-15:00", whole or in parts."""
    dokument = _AF_DOKUMENT.match(linje.ren)
    tekst = dokument["rest"] if dokument else linje.ren
    if dokument and tekst and not dokument["led"] and not _AF_MOEDE.match(tekst) and not find_dato(tekst):
        return organ_alene(laesning, replace(linje, ren=tekst)) and _er_referat(laesning)
    moede = _AF_MOEDE.match(tekst)
    if not (dokument or moede):
        return False
    if dokument:
        laesning.hoved = replace(laesning.hoved, er_referat=True)
    if not tekst:
        return True
    rest = moede["rest"] if moede else tekst
    organ_foran = bool(moede["i"]) if moede else True
    if not organ_foran and not find_dato(rest):
        return False
    laesning.aaben = False
    return laes_titel_med_dato(laesning, rest, organ_foran=organ_foran)


def _er_referat(laesning: Laesning) -> bool:
    laesning.hoved = replace(laesning.hoved, er_referat=True)
    return True


def titel_bagfra(laesning: Laesning, linje: Linje) -> bool:
    """ "X - Referat - 21. august 2012" and "X - 21-08-2012"."""
    dele = re.split(r"\s[-–—]\s", linje.ren)
    if not 2 <= len(dele) <= 3 or not 3 <= len(dele[0]) <= 120:
        return False
    dokument = noegle(dele[1]) in DOKUMENT
    dato = dele[-1] if find_dato(dele[-1]) else ""
    if not (dokument and (dato or len(dele) == 2)) and not (dato and len(dele) == 2 and ORGANORD.search(dele[0])):
        return False
    enig = laesning.saet(organ=dele[0]) and (not dato or laes_tidspunkt(laesning, dato))
    return (_er_referat(laesning) if dokument else True) and enig


def laes_titel_med_dato(laesning: Laesning, rest: str, *, organ_foran: bool) -> bool:
    dato = find_dato(rest)
    foran = rest[: dato.fra].strip(SKEL) if dato else rest.strip(SKEL)
    if not dato:
        return organ_foran and bool(foran) and len(foran) <= 160 and laesning.saet(organ=foran)
    efter = rest[dato.fra :]
    organ_efter = re.search(r"\bi\s+(?P<organ>[^,]{3,120})$", efter) if not foran else None
    if organ_efter and ORGANORD.search(organ_efter["organ"]):
        enig = laesning.saet(organ=organ_efter["organ"].strip(SKEL))
        return laes_tidspunkt(laesning, efter[: organ_efter.start()]) and enig
    enig = laesning.saet(organ=foran) if foran and organ_foran else not foran
    return laes_tidspunkt(laesning, efter) and enig


def organ_alene(laesning: Laesning, linje: Linje) -> bool:
    """A short line that is the name of a body."""
    ren = linje.ren
    if not 3 <= len(ren) <= 100 or ren[-1] in ".:;?!," or not ren[0].isupper() or not ORGANORD.search(ren):
        return False
    return not any(tegn.isdigit() for tegn in ren) and laesning.saet(organ=ren)


def laes_tidspunkt(laesning: Laesning, tekst: str) -> bool:
    """Date, times and place of one line; True when nothing is left over."""
    dato = find_dato(tekst)
    enig = dato is None or laesning.saet(dato=dato.dato)
    rest = uden(tekst, dato) if dato else tekst
    tid = find_tid(rest)
    if tid:
        enig = laesning.saet(start=tid.start) and (tid.slut is None or laesning.saet(slut=tid.slut)) and enig
        rest = uden(rest, tid)
    rest = rest.strip(SKEL).removeprefix("kl").strip(SKEL)
    if _STED_FORAN.match(rest) and len(rest) <= 120:
        return laesning.saet(sted=uden_forholdsord(rest)) and enig
    return bool(dato or tid) and not rest and enig


def uden_forholdsord(rest: str) -> str:
    return re.sub(r"^(?:i|på|ved|hos|sted)\b:?\s*", "", rest, flags=re.IGNORECASE)
