"""What stands before the first item: body, date, times, place and people."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, time

from organisering.laesning.datoer import find_dato, find_tid, uden
from organisering.laesning.dele import LaestDeltager, Tekstlinje
from organisering.laesning.deltagere import er_tabelhoved
from organisering.laesning.deltagerlister import laes_lister
from organisering.laesning.etiketter import (
    ALLE,
    DOKUMENT,
    DOKUMENTORD,
    ETIKET_AF,
    FREMMOEDE_AF,
    ROLLE_AF,
    del_ved_etiketter,
    etiket_og_vaerdi,
)
from organisering.laesning.inventar import er_tabelstreg
from organisering.laesning.linjer import Linje, som_linje
from organisering.laesning.navne import er_navn
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
_ORGANORD = re.compile(
    r"(?:udvalg|udvalget|forum|gruppe|gruppen|råd|rådet|bestyrelse|bestyrelsen|klynge|klyngen|kkr|dak|sof|kss|styregruppe)\b",
    re.IGNORECASE,
)
_STED_FORAN = re.compile(r"^(?:i|på|ved|hos|lokale|mødelokale|sted:?|virtuelt|online|via)\b", re.IGNORECASE)
_SLUT = re.compile(
    r"^Møde[t]?\s+(?:er\s+|blev\s+)?(?:slut|sluttede|sluttet|hævet|hæves|afsluttet)\b[\s:]*(?P<rest>.*)$", re.IGNORECASE
)
_PUNKTTEGN = re.compile(r"^[•·▪●]\s+")
_UNDTAGEN = re.compile(
    r"^Alle (?:medlemmer |deltagere )?(?:var mødt|mødte|var til stede),? (?:undtagen|bortset fra) (?P<navne>.{3,300}?)"
    r"(?:,? (?:der|som) (?:havde|har) meldt afbud)?\.?$",
    re.IGNORECASE,
)
_BINDEORD = frozenset(("til", "fra", "af", "i", "mødet", "møde", "for"))
_SKEL = " \t,.;:-–—/()"


@dataclass(frozen=True)
class Hoved:
    organ: str = ""
    dato: date | None = None
    start: time | None = None
    slut: time | None = None
    sted: str = ""
    deltagere: tuple[LaestDeltager, ...] = ()
    ikke_forstaaet: tuple[Tekstlinje, ...] = ()
    er_referat: bool = False


@dataclass
class _Laesning:
    """The reading under way: what is found, the list that is open, and what the next line may be."""

    hoved: Hoved = field(default_factory=Hoved)
    lister: list[tuple[str, list[Linje]]] = field(default_factory=list)
    aaben: bool = False
    venter: str = ""
    sted_kan_foelge: bool = False
    tilovers: list[Tekstlinje] = field(default_factory=list)

    def saet(self, **fund: object) -> bool:
        """Set what is still unknown; False when the text already said something else."""
        enig = all(getattr(self.hoved, navn) in (None, "", vaerdi) for navn, vaerdi in fund.items())
        if enig:
            self.hoved = replace(self.hoved, **fund)  # type: ignore[arg-type]  # the names are Hoved's own
        return enig

    def behold(self, linje: Linje) -> None:
        self.tilovers.append(Tekstlinje(linje.nr, linje.tekst))


def laes_hoved(linjer: list[Linje]) -> Hoved:
    """Read the header; a line that is not wholly understood is kept as text too."""
    laesning = _Laesning()
    for hel in (led for linje in linjer for led in _del_ved_etiketter(linje)):
        linje = replace(hel, ren=_PUNKTTEGN.sub("", hel.ren))
        if linje.tom:
            continue
        if not any(genkender(laesning, linje) for genkender in _GENKENDERE):
            laesning.behold(linje)
    deltagere, rest = laes_lister(laesning.lister)
    tilovers = sorted({*laesning.tilovers, *rest}, key=lambda t: t.linje)
    return replace(laesning.hoved, deltagere=tuple(deltagere), ikke_forstaaet=tuple(tilovers))


def laes_slutlinje(linje: Linje) -> time | None:
    """The time of "Mødet sluttede kl. 12.00"."""
    traef = _SLUT.match(linje.ren)
    fund = find_tid(traef["rest"]) if traef else None
    return fund.start if traef and fund and not uden(traef["rest"], fund).strip(_SKEL) else None


def _del_ved_etiketter(linje: Linje) -> list[Linje]:
    if not linje.ren or ":" not in linje.ren:
        return [linje]
    dele = del_ved_etiketter(linje.ren)
    return [linje] if len(dele) == 1 else [som_linje(linje.nr, delen) for delen in dele]


def _slutning(laesning: _Laesning, linje: Linje) -> bool:
    slut = laes_slutlinje(linje)
    return slut is not None and laesning.saet(slut=slut)


def _dokumentord(laesning: _Laesning, linje: Linje) -> bool:
    if noegle(linje.ren) not in DOKUMENT:
        return False
    laesning.hoved = replace(laesning.hoved, er_referat=True)
    laesning.aaben = False
    return True


def _bindeord(laesning: _Laesning, linje: Linje) -> bool:
    """ "til", "mødet i": words of a title that is set over several lines; the body comes on the next."""
    ord_ = noegle(linje.ren).split()
    if not ord_ or not set(ord_) <= _BINDEORD:
        return False
    if ord_[-1] in ("i", "for") or ord_[0] in ("mødet", "møde"):
        laesning.venter = "organ"
    return True


def _etiket(laesning: _Laesning, linje: Linje) -> bool:
    etiket, vaerdi, adskilt = etiket_og_vaerdi(linje.ren)
    art = ETIKET_AF.get(etiket)
    if art is None or not (adskilt or etiket == noegle(linje.ren)):
        return False
    laesning.aaben = False
    if not vaerdi:
        laesning.venter = art
        return True
    return _vaerdi(laesning, art, vaerdi)


def _ventet(laesning: _Laesning, linje: Linje) -> bool:
    """The value of a label that stood alone on the line before."""
    art, laesning.venter = laesning.venter, ""
    etiket, _, _ = etiket_og_vaerdi(linje.ren)
    forstaaet = bool(art) and etiket not in ALLE and _vaerdi(laesning, art, linje.ren)
    if forstaaet and art == "organ" and find_dato(linje.ren):
        laesning.sted_kan_foelge = not laesning.hoved.sted
    return forstaaet


def _vaerdi(laesning: _Laesning, art: str, vaerdi: str) -> bool:
    if art in ("organ", "sted"):
        if art == "organ" and find_dato(vaerdi):
            return _titel_med_dato(laesning, vaerdi, organ_foran=True)
        return len(vaerdi) <= 200 and laesning.saet(**{art: vaerdi.strip(" ,")})
    if art not in ("start", "slut"):
        return _tidspunkt(laesning, vaerdi)
    dato = find_dato(vaerdi)
    rest = uden(vaerdi, dato) if dato else vaerdi
    fund = find_tid(rest)
    enig = dato is None or laesning.saet(dato=dato.dato)
    return bool(fund and not uden(rest, fund).strip(_SKEL) and laesning.saet(**{art: fund.start})) and enig


def _tidspunkt(laesning: _Laesning, tekst: str) -> bool:
    """Date, times and place of one line; True when nothing is left over."""
    dato = find_dato(tekst)
    enig = dato is None or laesning.saet(dato=dato.dato)
    rest = uden(tekst, dato) if dato else tekst
    tid = find_tid(rest)
    if tid:
        enig = laesning.saet(start=tid.start) and (tid.slut is None or laesning.saet(slut=tid.slut)) and enig
        rest = uden(rest, tid)
    rest = rest.strip(_SKEL).removeprefix("kl").strip(_SKEL)
    if _STED_FORAN.match(rest) and len(rest) <= 120:
        return laesning.saet(sted=_uden_forholdsord(rest)) and enig
    return bool(dato or tid) and not rest and enig


def _uden_forholdsord(rest: str) -> str:
    return re.sub(r"^(?:i|på|ved|hos|sted)\b:?\s*", "", rest, flags=re.IGNORECASE)


def _personer(laesning: _Laesning, linje: Linje) -> bool:
    if er_tabelhoved(linje):
        if not laesning.aaben and not er_tabelstreg(linje.tekst):
            laesning.lister.append(("medlemmer", []))
            laesning.aaben = True
        return True
    etiket, vaerdi, adskilt = etiket_og_vaerdi(linje.ren)
    if etiket in ROLLE_AF and adskilt and vaerdi:
        laesning.lister.append((etiket, [som_linje(linje.nr, vaerdi)]))
        laesning.aaben = False
        return True
    if etiket not in FREMMOEDE_AF or (etiket == "sekretariat" and not linje.ren.endswith(":") and not adskilt):
        return False
    if laesning.aaben and etiket in ("sekretariat", "medlemmer") and not linje.ren.endswith(":"):
        return False
    laesning.lister.append((etiket, [som_linje(linje.nr, vaerdi)] if vaerdi else []))
    laesning.aaben = True
    return True


def _titel(laesning: _Laesning, linje: Linje) -> bool:
    """ "Referat fra møde i … den 6. maj 2015 kl. 13:00-15:00", whole or in parts."""
    dokument = _AF_DOKUMENT.match(linje.ren)
    tekst = dokument["rest"] if dokument else linje.ren
    if dokument and tekst and not dokument["led"] and not _AF_MOEDE.match(tekst) and not find_dato(tekst):
        return _organ_alene(laesning, replace(linje, ren=tekst)) and _er_referat(laesning)
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
    return _titel_med_dato(laesning, rest, organ_foran=organ_foran)


def _er_referat(laesning: _Laesning) -> bool:
    laesning.hoved = replace(laesning.hoved, er_referat=True)
    return True


def _titel_bagfra(laesning: _Laesning, linje: Linje) -> bool:
    """ "X - Referat - 21. august 2012" and "X - 21-08-2012"."""
    dele = re.split(r"\s[-–—]\s", linje.ren)
    if not 2 <= len(dele) <= 3 or not 3 <= len(dele[0]) <= 120:
        return False
    dokument = noegle(dele[1]) in DOKUMENT
    dato = dele[-1] if find_dato(dele[-1]) else ""
    if not (dokument and (dato or len(dele) == 2)) and not (dato and len(dele) == 2 and _ORGANORD.search(dele[0])):
        return False
    enig = laesning.saet(organ=dele[0]) and (not dato or _tidspunkt(laesning, dato))
    return (_er_referat(laesning) if dokument else True) and enig


def _alle_undtagen(laesning: _Laesning, linje: Linje) -> bool:
    """ "Alle medlemmer var mødt undtagen X og Y, der havde meldt afbud"."""
    traef = _UNDTAGEN.match(linje.ren)
    if traef is None:
        return False
    laesning.lister.append((noegle("Afbud"), [som_linje(linje.nr, traef["navne"])]))
    return True


def _titel_med_dato(laesning: _Laesning, rest: str, *, organ_foran: bool) -> bool:
    dato = find_dato(rest)
    foran = rest[: dato.fra].strip(_SKEL) if dato else rest.strip(_SKEL)
    if not dato:
        return organ_foran and bool(foran) and len(foran) <= 160 and laesning.saet(organ=foran)
    efter = rest[dato.fra :]
    organ_efter = re.search(r"\bi\s+(?P<organ>[^,]{3,120})$", efter) if not foran else None
    if organ_efter and _ORGANORD.search(organ_efter["organ"]):
        enig = laesning.saet(organ=organ_efter["organ"].strip(_SKEL))
        return _tidspunkt(laesning, efter[: organ_efter.start()]) and enig
    enig = laesning.saet(organ=foran) if foran and organ_foran else not foran
    return _tidspunkt(laesning, efter) and enig


def _dato_alene(laesning: _Laesning, linje: Linje) -> bool:
    klokken = linje.ren[:3].casefold() in ("kl.", "kl ") and find_tid(linje.ren)
    if len(linje.ren) > 200 or not (find_dato(linje.ren) or klokken):
        return False
    if laesning.aaben and laesning.hoved.dato is not None:
        return False
    if not _tidspunkt(laesning, linje.ren):
        return False
    laesning.aaben = False
    laesning.sted_kan_foelge = not laesning.hoved.sted
    return True


def _i_liste(laesning: _Laesning, linje: Linje) -> bool:
    if laesning.aaben:
        laesning.lister[-1][1].append(linje)
    return laesning.aaben


def _sted_efter_dato(laesning: _Laesning, linje: Linje) -> bool:
    """The one short line right after a line that is nothing but the date."""
    kan, laesning.sted_kan_foelge = laesning.sted_kan_foelge, False
    if not kan or not 2 <= len(linje.ren) <= 80 or linje.ren[-1] in ".:;?!" or _ORGANORD.search(linje.ren):
        return False
    return not er_navn(linje.ren) and laesning.saet(sted=_uden_forholdsord(linje.ren))


def _organ_alene(laesning: _Laesning, linje: Linje) -> bool:
    """A short line that is the name of a body."""
    ren = linje.ren
    if not 3 <= len(ren) <= 100 or ren[-1] in ".:;?!," or not ren[0].isupper() or not _ORGANORD.search(ren):
        return False
    return not any(tegn.isdigit() for tegn in ren) and laesning.saet(organ=ren)


_GENKENDERE: tuple[Callable[[_Laesning, Linje], bool], ...] = (
    _dokumentord,
    _ventet,
    _slutning,
    _personer,
    _etiket,
    _alle_undtagen,
    _titel_bagfra,
    _dato_alene,
    _titel,
    _bindeord,
    _i_liste,
    _sted_efter_dato,
    _organ_alene,
)
