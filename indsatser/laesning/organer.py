"""Where a document names the body that a table belongs to."""

import re

from indsatser.laesning.elementer import rens
from indsatser.laesning.ord import noegle, slags_i

_GRUPPER = "følge|implementerings|kompetence|styre|koordinations|samarbejds|tema|projekt|program|strategi|ledelses"
_STAERKT = (
    rf"(?:(?:{_GRUPPER})gruppe\w*|\w*samordningsfor(?:um|a)\w*|\w*kontaktforum\w*|sundhedsklynge\w*|klynge\w*"
    r"|sundhedsråd\w*|\w*(?:koordinations|samarbejds)udvalg\w*)"
)
_SVAGT = (
    r"(?:arbejdsgruppe\w*|gruppen|\w+udvalg(?:et)?|udvalget|\w+forum|\w+sekretariat(?:et)?|\w+råd(?:et)?|netværk\w*)"
)
_FORAN = (
    r"(?:(?:det|den|de|fælles|regional|regionale|tværgående|lokale?|administrative?|politiske?|strategiske?)\s+){0,3}"
)
_BEGYNDER_STAERKT = re.compile(rf"{_FORAN}{_STAERKT}\b", re.IGNORECASE)
_BEGYNDER = re.compile(rf"{_FORAN}(?:{_STAERKT}|{_SVAGT})\b", re.IGNORECASE)
_FINDES = re.compile(rf"\b{_FORAN}{_STAERKT}\b.*", re.IGNORECASE)
_NUMMER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-h][.)]|tabel\s+\d+[.:]?|bilag\s+\d+[.:]?)\s+", re.IGNORECASE)
_HALE = re.compile(
    r"\s*(?:\((?:fortsat|fortsættes|side \d+|\d+/\d+)\)|[,:–-]?\s*(?:ressourcetræk|tidsplan)\b.*"
    r"|[:–-]\s*(?:\w+\s+)?(?:indsats|initiativ|aktivitet|opgave|projekt)\w*(?:\s+(?:19|20)\d\d.*)?|[\s:;,.–-]+)$",
    re.IGNORECASE,
)
_INGEN_ORGANER = re.compile(
    r"oversigt|overblik|tabel|bilag|indsats|initiativ|portefølje|aftale|ressource|indhold|indledning|side|kapitel|målsætning"
    r"|plan|kommissori|baggrund|formål|opgave|organisering|mål\b|tillæg|vision|status|figur|fortsat|skema|version|\d{2,}",
    re.IGNORECASE,
)
_ORD_HOEJST, _TEGN_HOEJST = 14, 120


def organ_i_overskrift(tekst: str) -> str:
    """The body that a heading or a cell of its own names; empty when it is something else."""
    ren = _renset(tekst)
    if not _er_kort(ren) or ren.endswith(("?", "!")):
        return ""
    if _BEGYNDER.match(ren):
        return ren
    fundet = _FINDES.search(ren)
    return fundet[0].strip() if fundet and " skal " not in ren and " vil " not in ren else ""


def er_organnavn(tekst: str) -> bool:
    """Whether a cell among others can be nothing but the name of a body."""
    ren = _renset(tekst)
    return _er_kort(ren) and _BEGYNDER_STAERKT.match(ren) is not None


def organ_uden_gruppeord(tekst: str) -> str:
    """A short heading right above a table may be the area alone: `Forebyggelse`."""
    ren = _renset(tekst)
    if not ren or not ren[0].isupper() or len(ren) > 60 or len(ren.split()) > 7 or tekst.rstrip().endswith((".", ",")):
        return ""
    return "" if _INGEN_ORGANER.search(noegle(ren)) or slags_i(ren) else ren


def _renset(tekst: str) -> str:
    ren = _NUMMER.sub("", rens(tekst[:1000]), count=1)
    for _ in range(3):
        ren = _HALE.sub("", ren)
    return ren


def _er_kort(ren: str) -> bool:
    return bool(ren) and len(ren) <= _TEGN_HOEJST and len(ren.split()) <= _ORD_HOEJST
