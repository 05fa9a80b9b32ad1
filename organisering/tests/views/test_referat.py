import pytest
from django.urls import reverse

from organisering.models import Bemaerkning, Dagsordenspunkt
from organisering.tests.factories import DagsordenspunktFactory, DeltagelseFactory
from organisering.tests.referatscene import Referatscene, bring_til, opret_referatscene

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def scene() -> Referatscene:
    return opret_referatscene()


@pytest.fixture
def client(client, scene):
    client.force_login(scene["sekretær"])
    return client


def adresse(scene: Referatscene) -> str:
    return reverse("organisering:referat", args=[scene.moede.uuid])


def felter(punkt: Dagsordenspunkt, tekst: str, **oevrige: object) -> dict[str, object]:
    """What the item's form sends."""
    sendt = {"version": punkt.version, "beslutning": tekst} | oevrige
    return {f"punkt-{punkt.pk}-{navn}": vaerdi for navn, vaerdi in sendt.items()}


def til(punkt: Dagsordenspunkt) -> str:
    return reverse("organisering:beslutning-update", args=[punkt.pk])


@pytest.mark.parametrize("antal", [1, 3, 10])
def test_referat_has_constant_query_count(client, django_assert_num_queries, antal):
    scene = opret_referatscene(antal=antal)
    client.force_login(scene["sekretær"])
    moede = bring_til(scene, "afholdt")
    for _ in range(antal):
        DeltagelseFactory.create(moede=moede)
    for punkt in scene.punkter:
        Bemaerkning.objects.create(punkt=punkt, fra="PLO Prøve", dag=moede.dag, tekst="Set.")
        deltagelse = moede.deltagelser.first()
        punkt.fravaer.create(deltagelse=deltagelse)

    side = adresse(scene)
    # session, user, seats, meeting, joint bodies, dialogue, people, items, recommendations, remarks, absence
    with django_assert_num_queries(11):
        svar = client.get(side)

    assert len(svar.context["punkter"]) == antal


def test_referat_shows_every_item_with_a_form_of_its_own_and_a_row_for_everybody(client, scene):
    bring_til(scene, "afholdt")

    svar = client.get(adresse(scene))

    assert [punkt.pk for punkt, _ in svar.context["punkter"]] == [punkt.pk for punkt in scene.punkter]
    assert svar.content.decode().count("data-kladde=") == 3
    assert len(svar.context["fremmoede"].raekker) == 4


@pytest.mark.parametrize(
    ("trin", "saetning"),
    [
        ("dagsorden_udsendt", "ikke afholdt endnu"),
        ("referat_udsendt", "Tag det tilbage"),
        ("referat_godkendt", "Referatet er godkendt"),
    ],
)
def test_referat_leads_to_the_meeting_with_a_sentence_when_nothing_can_be_written(client, scene, trin, saetning):
    moede = bring_til(scene, trin)

    svar = client.get(adresse(scene), follow=True)

    assert svar.redirect_chain == [(moede.get_absolute_url(), 302)]
    assert saetning in " ".join(str(besked) for besked in svar.context["messages"])


def test_referat_of_a_meeting_that_is_called_off_says_so(client, scene):
    moede = scene.moede
    moede.tilstand = "aflyst"
    moede.save()

    svar = client.get(adresse(scene), follow=True)

    assert [str(besked) for besked in svar.context["messages"]] == ["Mødet er aflyst."]


def test_beslutning_saves_itself_and_tells_when_with_the_version_of_the_next_save(client, scene):
    bring_til(scene, "afholdt")
    punkt = scene.punkter[0]

    svar = client.post(til(punkt), felter(punkt, "Godkendt.\r\nEnigt."), **HTMX)

    assert (svar.status_code, scene.punkter[0].beslutning) == (200, "Godkendt.\nEnigt.")
    assert "Kladde gemt kl. " in svar.content.decode()
    assert f'name="punkt-{punkt.pk}-version" value="2"' in svar.content.decode()


def test_beslutning_saves_with_a_button_and_leads_back_to_the_item(client, scene):
    bring_til(scene, "afholdt")
    punkt, deltagelse = scene.punkter[0], scene.moede.deltagelser.first()

    svar = client.post(til(punkt), felter(punkt, "Godkendt.", inhabile=[deltagelse.pk]))

    assert (svar.status_code, svar.headers["Location"]) == (302, f"{adresse(scene)}#punkt-{punkt.pk}")
    assert list(punkt.fravaer.values_list("deltagelse", "slags")) == [(deltagelse.pk, "inhabil")]


def test_beslutning_shows_the_second_writer_both_texts_and_loses_neither(client, scene):
    bring_til(scene, "afholdt")
    laest, deltagelse = scene.punkter[0], scene.moede.deltagelser.first()
    client.post(til(laest), felter(laest, "Den enes tekst."))

    kladde = client.post(til(laest), felter(laest, "Den andens tekst."), **HTMX)
    svar = client.post(til(laest), felter(laest, "Den andens tekst.", fravaerende=[deltagelse.pk]))

    assert (kladde.status_code, svar.status_code) == (409, 409)
    assert "En anden har gemt" in kladde.content.decode()
    raekker = [(raekke.felt, raekke.mit, raekke.nu) for raekke in svar.context["raekker"]]
    assert raekker == [
        ("Fraværende under punktet", deltagelse.navn, ""),
        ("Beslutning", "Den andens tekst.", "Den enes tekst."),
    ]
    igen = svar.context["form"].data
    assert client.post(til(laest), igen).status_code == 302
    assert scene.punkter[0].beslutning == "Den andens tekst."
    assert list(laest.fravaer.values_list("deltagelse", "slags")) == [(deltagelse.pk, "fravaerende")]


def test_beslutning_rejects_somebody_as_both_absent_and_disqualified(client, scene):
    bring_til(scene, "afholdt")
    punkt, deltagelse = scene.punkter[0], scene.moede.deltagelser.first()

    svar = client.post(til(punkt), felter(punkt, "Ja.", inhabile=[deltagelse.pk], fravaerende=[deltagelse.pk]))

    assert svar.status_code == 422
    assert svar.context["form"].errors["inhabile"] == [
        f"Vælg kun det ene for {deltagelse.navn}: fraværende eller inhabil."
    ]


def test_beslutning_stops_a_cpr_number_without_repeating_it(client, scene):
    bring_til(scene, "afholdt")
    punkt = scene.punkter[0]

    for valg in ({}, HTMX):
        svar = client.post(til(punkt), felter(punkt, "Borgeren 311299-0000 fik besked."), **valg)
        assert svar.status_code == 422
        assert "CPR-nummer (ved tegn 10)" in svar.content.decode()
    assert "311299" not in svar.content.decode()
    assert scene.punkter[0].beslutning == ""


def test_beslutning_keeps_the_text_when_the_minutes_were_sent_out_meanwhile(client, scene):
    bring_til(scene, "referat_udsendt")
    punkt = scene.punkter[0]

    kladde = client.post(til(punkt), felter(punkt, "For sent."), **HTMX)
    svar = client.post(til(punkt), felter(punkt, "For sent."))

    assert (kladde.status_code, svar.status_code) == (409, 409)
    assert "Tag det tilbage" in kladde.content.decode()
    assert svar.context["form"]["beslutning"].value() == "For sent."


def test_beslutning_of_an_agenda_that_is_not_seen_is_unknown(client, scene):
    punkt = DagsordenspunktFactory.create()

    assert client.get(til(punkt)).status_code == 404


def test_beslutning_leaves_the_text_when_the_login_has_run_out(client, scene):
    bring_til(scene, "afholdt")
    punkt = scene.punkter[0]
    client.get(til(punkt))
    client.cookies.pop("sessionid")

    kladde = client.post(til(punkt), felter(punkt, "Skrevet for sent."), **HTMX)
    assert (kladde.status_code, "HX-Redirect" in kladde.headers) == (204, True)

    client.post(til(punkt), felter(punkt, "Skrevet for sent."))
    client.force_login(scene["sekretær"])
    assert client.get(til(punkt)).context["form"]["beslutning"].value() == "Skrevet for sent."
