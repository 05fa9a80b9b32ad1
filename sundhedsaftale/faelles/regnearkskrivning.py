"""Writing spreadsheets: .xlsx that is good to look at and to print, and .csv as Danish Excel opens it.

Every cell is text or a number, never a formula: in .xlsx its type says so, in .csv an apostrophe stands before what a
spreadsheet would calculate. `uden_apostrof` takes it away again.
"""

import csv
import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from sundhedsaftale.faelles.dansk import tal

Vaerdi = str | int | Decimal | None

_REGNES = re.compile(r"'*[=+\-@\t\r]")
_ESKAPERET = re.compile(r"''*[=+\-@\t\r]")
_CELLE_HOEJST = 32_767
_LINJEHOEJDE = 15.0
_MOERK, _LYS, _GRAA = (PatternFill("solid", fgColor=farve) for farve in ("1B4B66", "E6EEF2", "F2F2F2"))
_STREG = Border(bottom=Side("thin", color="BFBFBF"))
_VENSTRE = Alignment(vertical="top", wrap_text=True)
_MIDT = Alignment(horizontal="center", vertical="top")
_STILE: dict[str, dict[str, Any]] = {
    "": {"border": _STREG},
    "raekke": {"border": _STREG},
    "titel": {"font": Font("Calibri", 16, bold=True)},
    "note": {"font": Font("Calibri", 11, color="595959")},
    "afsnit": {"font": Font("Calibri", 12, bold=True, color="FFFFFF"), "fill": _MOERK},
    "hoved": {"font": Font("Calibri", 11, bold=True), "fill": _LYS, "border": _STREG},
    "sum": {"font": Font("Calibri", 11, bold=True), "fill": _GRAA, "border": _STREG},
    "maskine": {"font": Font("Calibri", 9, color="808080"), "border": _STREG},
}


@dataclass(frozen=True, slots=True)
class Linje:
    """One row. Empty cells of the plain kind are not written at all.

    `flet` are ranges of columns (from, to), counted from zero, that read as one cell.
    """

    celler: Sequence[Vaerdi] = ()
    stil: str = ""
    flet: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Ark:
    """A sheet: `bredder` in characters, the first `frosne` = (rows, columns) stay when one scrolls.

    Columns from `midt` on are centred; those in `maskine` are for the machine alone. The last frozen row is repeated on
    every printed page.
    """

    navn: str
    linjer: Sequence[Linje]
    bredder: Sequence[float]
    frosne: tuple[int, int]
    midt: int
    maskine: range = range(0)


def som_csv(ark: Ark) -> bytes:
    """Semicolons, CRLF and UTF-8 with a byte order mark."""
    ud = io.StringIO(newline="")
    skriver = csv.writer(ud, delimiter=";")
    for linje in ark.linjer:
        skriver.writerow([_csv_tekst(celle) for celle in linje.celler])
    return ud.getvalue().encode("utf-8-sig")


def som_xlsx(ark: Ark) -> bytes:
    """One sheet in landscape, one page wide."""
    bog = openpyxl.Workbook(write_only=True)
    side: Any = bog.create_sheet(ark.navn)
    for nummer, bredde in enumerate(ark.bredder, 1):
        side.column_dimensions[get_column_letter(nummer)].width = bredde
    raekker, kolonner = ark.frosne
    side.freeze_panes = f"{get_column_letter(kolonner + 1)}{raekker + 1}"
    side.print_title_rows = f"{raekker}:{raekker}"
    side.page_setup.orientation = "landscape"
    side.page_setup.paperSize = 9  # A4
    side.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    side.page_setup.fitToWidth, side.page_setup.fitToHeight = 1, 0
    side.oddFooter.right.text = "Side &P af &N"
    celler = _Celler(side, ark)
    for nummer, linje in enumerate(ark.linjer, 1):
        side.row_dimensions[nummer].height = _hoejde(ark, linje)
        side.append([celler.celle(linje, plads, vaerdi) for plads, vaerdi in enumerate(linje.celler)])
        for fra, til in linje.flet:
            side.merged_cells.ranges.add(f"{get_column_letter(fra + 1)}{nummer}:{get_column_letter(til + 1)}{nummer}")
    ud = io.BytesIO()
    bog.save(ud)
    return ud.getvalue()


def uden_apostrof(tekst: str) -> str:
    """Take away the apostrophe that was set before what a spreadsheet would calculate."""
    return tekst[1:] if _ESKAPERET.match(tekst) else tekst


def _med_apostrof(tekst: str) -> str:
    return f"'{tekst}" if _REGNES.match(tekst) else tekst


def _csv_tekst(vaerdi: Vaerdi) -> str:
    if isinstance(vaerdi, str):
        return _med_apostrof(_skrivelig(vaerdi))
    return tal(vaerdi).replace(".", "") if isinstance(vaerdi, Decimal) else "" if vaerdi is None else str(vaerdi)


def _skrivelig(tekst: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", tekst)[:_CELLE_HOEJST]


class _Celler:
    """The cells of one workbook; a look is worked out once, since asking for it again costs most of the writing."""

    def __init__(self, side: Any, ark: Ark) -> None:
        self.side, self.ark = side, ark
        self.stile: dict[tuple[str, bool, bool], Any] = {}

    def celle(self, linje: Linje, plads: int, vaerdi: Vaerdi) -> Any:
        if vaerdi is None and linje.stil == "":
            return None
        if isinstance(vaerdi, str):
            vaerdi = _skrivelig(vaerdi)
            # What begins with an apostrophe and would then be calculated gets one more: reading takes one away.
            vaerdi = _med_apostrof(vaerdi) if vaerdi.startswith("'") else vaerdi
        celle: Any = WriteOnlyCell(self.side, value=vaerdi)
        if isinstance(vaerdi, str):
            celle.data_type = "s"
        maskine = plads in self.ark.maskine
        stil = "maskine" if linje.stil == "" and maskine else linje.stil
        noegle = (
            stil,
            plads >= self.ark.midt and not maskine,
            isinstance(vaerdi, str) and bool(_REGNES.match(vaerdi)),
        )
        if noegle not in self.stile:
            self._stil(celle, *noegle)
            self.stile[noegle] = celle._style
        celle._style = self.stile[noegle]
        return celle

    def _stil(self, celle: Any, stil: str, midt: bool, regnes: bool) -> None:
        celle.quotePrefix = regnes
        for navn, vaerdi in _STILE[stil].items():
            setattr(celle, navn, vaerdi)
        if stil not in ("titel", "note"):
            celle.alignment = _MIDT if midt else _VENSTRE


def _hoejde(ark: Ark, linje: Linje) -> float:
    """High enough for the text of each cell to be read whole; a spreadsheet works it out only for unmerged cells."""
    if linje.stil == "titel":
        return 24.0
    if linje.stil == "note":
        return _LINJEHOEJDE
    flettet = dict(linje.flet)
    hoejst = 1
    for plads, vaerdi in enumerate(linje.celler):
        if isinstance(vaerdi, str) and plads not in ark.maskine:
            bredde = sum(ark.bredder[plads : flettet.get(plads, plads) + 1])
            hoejst = max(hoejst, _linjer(vaerdi.split("\n"), bredde))
    return min(hoejst * _LINJEHOEJDE, 409.0)


def _linjer(afsnit: Iterable[str], bredde: float) -> int:
    return sum(max(1, math.ceil(len(et) * 0.92 / bredde)) for et in afsnit)
