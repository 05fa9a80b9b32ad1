"""From the bytes of a file to text: UTF-8 with or without BOM, or Windows-1252."""

import re

from organisering.laesning.dele import IntetReferat

HOEJST = 5 * 1024 * 1024
_BINAERT = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def afkod(indhold: bytes) -> str:
    """Return the text. Raises IntetReferat when it is too large, empty, no text, or in another encoding."""
    if len(indhold) > HOEJST:
        raise IntetReferat(f"Filen fylder mere end {HOEJST // (1024 * 1024)} MB og bliver ikke læst.")
    if _BINAERT.search(indhold) or indhold.startswith(b"%PDF-"):
        raise IntetReferat("Filen er ikke ren tekst. Kopiér referatets tekst over i en tekstfil, og prøv igen.")
    for kodning in ("utf-8-sig", "cp1252"):
        try:
            tekst = indhold.decode(kodning)
        except UnicodeDecodeError:
            continue
        if not tekst.strip():
            raise IntetReferat("Filen er tom.")
        return tekst
    raise IntetReferat("Filens tegnsæt kan ikke læses. Gem den som UTF-8 eller Windows-1252, og prøv igen.")
