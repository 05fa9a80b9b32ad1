"""Reading spreadsheets from outside: .xlsx and .csv as rows of cells, never as anything that runs.

The file has been through `UploadFelt`, which knows its size, type and what it unpacks to. Here a broken file is one
sentence, whatever broke it, and a formula is the text that stands in the cell.
"""

import csv
import io
import unicodedata
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import PurePath
from typing import Any

import openpyxl
from django.core.files.uploadedfile import UploadedFile

from sundhedsaftale.faelles.upload import MB

Celle = str | int | float | bool | datetime | date | time | timedelta | None
Raekke = tuple[int, tuple[Celle, ...]]

KOLONNER_HOEJST = 100
_TOMME_HOEJST = 2_000  # empty rows, also between the filled ones: as far as anybody looks
_TEKST_HOEJST = 5_000
_UDPAKKET_HOEJST = 10 * MB  # a row is read whole before it can be cut, and this is what that may take
_ULAESELIG = "Filen kan ikke læses. Åbn den i dit regneark, gem den igen som {endelse}, og prøv én gang til."
_FOR_MANGE = "Arket har mere end {hoejst} rækker. Del det i flere filer."
_FOR_STOR = "Filen fylder for meget, når den pakkes ud. Gem arket alene i en ny fil."
_FOR_LANGT = "Arket har for mange tomme rækker. Slet dem, og gem filen igen."


class Ulaeseligt(Exception):  # noqa: N818 - a domain word
    """The sheet cannot be read; `str()` is a Danish sentence a user may read."""


def laes_ark(fil: UploadedFile, *, raekker_hoejst: int, arknavn: str = "") -> list[Raekke]:
    """Return the filled rows of a sheet with their numbers; text is as `rens` leaves it, and an empty cell is None.

    The sheet is the one named `arknavn`, else the first. Raises Ulaeseligt when there are more than `raekker_hoejst`
    rows or the file is broken.
    """
    endelse = PurePath(fil.name or "").suffix.removeprefix(".").lower()
    indhold = fil.read()
    try:
        return _fyldte(_laes_csv(indhold) if endelse == "csv" else _laes_xlsx(indhold, arknavn), raekker_hoejst)
    except Ulaeseligt:
        raise
    except Exception as fejl:  # a damaged archive raises whatever its bytes lead to
        raise Ulaeseligt(_ULAESELIG.format(endelse=endelse)) from fejl


def rens(tekst: str) -> str:
    """Return the text as it is read from a cell: one line, one space between words, no invisible characters."""
    ens = unicodedata.normalize("NFC", tekst[:_TEKST_HOEJST])
    if not ens.isprintable():
        ens = "".join(tegn if unicodedata.category(tegn)[0] != "C" else " " for tegn in ens)
    return " ".join(ens.split())


def er_formel(celle: Celle) -> bool:
    return isinstance(celle, str) and celle.startswith("=")


def _fyldte(raekker: Iterable[Iterable[Any]], hoejst: int) -> list[Raekke]:
    fyldte: list[Raekke] = []
    tomme = 0
    for nummer, raekke in enumerate(raekker, 1):
        celler = [_celle(vaerdi) for vaerdi in islice(raekke, KOLONNER_HOEJST)]
        while celler and celler[-1] is None:
            celler.pop()
        if not celler:
            tomme += 1
            if tomme > _TOMME_HOEJST:
                raise Ulaeseligt(_FOR_LANGT)
        elif len(fyldte) == hoejst:
            raise Ulaeseligt(_FOR_MANGE.format(hoejst=hoejst))
        else:
            fyldte.append((nummer, tuple(celler)))
    return fyldte


def _celle(vaerdi: Any) -> Celle:
    if isinstance(vaerdi, str):
        return rens(vaerdi) or None
    if vaerdi is None or isinstance(vaerdi, int | float | datetime | date | time | timedelta):
        return vaerdi
    return str(vaerdi)


def _laes_csv(indhold: bytes) -> Iterator[list[str]]:
    """Comma or semicolon, in UTF-8 or as Danish Excel saves it."""
    try:
        tekst = indhold.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = indhold.decode("cp1252")
    foerste = next((linje for linje in tekst.splitlines() if linje.strip()), "")
    skilletegn = max(";,\t", key=foerste.count)
    return csv.reader(io.StringIO(tekst, newline=""), delimiter=skilletegn)


def _laes_xlsx(indhold: bytes, arknavn: str) -> Iterator[tuple[Any, ...]]:
    with zipfile.ZipFile(io.BytesIO(indhold)) as arkiv:
        if sum(medlem.file_size for medlem in arkiv.infolist()) > _UDPAKKET_HOEJST:
            raise Ulaeseligt(_FOR_STOR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl leaves out is no concern of ours
        projektmappe = openpyxl.load_workbook(io.BytesIO(indhold), read_only=True, keep_links=False)
        ark = next((et for et in projektmappe.worksheets if et.title == arknavn), projektmappe.worksheets[0])
        # The size that a sheet claims may be any; its rows are what is there.
        ark.reset_dimensions()
        yield from ark.iter_rows(max_col=KOLONNER_HOEJST, values_only=True)
