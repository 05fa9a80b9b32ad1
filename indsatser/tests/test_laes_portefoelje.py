"""The command: the reading as JSON or as a table; nothing is saved, no database, key or settings are asked for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from indsatser.laesning import laes_tekst, som_json

ROD = Path(__file__).resolve().parents[2]
TEKST = (
    "Følgegruppen for prøver\t\tRESSOURCETRÆK\nMålsætning\tIndsats\t2024\t2025\n"
    "Vi vil nå Å.\tBlåbær\tX\t\nVi vil nå B.\t\t\t\n\nEfter.\n"
)


def koer(*argumenter: str, kommando: str = "laes_portefoelje") -> tuple[str, str, int]:
    """Run it where nothing is set up and the terminal knows ASCII alone."""
    miljoe = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    svar = subprocess.run(
        [sys.executable, "manage.py", kommando, *argumenter], cwd=ROD, env=miljoe, capture_output=True, check=False
    )
    return svar.stdout.decode(), svar.stderr.decode(), svar.returncode


def test_json_is_the_reading_and_needs_no_portal(tmp_path: Path) -> None:
    fil = tmp_path / "tillæg.txt"
    fil.write_bytes(TEKST.encode("cp1252"))

    ud, fejl, kode = koer(str(fil), "--json")
    laest = json.loads(ud)

    assert (fejl, kode) == ("", 0)
    assert laest == som_json(laes_tekst(TEKST))
    assert laest == {
        "aar": [2024, 2025],
        "raekker": [
            {
                "organ": "Følgegruppen for prøver",
                "slags": "ny",
                "maalsaetninger": ["Vi vil nå Å."],
                "indsats": "Blåbær",
                "aar": [2024],
            },
            {
                "organ": "Følgegruppen for prøver",
                "slags": "ny",
                "maalsaetninger": ["Vi vil nå B."],
                "indsats": "",
                "aar": [],
            },
        ],
        "ikke_forstaaet": [{"linje": 6, "tekst": "Efter."}],
    }


def test_without_json_it_is_a_table(tmp_path: Path) -> None:
    fil = tmp_path / "a.txt"
    fil.write_text(TEKST, encoding="utf-8")

    assert koer(str(fil))[0].splitlines() == [
        "Følgegruppen for prøver: Nye indsatser",
        "                               2024 2025",
        "Blåbær                          X",
        "(kun målsætning) Vi vil nå B.",
        "",
        "Rækker med en indsats: 1",
        "Mærker: 1",
        "Ikke placeret i et organ: 0 linjer",
        "Ikke forstået: 1 linje",
        "  linje 6: Efter.",
    ]


@pytest.mark.parametrize(
    ("indhold", "saetning"),
    [
        (b"Kaere alle", "Der er ingen porteføljetabel i teksten"),
        (b"%PDF-1.4", "En PDF kan ikke læses"),
        (b"PK\x03\x04", "Filen kan ikke læses som docx eller xlsx."),
        (
            f"Indsats\t2024\t2025\nHjælp til 010203-{'0' * 4}\tX\t\n".encode(),
            "Teksten indeholder et CPR-nummer (linje 2, tegn 11)",
        ),
    ],
)
def test_what_cannot_be_read_ends_with_one_sentence(tmp_path: Path, indhold: bytes, saetning: str) -> None:
    fil = tmp_path / "a.txt"
    fil.write_bytes(indhold)

    ud, fejl, kode = koer(str(fil), "--json")

    assert (ud, kode, len(fejl.strip().splitlines())) == ("", 1, 1)
    assert fejl.startswith(saetning)


def test_missing_file_or_no_name_ends_with_one_sentence() -> None:
    assert koer("nix.txt") == ("", "Filen nix.txt findes ikke.\n", 1)
    assert koer() == ("", "Skriv navnet på dokumentet, fx: manage.py laes_portefoelje tillaeg.docx\n", 1)


def test_the_reader_of_minutes_needs_no_portal_either() -> None:
    assert koer("nix.txt", kommando="laes_referat") == ("", "Filen nix.txt findes ikke.\n", 1)
