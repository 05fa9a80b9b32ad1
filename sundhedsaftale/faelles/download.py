"""Files as answers, with the type of their name: a stored one streamed, and a spreadsheet written on the spot."""

from pathlib import PurePath

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpResponse

from sundhedsaftale.faelles.regnearkskrivning import Ark, som_csv, som_xlsx

TYPER = {
    ".pdf": "application/pdf",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_SKRIVERE = {"xlsx": som_xlsx, "csv": som_csv}


def filsvar(fil: FieldFile, navn: str) -> FileResponse:
    """Return the file under the name people know it by; only a PDF is shown in the browser.

    Raises Http404 when it is gone from the disk.
    """
    if not fil.name or not fil.storage.exists(fil.name):
        raise Http404
    endelse = PurePath(fil.name).suffix
    svar = FileResponse(
        fil.open("rb"),
        as_attachment=endelse != ".pdf",
        filename=navn or PurePath(fil.name).name,
        content_type=TYPER.get(endelse, "application/octet-stream"),
    )
    svar["X-Content-Type-Options"] = "nosniff"
    return svar


def kraev_arkendelse(endelse: str) -> None:
    """Raise Http404 for a kind of spreadsheet that is not written; asked before anything is read for one."""
    if endelse not in _SKRIVERE:
        raise Http404


def arksvar(ark: Ark, navn: str, endelse: str) -> HttpResponse:
    """Return the sheet as `navn.endelse`, to be kept. Raises Http404 for a kind that is not written."""
    kraev_arkendelse(endelse)
    svar = HttpResponse(_SKRIVERE[endelse](ark), content_type=TYPER[f".{endelse}"])
    svar["Content-Disposition"] = f'attachment; filename="{navn}.{endelse}"'
    svar["X-Content-Type-Options"] = "nosniff"
    return svar
