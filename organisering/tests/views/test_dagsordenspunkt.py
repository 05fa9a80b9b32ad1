import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from organisering.models import Dagsordenspunkt, Indstilling, Moede, Ordlyd
from organisering.tests.dagsordenscene import BACKEND, byg_scene, felter
from organisering.tests.factories import DagsordenspunktFactory, MoedeFactory, OrganFactory

pytestmark = pytest.mark.django_db

CPR = "010203" + "-" + "0000"


def indstillinger(punkt):
    return list(punkt.indstillinger.values_list("indstiller", "tekst"))


@pytest.fixture
def scene(client):
    return byg_scene(client)


@pytest.fixture
def punkt(scene):
    return DagsordenspunktFactory(moede=scene.moede, titel="Fælles tavler")


def test_a_new_item_is_put_on_the_agenda_and_opened_for_writing(scene):
    svar = scene.post("punkt-create", scene.moede.uuid, titel="Ny sag", slags="droeftelse")

    nyt = Dagsordenspunkt.objects.get(titel="Ny sag")
    assert svar.headers["Location"] == reverse("organisering:punkt-update", args=[nyt.pk])
    assert (nyt.slags, nyt.nummer) == ("droeftelse", "3")


def test_a_new_item_needs_a_title_or_a_case(scene):
    svar = scene.post("punkt-create", scene.moede.uuid, titel="", slags="droeftelse")

    assert svar.status_code == 422
    assert "Skriv en titel, eller vælg en sag på listen." in svar.content.decode()


def test_a_case_of_the_body_is_taken_up_again_with_its_texts(scene):
    foer = DagsordenspunktFactory(
        moede=MoedeFactory(organ=scene.moede.organ), titel="Tavler", sagsfremstilling="Om tavler", lukket=True
    )
    DagsordenspunktFactory(titel="Et andet organs sag")
    valg = scene.get("punkt-create", scene.moede.uuid).context["form"].fields["sag"].queryset
    assert list(valg) == [foer.sag]

    scene.post("punkt-create", scene.moede.uuid, titel="", slags="beslutning", sag=foer.sag.pk)

    nyt = scene.moede.punkter.get(sag=foer.sag)
    assert (nyt.titel, nyt.sagsfremstilling, nyt.lukket) == ("Tavler", "Om tavler", True)


def test_of_a_joint_meeting_each_takes_up_the_cases_of_the_own_body(client):
    """The other body's closed texts stay its own, also when its case stands on this body's agenda already."""
    scene = byg_scene(client)
    andet = OrganFactory(region=scene.moede.organ.region)
    scene.moede.faelles_med.add(andet)
    egen = DagsordenspunktFactory(moede=MoedeFactory(organ=scene.moede.organ))
    senere = MoedeFactory(organ=andet, starter=egen.moede.starter + timedelta(days=1))
    fremmed = DagsordenspunktFactory(moede=senere, sagsfremstilling="Hemmeligt", lukket=True)
    DagsordenspunktFactory(moede=egen.moede, sag=fremmed.sag, titel="Sendt hertil")

    valg = set(scene.get("punkt-create", scene.moede.uuid).context["form"].fields["sag"].queryset)
    scene.post("punkt-create", scene.moede.uuid, titel="", slags="beslutning", sag=fremmed.sag.pk)

    assert valg == {egen.sag, fremmed.sag}
    assert scene.moede.punkter.get(sag=fremmed.sag).sagsfremstilling == ""


def test_a_new_item_can_be_closed_from_the_first_moment(scene):
    scene.post("punkt-create", scene.moede.uuid, titel="Personsag", slags="orientering", lukket="on")

    assert Dagsordenspunkt.objects.get(titel="Personsag").lukket


def test_the_whole_item_is_written_in_one_form(scene, punkt):
    svar = scene.post(
        "punkt-update",
        punkt.pk,
        **felter(
            punkt,
            sagsfremstilling="Linje 1\r\nLinje 2",
            uenighed="Kommunerne er imod",
            sagsnummer="21/38",
            indstilling_0="tavlerne indføres",
            handling="gem",
        ),
    )

    punkt = Dagsordenspunkt.objects.get(pk=punkt.pk)
    assert svar.headers["Location"] == reverse("organisering:dagsorden-rediger", args=[scene.moede.uuid])
    assert (punkt.sagsfremstilling, punkt.uenighed, punkt.sag.sagsnummer) == (
        "Linje 1\nLinje 2",
        "Kommunerne er imod",
        "21/38",
    )
    assert indstillinger(punkt) == [("Sekretariatet", "tavlerne indføres")]


def test_rows_of_recommendation_are_added_and_removed_without_script(scene, punkt):
    svar = scene.post("punkt-update", punkt.pk, **felter(punkt, indstilling_0="det første", handling="raekke"))
    assert svar.headers["Location"].endswith("?linje=ny")
    tekst = client_tekst(scene, svar)
    assert 'name="indstilling_1"' in tekst
    assert "autofocus" in tekst

    punkt.refresh_from_db()
    rettet = felter(punkt, indstilling_0="det første", indstiller_1="PLO", indstilling_1="det andet")
    scene.post("punkt-update", punkt.pk, **rettet, handling="fjern-0")

    assert indstillinger(punkt) == [("PLO", "det andet")]


def client_tekst(scene, svar):
    return scene.client.get(svar.headers["Location"]).content.decode()


def test_who_recommends_is_the_body_below_that_sent_the_case_or_the_secretariat(scene, punkt):
    form = scene.get("punkt-update", punkt.pk).context["form"]
    assert form["indstiller_0"].value() == "Sekretariatet"
    sendt = DagsordenspunktFactory(moede=scene.moede, sendt_fra=DagsordenspunktFactory(moede__organ__navn="Gruppen"))

    form = scene.get("punkt-update", sendt.pk).context["form"]

    assert form["indstiller_0"].value() == "Gruppen"


def test_a_draft_saves_itself_and_says_when(scene, punkt):
    svar = scene.post("punkt-update", punkt.pk, htmx=True, **felter(punkt, titel="Halv titel", indstilling_0="noget"))

    tekst = svar.content.decode()
    assert "Kladde gemt kl." in tekst
    assert re.search(r'name="version" value="2"', tekst)
    assert "<form" not in tekst
    assert Dagsordenspunkt.objects.get(pk=punkt.pk).titel == "Halv titel"


def test_a_draft_that_meets_another_s_save_says_so_and_saves_nothing(scene, punkt):
    sendt = felter(punkt, titel="Min titel")
    Dagsordenspunkt.objects.get(pk=punkt.pk).save()
    andens = Dagsordenspunkt.objects.get(pk=punkt.pk)
    andens.titel = "Andens titel"
    andens.save()

    svar = scene.post("punkt-update", punkt.pk, htmx=True, **sendt)

    assert svar.status_code == 409
    assert "En anden har gemt ændringer" in svar.content.decode()
    assert Dagsordenspunkt.objects.get(pk=punkt.pk).titel == "Andens titel"


def test_a_lost_race_shows_both_texts_and_both_recommendations(scene, punkt):
    Indstilling.objects.create(punkt=punkt, indstiller="PLO", tekst="gammel")
    sendt = felter(punkt, titel="Min titel", indstiller_0="PLO", indstilling_0="gammel")
    sendt["sete_indstillinger"] = json.dumps([["PLO", "gammel"]])
    anden = Client()
    anden.force_login(scene.sekretaer, BACKEND)
    adresse = reverse("organisering:punkt-update", args=[punkt.pk])
    anden.post(adresse, felter(punkt, titel="Andens titel", indstiller_0="PLO", indstilling_0="ny", handling="gem"))

    svar = scene.post("punkt-update", punkt.pk, **sendt, handling="gem")

    tekst = svar.content.decode()
    assert svar.status_code == 409
    assert {"Min titel", "Andens titel", "PLO: ny"} <= set(re.findall(r"Min titel|Andens titel|PLO: ny", tekst))
    assert re.search(r'<textarea name="indstilling_0"[^>]*>\s*ny</textarea>', tekst), "what I left alone is theirs"
    gem = re.search(r'name="version" value="(\d+)"', tekst)[1]
    assert int(gem) == Dagsordenspunkt.objects.get(pk=punkt.pk).version


def test_a_cpr_number_is_stopped_and_the_text_is_kept(scene, punkt):
    svar = scene.post("punkt-update", punkt.pk, **felter(punkt, indstilling_0=f"om {CPR}", handling="gem"))

    assert svar.status_code == 422
    assert "indeholder et CPR-nummer" in svar.content.decode()
    assert indstillinger(punkt) == []


def test_what_an_expired_login_was_about_to_save_is_shown_after_login(scene, punkt):
    adresse = reverse("organisering:punkt-update", args=[punkt.pk])
    scene.client.get(adresse)
    scene.client.cookies.pop("sessionid")

    svar = scene.client.post(adresse, felter(punkt, sagsresume="Næsten tabt", handling="gem"))
    assert svar.headers["Location"].startswith(reverse("account_login"))
    scene.client.force_login(scene.sekretaer, BACKEND)

    # force_login begins a session of its own only when another user was logged in.
    assert "Næsten tabt" in scene.client.get(adresse).content.decode()


def test_a_closed_item_leads_on_to_its_public_wording(scene, punkt):
    svar = scene.post("punkt-update", punkt.pk, **felter(punkt, lukket="on", handling="gem"))
    assert svar.headers["Location"] == reverse("organisering:punkt-ordlyd", args=[punkt.pk])

    assert scene.post("punkt-ordlyd", punkt.pk).status_code == 422
    scene.post("punkt-ordlyd", punkt.pk, titel="En personalesag")

    assert Ordlyd.objects.get().titel == "En personalesag"


def test_an_item_of_a_published_agenda_does_not_save_itself_and_warns(client):
    scene = byg_scene(client, udsendt=True)
    scene.moede.dagsorden_udgivet = scene.moede.starter
    scene.moede.save()
    punkt = DagsordenspunktFactory(moede=scene.moede)

    tekst = scene.get("punkt-update", punkt.pk).content.decode()

    assert "Dagsordenen er offentliggjort" in tekst
    assert "data-kladde" not in tekst


def test_a_draft_item_is_deleted_after_a_question(scene, punkt):
    assert "Slet punktet" in scene.get("punkt-slet", punkt.pk).content.decode()

    scene.post("punkt-slet", punkt.pk)

    assert scene.titler() == []


def test_an_item_of_approved_minutes_leads_to_its_place_instead_of_a_form(client):
    scene = byg_scene(client, tilstand=Moede.Tilstand.REFERAT_GODKENDT)
    punkt = DagsordenspunktFactory(moede=scene.moede)

    assert scene.get("punkt-update", punkt.pk).headers["Location"] == punkt.get_absolute_url()
    assert scene.post("punkt-update", punkt.pk, **felter(punkt, handling="gem")).status_code == 409
