"""The papers of a packet: none of them keeps the packet from its readers."""

import pytest
from django.core.files.storage import default_storage

from organisering.tests.factories import BrugerFactory, DagsordenspunktFactory, MoedeFactory
from rapportering.domain.moedepakke import FOR_MEGET, HOEJST_SIDER, saml_pakke
from rapportering.domain.moedetryk import bestil_moedetryk
from rapportering.domain.moedetryk_dan import dan_moedetryk
from rapportering.domain.tryk import Arbejde
from rapportering.models import Moedetryk
from rapportering.queries.moedetryk import INTERN_DAGSORDEN
from rapportering.tests.moedescene import bilag, pdf
from rapportering.tests.pdf.conftest import laes_sider

pytestmark = pytest.mark.django_db


@pytest.fixture
def punkt():
    return DagsordenspunktFactory(moede=MoedeFactory(udsendt=True))


def pak(punkt) -> list[str]:
    tryk = bestil_moedetryk(punkt.moede, "pakke", INTERN_DAGSORDEN, bruger=BrugerFactory())
    assert dan_moedetryk(tryk.pk)
    tryk.refresh_from_db()
    return laes_sider(tryk.pdf.read())


def test_broken_missing_and_foreign_papers_are_named_and_the_rest_is_packed(punkt):
    bilag(punkt, "Ødelagt", b"%PDF-1.7 og saa ikke mere")
    vaek = bilag(punkt, "Forsvundet", pdf("x"))
    default_storage.delete(vaek.fil.name)
    bilag(punkt, "Brev", b"PK", navn="brev.docx")
    bilag(punkt, "Rapport", pdf("Det gode bilag"))

    sider = pak(punkt)

    assert sider[-1] == "Det gode bilag"
    assert [
        grund in sider[0]
        for grund in (
            "Bilag 1.1: Ødelagt kan ikke læses som PDF.",
            "Bilag 1.2: Forsvundet findes ikke længere som fil.",
            "Bilag 1.3: Brev er ikke en PDF.",
            "Rapport",
        )
    ] == [True] * 4
    assert len(sider) == 3


def test_paper_that_would_make_the_packet_too_long_is_left_out_and_the_next_is_tried(punkt, tmp_path):
    for nr in range(5):
        bilag(punkt, f"Stort {nr}", pdf(*["x"] * (HOEJST_SIDER // 5 + 1)))
    bilag(punkt, "Lille", pdf("x"))
    tryk = bestil_moedetryk(punkt.moede, "pakke", INTERN_DAGSORDEN, bruger=BrugerFactory())
    arbejde = Arbejde(Moedetryk, tryk.pk, Moedetryk.objects.tag(tryk.pk))

    pakke = saml_pakke(tryk.snapshot["pakke"], tmp_path, arbejde)

    assert [et.titel for et in pakke.medtaget] == ["Stort 0", "Stort 1", "Stort 2", "Stort 3", "Lille"]
    assert [(et.nummer, et.titel, et.grund) for et in pakke.udeladt] == [("1.5", "Stort 4", FOR_MEGET)]


def test_progress_tells_which_paper_is_read(punkt):
    bilag(punkt, "Et", pdf("x"))
    tryk = bestil_moedetryk(punkt.moede, "pakke", INTERN_DAGSORDEN, bruger=BrugerFactory())
    Moedetryk.objects.filter(pk=tryk.pk).update(snapshot={**tryk.snapshot, "punkter": None})

    with pytest.raises(TypeError):
        dan_moedetryk(tryk.pk)

    tryk.refresh_from_db()
    assert tryk.fremdriftstekst == "Læser bilag 1 af 1"
