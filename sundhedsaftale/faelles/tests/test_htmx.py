import pytest
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.test import RequestFactory
from django.urls import reverse

from sundhedsaftale.faelles.htmx import HtmxLoginMiddleware

LOGIN = reverse("account_login")
HTMX = {"HX-Request": "true", "HX-Current-URL": "https://portal.example/organer/a/portefoelje/?fase=ny&aar=2021"}


def svar_paa(response: HttpResponse, headers: dict[str, str]) -> HttpResponseBase:
    return HtmxLoginMiddleware(lambda request: response)(RequestFactory().get("/poster/7/", headers=headers))


def test_an_htmx_request_is_sent_to_login_and_back_to_the_page_it_stood_on():
    svar = svar_paa(HttpResponseRedirect(f"{LOGIN}?next=/poster/7/"), HTMX)

    assert svar.status_code == 204
    assert svar.headers["HX-Redirect"] == f"{LOGIN}?next=%2Forganer%2Fa%2Fportefoelje%2F%3Ffase%3Dny%26aar%3D2021"


def test_an_htmx_request_that_does_not_say_where_it_stood_just_goes_to_login():
    assert svar_paa(HttpResponseRedirect(LOGIN), {"HX-Request": "true"}).headers["HX-Redirect"] == LOGIN


@pytest.mark.parametrize("stod_paa", ["https://[portal", ""])
def test_an_address_that_is_none_is_no_place_to_go_back_to(stod_paa):
    headers = {"HX-Request": "true", "HX-Current-URL": stod_paa}

    assert svar_paa(HttpResponseRedirect(LOGIN), headers).headers["HX-Redirect"] == LOGIN


def test_a_page_is_redirected_as_always():
    svar = svar_paa(HttpResponseRedirect(LOGIN), {})

    assert (svar.status_code, svar.headers["Location"]) == (302, LOGIN)


@pytest.mark.parametrize("svar", [HttpResponse("ok"), HttpResponseRedirect("/organer/"), HttpResponse(status=403)])
def test_other_answers_to_htmx_are_left_alone(svar):
    assert svar_paa(svar, HTMX) is svar


@pytest.mark.django_db
def test_the_middleware_stands_in_the_chain(client):
    svar = client.get(reverse("rapportering:statusrapport-list"), headers=HTMX)

    assert svar.status_code == 204
    assert svar.headers["HX-Redirect"].startswith(LOGIN)
