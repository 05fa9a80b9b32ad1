"""A login that runs out in the middle of a save: the text waits for its owner, and for nobody else."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from indsatser.tests.factories import PortefoeljepostFactory
from organisering.tests.factories import sekretariatsbruger

pytestmark = pytest.mark.django_db
SKREVET = "Skrevet lige før login udløb"


@pytest.fixture
def post():
    return PortefoeljepostFactory()


@pytest.fixture
def adresse(post) -> str:
    return reverse("indsatser:post-update", args=[post.pk])


@pytest.fixture
def ejer(post):
    return sekretariatsbruger(post.indsats.aftale.region)


def udloeb(client: Client) -> None:
    """What an expired session leaves in the browser: every cookie but the session's."""
    del client.cookies["sessionid"]


def skriv_og_udloeb(client: Client, adresse: str, ejer: object, tekst: str = SKREVET) -> None:
    client.force_login(ejer)
    client.get(adresse)
    udloeb(client)
    assert client.post(adresse, {"beskrivelse": tekst}).status_code == 302


def test_the_text_stands_in_the_form_after_login(client, adresse, ejer):
    skriv_og_udloeb(client, adresse, ejer)

    client.force_login(ejer)

    assert SKREVET in client.get(adresse).content.decode()
    assert SKREVET not in client.get(adresse).content.decode(), "once"


def test_the_next_person_at_the_machine_does_not_see_it(client, adresse, ejer, post):
    skriv_og_udloeb(client, adresse, ejer)

    client.force_login(sekretariatsbruger(post.indsats.aftale.region))

    assert SKREVET not in client.get(adresse).content.decode()


def test_nothing_is_kept_for_somebody_who_never_saw_the_form(client, adresse, ejer):
    client.post(adresse, {"beskrivelse": SKREVET})

    assert "kladde" not in client.session
    client.force_login(ejer)
    assert SKREVET not in client.get(adresse).content.decode()


def test_nothing_is_kept_of_a_text_that_holds_a_cpr_number(client, adresse, ejer):
    skriv_og_udloeb(client, adresse, ejer, tekst=f"{SKREVET} {'-'.join(['311299', '9' * 4])}")

    client.force_login(ejer)

    assert SKREVET not in client.get(adresse).content.decode()


def test_a_text_as_long_as_whole_minutes_is_kept(client, adresse, ejer):
    tekst = SKREVET + "ø" * 300_000
    skriv_og_udloeb(client, adresse, ejer, tekst=tekst)

    client.force_login(ejer)

    assert tekst in client.get(adresse).content.decode()


def test_nothing_is_kept_of_a_text_longer_than_any_form_takes(client, adresse, ejer):
    skriv_og_udloeb(client, adresse, ejer, tekst=SKREVET + "ø" * 400_000)

    assert "kladde" not in client.session


def test_an_hour_later_it_is_gone(client, adresse, ejer):
    skriv_og_udloeb(client, adresse, ejer)
    cache.delete(client.session["kladde"])  # what the cache does by itself when the hour is over

    client.force_login(ejer)

    assert client.get(adresse).status_code == 200
    assert SKREVET not in client.get(adresse).content.decode()


def test_pages_of_somebody_logged_in_stay_out_of_every_cache(client, adresse, ejer):
    client.force_login(ejer)

    assert client.get(adresse).headers["Cache-Control"] == "private, no-store"
