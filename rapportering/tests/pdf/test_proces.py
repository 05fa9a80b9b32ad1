"""The process that prints: the same bytes every time, and nothing from outside."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from rapportering.tests.pdf.conftest import koer_tryk, print_rapport


def test_same_snapshot_gives_the_same_bytes(html, raa, tmp_path):
    assert print_rapport(html, tmp_path, PYTHONHASHSEED="7", TZ="Pacific/Auckland") == raa


def test_changed_snapshot_gives_other_bytes(html, raa, tmp_path):
    assert print_rapport(html.replace("14,5", "14,6"), tmp_path) != raa


@pytest.mark.parametrize("art", ["stylesheet", "attachment"])
@pytest.mark.parametrize(
    "kilde", ["{mappe}/hemmelig.css", "../manage.py", "pdf/../../manage.py", "http://127.0.0.1:9/a"]
)
def test_process_stops_at_an_address_that_is_not_its_own(tmp_path, art, kilde):
    (tmp_path / "hemmelig.css").write_text("p::after { content: 'SLUPPET UD' }")
    adresse = kilde.format(mappe=tmp_path.as_uri())

    with pytest.raises(subprocess.CalledProcessError) as fejl:
        print_rapport(f'<html lang="da"><title>t</title><link rel="{art}" href="{adresse}"><h1>Titel</h1>', tmp_path)

    assert "hente" in fejl.value.stderr
    assert not (tmp_path / "ud.pdf").exists()


def test_process_prints_the_number_of_pages(html, tmp_path):
    assert koer_tryk(html, tmp_path) == "10"


def test_pdf_package_knows_no_django():
    kode = "import sys, rapportering.pdf.dan; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", kode], cwd=settings.BASE_DIR, check=False).returncode == 0


def test_only_one_module_imports_weasyprint():
    rod = Path(settings.BASE_DIR)
    filer = [
        fil
        for app in ("rapportering", "indsatser", "organisering", "sundhedsaftale")
        for fil in (rod / app).rglob("*.py")
    ]
    importerer = [
        fil
        for fil in filer
        if "tests" not in fil.parts and re.search(r"^(from|import) weasyprint", fil.read_text(), re.M)
    ]

    assert importerer == [rod / "rapportering" / "pdf" / "dan.py"]
