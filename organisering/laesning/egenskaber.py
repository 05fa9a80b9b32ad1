"""What is said of a person beside the name: title, role, party, organisation, attendance."""

import re
from dataclasses import replace

from organisering.laesning.dele import Fremmoede, LaestDeltager
from organisering.laesning.navne import er_organisation, er_rolle, er_titel, partibogstav

_SUPPLEANT_FOR = re.compile(r"(?:suppleant|stedfortræder) for ", re.IGNORECASE)
_TIL_STEDE = frozenset(("til stede", "tilstede", "mødt", "ja", "x", "deltog"))
_FREMMOEDE: dict[str, Fremmoede] = {
    **dict.fromkeys(_TIL_STEDE, "til_stede"),
    "afbud": "afbud",
    "fraværende": "afbud",
    "ikke mødt": "udeblevet",
    "udeblevet": "udeblevet",
}


def med_parenteser(person: LaestDeltager, indhold: list[str]) -> tuple[LaestDeltager, bool]:
    helt = True
    for tekst in indhold:
        lavet = tekst.strip()
        if lavet.casefold().startswith("suppleant for "):
            person = replace(person, rolle=lavet, suppleant_for=lavet[14:].strip(), fremmoede="suppleant")
        elif lavet.casefold() in _FREMMOEDE and lavet.casefold() != "x":
            person = replace(person, fremmoede=_FREMMOEDE[lavet.casefold()])
        elif er_rolle(lavet) and not person.rolle:
            person = replace(person, rolle=lavet)
        elif partibogstav(lavet) and not person.parti:
            person = replace(person, parti=partibogstav(lavet))
        elif er_organisation(lavet) and not person.organisation:
            person = replace(person, organisation=lavet)
        elif er_titel(lavet) and not person.titel:
            person = replace(person, titel=lavet)
        else:
            helt = False
    return person, helt


def med_egenskaber(person: LaestDeltager, egenskaber: list[str]) -> LaestDeltager:
    """Place title, role, party, attendance and organisation; what is left over is title first, then organisation."""
    for tekst in egenskaber:
        fremmoede = _FREMMOEDE.get(tekst.casefold())
        if fremmoede:
            person = replace(person, fremmoede=fremmoede)
        elif _SUPPLEANT_FOR.match(tekst):
            person = replace(person, rolle=tekst, suppleant_for=_SUPPLEANT_FOR.sub("", tekst), fremmoede="suppleant")
        elif er_rolle(tekst) and not person.rolle:
            person = replace(person, rolle=tekst)
        elif partibogstav(tekst) and not person.parti:
            person = replace(person, parti=partibogstav(tekst))
        elif not person.titel and not er_organisation(tekst):
            person = replace(person, titel=tekst)
        else:
            person = replace(person, organisation=", ".join(filter(None, (person.organisation, tekst))))
    return person
