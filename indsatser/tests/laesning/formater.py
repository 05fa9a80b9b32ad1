"""The same made-up tables as the files that people have them in."""

import io
import zipfile
from collections.abc import Callable, Sequence
from html import escape

import openpyxl

Tabel = Sequence[Sequence[str]]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def som_tabs(tabeller: Sequence[Tabel]) -> bytes:
    return "\n\n".join("\n".join("\t".join(raekke) for raekke in tabel) for tabel in tabeller).encode()


def som_markdown(tabeller: Sequence[Tabel]) -> bytes:
    return "\n\n".join(
        "\n".join(
            "| "
            + " | ".join(celle.replace("|", "\\|") for celle in raekke)
            + " |"
            + ("\n|" + "---|" * len(raekke)) * (nr == 0)
            for nr, raekke in enumerate(tabel)
        )
        for tabel in tabeller
    ).encode()


def som_csv(tabeller: Sequence[Tabel]) -> bytes:
    def felt(celle: str) -> str:
        return '"' + celle.replace('"', '""') + '"' if set(celle) & set(';"\n') else celle

    linjer = [";".join(map(felt, raekke)) for tabel in tabeller for raekke in (*tabel, ())]
    return "\r\n".join(linjer).encode("cp1252")


def som_html(tabeller: Sequence[Tabel]) -> bytes:
    def raekke(celler: Sequence[str]) -> str:
        return "<tr>" + "".join(f"<td>{escape(celle)}</td>" for celle in celler) + "</tr>"

    tekst = "".join(f"<table>{''.join(map(raekke, tabel))}</table>" for tabel in tabeller)
    return f"<!DOCTYPE html><html lang=da><body><h1>Prøve</h1>{tekst}</body></html>".encode()


def som_xlsx(tabeller: Sequence[Tabel]) -> bytes:
    projektmappe = openpyxl.Workbook()
    ark = projektmappe.active
    for tabel in tabeller:
        for raekke in (*tabel, ()):
            ark.append([int(celle) if celle.isascii() and celle.isdigit() else celle or None for celle in raekke])
    return gemt(projektmappe)


def gemt(projektmappe: openpyxl.Workbook) -> bytes:
    fil = io.BytesIO()
    projektmappe.save(fil)
    return fil.getvalue()


def som_docx(tabeller: Sequence[Tabel]) -> bytes:
    return docx("".join(f"<w:tbl>{''.join(map(docxraekke, tabel))}</w:tbl><w:p/>" for tabel in tabeller))


def docxraekke(celler: Sequence[str]) -> str:
    return "<w:tr>" + "".join(docxcelle(celle) for celle in celler) + "</w:tr>"


def docxcelle(tekst: str, egenskaber: str = "") -> str:
    afsnit = "".join(docxafsnit(linje) for linje in tekst.split("\n"))
    return f"<w:tc><w:tcPr>{egenskaber}</w:tcPr>{afsnit}</w:tc>"


def docxafsnit(tekst: str, egenskaber: str = "") -> str:
    return f"<w:p><w:pPr>{egenskaber}</w:pPr><w:r><w:t xml:space='preserve'>{escape(tekst)}</w:t></w:r></w:p>"


def docx(krop: str) -> bytes:
    """A Word document with nothing in it but what is read."""
    fil = io.BytesIO()
    with zipfile.ZipFile(fil, "w", zipfile.ZIP_DEFLATED) as arkiv:
        arkiv.writestr("[Content_Types].xml", "<Types/>")
        arkiv.writestr("word/document.xml", f"<w:document xmlns:w='{W}'><w:body>{krop}</w:body></w:document>")
    return fil.getvalue()


FORMATER: dict[str, Callable[[Sequence[Tabel]], bytes]] = {
    "tabs": som_tabs,
    "markdown": som_markdown,
    "csv": som_csv,
    "html": som_html,
    "xlsx": som_xlsx,
    "docx": som_docx,
}
