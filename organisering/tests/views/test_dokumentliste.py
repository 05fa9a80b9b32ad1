"""Documents where they are listed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertNotContains

from organisering.tests.factories import (
    AftaleFactory,
    DokumentFactory,
    DokumentversionFactory,
    OrganFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def organ():
    return OrganFactory()


@pytest.mark.parametrize("antal", [1, 3])
def test_the_agreements_list_of_documents_has_constant_query_count(client, django_assert_num_queries, antal):
    aftale = AftaleFactory()
    for _ in range(antal):
        DokumentversionFactory(dokument__organ=None, dokument__aftale=aftale)

    with django_assert_num_queries(6):  # agreement, parties, versions, bodies, documents, their versions
        response = client.get(aftale.get_absolute_url())

    assert len(response.context["dokumenter"]) == antal


def test_the_list_shows_the_newest_version_and_hides_what_is_not_public(client):
    aftale = AftaleFactory()
    dokument = DokumentversionFactory(dokument__organ=None, dokument__aftale=aftale).dokument
    nyeste = DokumentversionFactory(dokument=dokument)
    DokumentFactory(organ=None, aftale=aftale, offentligt=False)

    linjer = client.get(aftale.get_absolute_url()).context["dokumenter"]

    assert [(linje.dokument, linje.nyeste) for linje in linjer] == [(dokument, nyeste)]


@pytest.mark.parametrize("antal", [1, 3])
def test_the_body_shows_its_documents_with_constant_query_count(client, organ, django_assert_num_queries, antal):
    client.get(organ.get_absolute_url())
    with CaptureQueriesContext(connection) as uden:
        client.get(organ.get_absolute_url())
    for _ in range(antal):
        DokumentversionFactory(dokument__organ=organ)

    with django_assert_num_queries(len(uden) + 1):  # the versions of the documents
        response = client.get(organ.get_absolute_url())

    assert len(response.context["dokumenter"]) == antal
    assertNotContains(response, "Tilføj dokument")
