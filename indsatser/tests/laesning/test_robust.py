"""Bad input: refused with a sentence, never an accident, never slow."""

import contextlib
import io
import random
import time
import zipfile

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from indsatser.laesning import HOEJST, IntenPortefoelje, fra_data, laes_fil, laes_tekst, som_data
from indsatser.tests.laesning.formater import FORMATER, docx, gemt
from indsatser.tests.laesning.tillaeg import tabeller

HOVED = "Målsætning\tIndsats\t2024\t2025\n"
# Seconds of processor time for 200 kB; what is read in square time takes minutes.
HOEJST_SEKUNDER = 6
ORD = [
    "",
    "X",
    "✓",
    "Indsats",
    "Målsætning",
    "2024",
    "2025",
    "2024/25",
    "Følgegruppen for børn",
    "RESSOURCETRÆK",
    "Vi vil A.",
]
CELLER = st.one_of(
    st.sampled_from([*ORD, "Eksisterende indsatser", "•", '"', "|", "<td rowspan=9>", "\n", "Start", "Slut"]),
    st.text(max_size=12),
)
TABELLER = st.lists(st.lists(CELLER, max_size=9), max_size=14)


@pytest.mark.parametrize(
    ("indhold", "saetning"),
    [
        (b"", "ingen tekst"),
        (b" \r\n\t", "ingen tekst"),
        (b"%PDF-1.7", "En PDF kan ikke læses"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "ældre Office-format"),
        (b"{\\rtf1", "RTF-format"),
        (b"\x00\x01\x02", "hverken Word"),
        (b"Indsats \x81\x8d", "tegnsæt"),
        (b"Kaere alle\n\nTak for i dag.", "ingen porteføljetabel"),
        (b"Navn\tTelefon\nA\t12345678\n", "ingen porteføljetabel"),
        (HOVED.encode(), "ingen porteføljetabel"),
        (b"a" * (HOEJST + 1), "mere end 5 MB"),
        (docx("<w:p/>")[:200], "kan ikke læses som docx"),
        (docx("<w:p>"), "Dokumentet kan ikke læses"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(indhold: bytes, saetning: str) -> None:
    with pytest.raises((IntenPortefoelje, ValidationError), match=saetning):
        laes_fil(indhold)


def test_utf_16_as_excel_saves_text_is_read() -> None:
    assert laes_fil((HOVED + "Vi vil nå Å.\tBlåbær\tX\t\n").encode("utf-16")).raekker[0].indsats == "Blåbær"


@pytest.mark.parametrize("navn", FORMATER)
def test_a_cpr_number_is_told_by_its_place_in_every_format(navn: str) -> None:
    nummer = f"010203-{'0' * 4}"
    tabel = [["Indsats", "2024", "2025"], [f"Hjælp til {nummer}", "X", ""]]

    with pytest.raises(ValidationError, match=r"CPR-nummer \(linje \d+, tegn \d+\)") as fejl:
        laes_fil(FORMATER[navn]([tabel]))

    assert nummer not in str(fejl.value)


def test_a_bomb_and_an_entity_are_refused() -> None:
    bombe = io.BytesIO()
    with zipfile.ZipFile(bombe, "w", zipfile.ZIP_DEFLATED) as arkiv:
        arkiv.writestr("word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    with pytest.raises(ValidationError, match="pakkes ud"):
        laes_fil(bombe.getvalue())

    fil = io.BytesIO()
    with zipfile.ZipFile(fil, "w") as arkiv:
        arkiv.writestr("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'X'>]><a>&b;</a>")
    with pytest.raises(IntenPortefoelje, match="kan ikke læses"):
        laes_fil(fil.getvalue())


def test_merged_cells_over_the_whole_sheet_take_no_time() -> None:
    projektmappe = openpyxl.Workbook()
    for raekke in (["Indsats", 2024, 2025], ["Et", "X", None]):
        projektmappe.active.append(raekke)
    projektmappe.active.merged_cells.add("A4:XFD1048576")
    foer = time.process_time()

    assert len(laes_fil(gemt(projektmappe)).raekker) == 1
    assert time.process_time() - foer < HOEJST_SEKUNDER


@pytest.mark.parametrize("navn", FORMATER)
@settings(max_examples=50, deadline=None)
@given(tabel=TABELLER)
def test_random_tables_are_read_or_refused(navn: str, tabel: list[list[str]]) -> None:
    rene = [["".join(tegn for tegn in celle if tegn.isprintable()) for celle in raekke] for raekke in tabel]
    try:
        laest = laes_fil(FORMATER[navn]([rene]))
    except (IntenPortefoelje, ValidationError, UnicodeEncodeError):
        return
    assert fra_data(som_data(laest)) == laest


@settings(max_examples=100, deadline=None)
@given(tekst=st.text(st.sampled_from('\n\t|;,"<>x✓A •-/#*1205'), max_size=300))
def test_random_text_is_read_or_refused(tekst: str) -> None:
    for foran in ("", HOVED, "Indsats;2024;2025\n", "| Indsats | 2024 | 2025 |\n|-|-|-|\n"):
        try:
            laes_tekst(foran + tekst)
        except (IntenPortefoelje, ValidationError):
            continue


@pytest.mark.parametrize("navn", ["docx", "xlsx", "html"])
def test_mutated_files_are_read_or_refused(navn: str) -> None:
    indhold = FORMATER[navn](tabeller()[:2])
    tilfaeldig = random.Random(20260101)
    for _ in range(150):
        aendret = bytearray(indhold)
        for _ in range(tilfaeldig.randint(1, 20)):
            aendret[tilfaeldig.randrange(len(aendret))] = tilfaeldig.randrange(256)
        try:
            laes_fil(bytes(aendret))
        except (IntenPortefoelje, ValidationError):
            continue


@pytest.mark.parametrize(
    "bid",
    [
        "A\tB\tX\t\n",
        "A\n",
        "• A\n",
        "X\t",
        "| ",
        "|\n",
        '"A\t',
        '"\n',
        "<table>",
        "<td>",
        "<li>",
        "<",
        "<b ",
        "<table ",
        "Vi vil A. ",
        "a",
        " ",
        "1. ",
        "2024\t",
        "2024\t2025\n",
        "Følgegruppen ",
        "indsats ",
    ],
)
def test_200_kb_of_anything_is_read_in_seconds(bid: str) -> None:
    foer = time.process_time()
    with contextlib.suppress(IntenPortefoelje, ValidationError):
        laes_tekst(HOVED + bid * (200_000 // len(bid)))

    assert time.process_time() - foer < HOEJST_SEKUNDER
