import re

import pytest
from django.urls import reverse

from organisering.models import Moede, Ordlyd
from organisering.tests.dagsordenscene import byg_scene
from organisering.tests.factories import DagsordenspunktFactory

pytestmark = pytest.mark.django_db


def udgave(svar):
    return re.search(r'name="udgave" value="(\w+)"', svar.content.decode())[1]


def test_an_empty_agenda_explains_itself_and_begins_with_the_standing_items(client):
    scene = byg_scene(client)
    assert "Begynd dagsordenen" in scene.get("dagsorden-rediger", scene.moede.uuid).content.decode()

    svar = scene.post("dagsorden-begynd", scene.moede.uuid)

    assert svar.headers["Location"] == reverse("organisering:dagsorden-rediger", args=[scene.moede.uuid])
    assert scene.titler() == [
        "1 Godkendelse af dagsorden",
        "2 Godkendelse af referat",
        "3 Skriftlige beretninger",
        "4 Eventuelt",
    ]


def test_the_list_is_moved_about_with_and_without_script(client):
    scene = byg_scene(client)
    a, b = DagsordenspunktFactory(moede=scene.moede, titel="A"), DagsordenspunktFactory(moede=scene.moede, titel="B")

    svar = scene.post("punkt-flyt", b.pk, retning="op", htmx=True)

    assert [str(linje.punkt) for linje in svar.context["linjer"]] == ["1 B", "2 A"]
    assert "B er nu punkt 1." in svar.content.decode()
    assert f'id="flyt-{b.pk}-op"' in svar.content.decode()
    assert "<h1" not in svar.content.decode()
    svar = scene.post("punkt-flyt", a.pk, retning="ind")
    assert svar.headers["Location"].endswith(f"#linje-{a.pk}")
    assert scene.titler() == ["1 B", "1.1 A"]


def test_a_move_that_goes_nowhere_says_so(client):
    scene = byg_scene(client)
    punkt = DagsordenspunktFactory(moede=scene.moede)

    svar = scene.post("punkt-flyt", punkt.pk, retning="op", htmx=True)

    assert svar.status_code == 409
    assert "allerede øverst" in svar.content.decode()
    assert scene.post("punkt-flyt", punkt.pk, retning="skråt").status_code == 400


@pytest.mark.parametrize("antal", [1, 3])
def test_the_builder_has_a_constant_query_count(client, django_assert_num_queries, antal):
    scene = byg_scene(client)
    for _ in range(antal):
        DagsordenspunktFactory(moede=scene.moede, lukket=True)

    with django_assert_num_queries(7):  # session, user, meeting, its bodies, its partners, seats, items
        svar = scene.get("dagsorden-rediger", scene.moede.uuid)

    assert len(svar.context["linjer"]) == antal


def test_an_agenda_is_sent_out_after_a_question(client):
    scene = byg_scene(client)
    DagsordenspunktFactory(moede=scene.moede)
    assert "Send dagsordenen for" in scene.get("dagsorden-udsend", scene.moede.uuid).content.decode()

    scene.post("dagsorden-udsend", scene.moede.uuid)

    assert Moede.objects.get().tilstand == Moede.Tilstand.DAGSORDEN_UDSENDT


def test_the_publish_page_shows_the_public_version_and_publishes_just_that(client):
    scene = byg_scene(client, udsendt=True)
    DagsordenspunktFactory(moede=scene.moede, titel="Åben sag")
    lukket = DagsordenspunktFactory(moede=scene.moede, titel="Hemmelig", lukket=True, uenighed="Hemmelig uenighed")
    Ordlyd.objects.create(punkt=lukket, titel="En personalesag")
    svar = scene.get("dagsorden-udgiv", scene.moede.uuid)
    tekst = svar.content.decode()
    assert "Åben sag" in tekst
    assert "En personalesag" in tekst
    assert "Hemmelig" not in tekst

    scene.post("dagsorden-udgiv", scene.moede.uuid, udgave=udgave(svar))

    assert Moede.objects.get().dagsorden_udgivet is not None


def test_the_publish_page_lists_the_closed_items_that_lack_a_public_wording(client):
    scene = byg_scene(client, udsendt=True)
    punkt = DagsordenspunktFactory(moede=scene.moede, lukket=True)

    svar = scene.get("dagsorden-udgiv", scene.moede.uuid)

    assert reverse("organisering:punkt-ordlyd", args=[punkt.pk]) in svar.content.decode()
    assert scene.post("dagsorden-udgiv", scene.moede.uuid, udgave="").status_code == 409
    assert Moede.objects.get().dagsorden_udgivet is None


def test_an_agenda_that_changed_since_it_was_looked_through_is_shown_again(client):
    scene = byg_scene(client, udsendt=True)
    punkt = DagsordenspunktFactory(moede=scene.moede)
    set_ = udgave(scene.get("dagsorden-udgiv", scene.moede.uuid))
    punkt.titel = "Ny titel"
    punkt.save()

    svar = scene.post("dagsorden-udgiv", scene.moede.uuid, udgave=set_)

    assert svar.status_code == 409
    assert "er ændret, siden du så den igennem" in svar.content.decode()
    assert "Ny titel" in svar.content.decode()
    assert Moede.objects.get().dagsorden_udgivet is None


def test_the_agenda_of_approved_minutes_is_not_opened_for_writing(client):
    scene = byg_scene(client, tilstand=Moede.Tilstand.REFERAT_GODKENDT)

    svar = scene.get("dagsorden-rediger", scene.moede.uuid)

    assert svar.headers["Location"] == scene.moede.get_absolute_url()
