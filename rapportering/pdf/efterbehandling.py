"""What WeasyPrint leaves out of the tag tree and strict readers ask for."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf


def efterbehandl(raa: bytes) -> tuple[bytes, int]:
    """Set /Scope on every table head; return the file, equal bytes for equal content, and its number of pages."""
    ud = BytesIO()
    with pikepdf.open(BytesIO(raa)) as pdf:
        for element, i_hoved in _elementer(pdf.Root.StructTreeRoot, i_hoved=False):
            if element.get("/S") == "/TH":
                egenskaber = element.get("/A", pikepdf.Dictionary(O=pikepdf.Name.Table))
                egenskaber["/Scope"] = pikepdf.Name.Column if i_hoved else pikepdf.Name.Row
                element["/A"] = egenskaber
        pdf.save(ud, deterministic_id=True)
        return ud.getvalue(), len(pdf.pages)


def _elementer(element: pikepdf.Object, *, i_hoved: bool) -> Iterator[tuple[pikepdf.Object, bool]]:
    """Yield every structure element and whether it stands in a table's head."""
    kid = element.get("/K")
    for barn in kid if isinstance(kid, pikepdf.Array) else [kid]:
        if isinstance(barn, pikepdf.Dictionary) and "/S" in barn:
            hoved = i_hoved or barn["/S"] == "/THead"
            yield barn, hoved
            yield from _elementer(barn, i_hoved=hoved)
