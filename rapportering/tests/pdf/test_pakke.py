"""The packet: the papers' pages inside the printed document, whose tags, links and numbers hold."""

import re

import pikepdf
import pytest

from rapportering.tests.pdf.maerker import maerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def pakke(moedetryk):
    return moedetryk["offentlig pakke"]


def test_papers_stand_in_order_after_the_agenda_each_behind_a_page_with_its_name(pakke):
    sider = pakke.sider
    antal = len(sider)

    top = "SKU 22.04.2021 Dagsorden: sendt ud Offentlig udgave"
    assert sider[-5:] == [
        f"Bilag 2.1 Referat af mødet den 4. december 2020 1 side {top} Side {antal - 4} af {antal}",
        "Referat fra december",
        f"Bilag 3.1 Oversigt over puljen 2 sider {top} Side {antal - 2} af {antal}",
        "Pulje side 1",
        "Pulje side 2",
    ]


def test_papers_that_are_not_in_the_packet_are_named_with_the_reason(pakke):
    tekst = " ".join(pakke.sider)

    assert (
        "Bilag, der ikke er med i pakken "
        "Bilag 3.2: Regneark med beregninger er ikke en PDF. "
        "Bilag 3.3: Budgetaftalen for 2021 står på en adresse på nettet. "
        "Bilag 3.4: Ansøgning i papirform er ikke lagt i portalen. DokID 5550001"
    ) in tekst


def test_each_paper_has_a_bookmark_under_its_item_that_names_its_page(pakke):
    pdf = pakke.pdf
    sidetal = {side.objgen: nr for nr, side in enumerate(pdf.pages, 1)}
    with pdf.open_outline() as disposition:
        bogmaerker = {
            linje.title[:1]: [(barn.title, sidetal[barn.destination[0].objgen]) for barn in linje.children]
            for linje in disposition.root
        }
    antal = len(pdf.pages)

    assert {nr: under for nr, under in bogmaerker.items() if under} == {
        "2": [(f"Bilag 2.1 Referat af mødet den 4. december 2020, side {antal - 4}", antal - 4)],
        "3": [(f"Bilag 3.1 Oversigt over puljen, side {antal - 2}", antal - 2)],
    }


def test_contents_name_the_page_of_each_paper(pakke):
    antal = len(pakke.sider)

    assert re.search(rf"Bilag i pakken 2.1\s?Referat af mødet[^.]*\. december 2020[ .]*{antal - 4} ", pakke.sider[0])


def test_the_agendas_own_tags_survive_and_point_at_its_own_pages(pakke):
    pdf = pakke.pdf
    sider = {side.objgen for side in pdf.pages}
    tagget = [m for m in maerker(pdf) if "/Pg" in m]

    assert [str(m["/S"]) for m in maerker(pdf)].count("/H2") == 1 + 1 + 7 + 1 + 2
    assert {m["/Pg"].objgen for m in tagget} < sider
    egne = [side for side in pdf.pages if "/StructParents" in side]
    assert len(egne) == len(pdf.pages) - 3
    assert len({int(side.StructParents) for side in egne}) == len(egne)


def test_the_blank_pages_are_gone_for_good(pakke):
    pdf = pakke.pdf
    sider = {side.objgen for side in pdf.pages}
    alle = {o.objgen for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Page"}

    assert alle == sider


def test_a_packet_does_not_promise_pdf_ua_for_papers_that_others_have_made(pakke):
    pdf = pakke.pdf
    metadata = pdf.Root.Metadata.read_bytes()

    assert b"pdfuaid:part" not in metadata
    assert b"Dagsorden, Sundhedskoordinationsudvalget" in metadata
