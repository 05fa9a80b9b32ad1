"""Uploads: small, what they claim to be, not a bomb, and with a name that can be kept."""

import io
import re
import struct
import unicodedata
import zipfile
from pathlib import PurePath
from typing import IO, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from sundhedsaftale.faelles.cpr import find_cpr

MB = 1024 * 1024
HOEJST = 5 * MB
UDPAKKET_HOEJST = 50 * MB
FORHOLD_HOEJST = 100
MEDLEMMER_HOEJST = 200
NAVN_HOEJST = 100

_HOVEDDEL = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_AKTIVT = re.compile(
    r"vbaproject|macrosheets|externallinks|embeddings|activex|\.(?:bin|exe|dll|js|vbs|zip)$", re.IGNORECASE
)
_STYRETEGN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_ULAESELIGT = (
    zipfile.BadZipFile,
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
)


class UploadFelt(forms.FileField):
    """A file of one of `typer` (csv, docx, pdf, xlsx); the type is read from the content, and the name must agree."""

    def __init__(self, *, typer: tuple[str, ...], hoejst: int = HOEJST, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.typer = typer
        self.hoejst = hoejst
        self.widget.attrs["accept"] = ",".join(f".{endelse}" for endelse in typer)

    def to_python(self, data: Any) -> UploadedFile | None:
        fil: Any = super().to_python(data)
        if fil is None:
            return None
        if (fil.size or 0) > self.hoejst:
            raise ValidationError(f"Filen fylder mere end {self.hoejst // MB} MB.")
        fil.name = renset_navn(fil.name or "")
        endelse = PurePath(fil.name).suffix.removeprefix(".").lower()
        if endelse not in self.typer:
            raise ValidationError(f"Filen skal være af typen {' eller '.join(self.typer)}.")
        fil.seek(0)
        if endelse in _HOVEDDEL:
            _kontroller_arkiv(fil, endelse)
        elif not _ligner(fil.read(), endelse):
            raise ValidationError(f"Indholdet er ikke af typen {endelse}.")
        fil.seek(0)
        return fil


def renset_navn(navn: str) -> str:
    """Return the file's own name without folders and invisible characters. Raises ValidationError on a CPR number."""
    sidste = unicodedata.normalize("NFC", navn).replace("\\", "/").rsplit("/", 1)[-1]
    rent = "".join(tegn for tegn in sidste if unicodedata.category(tegn)[0] != "C")
    rent = re.sub(r'[<>:"|?*]', "", rent).strip(" .")
    if find_cpr(rent):
        raise ValidationError("Filnavnet ser ud til at indeholde et CPR-nummer. Omdøb filen, før du sender den.")
    sti = PurePath(rent)
    return sti.stem[: NAVN_HOEJST - len(sti.suffix)] + sti.suffix


def _ligner(indhold: bytes, endelse: str) -> bool:
    if endelse == "pdf":
        return indhold.startswith(b"%PDF-")
    return not _STYRETEGN.search(indhold) and not indhold.startswith((b"%PDF-", b"PK\x03\x04"))


def arkivtype(indhold: bytes) -> str:
    """Return docx or xlsx. Raises ValidationError unless it is one of them, without bombs, macros or links."""
    fil = io.BytesIO(indhold)
    try:
        with zipfile.ZipFile(fil) as arkiv:
            endelse = "xlsx" if _HOVEDDEL["xlsx"] in arkiv.namelist() else "docx"
    except _ULAESELIGT as fejl:
        raise ValidationError("Filen kan ikke læses som docx eller xlsx.") from fejl
    _kontroller_arkiv(fil, endelse)
    return endelse


def _kontroller_arkiv(fil: IO[bytes], endelse: str) -> None:
    """Raise ValidationError unless the archive is an Office file without bombs, macros or links to other files."""
    try:
        with zipfile.ZipFile(fil) as arkiv:
            medlemmer = arkiv.infolist()
    except _ULAESELIGT as fejl:
        raise ValidationError(f"Filen kan ikke læses som {endelse}.") from fejl
    udpakket = sum(medlem.file_size for medlem in medlemmer)
    pakket = sum(medlem.compress_size for medlem in medlemmer)
    navne = [medlem.filename for medlem in medlemmer]
    if len(navne) > MEDLEMMER_HOEJST or udpakket > UDPAKKET_HOEJST or udpakket > FORHOLD_HOEJST * max(pakket, 1):
        raise ValidationError("Filen fylder for meget, når den pakkes ud.")
    if _HOVEDDEL[endelse] not in navne or len(set(navne)) < len(navne):
        raise ValidationError(f"Indholdet er ikke af typen {endelse}.")
    if any(medlem.flag_bits & 1 for medlem in medlemmer):
        raise ValidationError("Filen er beskyttet med en adgangskode.")
    if any(_AKTIVT.search(navn) for navn in navne):
        raise ValidationError("Filen indeholder makroer, indlejrede filer eller links til andre filer.")
