"""`python -m rapportering.pdf.rens IND.pdf UD.pdf`: the pages of an uploaded PDF and nothing else of it.

Prints the number of pages; ends with 3 and a sentence's end when the file cannot be used. A file that breaks the
process is left out all the same: nobody else's memory or time is at stake.
"""

import sys
from pathlib import Path

from rapportering.pdf.graenser import MB, saet_graenser

if __name__ == "__main__":
    saet_graenser(hukommelse=1024 * MB, sekunder=20)

import pikepdf

HOEJST_SIDER = 500
UDELADT = 3
SIDENS_EGNE = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group")
IKKE_MED = ("/AA", "/AF", "/Metadata", "/PieceInfo", "/StructParent", "/StructParents")
TILLADTE_LINKS = ("http://", "https://", "mailto:")


class KanIkkeMedError(Exception):
    """The text is the end of a sentence that begins with the paper's title."""


def rens(ind: Path, ud: Path) -> int:
    """Copy what the pages show and links to the web; scripts, actions, forms, files and metadata stay behind.

    What stands on a page as an annotation, such as a filled-in form, becomes part of it. Raises KanIkkeMedError.
    """
    try:
        kilde = pikepdf.open(ind)
    except pikepdf.PasswordError as fejl:
        raise KanIkkeMedError("er beskyttet med en adgangskode") from fejl
    with kilde, pikepdf.new() as ny:
        if kilde.is_encrypted:
            raise KanIkkeMedError("er beskyttet med en adgangskode")
        if len(kilde.pages) > HOEJST_SIDER:
            raise KanIkkeMedError(f"har mere end {HOEJST_SIDER} sider")
        if not kilde.pages:
            raise KanIkkeMedError("har ingen sider")
        if _har_skjulte_lag(kilde):
            raise KanIkkeMedError("har lag, der er skjult")
        kilde.flatten_annotations("print")
        for side in kilde.pages:
            links = [_link(note) for note in side.obj.get("/Annots", ()) if _er_til_nettet(note)]
            for noegle in set(side.obj.keys()) - {"/Type", "/Parent", *SIDENS_EGNE}:
                del side.obj[noegle]
            if links:
                side.obj["/Annots"] = pikepdf.Array(links)
        ny.pages.extend(kilde.pages)
        for objekt in ny.objects:
            if isinstance(objekt, pikepdf.Dictionary | pikepdf.Stream):
                for noegle in set(objekt.keys()).intersection(IKKE_MED):
                    del objekt[noegle]
        ny.save(ud, deterministic_id=True)
        return len(ny.pages)


def _har_skjulte_lag(pdf: pikepdf.Pdf) -> bool:
    """Layers that are off are shown when the pages are copied."""
    visning = pdf.Root.get("/OCProperties", pikepdf.Dictionary()).get("/D", pikepdf.Dictionary())
    return bool(visning.get("/OFF", ())) or visning.get("/BaseState") == "/OFF"


def _er_til_nettet(note: pikepdf.Object) -> bool:
    if not isinstance(note, pikepdf.Dictionary):
        return False
    handling = note.get("/A", pikepdf.Dictionary())
    return (
        note.get("/Subtype") == "/Link"
        and handling.get("/S") == "/URI"
        and str(handling.get("/URI", "")).lower().startswith(TILLADTE_LINKS)
    )


def _link(note: pikepdf.Object) -> pikepdf.Dictionary:
    """The link anew, with its place and address alone."""
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=note["/Rect"],
        Border=pikepdf.Array([0, 0, 0]),
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=note["/A"]["/URI"]),
    )


if __name__ == "__main__":
    try:
        sys.stdout.write(str(rens(*(Path(sti) for sti in sys.argv[1:]))))
    except KanIkkeMedError as fejl:
        sys.stdout.write(str(fejl))
        sys.exit(UDELADT)
