import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from organisering.tests.factories import DokumentversionFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def adresse(version):
    return reverse("organisering:dokumentversion-fil", args=[version.dokument_id, version.nummer])


def test_a_pdf_is_shown_under_its_own_name(client):
    svar = client.get(adresse(DokumentversionFactory(pdf=True, filnavn="Kommissorium for Øst.pdf")))

    assert svar.streaming
    assert b"".join(svar) == b"%PDF-1.7 indhold"
    assert svar.headers["Content-Type"] == "application/pdf"
    assert svar.headers["Content-Disposition"] == "inline; filename*=utf-8''Kommissorium%20for%20%C3%98st.pdf"
    assert svar.headers["X-Content-Type-Options"] == "nosniff"


def test_anything_else_is_a_download(client):
    version = DokumentversionFactory(adresse="", filnavn="Notat.docx", fil=ContentFile(b"PK", name="n.docx"))

    svar = client.get(adresse(version))

    assert svar.headers["Content-Type"] == DOCX
    assert svar.headers["Content-Disposition"] == 'attachment; filename="Notat.docx"'


def test_an_old_version_can_still_be_fetched(client):
    gammel = DokumentversionFactory(pdf=True)
    DokumentversionFactory(pdf=True, dokument=gammel.dokument)

    assert client.get(adresse(gammel)).status_code == 200


@pytest.mark.parametrize("nummer", [0, 2**31, 2**63])
def test_a_number_that_no_version_has_is_not_found(client, nummer):
    version = DokumentversionFactory(pdf=True)

    for args in ([version.dokument_id, nummer], [nummer, version.nummer]):
        assert client.get(reverse("organisering:dokumentversion-fil", args=args)).status_code == 404


def test_caches_keep_a_public_file_and_ask_each_time(client):
    version = DokumentversionFactory(pdf=True)

    svar = client.get(adresse(version))
    igen = client.get(adresse(version), headers={"If-None-Match": svar.headers["ETag"]})

    assert (svar.headers["Cache-Control"], igen.status_code) == ("public, no-cache", 304)


def test_a_file_that_is_not_public_is_unknown_to_the_public_and_kept_by_no_cache(client):
    version = DokumentversionFactory(pdf=True, dokument__offentligt=False)
    assert client.get(adresse(version)).status_code == 404

    bruger = sekretariatsbruger(version.dokument.organ.region)
    client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")

    assert client.get(adresse(version)).headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("mangler", ["an address", "a file that is gone"])
def test_a_version_without_a_file_has_none_to_fetch(client, mangler):
    version = DokumentversionFactory(pdf=mangler != "an address")
    if version.fil:
        version.fil.storage.delete(version.fil.name)

    assert client.get(adresse(version)).status_code == 404
