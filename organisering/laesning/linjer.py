"""The text as numbered lines, cleaned of what cannot be seen; furniture is set aside."""

import re
from dataclasses import dataclass

from organisering.laesning.dele import Tekstlinje
from organisering.laesning.inventar import KNAPORD, er_inventar

# Longer lines are running text: no recogniser asks about them.
KORT = 1500
_TEGN = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2009\u202f", " ") | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\f\x00")
)
_LINJESKIFT = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_MELLEMRUM = re.compile(r"[^\S\t]+")
# A web page may lose the line break between these.
_GLEMT_SKIFT = re.compile(r"(Indholdsfortegnelse)(?=\d)")
_CELLE = re.compile(r"[|\t]")


@dataclass(frozen=True)
class Linje:
    """`tekst` is what stands there; `ren` the same without Markdown, cells set apart by tabs, empty when long.

    `fremhaevet` tells that the line was a Markdown heading or bold from end to end.
    """

    nr: int
    tekst: str
    ren: str
    fremhaevet: bool = False

    @property
    def tom(self) -> bool:
        return not self.tekst


def del_i_linjer(tekst: str) -> tuple[list[Linje], list[Tekstlinje]]:
    """Return the lines, blank ones too, and the furniture that was taken out of them."""
    linjer: list[Linje] = []
    inventar: list[Tekstlinje] = []
    for nr, raa in enumerate(_LINJESKIFT.split(tekst), start=1):
        ren = _MELLEMRUM.sub(" ", raa.translate(_TEGN)).strip()
        for knap in KNAPORD:
            if ren.casefold().startswith(f"{knap} "):
                inventar.append(Tekstlinje(nr, ren[: len(knap)]))
                ren = ren[len(knap) :].strip()
        glemt = _GLEMT_SKIFT.match(ren)
        if glemt:
            linjer.append(som_linje(nr, glemt[1]))
            ren = ren[glemt.end() :]
        haengende = ren[1:].strip() if ren[:1] in (".", "-") else ""
        if er_inventar(ren):
            inventar.append(Tekstlinje(nr, ren))
            ren = ""
        elif haengende and er_inventar(haengende):
            inventar.append(Tekstlinje(nr, haengende))
            ren = ren[0]
        linjer.append(som_linje(nr, ren))
    return linjer, inventar


def som_linje(nr: int, tekst: str) -> Linje:
    if len(tekst) > KORT:
        return Linje(nr, tekst, "")
    uden = tekst.lstrip("#").strip() if tekst.startswith("#") else tekst
    fed = uden.startswith(("**", "__")) and uden.endswith(("**", "__")) and len(uden) > 4
    fremhaevet = uden != tekst or (fed and uden.count(uden[:2]) == 2)
    uden = uden.replace("**", "").replace("__", "").replace("\\", "")
    if _CELLE.search(uden):
        uden = "\t".join(celle for celle in celler(uden) if celle)
    return Linje(nr, tekst, uden.strip(), fremhaevet)


def celler(tekst: str) -> list[str]:
    """The cells of a table row, drawn with pipes or set with tabs; a line that is no row is one cell."""
    return [celle.strip(" *") for celle in _CELLE.split(tekst.strip().strip("|"))]


def som_tekst(linjer: list[Linje]) -> str:
    """Join lines to text: one blank line between paragraphs, none at the ends; a lone "." or "-" is nothing."""
    ud: list[str] = []
    for linje in linjer:
        if er_tomt_tegn(linje.tekst):
            continue
        if linje.tekst or (ud and ud[-1]):
            ud.append(linje.tekst)
    return "\n".join(ud).strip("\n")


def er_tomt_tegn(tekst: str) -> bool:
    """Whether the line is the sign that a field is empty."""
    return tekst in (".", "-", "–", "—", "./.")
