"""Agenda and minutes on paper: what stands where, and how a screen reader meets it."""

import re
from io import BytesIO
from itertools import pairwise

import pypdf
import pytest

from rapportering.domain.moedehtml import moede_html
from rapportering.queries.rapport import sha256
from rapportering.tests.pdf.conftest import laes_sider, print_rapport
from rapportering.tests.pdf.maerker import maerker

pytestmark = pytest.mark.django_db

TITLER = [
    "Godkendelse af dagsorden",
    "Godkendelse af referat",
    "Disponering af den tværsektorielle pulje for 2021 og overførsel af uforbrugte midler",
    "Erfaringer med fælles udskrivning",
    "Sag om personale",
    "Skriftlige beretninger",
    "Eventuelt",
]


@pytest.fixture
def referat(moedetryk):
    return moedetryk["offentligt referat"]


@pytest.fixture
def tekst(referat):
    return " ".join(referat.sider)


def med(moedetryk, **felter):
    """The public minutes with other words in their frozen data, as HTML."""
    data = moedetryk["offentligt referat"].data | felter
    return moede_html(data, sha256(data))


def test_minutes_are_tagged_danish_and_titled_and_promise_pdf_ua_1(referat):
    pdf = referat.pdf

    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "da"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo.Title) == "Referat, Sundhedskoordinationsudvalget Prøve, 22. april 2021"
    assert b'pdfuaid:part="1"' in pdf.Root.Metadata.read_bytes()


@pytest.mark.parametrize("navn", ["referat", "offentligt referat", "offentlig dagsorden", "pakke"])
def test_headings_begin_with_the_only_h1_and_have_no_gap(moedetryk, navn):
    arter = [str(m["/S"]) for m in maerker(moedetryk[navn].pdf)]
    niveauer = [int(art[2:]) for art in arter if re.fullmatch("/H[1-6]", art)]

    assert niveauer[0] == 1
    assert niveauer.count(1) == 1
    assert all(efter <= foer + 1 for foer, efter in pairwise(niveauer))


def test_every_table_head_has_a_scope(referat):
    retninger = [str(m["/A"]["/Scope"]) for m in maerker(referat.pdf) if m["/S"] == "/TH"]

    assert len(retninger) == 3 + 5 + 6  # the facts, the head of the participants, and the participants themselves
    assert set(retninger) == {"/Column", "/Row"}


def test_every_link_is_tagged_as_one(referat):
    pdf = referat.pdf
    opslag = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    maerke = {int(noegle): element for noegle, element in zip(opslag[::2], opslag[1::2], strict=True)}
    links = [note for side in pdf.pages for note in side.get("/Annots", ())]

    assert len(links) >= 7 + 1  # the contents and the paper that stands at an address
    assert {str(maerke[int(link.StructParent)]["/S"]) for link in links} == {"/Link"}


def test_bookmarks_are_the_items_in_order(referat):
    with referat.pdf.open_outline() as disposition:
        titler = [linje.title for linje in disposition.root]

    assert titler == [
        "Referat, Sundhedskoordinationsudvalget Prøve, 22. april 2021",
        *(f"{nr} {titel}" for nr, titel in enumerate(TITLER, 1)),
    ]


def test_only_the_portals_own_font_is_used_and_it_is_in_the_file(referat):
    pdf = referat.pdf
    fonte = {font.objgen: font for side in pdf.pages for font in side.Resources.get("/Font", {}).values()}

    assert fonte
    for font in fonte.values():
        assert "IBM-Plex-Sans" in str(font.DescendantFonts[0].BaseFont)
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_the_first_page_says_which_meeting_and_in_words_that_it_is_not_approved(referat):
    for ord_ in ("Region Prøve", "22. april 2021 kl. 10.00–12.30", "Rådssalen, Prøvevej 1", "Udkast, ikke godkendt"):
        assert ord_ in referat.sider[0]


def test_pages_are_numbered_and_named(referat):
    sider = referat.sider

    assert [f"Side {nr} af {len(sider)}" in side for nr, side in enumerate(sider, 1)] == [True] * len(sider)
    assert ["SKU 22.04.2021" in side for side in sider] == [True] * len(sider)
    assert ["Referat: udkast, ikke godkendt" in side for side in sider[1:]] == [True] * (len(sider) - 1)


def test_contents_give_the_page_each_item_stands_on(referat):
    sider = referat.sider
    indhold = sider[0].split("Indhold")[1]

    for nr, titel in enumerate(TITLER, 1):
        side = re.search(rf"{nr}\s*{re.escape(titel)}[ .]*?(\d+)(?= |$)", indhold)
        assert f"{nr} {titel}" in sider[int(side[1]) - 1].split("Indhold")[-1 if side[1] == "1" else 0]


def test_five_items_have_no_contents_and_six_have(moedetryk, tmp_path):
    punkter = moedetryk["offentligt referat"].data["punkter"]

    fem, seks = (laes_sider(print_rapport(med(moedetryk, punkter=punkter[:antal]), tmp_path))[0] for antal in (5, 6))

    assert ("Indhold" in fem, "Indhold" in seks) == (False, True)


def test_items_stand_in_order_with_everything_that_was_written(tekst):
    dele = [
        "3 Disponering af",
        "Sagsnr. 12/838",
        "Sagsresumé",
        "Sagsfremstilling",
        "Økonomi",
        "Godkendt af",
        "Indstilling Styregruppen for sundhedssamarbejde indstiller, at udvalget godkender fordelingen for 2021",
        "udvalget drøfter, hvordan nye indsatser",
        "Beslutning Indstillingerne blev godkendt. Den kommunale side ønsker at følge",
        "Bilag 3.1: Oversigt over puljen DokID 7654321 Journalnr. 2021-03",
        "Bilag 3.2: Regneark med beregninger",
        "Bilag 3.3: Budgetaftalen for 2021",
        "Bilag 3.4: Ansøgning i papirform DokID 5550001",
        "4 Erfaringer med fælles udskrivning",
        "5 Sag om personale",
        "Lukket punkt",
        "Punktet blev behandlet.",
        "6 Skriftlige beretninger",
        "Deltog ikke i punktet Opdigtet Læge (fraværende under punktet)",
        "7 Eventuelt",
        "PLO-Prøve (3. maj 2021): Ønsker en drøftelse",
    ]
    rest = tekst[tekst.index("1 Godkendelse af dagsorden Beslutning") :]

    for del_ in dele:
        assert del_ in rest
        rest = rest[rest.index(del_) + len(del_) :]


def test_dissent_stands_at_the_presentation_and_at_the_recommendation(tekst):
    uenighed = "Uenighed mellem parterne Den kommunale side ønsker, at midlerne følger borgeren."
    foer, mellem, efter = tekst.split(uenighed)

    assert foer.rindex("Sagsfremstilling") > foer.rindex("Sagsresumé")
    assert "Indstilling Styregruppen" in mellem
    assert "Indstillingerne blev godkendt." in efter


def test_participants_stand_in_the_minutes_and_not_in_the_agenda(moedetryk):
    raekke = "Opdigtet Formand (B) Regionsrådsmedlem Formand Region Prøve Til stede"

    assert raekke in moedetryk["offentligt referat"].sider[0]
    assert "Deltagere" not in " ".join(moedetryk["offentlig dagsorden"].sider)


def test_the_agenda_has_no_decisions(moedetryk):
    tekst = " ".join(moedetryk["offentlig dagsorden"].sider)

    assert "Beslutning ·" in tekst
    for ord_ in ("Godkendt.", "Indstillingerne blev godkendt", "Taget til efterretning", "Punktet blev behandlet"):
        assert ord_ not in tekst


def test_no_heading_is_the_last_line_of_a_page(moedetryk, tmp_path):
    skabelon = moedetryk["offentligt referat"].data["punkter"][2] | {"bilag": [], "uenighed": ""}
    punkter = [
        skabelon
        | {"nummer": str(nr), "anker": f"punkt-{nr}", "titel": f"Prøve {nr}"}
        | {"felter": [{"navn": "oekonomi", "overskrift": "Økonomi", "tekst": "\n".join(["Linje"] * (nr % 7 + 1))}]}
        for nr in range(1, 41)
    ]

    raa = print_rapport(med(moedetryk, punkter=punkter), tmp_path)

    tekster = [side.extract_text().split("SKU 22.04.2021")[0] for side in pypdf.PdfReader(BytesIO(raa)).pages]
    sidste = [[linje for linje in tekst.splitlines() if re.search(r"\w{2}", linje)][-1].strip() for tekst in tekster]
    assert len(sidste) > 10
    hoveder = r"Økonomi|Indstilling|Beslutning|\d+ Prøve \d+|.*Åbent punkt.*|.*indstiller, at"
    assert [linje for linje in sidste if re.fullmatch(hoveder, linje)] == []


@pytest.mark.parametrize("miljoe", [{}, {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"}])
def test_same_snapshot_gives_the_same_bytes(moedetryk, tmp_path, miljoe):
    referat = moedetryk["offentligt referat"]

    assert print_rapport(moede_html(referat.data, sha256(referat.data)), tmp_path, **miljoe) == referat.raa
