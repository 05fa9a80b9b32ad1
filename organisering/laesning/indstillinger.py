"""Recommendations: who recommends, and what, point by point."""

import re
from dataclasses import dataclass

from organisering.laesning.inventar import er_tabelstreg
from organisering.laesning.linjer import Linje, celler, er_tomt_tegn, som_tekst

_VERBER = r"(?:indstiller|indstilles|anbefaler|anbefales|foreslår|foreslås|henstiller)"
# "Styregruppen indstiller, at …"; the recommended may follow on the line or below
_INDLEDNING = re.compile(
    rf"^(?P<hvem>[^.!?]{{2,150}}?)\s+{_VERBER}\b\s*(?:,?\s*at\b)?\s*:?\s*(?P<rest>.*)$", re.IGNORECASE
)
_PUNKTTEGN = re.compile(r"^(?:\d{1,2}[.)]\s*|[a-zæøå][.)]\s+|[-–*•·▪]\s*)(?=\S)", re.IGNORECASE)
_AT = re.compile(r"^at\b\s*:?\s*", re.IGNORECASE)
_UPERSONLIG = frozenset(("det", "der", "hermed", "det hermed"))
# A longer line holds running text, not an opening.
_INDLEDNING_HOEJST = 1500


@dataclass(frozen=True)
class Indstillinger:
    """`ordret` is the whole text, kept when it says more than `indstiller` and `punkter` can hold."""

    indstiller: str = ""
    punkter: tuple[str, ...] = ()
    ordret: str = ""


def laes_indstillinger(linjer: list[Linje]) -> Indstillinger:
    """Read the text under the heading Indstilling."""
    indstiller = ordret = ""
    punkter: list[str] = []
    forrige_tom = True
    for linje in linjer:
        tekst = _uden_roer(linje.tekst)
        if not tekst or er_tomt_tegn(tekst) or er_tabelstreg(linje.tekst):
            forrige_tom = True
            continue
        indledning = None if punkter or indstiller or ordret else _laes_indledning(tekst)
        if indledning:
            indstiller, rest, helt = indledning
            ordret = "" if helt else som_tekst(linjer)
            punkter += [rest] if rest else []
        else:
            rent = _AT.sub("", _PUNKTTEGN.sub("", tekst, count=1), count=1).strip()
            nyt = rent != tekst or forrige_tom or not punkter
            if not rent or (not nyt and rent[:1].isupper() is False):
                punkter[-1:] = [f"{punkter[-1]} {rent}".strip()] if punkter else [rent]
            else:
                punkter.append(rent)
        forrige_tom = False
    return Indstillinger(indstiller, tuple(p for p in punkter if p), ordret)


def _uden_roer(tekst: str) -> str:
    """A row "at | … |" as the line it was; words kept, cells joined."""
    if "|" not in tekst and "\t" not in tekst:
        return tekst.replace("**", "").strip()
    return " ".join(celle for celle in celler(tekst) if celle)


def _laes_indledning(tekst: str) -> tuple[str, str, bool] | None:
    """Who recommends, what follows on the line, and whether nothing was lost; None when the line is no opening."""
    traef = _INDLEDNING.match(tekst) if len(tekst) <= _INDLEDNING_HOEJST else None
    if traef is None:
        return None
    hvem = traef["hvem"].strip(" ,")
    rest = (traef["rest"] or "").strip(" ,:")
    helt = True
    if rest.casefold().startswith(("til ", "over for ")):
        helt = False
        til, fundet, efter = rest.partition(" at ")
        rest = efter.strip() if fundet else ("" if til.endswith((" at", ",at")) else rest)
    return "" if hvem.casefold() in _UPERSONLIG else hvem, rest, helt
