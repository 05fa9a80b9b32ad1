import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import reverse

from organisering.models import Bruger
from sundhedsaftale.faelles.kontekst import portal


def menu(sti: str, bruger: Bruger | AnonymousUser) -> list[tuple[str, bool]]:
    request = RequestFactory().get(sti)
    request.user = bruger
    return [(punkt["tekst"], punkt["valgt"]) for punkt in portal(request)["menu"]]


def test_visitors_see_what_is_public():
    assert menu("/", AnonymousUser()) == [
        ("Portefølje", False),
        ("Organer", False),
        ("Møder", False),
        ("Rapporter", False),
    ]


def test_members_see_status_too():
    assert menu("/", Bruger()) == [
        ("Portefølje", False),
        ("Organer", False),
        ("Møder", False),
        ("Status", False),
        ("Rapporter", False),
    ]


@pytest.mark.parametrize(
    ("sti", "valgt"),
    [
        ("/aftaler/proeve/portefoelje/", "Portefølje"),
        ("/indsatser/7/", "Portefølje"),
        ("/organer/", "Organer"),
        ("/aarshjul/", "Møder"),
        ("/moeder/7/", "Møder"),
        ("/kalender/", "Møder"),
        ("/sager/7/", "Møder"),
        ("/status/7/kontrol/", "Status"),
        ("/rapporter/", "Rapporter"),
    ],
)
def test_the_chosen_entry_is_the_room_one_stands_in(sti, valgt):
    assert [tekst for tekst, er_valgt in menu(sti, Bruger()) if er_valgt] == [valgt]


def test_every_entry_leads_to_a_page():
    request = RequestFactory().get("/")
    request.user = Bruger()

    assert all(reverse(punkt["url_navn"]) for punkt in portal(request)["menu"])


def test_a_request_that_has_not_met_the_session_is_a_visitor():
    assert len(portal(RequestFactory().get("/"))["menu"]) == 4
