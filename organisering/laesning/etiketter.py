"""The labels of a header: what each holds, and what its people's attendance is."""

import re
from itertools import pairwise

from organisering.laesning.dele import Fremmoede
from organisering.laesning.overskrifter import noegle

# label → what it holds; compared without case, accents and colon, also in the first cell of a row
ETIKETTER: dict[str, tuple[str, ...]] = {
    "organ": ("Udvalg", "Organ", "Forum", "Mødeforum", "Møde i", "Mødet i", "Gruppe"),
    "tidspunkt": (
        "Mødedato", "Dato", "Dato og tid", "Dato/tid", "Mødedato og -tid", "Tid", "Tidspunkt", "Mødetidspunkt",
        "Mødetid", "Klokkeslæt", "Tid og sted", "Dato og sted", "Hvornår",
    ),
    "start": ("Mødestart", "Starttidspunkt", "Start", "Mødet startede", "Mødet begyndte"),
    "slut": ("Sluttidspunkt", "Slut", "Sluttid", "Mødet sluttede", "Mødet slut", "Mødet hævet", "Mødet hævet kl"),
    "sted": ("Mødested", "Sted", "Lokation", "Lokale", "Mødelokale", "Hvor"),
}  # fmt: skip
# label → attendance of those it lists; None is told by whether the text also lists who is absent
FREMMOEDE: dict[str, Fremmoede | None] = {
    "Medlemmer": None,
    "Medlemmer af udvalget": None,
    "Udvalgets medlemmer": None,
    "Medlemmer af gruppen": None,
    "Sekretariat": None,
    "Administration": None,
    "Observatører": None,
    "Deltagere": "til_stede",
    "Mødedeltagere": "til_stede",
    "Deltager": "til_stede",
    "Til stede": "til_stede",
    "Tilstede": "til_stede",
    "Tilstedeværende": "til_stede",
    "Mødte": "til_stede",
    "Mødt": "til_stede",
    "Fremmødte": "til_stede",
    "Øvrige deltagere": "til_stede",
    "Desuden deltog": "til_stede",
    "Endvidere deltog": "til_stede",
    "Fra administrationen": "til_stede",
    "Fra administrationen deltog": "til_stede",
    "Gæster": "til_stede",
    "Fraværende": "afbud",
    "Fraværende medlemmer": "afbud",
    "Afbud": "afbud",
    "Afbud fra": "afbud",
    "Meldt afbud": "afbud",
    "Ikke til stede": "afbud",
    "Ikke mødt": "udeblevet",
    "Udeblevet": "udeblevet",
    "Fraværende uden afbud": "udeblevet",
    "Suppleanter": "suppleant",
}
# label → role of the one it names
ROLLEETIKETTER = (
    "Formand", "Næstformand", "Mødeleder", "Ordstyrer", "Referent", "Sekretær", "Mødeformand", "Dirigent", "Tovholder",
)  # fmt: skip
DOKUMENTORD = (
    "Referat", "Beslutningsreferat", "Mødereferat", "Dagsorden", "Beslutningsprotokol", "Protokol",
    "Udkast til referat",
    "Dagsorden og referat", "Referat og dagsorden", "Åbent referat", "Godkendt referat", "Referat (åben)",
    "Referat - åben", "Åben dagsorden", "Mødeindkaldelse", "Dagsorden med beslutninger",
    "Dagsordner og referater", "Dagsordener og referater",
)  # fmt: skip
DOKUMENT = frozenset(noegle(o) for o in DOKUMENTORD)
ETIKET_AF = {noegle(navn): art for art, navne in ETIKETTER.items() for navn in navne}
FREMMOEDE_AF = {noegle(navn): fremmoede for navn, fremmoede in FREMMOEDE.items()}
ROLLE_AF = {noegle(navn): navn for navn in ROLLEETIKETTER}
ALLE = frozenset((*ETIKET_AF, *FREMMOEDE_AF, *ROLLE_AF))
_ETIKETTER = "|".join(re.escape(o) for o in sorted(ALLE, key=len, reverse=True))
_ETIKET = re.compile(rf"(?:^|(?<=[\s,;]))(?:{_ETIKETTER})\s?:", re.IGNORECASE)
_UDEN_KOLON = re.compile(r"^(Afbud fra|Ikke mødt|Fraværende|Afbud|Til stede|Meldt afbud)\s+(?=[A-ZÆØÅ])")


def etiket_og_vaerdi(ren: str) -> tuple[str, str, bool]:
    """The label's key, what follows it, and whether a colon or a cell set them apart."""
    for skel in (":", "\t"):
        foran, fundet, _ = ren[:60].partition(skel)
        if fundet and noegle(foran) in ALLE:
            return noegle(foran), ren[len(foran) + 1 :].strip(), True
    traef = _UDEN_KOLON.match(ren)
    if traef:
        return noegle(traef[1]), ren[traef.end() :], True
    return noegle(ren), "", False


def del_ved_etiketter(ren: str) -> list[str]:
    """Cut a line where a second label begins: "Dato: … Tid: …" is two lines on one."""
    snit = [0, *(traef.start() for traef in _ETIKET.finditer(ren) if traef.start()), len(ren)]
    return [ren[fra:til].strip(" ,;\t") for fra, til in pairwise(snit)]
