"""A packet: the papers' own pages in the place of the blank ones that the printed document ends with."""

from collections.abc import Iterator, Sequence
from typing import TypedDict

import pikepdf


class Bilag(TypedDict):
    """A paper that `rens` has made; `punkt` is its item's place on the agenda, from 0."""

    nummer: str
    titel: str
    fil: str
    sider: int
    punkt: int


def laeg_bilag_ind(pdf: pikepdf.Pdf, bilag: Sequence[tuple[Bilag, pikepdf.Pdf]]) -> None:
    """Lay each paper after its title page, and a bookmark to it under its item's.

    The document ends with the papers in order: a title page and as many blank pages as the paper has. Its own pages,
    and so its tags and links, are untouched.
    """
    side = len(pdf.pages) - sum(1 + et["sider"] for et, _ in bilag)
    titelsider = []
    tomme: set[tuple[int, int]] = set()
    for et, kilde in bilag:
        titelsider.append(side)
        for nr in range(et["sider"]):
            tomme.add(pdf.pages[side + 1 + nr].obj.objgen)
            pdf.pages[side + 1 + nr] = kilde.pages[nr]
        side += 1 + et["sider"]
    _glem(pdf.Root.StructTreeRoot, tomme)
    _bogmaerk(pdf, [et for et, _ in bilag], titelsider)
    _traek_loeftet_tilbage(pdf)


def _glem(element: pikepdf.Object, sider: set[tuple[int, int]]) -> None:
    """Take the tags of blank pages out of the tree, so that nothing holds on to the pages."""
    if not isinstance(element.get("/K"), pikepdf.Array):
        return
    element["/K"] = pikepdf.Array(
        [barn for barn in element["/K"] if not (isinstance(barn, pikepdf.Dictionary) and _side(barn) in sider)]
    )
    for barn in element["/K"]:
        if isinstance(barn, pikepdf.Dictionary) and "/S" in barn:
            _glem(barn, sider)


def _side(element: pikepdf.Object) -> tuple[int, int] | None:
    return element["/Pg"].objgen if "/Pg" in element else None


def _bogmaerk(pdf: pikepdf.Pdf, bilag: Sequence[Bilag], titelsider: Sequence[int]) -> None:
    """The first bookmark is the document's, the next ones its items', whatever level they stand on."""
    with pdf.open_outline() as disposition:
        _, *punkter = list(_alle(disposition.root))
        for et, side in zip(bilag, titelsider, strict=True):
            titel = f"Bilag {et['nummer']} {et['titel']}, side {side + 1}"
            punkter[et["punkt"]].children.append(pikepdf.OutlineItem(titel, side))


def _alle(linjer: Sequence[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for linje in linjer:
        yield linje
        yield from _alle(linje.children)


def _traek_loeftet_tilbage(pdf: pikepdf.Pdf) -> None:
    """The printed pages are PDF/UA-1; the file as a whole cannot promise it for papers that others have made."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        del metadata["pdfuaid:part"]
