import io
import zipfile

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st

from sundhedsaftale.faelles.upload import HOEJST, MB, UploadFelt, renset_navn

TYPER = ("csv", "docx", "pdf", "xlsx")


class Upload(forms.Form):
    fil = UploadFelt(typer=TYPER)


def arkiv(medlemmer: dict[str, bytes], pakning: int = zipfile.ZIP_DEFLATED) -> bytes:
    spand = io.BytesIO()
    with zipfile.ZipFile(spand, "w", pakning) as zip_:
        for navn, indhold in medlemmer.items():
            zip_.writestr(navn, indhold)
    return spand.getvalue()


REGNEARK = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}
TEKST = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}


def form(navn: str, indhold: bytes) -> Upload:
    fil: UploadedFile[bytes] = SimpleUploadedFile(navn, indhold)
    return Upload({}, MultiValueDict({"fil": [fil]}))


def fejl(navn: str, indhold: bytes) -> str:
    return " ".join(str(besked) for besked in form(navn, indhold).errors.get("fil", []))


@pytest.mark.parametrize(
    ("navn", "indhold"),
    [
        ("plan.xlsx", arkiv(REGNEARK)),
        ("PLAN.XLSX", arkiv(REGNEARK)),
        ("notat.docx", arkiv(TEKST)),
        ("bilag.pdf", b"%PDF-1.7\n..."),
        ("data.csv", "Område;Værdi\r\nÆrø;12,5\r\n".encode("cp1252")),
    ],
)
def test_honest_files_pass_and_can_be_read_from_the_start(navn, indhold):
    upload = form(navn, indhold)

    assert upload.is_valid(), upload.errors
    assert upload.cleaned_data["fil"].read() == indhold


def test_a_file_may_be_five_megabytes_and_not_a_byte_more():
    assert fejl("a.csv", b"1" * HOEJST) == ""
    assert fejl("a.csv", b"1" * (HOEJST + 1)) == "Filen fylder mere end 5 MB."


@pytest.mark.parametrize("navn", ["makro.xlsm", "side.html", "billede.svg", "uden-endelse", "arkiv.zip"])
def test_types_that_are_not_on_the_list_are_refused(navn):
    assert fejl(navn, b"indhold") == "Filen skal være af typen csv eller docx eller pdf eller xlsx."


@pytest.mark.parametrize(
    ("navn", "indhold"),
    [
        ("plan.xlsx", arkiv(TEKST)),
        ("notat.docx", arkiv(REGNEARK)),
        ("bilag.pdf", b"<html>"),
        ("data.csv", arkiv(REGNEARK)),
        ("data.csv", b"%PDF-1.7"),
        ("data.csv", b"a;b\x00c"),
    ],
)
def test_the_content_decides_what_a_file_is(navn, indhold):
    assert "Indholdet er ikke af typen" in fejl(navn, indhold)


def test_what_is_no_archive_cannot_be_read():
    assert fejl("plan.xlsx", b"PK\x03\x04 sludder") == "Filen kan ikke læses som xlsx."


@pytest.mark.parametrize(
    "bombe",
    [
        REGNEARK | {"xl/stor.xml": b"0" * 3 * MB},
        REGNEARK | {f"xl/{nummer}.xml": b"x" for nummer in range(200)},
    ],
    ids=["ratio", "members"],
)
def test_bombs_are_refused_before_they_are_unpacked(bombe):
    assert fejl("plan.xlsx", arkiv(bombe)) == "Filen fylder for meget, når den pakkes ud."


def test_an_archive_that_unpacks_to_more_than_fifty_megabytes_is_refused_whatever_its_ratio():
    # Sixty pieces of one megabyte that deflate can only make eighty times smaller.
    stykke = b"".join(bytes([nummer % 256]) * 79 + bytes([nummer // 256]) for nummer in range(13_107))
    indhold = arkiv(REGNEARK | {f"xl/{nummer}.xml": stykke for nummer in range(55)})
    with zipfile.ZipFile(io.BytesIO(indhold)) as zip_:
        forhold = sum(i.file_size for i in zip_.infolist()) / sum(i.compress_size for i in zip_.infolist())

    assert len(indhold) < HOEJST
    assert forhold < 100
    assert fejl("plan.xlsx", indhold) == "Filen fylder for meget, når den pakkes ud."


@pytest.mark.parametrize(
    "medlem",
    ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "xl/externalLinks/externalLink1.xml", "xl/embeddings/a.docx"],
)
def test_macros_links_and_files_inside_are_refused(medlem):
    assert "makroer" in fejl("plan.xlsx", arkiv(REGNEARK | {medlem: b"x"}))


def test_an_encrypted_member_is_refused():
    indhold = bytearray(arkiv(REGNEARK))
    # Bit 0 of the flags in the central directory says that the member is encrypted.
    indhold[indhold.rindex(b"PK\x01\x02") + 8] |= 1

    assert "adgangskode" in fejl("plan.xlsx", bytes(indhold))


def test_two_members_of_one_name_are_refused():
    indhold = arkiv(REGNEARK | {"xl/workbook.xmL": b"<andet/>"}).replace(b"workbook.xmL", b"workbook.xml")

    assert "Indholdet er ikke" in fejl("plan.xlsx", indhold)


@given(data=st.data())
def test_a_damaged_archive_is_an_error_at_the_field_and_never_a_crash(data):
    indhold = bytearray(arkiv(REGNEARK))
    for _ in range(data.draw(st.integers(1, 8))):
        indhold[data.draw(st.integers(0, len(indhold) - 1))] = data.draw(st.integers(0, 255))

    upload = form("plan.xlsx", bytes(indhold))

    assert upload.is_valid() or list(upload.errors) == ["fil"]


@pytest.mark.parametrize(
    ("navn", "rent"),
    [
        ("C:\\Brugere\\mig\\Plan 2021.xlsx", "Plan 2021.xlsx"),
        ("../../etc/plan.xlsx", "plan.xlsx"),
        ("plan\u202excod.xlsx", "planxcod.xlsx"),
        ("pla\x00n\n.xlsx", "plan.xlsx"),
        ('<a href="x">.csv', "a href=x.csv"),
        ("A\u030arsplan.pdf", "Årsplan.pdf"),
        ("x" * 300 + ".pdf", "x" * 96 + ".pdf"),
    ],
)
def test_names_are_cleaned(navn, rent):
    assert renset_navn(navn) == rent


@pytest.mark.parametrize("nummer", ["010203-0000", "0102030000"])
def test_a_cpr_number_in_the_name_is_refused_and_not_repeated(nummer):
    besked = fejl(f"referat {nummer}.pdf", b"%PDF-1.7")

    assert "Omdøb filen" in besked
    assert nummer not in besked


def test_the_browser_is_told_which_files_to_offer():
    assert 'accept=".csv,.docx,.pdf,.xlsx"' in str(Upload()["fil"])
