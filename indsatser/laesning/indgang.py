"""From the bytes of a file, or a text that was pasted in, to what was read; the kind is told by the content."""

import re

from indsatser.laesning.dele import IntenPortefoelje, LaestPortefoelje
from indsatser.laesning.docxkilde import laes_docx
from indsatser.laesning.elementer import Element, Linje
from indsatser.laesning.htmlkilde import laes_html
from indsatser.laesning.portefoelje import laes_elementer
from indsatser.laesning.tekstkilde import laes_csv, laes_linjer
from indsatser.laesning.xlsxkilde import laes_xlsx
from sundhedsaftale.faelles.felter import afvis_cpr_i_linjer
from sundhedsaftale.faelles.upload import HOEJST, arkivtype

_BINAERT = re.compile(r"[\x00-\x08\x0e-\x1f]")
_HTML = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|table|div|meta)\b", re.IGNORECASE)
_AFVIST = (
    (
        b"%PDF-",
        "En PDF kan ikke læses: tabellens felter går tabt i den. Brug Word-filen, eller kopiér tabellen.",
    ),
    (b"\xd0\xcf\x11\xe0", "Filen er i et ældre Office-format. Åbn den, gem den som .docx eller .xlsx, og prøv igen."),
    (b"{\\rtf", "Filen er i RTF-format. Åbn den i Word, gem den som .docx, og prøv igen."),
)
_FOR_STOR = f"Filen fylder mere end {HOEJST // (1024 * 1024)} MB og bliver ikke læst."
_TOM = "Der står ingen tekst i filen."
_BINAER = "Filen er hverken Word, Excel, HTML eller ren tekst, så den kan ikke læses."
_TEGNSAET = "Filens tegnsæt kan ikke læses. Gem den som UTF-8, og prøv igen."


def laes_fil(indhold: bytes) -> LaestPortefoelje:
    """Raises IntenPortefoelje for what cannot be read, ValidationError with the place of a CPR number."""
    if len(indhold) > HOEJST:
        raise IntenPortefoelje(_FOR_STOR)
    for begyndelse, saetning in _AFVIST:
        if indhold.startswith(begyndelse):
            raise IntenPortefoelje(saetning)
    if indhold.startswith(b"PK"):
        return _laest(laes_xlsx(indhold) if arkivtype(indhold) == "xlsx" else laes_docx(indhold))
    return laes_tekst(_afkod(indhold))


def laes_tekst(tekst: str) -> LaestPortefoelje:
    """Read a text with tabs, Markdown tables, semicolons or HTML. Raises as `laes_fil`."""
    if not tekst.strip():
        raise IntenPortefoelje(_TOM)
    if _BINAERT.search(tekst):
        raise IntenPortefoelje(_BINAER)
    afvis_cpr_i_linjer(tekst)
    if _HTML.match(tekst):
        return _laest(laes_html(tekst))
    elementer = laes_linjer(tekst)
    if all(isinstance(element, Linje) for element in elementer):
        elementer = laes_csv(tekst) or elementer
    return _laest(elementer)


def _laest(elementer: list[Element]) -> LaestPortefoelje:
    afvis_cpr_i_linjer(
        "\n".join(
            element.tekst if isinstance(element, Linje) else "\t".join(element.tekster).replace("\n", " ")
            for element in elementer
        )
    )
    return laes_elementer(elementer)


def _afkod(indhold: bytes) -> str:
    kodninger = ("utf-16",) if indhold.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for kodning in kodninger:
        try:
            return indhold.decode(kodning)
        except UnicodeDecodeError:
            continue
    raise IntenPortefoelje(_TEGNSAET)
