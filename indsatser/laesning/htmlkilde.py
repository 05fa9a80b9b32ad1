"""HTML as lines and rows: what a web page, Word or Excel puts in a file. Nothing is fetched."""

import re
from typing import Any

import lxml.etree
import lxml.html

from indsatser.laesning.dele import IntenPortefoelje
from indsatser.laesning.elementer import Element, Linje, Tabel, Tekstsamler

_UDEN_FOR_TEKSTEN = {"script", "style", "head", "template", "noscript", "svg", "select", "iframe", "object"}
_OVERSKRIFTER = {"h1", "h2", "h3", "h4", "h5", "h6", "caption"}
_BLOKKE = {"p", "div", "br", "ul", "ol", "table", "tr", "td", "th", "section", "article", "hr", "dd", "dt", "body"}
_STYRETEGN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CELLER = {"td", "th"}


def laes_html(tekst: str) -> list[Element]:
    """Raises IntenPortefoelje when there is nothing in it."""
    ren = _STYRETEGN.sub(" ", tekst).encode("utf-8", errors="replace")
    laeser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        rod = lxml.html.document_fromstring(ren, parser=laeser)
    except (lxml.etree.LxmlError, ValueError) as fejl:
        raise IntenPortefoelje("Filen kan ikke læses som HTML.") from fejl
    return _Side().laes(rod)


class _Side:
    def __init__(self) -> None:
        self.elementer: list[Element] = []
        self.tekst = Tekstsamler()  # of the page
        self.celle = Tekstsamler()  # of the cell that is open
        self.tabel = Tabel(0)
        self.tabeller = self.dybde = 0
        self.nr = 1
        self.punkt = False

    def laes(self, rod: Any) -> list[Element]:
        gang = lxml.etree.iterwalk(rod, events=("start", "end"))
        for haendelse, knude in gang:
            navn = knude.tag if isinstance(knude.tag, str) else ""
            if haendelse == "end":
                self._slut(navn, knude)
                self._samler.tilfoej(knude.tail)
            elif not navn or navn in _UDEN_FOR_TEKSTEN:
                gang.skip_subtree()
            else:
                self._begynd(navn, knude)
                self._samler.tilfoej(knude.text)
        self._skriv(overskrift=False)
        return self.elementer

    @property
    def _samler(self) -> Tekstsamler:
        return self.celle if self.tabel.i_gang else self.tekst

    def _begynd(self, navn: str, knude: Any) -> None:
        if navn == "table":
            self.dybde += 1
            if self.dybde == 1:
                self._skriv(overskrift=False)
                self.tabeller += 1
                self.tabel = Tabel(self.tabeller)
        elif self.dybde == 1 and navn == "tr":
            self._luk_raekke()
            self.tabel.begynd(knude.sourceline or self.nr)
        elif navn == "li":
            self._samler.punkt()
            self.punkt = True
        if self.dybde == 0 and navn in _BLOKKE | _OVERSKRIFTER:
            self._skriv(overskrift=False)
        elif navn in _BLOKKE | _OVERSKRIFTER:
            self._samler.brud()
        self.nr = knude.sourceline or self.nr

    def _slut(self, navn: str, knude: Any) -> None:
        if navn == "table" and self.dybde:
            self._luk_raekke()
            self.dybde -= 1
        elif self.dybde == 1 and navn == "tr":
            self._luk_raekke()
        elif self.dybde == 1 and navn in _CELLER and self.tabel.i_gang:
            self.tabel.felt(self.celle.tag(), bredde=_tal(knude, "colspan"), hoejde=_tal(knude, "rowspan"))
        elif navn in _OVERSKRIFTER and not self.tabel.i_gang:
            self._skriv(overskrift=True)
        elif self.dybde == 0 and navn in _BLOKKE | {"li"}:
            self._skriv(overskrift=False)
        elif navn in _BLOKKE | {"li"}:
            self._samler.brud()

    def _luk_raekke(self) -> None:
        if self.dybde == 1 and self.tabel.i_gang:
            self.elementer.append(self.tabel.slut())
            self.celle.tag()

    def _skriv(self, *, overskrift: bool) -> None:
        for linje in filter(None, self.tekst.tag().split("\n")):
            ren = linje.removeprefix("• ")
            self.elementer.append(Linje(self.nr, ren, overskrift=overskrift, punkt=ren != linje))


def _tal(knude: Any, navn: str) -> int:
    vaerdi = (knude.get(navn) or "1").strip()
    return int(vaerdi) if vaerdi.isascii() and vaerdi.isdigit() and len(vaerdi) < 6 else 1
