"""A workbook as lines and rows: the name of each visible sheet, then its cells; formulas are text."""

import io
import warnings
import zipfile
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import lxml.etree
import openpyxl
from openpyxl.utils.cell import range_boundaries

from indsatser.laesning.dele import IntenPortefoelje
from indsatser.laesning.elementer import KOLONNER_HOEJST, Element, Felt, Linje, Raekke, Tekstsamler

_UDPAKKET_HOEJST = 20 * 1024 * 1024
_RAEKKER_HOEJST = 20_000
_FLETNINGER_HOEJST = 20_000
_TEKST_HOEJST = 5_000
_ULAESELIG = "Regnearket kan ikke læses. Åbn det, gem det igen som .xlsx, og prøv én gang til."
_FOR_STOR = "Regnearket fylder for meget, når det pakkes ud. Gem arket alene i en ny fil."
_FOR_LANGT = "Regnearket har flere end 20.000 rækker. Slet det, der ikke hører til porteføljen, og prøv igen."
_STANDARDNAVNE = ("ark", "sheet", "tabel")

_Fletninger = dict[tuple[int, int], tuple[int, int]]


def laes_xlsx(indhold: bytes) -> list[Element]:
    """Raises IntenPortefoelje when the file is broken, too large inside or too long."""
    try:
        with zipfile.ZipFile(io.BytesIO(indhold)) as arkiv:
            if sum(medlem.file_size for medlem in arkiv.infolist()) > _UDPAKKET_HOEJST:
                raise IntenPortefoelje(_FOR_STOR)
            return _laes(indhold, arkiv)
    except IntenPortefoelje:
        raise
    except Exception as fejl:  # a damaged archive raises whatever its bytes lead to
        raise IntenPortefoelje(_ULAESELIG) from fejl


def _laes(indhold: bytes, arkiv: zipfile.ZipFile) -> list[Element]:
    elementer: list[Element] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl leaves out is no concern of ours
        projektmappe = openpyxl.load_workbook(io.BytesIO(indhold), read_only=True, keep_links=False)
        for nummer, ark in enumerate(projektmappe.worksheets, 1):
            if ark.sheet_state != "visible":
                elementer.append(Linje(1, f"Arket »{ark.title}« er skjult og ikke læst.", punkt=True))
                continue
            if not ark.title.casefold().startswith(_STANDARDNAVNE):
                elementer.append(Linje(1, ark.title, overskrift=True))
            elementer += _raekker(ark, nummer, _fletninger(arkiv, ark._worksheet_path))
    return elementer


def _raekker(ark: Any, nummer: int, fletninger: _Fletninger) -> list[Raekke]:
    # The size that a sheet claims may be any; its rows are what is there.
    ark.reset_dimensions()
    raekker: list[Raekke] = []
    tekster: dict[tuple[int, int], str] = {}
    kilder = set(fletninger.values())
    for nr, vaerdier in enumerate(ark.iter_rows(max_col=KOLONNER_HOEJST, values_only=True), 1):
        if nr > _RAEKKER_HOEJST:
            raise IntenPortefoelje(_FOR_LANGT)
        felter = []
        for kolonne, vaerdi in enumerate(vaerdier, 1):
            fra = fletninger.get((nr, kolonne))
            if fra is None:
                tekst = _tekst(vaerdi)
                if (nr, kolonne) in kilder:
                    tekster[nr, kolonne] = tekst
                felter.append(Felt(tekst))
            else:
                felter.append(Felt(tekster.get(fra, ""), fra_oven=fra[0] < nr, fra_siden=fra[1] < kolonne))
        while felter and not felter[-1].tekst:
            felter.pop()
        if felter:
            raekker.append(Raekke(nr, nummer, tuple(felter), eksakt=True))
    bredde = max((len(raekke.felter) for raekke in raekker), default=0)
    return [replace(raekke, felter=_udfyldt(raekke.felter, bredde)) for raekke in raekker]


def _udfyldt(felter: tuple[Felt, ...], bredde: int) -> tuple[Felt, ...]:
    return felter + (Felt(""),) * (bredde - len(felter))


def _tekst(vaerdi: Any) -> str:
    if vaerdi is None:
        return ""
    if isinstance(vaerdi, bool):
        return "ja" if vaerdi else "nej"
    if isinstance(vaerdi, float) and vaerdi.is_integer() and abs(vaerdi) < 1e9:
        return str(int(vaerdi))
    if isinstance(vaerdi, datetime | date):
        return str(vaerdi.year) if (vaerdi.month, vaerdi.day) == (1, 1) else vaerdi.strftime("%d-%m-%Y")
    samler = Tekstsamler()
    for linje in str(vaerdi)[:_TEKST_HOEJST].splitlines():
        samler.tilfoej(linje)
        samler.brud()
    return samler.tag()


def _fletninger(arkiv: zipfile.ZipFile, sti: str) -> _Fletninger:
    """Which cell each covered cell belongs to, row and column counted from one; what is covered twice counts once."""
    fletninger: _Fletninger = {}
    with arkiv.open(sti) as fil:
        for _, knude in lxml.etree.iterparse(fil, tag="{*}mergeCell", resolve_entities=False, no_network=True):
            kolonne, raekke, sidste_kolonne, sidste_raekke = range_boundaries(knude.get("ref"))
            for r in range(raekke, min(sidste_raekke, _RAEKKER_HOEJST) + 1):
                for k in range(kolonne, min(sidste_kolonne, KOLONNER_HOEJST) + 1):
                    if (r, k) != (raekke, kolonne):
                        fletninger.setdefault((r, k), (raekke, kolonne))
                if len(fletninger) > _FLETNINGER_HOEJST:
                    return fletninger
    return fletninger
