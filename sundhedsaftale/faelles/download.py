"""A stored file as an answer: streamed, with the type of its name, and only a PDF is shown in the browser."""

from pathlib import PurePath

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404

TYPER = {
    ".pdf": "application/pdf",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def filsvar(fil: FieldFile, navn: str) -> FileResponse:
    """Return the file under the name people know it by. Raises Http404 when it is gone from the disk."""
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
