import io
import random
import re
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sundhedsaftale.faelles.regneark import Ulaeseligt, laes_ark

ARK = "xl/worksheets/sheet1.xml"


def xlsx(*raekker):
    bog = openpyxl.Workbook()
    for raekke in raekker:
        bog.active.append(raekke)
    fil = io.BytesIO()
    bog.save(fil)
    return fil.getvalue()


def omskrevet(indhold, skriv, medlem=ARK):
    ud = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(indhold)) as ind, zipfile.ZipFile(ud, "w", zipfile.ZIP_DEFLATED) as arkiv:
        for navn in ind.namelist():
            arkiv.writestr(navn, skriv(ind.read(navn)) if navn == medlem else ind.read(navn))
    return ud.getvalue()


def laes(indhold, navn="ark.xlsx", hoejst=500):
    return laes_ark(SimpleUploadedFile(navn, indhold), raekker_hoejst=hoejst)


def afvist(indhold, navn="ark.xlsx", hoejst=500):
    with pytest.raises(Ulaeseligt) as fejl:
        laes(indhold, navn, hoejst)
    return str(fejl.value)


def test_filled_rows_come_with_their_numbers_and_cells_with_their_kinds():
    indhold = xlsx(
        ["  Organ \n navn ", None, "Sted\u200b"],
        [],
        ["DAK", datetime(2027, 3, 16), time(10), 3, 1.5, True, None],
        ["", "   "],
    )

    assert laes(indhold) == [
        (1, ("Organ navn", None, "Sted")),
        (3, ("DAK", datetime(2027, 3, 16), time(10), 3, 1.5, True)),
    ]


def test_a_formula_is_the_text_that_stands_in_the_cell():
    assert laes(xlsx(['=HYPERLINK("http://x";"y")', "=1+1"])) == [(1, ('=HYPERLINK("http://x";"y")', "=1+1"))]


def test_a_csv_file_is_read_as_danish_excel_saves_it():
    assert laes('Organ;Sted\r\nDAK;"Ærø; havnen"\r\n'.encode("cp1252"), "ark.csv") == [
        (1, ("Organ", "Sted")),
        (2, ("DAK", "Ærø; havnen")),
    ]


def test_a_sheet_that_claims_every_cell_there_is_gives_the_rows_it_has():
    indhold = omskrevet(
        xlsx(["Organ"], ["DAK"]), lambda xml: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', xml)
    )

    assert laes(indhold) == [(1, ("Organ",)), (2, ("DAK",))]


def test_a_cell_at_the_far_end_of_the_sheet_is_refused():
    sidst = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'

    assert "for mange tomme rækker" in afvist(
        omskrevet(xlsx(["Organ"]), lambda xml: xml.replace(b"</sheetData>", sidst))
    )


@pytest.mark.parametrize(("antal", "ventet"), [(500, 500), (501, None), (10_000, None)])
@pytest.mark.parametrize("slags", ["xlsx", "csv"])
def test_more_rows_than_allowed_are_refused(antal, ventet, slags):
    indhold = xlsx(*[[1]] * antal) if slags == "xlsx" else b"1\n" * antal

    if ventet is None:
        assert afvist(indhold, f"ark.{slags}") == "Arket har mere end 500 rækker. Del det i flere filer."
    else:
        assert len(laes(indhold, f"ark.{slags}")) == ventet


def test_a_row_wider_than_any_table_is_cut():
    assert len(laes(xlsx(list(range(300))))[0][1]) == 100
    assert len(laes(b";".join([b"1"] * 300), "ark.csv")[0][1]) == 100


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    bred = b'<row r="9">' + b"<c><v>1</v></c>" * 1_000_000 + b"</row></sheetData>"

    assert "når den pakkes ud" in afvist(omskrevet(xlsx(["x"]), lambda xml: xml.replace(b"</sheetData>", bred)))


def test_entities_are_not_expanded():
    lol = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    celle = b'<row r="9"><c r="A9" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData>'

    indhold = omskrevet(xlsx(["x"]), lambda xml: lol + xml.replace(b"</sheetData>", celle))

    assert "Filen kan ikke læses" in afvist(indhold)


def test_every_damaged_file_is_read_or_refused_in_one_sentence():
    helt = xlsx(["Organ", "Dato"], ["DAK", date(2027, 3, 16)])
    kast = random.Random(1)
    svar = set()
    for _ in range(200):
        skadet = bytearray(helt)
        for _ in range(kast.randint(1, 20)):
            skadet[kast.randrange(len(skadet))] = kast.randrange(256)
        try:
            svar.add(len(laes(bytes(skadet))))
        except Ulaeseligt as fejl:
            svar.add(str(fejl))

    assert svar == {
        2,
        "Filen kan ikke læses. Åbn den i dit regneark, gem den igen som xlsx, og prøv én gang til.",
        "Filen fylder for meget, når den pakkes ud. Gem arket alene i en ny fil.",
    }
