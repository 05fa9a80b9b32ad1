"""What a word in a list of people is: a name, a role, a title, a party or an organisation."""

import re

from organisering.laesning.overskrifter import noegle
from sundhedsaftale.faelles.dansk import soegenoegle

ROLLER = (
    "Formand", "Næstformand", "Medlem", "Sekretariat", "Sekretær", "Medsekretær", "Suppleant", "Observatør", "Referent",
    "Mødeleder", "Ordstyrer", "Dirigent", "Tovholder", "Gæst", "Regional formand", "Kommunal formand", "Medformand",
    "1. næstformand", "2. næstformand", "Mødeformand", "Tilforordnet", "Oplægsholder",
)  # fmt: skip
TITLER = (
    "direktør", "chef", "leder", "konsulent", "læge", "sygeplejerske", "borgmester", "koordinator", "rådmand",
    "professor", "terapeut", "assistent", "fuldmægtig", "ansvarlig", "repræsentant", "medlem", "specialist", "rådgiver",
    "forsker", "akademiker", "ph.d.", "udvalgsformand", "formand", "sekretær",
)  # fmt: skip
ORGANISATIONER = (
    "kommune", "kommuner", "kommunerne", "region", "sygehus", "sygehuset", "hospital", "hospitalet", "psykiatri",
    "psykiatrien", "center", "afdeling", "afdelingen", "forvaltning", "forvaltningen",
    "sekretariat", "sekretariatet", "universitet", "praksis", "organisation", "organisationer", "forening", "udvalg",
    "udvalget", "klinik", "patienter", "samarbejde", "råd", "styrelsen", "danmark",
)  # fmt: skip
ORGANISATIONSFORKORTELSER = ("PLO", "KKR", "KL", "OUH", "SSF", "DAK", "SOF", "KSS")
PARTIER = (
    "Socialdemokratiet", "Socialdemokraterne", "Venstre", "Dansk Folkeparti", "Det Konservative Folkeparti",
    "Konservative", "Radikale Venstre", "SF", "Socialistisk Folkeparti", "Enhedslisten", "Liberal Alliance",
    "Nye Borgerlige", "Kristendemokraterne", "Alternativet", "Danmarksdemokraterne", "Moderaterne",
)  # fmt: skip
_PARTIER = frozenset(noegle(parti) for parti in PARTIER)
_ROLLER = frozenset(noegle(rolle) for rolle in ROLLER)
_ORG_ORD = frozenset(ORGANISATIONER)
_ORG_FORKORTELSER = frozenset(ORGANISATIONSFORKORTELSER)
_PARTIBOGSTAV = re.compile(r"\(?([A-ZÆØÅ]{1,2})\)?")
_SMAA = frozenset(("af", "de", "den", "der", "du", "la", "le", "van", "von", "el", "al", "bin", "zu", "da", "di"))
_NAVNEORD = re.compile(r"(?:[A-ZÆØÅÄÖÜÉÁ][\w'’]*\.?)(?:-\w[\w'’]*\.?)*")
_ORDSKEL = re.compile(r"[\s/-]+")


def er_rolle(tekst: str) -> bool:
    return noegle(tekst) in _ROLLER


def partibogstav(tekst: str) -> str:
    """The party of "(A)", "A" or "(Venstre)", without the brackets; empty when it is none."""
    traef = _PARTIBOGSTAV.fullmatch(tekst)
    if traef and traef[1] not in _ORG_FORKORTELSER:
        return traef[1]
    rent = tekst.strip("()")
    return rent if noegle(rent) in _PARTIER else ""


def er_organisation(tekst: str) -> bool:
    dele = [o.strip(".,:()") for o in _ORDSKEL.split(tekst)]
    if not _ORG_FORKORTELSER.isdisjoint(dele):
        return True
    ord_ = [o.casefold() for o in dele]
    return any(
        o in _ORG_ORD
        or o.endswith(("kommune", "sygehus", "sygehuset", "hospital", "hospitalet", "forvaltning", "udvalg"))
        for o in ord_
    )


def er_titel(tekst: str) -> bool:
    return any(o.strip(".,()").casefold().endswith(TITLER) for o in tekst.split())


def er_navn(tekst: str) -> bool:
    """Two to seven words, each with a capital: a full name, and no organisation or role."""
    ord_ = tekst.split()
    if not 2 <= len(ord_) <= 7 or len(tekst) > 100 or ord_[0].casefold() in _SMAA:
        return False
    if er_rolle(tekst) or er_organisation(tekst) or noegle(tekst) in _PARTIER:
        return False
    return all(o in _SMAA or _NAVNEORD.fullmatch(o) for o in ord_)


def er_fornavn(tekst: str) -> bool:
    """One word with a capital that is nothing else known."""
    return bool(_NAVNEORD.fullmatch(tekst)) and not (er_rolle(tekst) or er_organisation(tekst) or er_titel(tekst))


def navnenoegle(navn: str) -> str:
    """The spelling by which two mentions are one person: without case, full stops and spaces to spare."""
    return " ".join(soegenoegle(navn).replace(".", "").split())


def del_titel(navn: str) -> tuple[str, str]:
    """ "Lægefaglig direktør Navn Navnesen" as title and name; the title is empty when there is none in front."""
    ord_ = navn.split()
    for antal in range(min(4, len(ord_) - 2), 0, -1):
        foran, rest = " ".join(ord_[:antal]), " ".join(ord_[antal:])
        if ord_[antal - 1].casefold().endswith(TITLER) and er_navn(rest):
            return foran, rest
    return "", navn
