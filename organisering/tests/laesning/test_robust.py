"""Bad input: refused with a sentence, and never slow."""

import time

import pytest

from organisering.laesning import HOEJST, IntetReferat, afkod, laes_referat

HOVED = "Referat - Opdigtet Udvalg\n22-04-2021 10:00\n"
# Seconds of processor time for a megabyte; what is read in square time takes minutes.
HOEJST_SEKUNDER = 10


@pytest.mark.parametrize("kodning", ["utf-8", "utf-8-sig", "cp1252"])
def test_text_is_read_in_the_encodings_that_danish_files_have(kodning: str) -> None:
    assert afkod("Økonomi – ”æøå”".encode(kodning)) == "Økonomi – ”æøå”"


@pytest.mark.parametrize(
    ("indhold", "saetning"),
    [
        (b"", "Filen er tom"),
        (b" \r\n\t", "Filen er tom"),
        (b"\xef\xbb\xbf", "Filen er tom"),
        (b"PK\x03\x04\x00", "ikke ren tekst"),
        (b"%PDF-1.7", "ikke ren tekst"),
        ("Referat".encode("utf-16"), "ikke ren tekst"),
        (b"Referat \x81 \x8d", "tegnsæt kan ikke læses"),
        (b"a" * (HOEJST + 1), "mere end 5 MB"),
    ],
)
def test_file_that_is_no_text_is_refused_with_a_sentence(indhold: bytes, saetning: str) -> None:
    with pytest.raises(IntetReferat, match=saetning):
        afkod(indhold)


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "Kære alle\n\nTak for et godt møde den 6. maj 2015.\n\nVenlig hilsen",
        "1. Mælk\n2. Brød\n3. Smør",
        "Rapport\n\n1. Indledning\nBaggrund\nTekst\n\n2. Konklusion\nTekst",
        "Dato: 06-05-2015\nSted: Rådssalen",
    ],
)
def test_text_that_is_no_minutes_is_refused_with_a_sentence(tekst: str) -> None:
    with pytest.raises(IntetReferat, match="ligner ikke et referat"):
        laes_referat(tekst)


@pytest.mark.parametrize(
    "bid",
    [
        "1. A\n",
        "1 (Åben) A\n",
        "Bilag\n1. A (DokID: 1)\n",
        "Indstilling\nA indstiller, at\n1. B\n",
        "Fraværende:\nAnna Andersen\n",
        "Anna Andersen\nMedlem\n",
        "Anna Andersen, Bo Berg, ",
        "LUKKET PUNKT\n",
        "Dato: Tid: Sted: ",
        "kl. 1 - ",
        "12-12-12-",
        "(DokID: 1",
        "a",
        "| ",
        "\t",
        " \t",
        "**",
        ",",
    ],
)
def test_a_megabyte_of_anything_is_read_in_seconds(bid: str) -> None:
    tekst = HOVED + bid * (1_000_000 // len(bid))
    foer = time.process_time()

    laes_referat(tekst)

    assert time.process_time() - foer < HOEJST_SEKUNDER
