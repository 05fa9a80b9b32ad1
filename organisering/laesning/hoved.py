"""What stands before the first item: body, date, times, place and people."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import time

from organisering.laesning.datoer import find_dato, find_tid, uden
from organisering.laesning.deltagere import er_tabelhoved
from organisering.laesning.deltagerlister import laes_lister
from organisering.laesning.etiketter import (
    ALLE,
    DOKUMENT,
    ETIKET_AF,
    FREMMOEDE_AF,
    ROLLE_AF,
    del_ved_etiketter,
    etiket_og_vaerdi,
)
from organisering.laesning.hovedstand import Hoved, Laesning
from organisering.laesning.inventar import er_tabelstreg
from organisering.laesning.linjer import Linje, som_linje
from organisering.laesning.navne import er_navn
from organisering.laesning.overskrifter import noegle
from organisering.laesning.titel import (
    ORGANORD,
    SKEL,
    laes_tidspunkt,
    laes_titel_med_dato,
    organ_alene,
    titel,
    titel_bagfra,
    uden_forholdsord,
)

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


def laes_hoved(linjer: list[Linje]) -> Hoved:
    """Read the header; a line that is not wholly understood is kept as text too."""
    laesning = Laesning()
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
    return fund.start if traef and fund and not uden(traef["rest"], fund).strip(SKEL) else None


def _del_ved_etiketter(linje: Linje) -> list[Linje]:
    if not linje.ren or ":" not in linje.ren:
        return [linje]
    dele = del_ved_etiketter(linje.ren)
    return [linje] if len(dele) == 1 else [som_linje(linje.nr, delen) for delen in dele]


def _slutning(laesning: Laesning, linje: Linje) -> bool:
    slut = laes_slutlinje(linje)
    return slut is not None and laesning.saet(slut=slut)


def _dokumentord(laesning: Laesning, linje: Linje) -> bool:
    if noegle(linje.ren) not in DOKUMENT:
        return False
    laesning.hoved = replace(laesning.hoved, er_referat=True)
    laesning.aaben = False
    return True


def _bindeord(laesning: Laesning, linje: Linje) -> bool:
    """ "til", "mødet i": words of a title that is set over several lines; the body comes on the next."""
    ord_ = noegle(linje.ren).split()
    if not ord_ or not set(ord_) <= _BINDEORD:
        return False
    if ord_[-1] in ("i", "for") or ord_[0] in ("mødet", "møde"):
        laesning.venter = "organ"
    return True


def _etiket(laesning: Laesning, linje: Linje) -> bool:
    etiket, vaerdi, adskilt = etiket_og_vaerdi(linje.ren)
    art = ETIKET_AF.get(etiket)
    if art is None or not (adskilt or etiket == noegle(linje.ren)):
        return False
    laesning.aaben = False
    if not vaerdi:
        laesning.venter = art
        return True
    return _vaerdi(laesning, art, vaerdi)


def _ventet(laesning: Laesning, linje: Linje) -> bool:
    """The value of a label that stood alone on the line before."""
    art, laesning.venter = laesning.venter, ""
    etiket, _, _ = etiket_og_vaerdi(linje.ren)
    forstaaet = bool(art) and etiket not in ALLE and _vaerdi(laesning, art, linje.ren)
    if forstaaet and art == "organ" and find_dato(linje.ren):
        laesning.sted_kan_foelge = not laesning.hoved.sted
    return forstaaet


def _vaerdi(laesning: Laesning, art: str, vaerdi: str) -> bool:
    if art in ("organ", "sted"):
        if art == "organ" and find_dato(vaerdi):
            return laes_titel_med_dato(laesning, vaerdi, organ_foran=True)
        return len(vaerdi) <= 200 and laesning.saet(**{art: vaerdi.strip(" ,")})
    if art not in ("start", "slut"):
        return laes_tidspunkt(laesning, vaerdi)
    dato = find_dato(vaerdi)
    rest = uden(vaerdi, dato) if dato else vaerdi
    fund = find_tid(rest)
    enig = dato is None or laesning.saet(dato=dato.dato)
    return bool(fund and not uden(rest, fund).strip(SKEL) and laesning.saet(**{art: fund.start})) and enig


def _personer(laesning: Laesning, linje: Linje) -> bool:
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


def _alle_undtagen(laesning: Laesning, linje: Linje) -> bool:
    """ "Alle medlemmer var mødt undtagen X og Y, der havde meldt afbud"."""
    traef = _UNDTAGEN.match(linje.ren)
    if traef is None:
        return False
    laesning.lister.append((noegle("Afbud"), [som_linje(linje.nr, traef["navne"])]))
    return True


def _dato_alene(laesning: Laesning, linje: Linje) -> bool:
    klokken = linje.ren[:3].casefold() in ("kl.", "kl ") and find_tid(linje.ren)
    if len(linje.ren) > 200 or not (find_dato(linje.ren) or klokken):
        return False
    if laesning.aaben and laesning.hoved.dato is not None:
        return False
    if not laes_tidspunkt(laesning, linje.ren):
        return False
    laesning.aaben = False
    laesning.sted_kan_foelge = not laesning.hoved.sted
    return True


def _i_liste(laesning: Laesning, linje: Linje) -> bool:
    if laesning.aaben:
        laesning.lister[-1][1].append(linje)
    return laesning.aaben


def _sted_efter_dato(laesning: Laesning, linje: Linje) -> bool:
    """The one short line right after a line that is nothing but the date."""
    kan, laesning.sted_kan_foelge = laesning.sted_kan_foelge, False
    if not kan or not 2 <= len(linje.ren) <= 80 or linje.ren[-1] in ".:;?!" or ORGANORD.search(linje.ren):
        return False
    return not er_navn(linje.ren) and laesning.saet(sted=uden_forholdsord(linje.ren))


_GENKENDERE: tuple[Callable[[Laesning, Linje], bool], ...] = (
    _dokumentord,
    _ventet,
    _slutning,
    _personer,
    _etiket,
    _alle_undtagen,
    titel_bagfra,
    _dato_alene,
    titel,
    _bindeord,
    _i_liste,
    _sted_efter_dato,
    organ_alene,
)
