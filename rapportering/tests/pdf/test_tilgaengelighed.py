"""The file as a screen reader meets it: PDF/UA-1."""

from itertools import pairwise

import pikepdf

from rapportering.tests.pdf.maerker import maerker


def test_pdf_is_tagged_danish_and_titled(pdf):
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "da"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo.Title) == "Årlig status 2020, Eksempelaftalen 2019-2023"


def test_pdf_says_that_it_is_pdf_ua_1(pdf):
    assert b'pdfuaid:part="1"' in pdf.Root.Metadata.read_bytes()


def test_pdf_has_one_h1_first_and_no_gap_in_the_headings(pdf):
    niveauer = [int(art[2:]) for art in (str(m["/S"]) for m in maerker(pdf)) if art in {f"/H{n}" for n in range(1, 7)}]

    assert niveauer[0] == 1
    assert niveauer.count(1) == 1
    assert all(efter <= foer + 1 for foer, efter in pairwise(niveauer))


def test_every_table_head_has_a_scope(pdf):
    hoveder = [m for m in maerker(pdf) if m["/S"] == "/TH"]
    retninger = {str(hoved["/A"].get("/Scope")) for hoved in hoveder}

    assert len(hoveder) > 60
    assert retninger == {"/Column", "/Row"}


def test_corner_of_the_matrix_is_a_column_head(pdf):
    raekker = [m for m in maerker(pdf) if m["/S"] == "/THead"]

    assert all(str(celle["/A"]["/Scope"]) == "/Column" for hoved in raekker for celle in maerker_under(hoved, "/TH"))


def test_every_row_has_as_many_cells_as_its_head(pdf):
    for tabel in (m for m in maerker(pdf) if m["/S"] == "/Table"):
        bredder = {
            sum(int(celle["/A"].get("/ColSpan", 1)) for art in ("/TH", "/TD") for celle in maerker_under(raekke, art))
            for raekke in maerker_under(tabel, "/TR")
        }
        assert len(bredder) == 1


def test_targets_of_a_chapter_are_one_table_with_a_head_for_each_maalsaetning(pdf):
    (tabel,) = (m for m in maerker(pdf) if m["/S"] == "/Table" and len(maerker_under(m, "/TBody")) > 1)
    foerste = [maerker_under(gruppe, "/TR")[0] for gruppe in maerker_under(tabel, "/TBody")]

    assert [next(str(celle["/S"]) for celle in maerker(raekke)) for raekke in foerste] == ["/TH", "/TH"]
    assert [int(maerker_under(raekke, "/TH")[0]["/A"]["/ColSpan"]) for raekke in foerste] == [6, 6]


def test_every_figure_is_told_in_words(pdf):
    figurer = [m for m in maerker(pdf) if m["/S"] == "/Figure"]

    assert len(figurer) == 4
    assert all(len(str(figur["/Alt"])) > 20 for figur in figurer)


def test_bookmarks_are_the_contents(pdf):
    with pdf.open_outline() as disposition:
        titler = [punkt.title for punkt in disposition.root]

    assert titler == [
        "Årlig status 2020",
        "Året kort",
        "Indhold",
        "Følgegruppen for forebyggelse",
        "Følgegruppen for behandling og pleje",
        "Det mangler",
        "Ordliste",
        "Om rapporten",
    ]


def test_only_the_portals_own_font_is_used_and_it_is_in_the_file(pdf):
    fonte = {font.objgen: font for side in pdf.pages for font in side.Resources.get("/Font", {}).values()}

    assert fonte
    for font in fonte.values():
        efterkommer = font.DescendantFonts[0]
        assert "IBM-Plex-Sans" in str(efterkommer.BaseFont)
        assert "/FontFile2" in efterkommer.FontDescriptor


def maerker_under(element: pikepdf.Object, art: str) -> list[pikepdf.Object]:
    return [m for m in maerker(element) if m["/S"] == art]
