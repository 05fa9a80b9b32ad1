"""The whole: minutes as text in, frozen rows out. Nothing is saved, corrected or made up."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from organisering.laesning.dele import (
    FASTE_FELTER,
    IntetReferat,
    LaestDeltager,
    LaestPunkt,
    LaestReferat,
    Slags,
    Tekstlinje,
)
from organisering.laesning.deltagerlister import deltagere_af
from organisering.laesning.hoved import laes_hoved, laes_slutlinje
from organisering.laesning.hovedstand import Hoved
from organisering.laesning.inddeling import Inddeling, Punktblok, inddel
from organisering.laesning.linjer import Linje, del_i_linjer, som_tekst
from organisering.laesning.navne import navnenoegle
from organisering.laesning.overskrifter import noegle
from organisering.laesning.punkter import Laest, laes_punkt
from organisering.laesning.punktformer import GRUPPE_AF, Kandidat, laes_titel
from organisering.laesning.samling import saml

INTET = (
    "Teksten ligner ikke et referat: der mangler et hoved med organ og dato "
    "eller nummererede punkter med overskrifter som Indstilling og Beslutning."
)
# How many lines from the end "Mødet sluttede kl. 12" is looked for.
_SLUTLINJER = 40
_BOGSTAVSLAGS = re.compile(r"\s*\(([BDO])\)$")
_SLAGS_AF_BOGSTAV: dict[str, Slags] = {"B": "beslutning", "D": "droeftelse", "O": "orientering"}


def laes_referat(tekst: str) -> LaestReferat:
    """Read minutes. Raises IntetReferat, with a sentence for the reader, when the text is none."""
    linjer, inventar = del_i_linjer(tekst)
    slut = _tag_slutlinje(linjer)
    inddeling = inddel(linjer)
    hovedlinjer, gruppe = _uden_gruppe(inddeling.hoved)
    hoved = laes_hoved(hovedlinjer)
    laeste = list(_laes_blokke(inddeling.blokke, hoved, gruppe))
    _kraev_referat(hoved, inddeling, laeste)
    tilovers = {
        *hoved.ikke_forstaaet,
        *(Tekstlinje(linje.nr, linje.tekst) for linje in inddeling.afvigende),
        *(linje for laest in laeste for linje in laest.ikke_forstaaet),
    }
    return LaestReferat(
        organ=hoved.organ,
        dato=hoved.dato,
        start=hoved.start,
        slut=hoved.slut or slut,
        sted=hoved.sted,
        deltagere=_deltagere(hoved, laeste),
        punkter=_med_bogstavslags(_i_orden([laest.punkt for laest in laeste], inddeling.kun_i_indhold)),
        ikke_forstaaet=tuple(sorted(tilovers, key=lambda linje: linje.linje)),
        inventar=tuple(inventar),
    )


def _tag_slutlinje(linjer: list[Linje]) -> time | None:
    """Blank out the line that says when the meeting ended, when it stands near the end."""
    for sted in range(len(linjer) - 1, max(-1, len(linjer) - _SLUTLINJER), -1):
        slut = laes_slutlinje(linjer[sted])
        if slut is not None:
            linjer[sted] = Linje(linjer[sted].nr, "", "")
            return slut
    return None


def _uden_gruppe(linjer: list[Linje]) -> tuple[list[Linje], str]:
    """Lines without a closing heading over the items that follow ("Lukkede punkter"), and that heading."""
    for sted in range(len(linjer) - 1, -1, -1):
        if linjer[sted].tom:
            continue
        gruppe = noegle(linjer[sted].ren)
        return (linjer[:sted], gruppe) if gruppe in GRUPPE_AF else (linjer, "")
    return linjer, ""


def _laes_blokke(blokke: list[Punktblok], hoved: Hoved, gruppe: str) -> Iterator[Laest]:
    naeste_lukket = False
    for nr, blok in enumerate(blokke):
        aaben, slags = GRUPPE_AF.get(gruppe, (True, ""))
        linjer, ny_gruppe = _uden_gruppe(list(blok.linjer))
        if blok.kandidat.er_kun_lukket and nr + 1 < len(blokke) and all(linje.tom for linje in linjer):
            naeste_lukket = True
            continue
        laest = laes_punkt(Punktblok(blok.kandidat, linjer), organ=hoved.organ, dag=hoved.dato)
        _behold_fravaer(laest, hoved)
        lukket = naeste_lukket or not aaben
        laest.punkt = replace(laest.punkt, aaben=laest.punkt.aaben and not lukket, slags=laest.punkt.slags or slags)
        naeste_lukket = False
        gruppe = ny_gruppe or gruppe
        yield laest


def _behold_fravaer(laest: Laest, hoved: Hoved) -> None:
    """Keep the text of an item's absences where it says more of somebody than the header does."""
    kendte = {navnenoegle(person.navn): person for person in hoved.deltagere}
    for person in laest.fravaersfolk:
        kendt = kendte.get(navnenoegle(person.navn), LaestDeltager(person.navn))
        if saml([kendt, replace(person, fremmoede="")]) == [kendt]:
            continue
        felter = {**laest.punkt.felter, "fravaerende": som_tekst(laest.fravaerende)}
        laest.punkt = replace(laest.punkt, felter=felter)


def _kraev_referat(hoved: Hoved, inddeling: Inddeling, laeste: list[Laest]) -> None:
    """A word for minutes or a decision must stand in it, and a body, a date or people; items, or all of a header."""
    behandlet = any(laest.punkt.beslutning or laest.punkt.indstillinger for laest in laeste)
    punkter = bool(laeste or inddeling.kun_i_indhold)
    if punkter and (hoved.er_referat or behandlet) and (hoved.dato or hoved.organ or hoved.deltagere):
        return
    if not (hoved.er_referat and hoved.dato and hoved.organ):
        raise IntetReferat(INTET)


def _deltagere(hoved: Hoved, laeste: list[Laest]) -> tuple[LaestDeltager, ...]:
    """The header's people, or those an item lists when the header has none; the item keeps its text."""
    med = next((laest for laest in laeste if laest.deltagere), None)
    if med is None or any(person.fremmoede != "afbud" for person in hoved.deltagere):
        return hoved.deltagere
    return tuple(saml([*deltagere_af("Deltagere", med.deltagere, med.fravaerende), *hoved.deltagere]))


def _med_bogstavslags(punkter: tuple[LaestPunkt, ...]) -> tuple[LaestPunkt, ...]:
    """Read "(B)", "(D)" and "(O)" after the titles as the kind, when more than one title has such a letter."""
    fund = [_BOGSTAVSLAGS.search(punkt.titel) for punkt in punkter]
    if sum(map(bool, fund)) < 2:
        return punkter
    return tuple(
        replace(punkt, titel=punkt.titel[: traef.start()], slags=punkt.slags or _SLAGS_AF_BOGSTAV[traef[1]])
        if traef
        else punkt
        for punkt, traef in zip(punkter, fund, strict=True)
    )


def _i_orden(punkter: list[LaestPunkt], kun_i_indhold: list[Kandidat]) -> tuple[LaestPunkt, ...]:
    for kandidat in kun_i_indhold:
        titel, aaben, slags = laes_titel(kandidat.titel)
        lukket = False in (kandidat.aaben, aaben)
        tomme = dict.fromkeys(FASTE_FELTER, "")
        punkter.append(LaestPunkt(kandidat.nummertekst, titel, slags, not lukket, felter=tomme))
    if kun_i_indhold and all(punkt.nummer for punkt in punkter):
        punkter.sort(key=lambda punkt: [int(del_) for del_ in punkt.nummer.split(".")])
    return tuple(punkter)
