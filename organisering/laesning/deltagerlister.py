"""The labelled lists of people in minutes, put together to one row for each person."""

from dataclasses import replace

from organisering.laesning.dele import LaestDeltager, Tekstlinje
from organisering.laesning.deltagere import laes_personer
from organisering.laesning.etiketter import FREMMOEDE_AF, ROLLE_AF
from organisering.laesning.linjer import Linje
from organisering.laesning.overskrifter import noegle
from organisering.laesning.samling import saml


def deltagere_af(etiket: str, linjer: list[Linje], afbud: list[Linje]) -> list[LaestDeltager]:
    """People that stand inside an item instead of the header, with those listed as absent there."""
    lister = [(noegle(etiket), linjer)] + ([(noegle("Fraværende"), afbud)] if afbud else [])
    return laes_lister(lister)[0]


def laes_lister(lister: list[tuple[str, list[Linje]]]) -> tuple[list[LaestDeltager], list[Tekstlinje]]:
    har_fravaer = any(FREMMOEDE_AF.get(etiket) in ("afbud", "udeblevet") for etiket, _ in lister)
    personer: list[LaestDeltager] = []
    rest: list[Tekstlinje] = []
    for etiket, linjer in lister:
        laest = laes_personer(linjer)
        rest += [Tekstlinje(linje.nr, linje.tekst) for linje in laest.rest]
        fremmoede = FREMMOEDE_AF.get(etiket)
        for person in laest.personer:
            borte = fremmoede in ("afbud", "udeblevet") and person.fremmoede != "suppleant"
            if fremmoede and (borte or not person.fremmoede):
                person = replace(person, fremmoede=fremmoede)
            if etiket in ROLLE_AF:
                person = replace(person, rolle=ROLLE_AF[etiket])
            personer.append(person)
    samlet = saml(personer)
    if har_fravaer:
        samlet = [replace(person, fremmoede=person.fremmoede or "til_stede") for person in samlet]
    return samlet, rest
