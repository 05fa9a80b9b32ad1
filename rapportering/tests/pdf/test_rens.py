"""An uploaded PDF on its way into a packet: its pages and nothing else of it."""

import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest
from django.conf import settings
from pikepdf import Array, Dictionary, Name, String

from rapportering.tests.moedescene import pdf
from rapportering.tests.pdf.conftest import laes_sider

SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert('kanarieskrift')"))
START = Dictionary(S=Name.Launch, F=String("kanarieprogram.exe"))


def rens(tmp_path, raa: bytes) -> subprocess.CompletedProcess:
    (tmp_path / "ind.pdf").write_bytes(raa)
    kommando = [sys.executable, "-m", "rapportering.pdf.rens", str(tmp_path / "ind.pdf"), str(tmp_path / "ud.pdf")]
    return subprocess.run(kommando, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)


def aendret(aendring, **gem) -> bytes:
    ud = BytesIO()
    with pikepdf.open(BytesIO(pdf("Side et", "Side to"))) as ny:
        aendring(ny)
        ny.save(ud, **gem)
    return ud.getvalue()


def laast(**koder) -> bytes:
    return aendret(lambda ny: None, encryption=pikepdf.Encryption(**koder))


def note(ny: pikepdf.Pdf, **felter) -> pikepdf.Object:
    return ny.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([10, 10, 200, 40]), F=4, **felter))


def farlig(ny: pikepdf.Pdf) -> None:
    """Every way that a PDF can do something by itself, or carry something along."""
    side = ny.pages[0]
    felt = note(
        ny, Subtype=Name.Widget, FT=Name.Tx, T=String("felt"), V=String("Udfyldt"), A=SCRIPT, AA=Dictionary(K=SCRIPT)
    )
    felt.AP = Dictionary(
        N=ny.make_stream(
            b"BT /F 12 Tf 2 5 Td (Udfyldt felt) Tj ET",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 190, 30]),
            Resources=side.Resources,
            StructParents=3,
        )
    )
    ny.attachments["kanariefil.txt"] = b"kanarieindhold"
    ny.Root.OpenAction = SCRIPT
    ny.Root.AA = Dictionary(WC=SCRIPT)
    ny.Root.Names.JavaScript = Dictionary(Names=Array([String("a"), SCRIPT]))
    ny.Root.AcroForm = Dictionary(Fields=Array([felt]), CO=Array([felt]), XFA=String("kanariexfa"))
    ny.Root.Metadata = ny.make_stream(b"<x>kanariemetadata</x>")
    ny.docinfo.Author = "kanarieforfatter"
    side.AA = Dictionary(O=SCRIPT)
    side.StructParents = 0
    side.PieceInfo = Dictionary(X=Dictionary(Private=String("kanarieprivat")))
    side.Annots = Array(
        [
            felt,
            note(ny, Subtype=Name.Link, A=START),
            note(ny, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("file:///etc/kanariesti"))),
            note(ny, Subtype=Name.Link, A=Dictionary(S=Name.GoToR, F=String("kanarieandet.pdf"))),
            note(ny, Subtype=Name.FileAttachment, FS=Dictionary(F=String("kanarievedhaeftet"))),
            note(ny, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://region.example/"), Next=SCRIPT)),
        ]
    )


def test_scripts_actions_files_forms_and_metadata_stay_behind(tmp_path):
    raa = aendret(farlig)
    assert "kanarie" in alt_i(raa)

    assert rens(tmp_path, raa).stdout == "2"

    renset = (tmp_path / "ud.pdf").read_bytes()
    assert "kanarie" not in alt_i(renset)
    with pikepdf.open(BytesIO(renset)) as ny:
        assert set(ny.Root.keys()) == {"/Type", "/Pages"}
        noegler = {noegle for o in ny.objects if isinstance(o, Dictionary | pikepdf.Stream) for noegle in o.keys()}  # noqa: SIM118
        assert noegler.isdisjoint({"/AA", "/AF", "/JS", "/StructParents", "/StructParent", "/PieceInfo", "/Metadata"})


def test_what_the_pages_show_and_links_to_the_web_come_along(tmp_path):
    rens(tmp_path, aendret(farlig))

    renset = (tmp_path / "ud.pdf").read_bytes()
    assert laes_sider(renset) == ["Side et Udfyldt felt", "Side to"]
    with pikepdf.open(BytesIO(renset)) as ny:
        assert [str(link.A.URI) for link in ny.pages[0].Annots] == ["https://region.example/"]
        assert "/Next" not in ny.pages[0].Annots[0].A


@pytest.mark.parametrize(
    ("raa", "grund"),
    [
        (
            aendret(lambda ny: None, encryption=pikepdf.Encryption(user="a", owner="b")),
            "er beskyttet med en adgangskode",
        ),
        (
            aendret(lambda ny: None, encryption=pikepdf.Encryption(user="", owner="b")),
            "er beskyttet med en adgangskode",
        ),
        (pdf(*(["x"] * 501)), "har mere end 500 sider"),
        (pdf(), "har ingen sider"),
        (
            aendret(lambda ny: ny.Root.update({"/OCProperties": Dictionary(D=Dictionary(OFF=Array([Dictionary()])))})),
            "har lag, der er skjult",
        ),
    ],
    ids=["password", "only the owner's password", "too many pages", "no pages", "hidden layer"],
)
def test_file_that_cannot_be_used_is_refused_with_the_reason(tmp_path, raa, grund):
    svar = rens(tmp_path, raa)

    assert (svar.returncode, svar.stdout) == (3, grund)


@pytest.mark.parametrize("raa", [b"%PDF-1.7\nikke mere", b"", pdf("x")[:200]], ids=["broken", "empty", "cut off"])
def test_file_that_is_no_pdf_ends_the_process_and_leaves_nothing(tmp_path, raa):
    assert rens(tmp_path, raa).returncode not in (0, 3)
    assert not (tmp_path / "ud.pdf").exists()


def alt_i(raa: bytes) -> str:
    """Every object and stream of a file as text."""
    with pikepdf.open(BytesIO(raa)) as fil:
        objekter = [
            repr(o) + (o.read_bytes().decode("latin-1") if isinstance(o, pikepdf.Stream) else "") for o in fil.objects
        ]
        return "".join(objekter) + str(fil.docinfo)
