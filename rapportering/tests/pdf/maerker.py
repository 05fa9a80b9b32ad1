"""Walk the tag tree of a PDF in reading order."""

from collections.abc import Iterator

import pikepdf


def maerker(rod: pikepdf.Pdf | pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield every structure element below a document or an element."""
    kid = (rod.Root.StructTreeRoot if isinstance(rod, pikepdf.Pdf) else rod).get("/K")
    for barn in kid if isinstance(kid, pikepdf.Array) else [kid]:
        if isinstance(barn, pikepdf.Dictionary) and "/S" in barn:
            yield barn
            yield from maerker(barn)
