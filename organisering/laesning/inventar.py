"""Furniture of web pages and print: lines that stand around minutes and say nothing of the meeting."""

import re

# Whole lines, compared without case, quotes, trailing digits and punctuation.
INVENTAR = (
    "Søg",
    "Søg i dagsordener",
    "Søg i dagsordener og referater",
    "Søg dagsordener",
    "Sådan søger du",
    "Vælg et eller flere søgekriterier og klik på søg",
    "Tilbage",
    "Tilbage til dagsorden",
    "Tilbage til dagsordenen",
    "Tilbage til oversigten",
    "Tilbage til toppen",
    "Til toppen",
    "Gå til indhold",
    "Spring til indhold",
    "Udskriv",
    "Udskriv siden",
    "Print",
    "Del siden",
    "Læs op",
    "Hent som PDF",
    "Download PDF",
    "Forrige punkt",
    "Næste punkt",
    "Vis alle punkter",
    "Luk alle punkter",
    "Luk alle punkter Referat",
    "Åbn alle punkter",
    "Abonnér",
    "Se alle bilag",
    "Skip til primært indhold",
)
# Words of a button that stand in front of a heading
KNAPORD = ("fold dette punkt ind", "fold dette punkt ud")
SIDETAL = re.compile(r"(?:-\s*)?(?:side|s\.)\s*\d{1,4}(?:\s*(?:af|/)\s*\d{1,4})?(?:\s*-)?", re.IGNORECASE)
STREG = re.compile(r"[_=–—*\s-]{3,}")
_TABELSTREG = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|?)+")
_PYNT = re.compile(r"[\"'’‘”“»«]|^[•·▪] ")
_NOEGLER = frozenset(linje.casefold() for linje in INVENTAR)


def er_inventar(tekst: str) -> bool:
    """Whether the line is furniture: a known phrase, a page number, or a rule drawn with signs."""
    if len(tekst) > 120:
        return False
    if SIDETAL.fullmatch(tekst) or STREG.fullmatch(tekst):
        return True
    return _PYNT.sub("", tekst).rstrip(" .:0123456789").casefold() in _NOEGLER


def er_tabelstreg(tekst: str) -> bool:
    """Whether the line is the rule under a Markdown table's heading."""
    return "|" in tekst and len(tekst) <= 500 and bool(_TABELSTREG.fullmatch(tekst))
