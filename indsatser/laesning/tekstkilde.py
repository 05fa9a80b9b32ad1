"""Plain text as lines and rows: cells set apart by tabs, drawn as Markdown, or by semicolons; HTML tables within it."""

import csv
import io
import re

from indsatser.laesning.elementer import KOLONNER_HOEJST, PUNKT, Element, Felt, Linje, Raekke, Tekstsamler, rens
from indsatser.laesning.elementer import uden_punkttegn as _uden_punkttegn
from indsatser.laesning.htmlkilde import laes_html
from indsatser.laesning.ord import aarslabel

_LINJESKIFT = re.compile(r"\r\n|[\n\r\v\x0c\x85\u2028\u2029]")
_HTMLTABEL = re.compile(r"<table\b[^>]{0,2000}>.*?(?:</table\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_SKILLELINJE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_ROER = re.compile(r"(?<!\\)\|")
_MAERKE = re.compile(r"<(/?)(li|br|p|div|ul|ol)\b[^<>]{0,200}>", re.IGNORECASE)
_ANDET_MAERKE = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_FREMHAEVET = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_CITAT_LINJER = 60


def laes_linjer(tekst: str) -> list[Element]:
    """Return the text's lines and rows, with the line that each stands on; blank lines are left out."""
    elementer: list[Element] = []
    sted, linje, tabel = 0, 1, 0
    for traef in _HTMLTABEL.finditer(tekst):
        foran = tekst[sted : traef.start()]
        dele, tabel = _del_i_elementer(foran, linje, tabel)
        elementer += dele
        linje += len(_LINJESKIFT.findall(foran))
        for element in laes_html(traef[0]):
            if isinstance(element, Raekke):
                element = Raekke(element.nr + linje - 1, tabel + element.tabel, element.felter, eksakt=True)
            elementer.append(element)
        tabel += 1
        linje += len(_LINJESKIFT.findall(traef[0]))
        sted = traef.end()
    return elementer + _del_i_elementer(tekst[sted:], linje, tabel)[0]


def laes_csv(tekst: str) -> list[Element] | None:
    """Return the rows of a text set with semicolons or commas; None when no line names years in cells of their own."""
    for skilletegn in ";,\t":
        if any(_aar_i(linje.split(skilletegn)) > 1 for linje in tekst.splitlines() if skilletegn in linje):
            raekker = csv.reader(io.StringIO(tekst, newline=""), delimiter=skilletegn)
            return [
                Raekke(raekker.line_num, 1, tuple(Felt(_celletekst(celle)) for celle in raekke[:KOLONNER_HOEJST]))
                for raekke in raekker
                if any(celle.strip() for celle in raekke)
            ]
    return None


def _aar_i(celler: list[str]) -> int:
    return sum(aarslabel(celle.strip(' "')) is not None for celle in celler)


def _del_i_elementer(tekst: str, linje: int, tabel: int) -> tuple[list[Element], int]:
    """Return the elements, and the number of the last table."""
    linjer = _LINJESKIFT.split(tekst)
    roer = _roerlinjer(linjer)
    elementer: list[Element] = []
    i, i_tabel = 0, False
    while i < len(linjer):
        nr, raa = linje + i, linjer[i]
        i += 1
        celler: list[str] | None = None
        if "\t" in raa.strip(" ") or (i_tabel and raa.startswith('"') and _er_aaben(raa)):
            raa, ekstra = _hele_citater(raa, linjer[i : i + _CITAT_LINJER])
            i += ekstra
            celler = [_uden_citat(celle) for celle in raa.split("\t")]
        elif i - 1 in roer:
            if _SKILLELINJE.fullmatch(raa.strip()):
                continue
            celler = _roerceller(raa, kanter=roer[i - 1])
        if celler is None:
            i_tabel = False
            elementer += _tekstlinje(raa, nr)
            continue
        tabel += not i_tabel
        i_tabel = True
        elementer.append(Raekke(nr, tabel, tuple(Felt(_celletekst(celle)) for celle in celler[:KOLONNER_HOEJST])))
    return elementer, tabel


def _roerlinjer(linjer: list[str]) -> dict[int, bool]:
    """The lines that are rows drawn with pipes, and whether pipes stand at their edges too.

    A line without a pipe in front is a row only when a ruled line stands in the same block.
    """
    fundne: dict[int, bool] = {}
    blok: list[int] = []
    for nr, linje in enumerate([*linjer, ""]):
        if "|" in linje:
            blok.append(nr)
            continue
        skille = next((linjer[et].strip() for et in blok if _SKILLELINJE.fullmatch(linjer[et].strip())), None)
        for et in blok:
            foran = linjer[et].strip().startswith("|")
            if len(linjer[et].strip()) > 1 and (foran or skille is not None):
                fundne[et] = foran if skille is None else skille.startswith("|")
        blok = []
    return fundne


def _roerceller(linje: str, *, kanter: bool) -> list[str]:
    ren = linje.strip() if kanter else linje.rstrip("\r\n")
    if kanter:
        ren = ren.removeprefix("|")
        ren = ren[:-1] if ren.endswith("|") and not ren.endswith("\\|") else ren
    return [celle.replace("\\|", "|") for celle in _ROER.split(ren)]


def _hele_citater(raa: str, videre: list[str]) -> tuple[str, int]:
    """A cell that Excel put quotation marks around goes on over line breaks; return the row and the lines it took."""
    if not any(celle.startswith('"') and _er_aaben(celle) for celle in raa.split("\t")):
        return raa, 0
    samlet = raa
    for antal, linje in enumerate(videre, 1):
        samlet = f"{samlet}\n{linje}"
        if not any(celle.startswith('"') and _er_aaben(celle) for celle in samlet.split("\t")):
            return samlet, antal
    return raa, 0


def _er_aaben(celle: str) -> bool:
    return celle.count('"') % 2 == 1


def _uden_citat(celle: str) -> str:
    if len(celle) > 1 and celle[0] == celle[-1] == '"' and ("\n" in celle or '""' in celle[1:-1]):
        return celle[1:-1].replace('""', '"')
    return celle


def _celletekst(celle: str) -> str:
    """The text of a cell with its lists and line breaks; other HTML and Markdown's marks are left out."""
    if "<" not in celle and "\n" not in celle:
        return _uden_maerker(rens(celle))
    samler = Tekstsamler()
    sted = 0
    for traef in _MAERKE.finditer(celle):
        _tilfoej(samler, celle[sted : traef.start()])
        if traef[2].lower() == "li" and not traef[1]:
            samler.punkt()
        else:
            samler.brud()
        sted = traef.end()
    _tilfoej(samler, celle[sted:])
    return samler.tag()


def _tilfoej(samler: Tekstsamler, stykke: str) -> None:
    for nr, linje in enumerate(stykke.splitlines()):
        if nr:
            samler.brud()
        samler.tilfoej(_uden_maerker(_ANDET_MAERKE.sub("", linje)))


def _uden_maerker(tekst: str) -> str:
    return _FREMHAEVET.sub("", tekst).replace("\\", "") if any(tegn in tekst for tegn in "*_\\") else tekst


def _tekstlinje(raa: str, nr: int) -> list[Element]:
    ren = rens(raa)
    if not ren or _SKILLELINJE.fullmatch(ren):
        return []
    uden_havelaage = ren.lstrip("#").strip()
    er_fed = ren.startswith("**") and ren.rstrip(":").endswith("**") and ren.count("**") == 2
    kerne = _uden_punkttegn(uden_havelaage)
    punkt = kerne != uden_havelaage and not er_fed
    tekst = _uden_maerker(kerne if punkt else uden_havelaage)
    if not tekst:
        return []
    return [Linje(nr, tekst.removeprefix(PUNKT), overskrift=ren.startswith("#") or er_fed, punkt=punkt)]
