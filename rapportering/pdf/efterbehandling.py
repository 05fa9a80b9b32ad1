"""What WeasyPrint leaves out of the tag tree and strict readers ask for, and the papers of a packet."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO

import pikepdf

from rapportering.pdf.pakke import Bilag, laeg_bilag_ind


def efterbehandl(raa: bytes, bilag: Sequence[Bilag]) -> tuple[bytes, int]:
    """Set /Scope on every table head and lay the papers in; return the file and its number of pages.

    Equal content gives equal bytes.
    """
    ud = BytesIO()
    with ExitStack() as aabne:
        pdf = aabne.enter_context(pikepdf.open(BytesIO(raa)))
        for element, i_hoved in _elementer(pdf.Root.StructTreeRoot, i_hoved=False):
            if element.get("/S") == "/TH":
                egenskaber = element.get("/A", pikepdf.Dictionary(O=pikepdf.Name.Table))
                egenskaber["/Scope"] = pikepdf.Name.Column if i_hoved else pikepdf.Name.Row
                element["/A"] = egenskaber
        if bilag:
            laeg_bilag_ind(pdf, [(et, aabne.enter_context(pikepdf.open(et["fil"]))) for et in bilag])
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
