"""The command: the reading as JSON or as a short survey; nothing is saved, no database is asked."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from organisering.laesning import laes_referat, som_json
from organisering.tests.laesning.dokumenter import FORUM_MED_PUNKTORD, KOMMUNALT_FORUM


def koer(*argumenter: str) -> tuple[str, str, int]:
    """Run the command; return what it wrote, what it complained of and the exit code."""
    ud, fejl, kode = StringIO(), StringIO(), 0
    try:
        call_command("laes_referat", *argumenter, stdout=ud, stderr=fejl)
    except SystemExit as slut:
        kode = int(slut.code or 0)
    return ud.getvalue(), fejl.getvalue(), kode


def test_json_is_the_reading_and_every_field_is_there(tmp_path: Path) -> None:
    fil = tmp_path / "referat.txt"
    fil.write_bytes(FORUM_MED_PUNKTORD.encode("cp1252"))

    ud, fejl, kode = koer(str(fil), "--json")
    laest = json.loads(ud)

    assert (fejl, kode) == ("", 0)
    assert laest == som_json(laes_referat(FORUM_MED_PUNKTORD))
    assert list(laest) == ["organ", "dato", "start", "slut", "sted", "deltagere", "punkter", "ikke_forstaaet"]
    assert laest["deltagere"][0] == {
        "navn": "Opdigtet Formand",
        "titel": "sygehusdirektør",
        "rolle": "",
        "parti": "",
        "organisation": "Opfundet Sygehus",
        "fremmoede": "til_stede",
    }
    assert laest["punkter"][1] == {
        "nummer": "2",
        "titel": "Orientering fra implementeringsgrupperne",
        "slags": "orientering",
        "aaben": True,
        "sagsnummer": "",
        "felter": {
            "sagsresume": "",
            "sagsfremstilling": "Grupperne har haft tre opgaver:\n1. Overgange\n2. Genoptræning\n3. Kommunikation",
            "oekonomi": "",
            "koordinering": "",
            "godkendt_af": "",
            "tidligere_beslutninger": "",
            "videre_forloeb": "Sekretariatet sender materialet ud.",
        },
        "indstiller": "",
        "indstillinger": [],
        "beslutning": "Forum tog orienteringen til efterretning.",
        "fravaerende": [],
        "bilag": [],
    }


def test_survey_tells_what_was_found_and_what_was_not(tmp_path: Path) -> None:
    fil = tmp_path / "referat.txt"
    fil.write_text(KOMMUNALT_FORUM + "\nDet var alt.\n", encoding="utf-8")

    ud, fejl, kode = koer(str(fil))

    assert (fejl, kode) == ("", 0)
    assert ud.splitlines() == [
        "Organ:      KSS – Kommunalt samarbejdsforum",
        "Tidspunkt:  12. marts 2020 kl. 08.30–10.00",
        "Sted:       Byrådssalen",
        "Deltagere:  4",
        "  udeblevet: Femte Fraværsen",
        "Punkter:    2",
        "  1 Fælles tilbud om genoptræning (indstillinger: 2, med beslutning)",
        "  2 Forhandling (lukket, uden beslutning, 1 bilag)",
        "Ikke forstået: 1 linje",
        "  linje 31: Det var alt.",
        "Udeladt fra websiden eller udskriften: 1 linje",
    ]


@pytest.mark.parametrize(
    ("indhold", "saetning"),
    [
        (b"Indk\xc3\xb8bsliste\n1. Brod\n", "Teksten ligner ikke et referat"),
        (b"", "Filen er tom."),
        (b"PK\x03\x04\x00\x00", "Filen er ikke ren tekst."),
    ],
)
def test_file_that_is_no_minutes_ends_with_one_sentence(tmp_path: Path, indhold: bytes, saetning: str) -> None:
    fil = tmp_path / "referat.txt"
    fil.write_bytes(indhold)

    ud, fejl, kode = koer(str(fil), "--json")

    assert (ud, kode, len(fejl.strip().splitlines())) == ("", 1, 1)
    assert fejl.startswith(saetning)


def test_a_cpr_number_stops_the_reading_and_is_told_by_its_place(tmp_path: Path) -> None:
    fil = tmp_path / "referat.txt"
    fil.write_text(f"{KOMMUNALT_FORUM}\nBorgeren 010203-{'0' * 4} var til stede.\n", encoding="utf-8")

    ud, fejl, kode = koer(str(fil), "--json")

    linje = KOMMUNALT_FORUM.count("\n") + 2
    assert (ud, kode) == ("", 1)
    assert fejl == (f"Teksten indeholder et CPR-nummer (linje {linje}, tegn 10). Fjern nummeret, og prøv igen.\n")


def test_a_name_that_is_too_long_for_a_file_ends_with_one_sentence() -> None:
    navn = "x" * 5000
    assert koer(navn) == ("", f"Filen {navn} kan ikke åbnes.\n", 1)


def test_missing_file_or_no_name_ends_with_one_sentence(tmp_path: Path) -> None:
    assert koer(str(tmp_path / "nix.txt")) == ("", f"Filen {tmp_path / 'nix.txt'} findes ikke.\n", 1)
    assert koer() == ("", "Skriv navnet på tekstfilen med referatet, fx: manage.py laes_referat referat.txt\n", 1)
