import pytest
import rules
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.test import RequestFactory

from organisering.models import Organ
from organisering.tests.factories import BrugerFactory, OrganFactory
from sundhedsaftale.faelles.adgang import hent

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_fra_bruger() -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = BrugerFactory.create()
    return request


@pytest.fixture
def tilladelser():
    rules.add_perm("faelles.altid", rules.always_true)
    rules.add_perm("faelles.aldrig", rules.always_false)
    yield
    rules.remove_perm("faelles.altid")
    rules.remove_perm("faelles.aldrig")


def test_what_is_not_in_the_queryset_is_404_whatever_the_permission(request_fra_bruger, tilladelser):
    organ = OrganFactory.create(offentlig=False)

    with pytest.raises(Http404):
        hent(Organ.objects.filter(offentlig=True), request_fra_bruger, "faelles.altid", slug=organ.slug)


def test_what_is_seen_but_not_allowed_is_403(request_fra_bruger, tilladelser):
    organ = OrganFactory.create()

    with pytest.raises(PermissionDenied):
        hent(Organ.objects.all(), request_fra_bruger, "faelles.aldrig", slug=organ.slug)


def test_what_is_seen_and_allowed_is_returned(request_fra_bruger, tilladelser):
    organ = OrganFactory.create()

    assert hent(Organ.objects.all(), request_fra_bruger, "faelles.altid", slug=organ.slug) == organ
    assert hent(Organ.objects.all(), request_fra_bruger, slug=organ.slug) == organ
