from uuid import uuid4

import pytest
from django.urls import reverse
from icalendar import Calendar

from organisering.models import Bruger
from organisering.tests.factories import BrugerFactory, MedlemskabFactory, MoedeFactory, OrganFactory

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def organ():
    return OrganFactory(kortnavn="DAK", slug="dak")


@pytest.fixture
def bruger(organ):
    bruger = BrugerFactory(kalendernoegle=uuid4())
    MedlemskabFactory(person=bruger.person, organ=organ)
    return bruger


def organets(organ):
    return reverse("organisering:organ-kalender", args=[organ.slug])


def egen(bruger):
    return reverse("organisering:bruger-kalender", args=[bruger.kalendernoegle])


def test_everybody_may_follow_a_public_body(client, organ):
    moede = MoedeFactory(organ=organ)

    svar = client.get(organets(organ))

    assert svar.headers["Content-Type"] == "text/calendar; charset=utf-8"
    (begivenhed,) = Calendar.from_ical(svar.content).walk("VEVENT")
    assert str(begivenhed["URL"]) == f"http://testserver{moede.get_absolute_url()}"


def test_a_reader_who_has_the_feed_already_is_told_so(client, organ):
    moede = MoedeFactory(organ=organ)
    maerke = client.get(organets(organ)).headers["ETag"]

    uaendret = client.get(organets(organ), headers={"If-None-Match": maerke})
    moede.sted = "Et andet sted"
    moede.save()
    aendret = client.get(organets(organ), headers={"If-None-Match": maerke})

    assert (uaendret.status_code, uaendret.content) == (304, b"")
    assert (aendret.status_code, aendret.headers["ETag"] == maerke) == (200, False)


def test_the_users_own_feed_needs_no_login_and_stays_private(client, organ, bruger):
    MoedeFactory(organ=organ)

    svar = client.get(egen(bruger))

    assert (svar.status_code, svar.headers["Cache-Control"]) == (200, "private, no-cache")
    assert client.get(egen(bruger), headers={"If-None-Match": svar.headers["ETag"]}).status_code == 304


def test_a_new_address_ends_the_old_one(client, bruger):
    gammel = egen(bruger)
    client.force_login(bruger, MOTOR)

    svar = client.post(reverse("organisering:kalender-noegle"), follow=True)

    ny = egen(Bruger.objects.get(pk=bruger.pk))
    assert f"http://testserver{ny}" in svar.content.decode()
    assert "Den gamle virker ikke mere." in svar.content.decode()
    assert (client.get(gammel).status_code, client.get(ny).status_code) == (404, 200)


def test_the_first_address_is_made_by_the_button(client):
    bruger = BrugerFactory()
    client.force_login(bruger, MOTOR)

    foer = client.get(reverse("organisering:kalender"))
    svar = client.post(reverse("organisering:kalender-noegle"), follow=True)

    assert "Lav en adresse" in foer.content.decode()
    assert foer.context["egen"] == ""
    assert svar.context["egen"] == f"http://testserver{egen(Bruger.objects.get())}"


def test_whoever_can_no_longer_log_in_has_no_feed(client, bruger):
    bruger.is_active = False
    bruger.save()

    assert client.get(egen(bruger)).status_code == 404


def test_the_page_shows_the_address_of_the_body_it_is_asked_for_and_of_ones_own(client, organ, bruger):
    andet = OrganFactory(slug="andet")

    anonym = client.get(reverse("organisering:kalender", query={"organ": "andet"}))
    client.force_login(bruger, MOTOR)
    medlem = client.get(reverse("organisering:kalender"))

    assert anonym.context["organadresse"] == f"http://testserver{organets(andet)}"
    assert anonym.context["egne"] == []
    assert medlem.context["egne"] == [(organ, f"http://testserver{organets(organ)}")]


def test_a_body_that_is_not_public_has_no_feed_for_the_public(client):
    skjult = OrganFactory(slug="skjult", offentlig=False)

    assert client.get(organets(skjult)).status_code == 404
    assert client.get(reverse("organisering:kalender", query={"organ": "skjult"})).status_code == 404
