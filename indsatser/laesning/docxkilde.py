"""A Word document as lines and rows. Text that a colleague has deleted with "Registrer ændringer" is not in it."""

import io
import zipfile
from typing import Any

import lxml.etree

from indsatser.laesning.dele import IntenPortefoelje
from indsatser.laesning.elementer import Element, Linje, Tabel, Tekstsamler

_HOVEDDEL = "word/document.xml"
_UDPAKKET_HOEJST = 20 * 1024 * 1024
_ULAESELIG = "Dokumentet kan ikke læses. Åbn det i Word, gem det igen som .docx, og prøv én gang til."
_FOR_STOR = "Dokumentet fylder for meget, når det pakkes ud. Kopiér tabellen over i et nyt dokument."
_SPRING_OVER = {"del", "moveFrom", "Fallback", "instrText", "delText", "pict", "rPr", "sectPr", "sdtPr"}
# Marks set with a sign font have no letter of their own.
_SYMBOLER = {"FC": "✓", "FE": "☑", "FD": "☒", "FB": "✗", "6C": "●", "6E": "■", "A8": "☐", "A7": "▪", "B7": "•"}


def laes_docx(indhold: bytes) -> list[Element]:
    """Raises IntenPortefoelje when the file is broken or too large inside."""
    try:
        with zipfile.ZipFile(io.BytesIO(indhold)) as arkiv:
            if arkiv.getinfo(_HOVEDDEL).file_size > _UDPAKKET_HOEJST:
                raise IntenPortefoelje(_FOR_STOR)
            with arkiv.open(_HOVEDDEL) as hoveddel:
                raa = hoveddel.read(_UDPAKKET_HOEJST + 1)
        laeser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        rod = lxml.etree.fromstring(raa, parser=laeser)
    except IntenPortefoelje:
        raise
    except Exception as fejl:  # a damaged archive raises whatever its bytes lead to
        raise IntenPortefoelje(_ULAESELIG) from fejl
    if rod.getroottree().docinfo.doctype:
        raise IntenPortefoelje(_ULAESELIG)
    return _Dokument().laes(rod)


class _Dokument:
    def __init__(self) -> None:
        self.elementer: list[Element] = []
        self.samler = Tekstsamler()
        self.tabel = Tabel(0)
        self.tabeller = self.dybde = self.nr = 0

    def laes(self, rod: Any) -> list[Element]:
        gang = lxml.etree.iterwalk(rod, events=("start", "end"))
        for haendelse, knude in gang:
            navn = _navn(knude)
            if haendelse == "end":
                if navn not in _SPRING_OVER:
                    self._slut(navn, knude)
            elif navn in _SPRING_OVER or (navn == "tr" and _slettet(knude)):
                gang.skip_subtree()
            else:
                self._begynd(navn, knude)
        return self.elementer

    def _begynd(self, navn: str, knude: Any) -> None:
        if navn == "t":
            self.samler.tilfoej(knude.text)
        elif navn in ("tab", "noBreakHyphen"):
            self.samler.tilfoej(" " if navn == "tab" else "-")
        elif navn in ("br", "cr"):
            self.samler.brud()
        elif navn == "sym":
            self.samler.tilfoej(_SYMBOLER.get(_vaerdi(knude, "char")[-2:].upper(), ""))
        elif navn == "p":
            self.samler.brud()
            if _egenskab(knude, "pPr", "numPr") is not None:
                self.samler.punkt()
        elif navn == "tbl":
            self.dybde += 1
            if self.dybde == 1:
                self.tabeller += 1
                self.tabel = Tabel(self.tabeller)
        elif navn == "tr" and self.dybde == 1:
            self.nr += 1
            self.samler.tag()
            self.tabel.begynd(self.nr)
            for _ in range(_tal(_egenskab(knude, "trPr", "gridBefore"), standard=0)):
                self.tabel.felt("")

    def _slut(self, navn: str, knude: Any) -> None:
        if navn == "p":
            self.samler.brud()
            if self.dybde == 0:
                self._skriv(knude)
        elif navn == "tc" and self.dybde == 1 and self.tabel.i_gang:
            bredde, tekst = _tal(_egenskab(knude, "tcPr", "gridSpan"), standard=1), self.samler.tag()
            lodret = _egenskab(knude, "tcPr", "vMerge")
            if lodret is not None and _vaerdi(lodret, "val") != "restart":
                self.tabel.fortsat(bredde)
            else:
                self.tabel.felt(tekst, bredde=bredde)
        elif navn == "tr" and self.dybde == 1 and self.tabel.i_gang:
            self.elementer.append(self.tabel.slut())
        elif navn == "tbl":
            self.dybde -= 1

    def _skriv(self, afsnit: Any) -> None:
        self.nr += 1
        stil = _egenskab(afsnit, "pPr", "pStyle")
        stilnavn = _vaerdi(stil, "val").casefold() if stil is not None else ""
        overskrift = stilnavn.startswith(("heading", "overskrift", "title", "titel"))
        for linje in filter(None, self.samler.tag().split("\n")):
            ren = linje.removeprefix("• ")
            self.elementer.append(Linje(self.nr, ren, overskrift=overskrift, punkt=ren != linje and not overskrift))


def _navn(knude: Any) -> str:
    return knude.tag.rpartition("}")[2] if isinstance(knude.tag, str) else ""


def _egenskab(knude: Any, gruppe: str, navn: str) -> Any:
    """The property of a paragraph, row or cell; None without."""
    for barn in knude:
        if _navn(barn) == gruppe:
            return next((egenskab for egenskab in barn if _navn(egenskab) == navn), None)
    return None


def _vaerdi(knude: Any, navn: str) -> str:
    return next((str(vaerdi) for attribut, vaerdi in knude.items() if attribut.rpartition("}")[2] == navn), "")


def _tal(knude: Any, *, standard: int) -> int:
    vaerdi = _vaerdi(knude, "val") if knude is not None else ""
    return int(vaerdi) if vaerdi.isascii() and vaerdi.isdigit() and len(vaerdi) < 4 else standard


def _slettet(raekke: Any) -> bool:
    return _egenskab(raekke, "trPr", "del") is not None
