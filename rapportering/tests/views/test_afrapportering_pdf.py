"""The file itself, and what its headers let others keep."""

import pytest
from django.urls import reverse

from organisering.tests.factories import sekretariatsbruger
from rapportering.tests.factories import AfrapporteringFactory

pytestmark = pytest.mark.django_db


def adresse(rapport):
    return reverse("rapportering:afrapportering-pdf", args=[rapport.uuid])


def test_pdf_is_streamed_with_a_danish_name_and_may_be_kept(client):
    udgivet = AfrapporteringFactory(er_udgivet=True, type__navn="Årlig status", aftale__titel="Sundhedsaftalen")

    svar = client.get(adresse(udgivet))

    assert b"".join(svar.streaming_content) == b"%PDF-1.7 proeve"
    assert svar.headers["Content-Type"] == "application/pdf"
    assert svar.headers["Content-Disposition"] == (
        "inline; filename*=utf-8''%C3%85rlig%20status%202020%20-%20Sundhedsaftalen%20-%20udgave%201.pdf"
    )
    assert svar.headers["Cache-Control"] == "public, max-age=86400"
    assert client.get(adresse(udgivet), headers={"If-None-Match": svar.headers["ETag"]}).status_code == 304


def test_headers_of_a_public_file_hold_nothing_of_the_job_that_made_it(client):
    udgivet = AfrapporteringFactory(er_udgivet=True)

    svar = client.get(adresse(udgivet))

    assert svar.headers["ETag"] == f'"{udgivet.sha256}"'
    assert len(udgivet.lease_token) == 32
    assert udgivet.lease_token not in str(svar.headers)


def test_pdf_of_a_draft_is_never_kept(client):
    rapport = AfrapporteringFactory(faerdig=True)
    client.force_login(sekretariatsbruger(rapport.aftale.region))

    assert client.get(adresse(rapport)).headers["Cache-Control"] == "private, no-store"


def test_pdf_that_is_not_made_yet_does_not_exist(client):
    under_vejs = AfrapporteringFactory()
    client.force_login(sekretariatsbruger(under_vejs.aftale.region))

    assert client.get(adresse(under_vejs)).status_code == 404


def test_pdf_whose_file_is_gone_is_not_found(client):
    rapport = AfrapporteringFactory(er_udgivet=True)
    rapport.pdf.storage.delete(rapport.pdf.name)

    assert client.get(reverse("rapportering:afrapportering-pdf", args=[rapport.uuid])).status_code == 404
