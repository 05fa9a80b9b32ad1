import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organisering.models import Bemaerkning, Deltagelse, Ordlyd
from organisering.tests.factories import DagsordenspunktFactory, DeltagelseFactory
from organisering.tests.referatscene import Referatscene, bring_til, opret_referatscene

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Referatscene:
    return opret_referatscene()


def som(scene: Referatscene, rolle: str) -> Client:
    client = Client()
    client.force_login(scene[rolle])
    return client


def sti(scene: Referatscene, navn: str) -> str:
    return reverse(f"organisering:{navn}", args=[scene.moede.uuid])


def tag(scene: Referatscene, rolle: str, navn: str, **felter: object):
    """Read the step's page and press its button, with what was typed."""
    client = som(scene, rolle)
    side = client.get(sti(scene, navn))
    skjulte = {felt.html_name: felt.value() for felt in side.context["form"].hidden_fields()}
    return client.post(sti(scene, navn), skjulte | felter)


def knapper(scene: Referatscene, rolle: str) -> list[str]:
    """The buttons of the minutes on the meeting's page."""
    tekst = som(scene, rolle).get(scene.moede.get_absolute_url()).content.decode()
    return re.findall(r'(?:afhold|referat(?:/[a-z]+)?)/">([^<]+)</a>', tekst)


def test_the_buttons_lead_from_an_agenda_to_published_minutes(scene):
    forloeb = []
    for trin in ("dagsorden_udsendt", "afholdt", "referat_udsendt", "godkendt_af_en", "referat_godkendt", "udgivet"):
        scene = opret_referatscene()
        bring_til(scene, trin)
        forloeb.append([knapper(scene, rolle) for rolle in ("sekretær", "regional formand", "sekretariat", "medlem")])

    tag_tilbage, noter = "Tag tilbage", "Notér en formands godkendelse"
    skriv = ["Skriv referat", "Send referatet ud"]
    assert forloeb == [
        [["Begynd referatet"], ["Begynd referatet"], ["Begynd referatet"], []],
        [skriv, skriv, skriv, []],
        [[tag_tilbage], ["Godkend referatet", "Send tilbage"], [noter, tag_tilbage], []],
        [[tag_tilbage], [tag_tilbage], [noter, tag_tilbage], []],
        [["Offentliggør referatet"], ["Offentliggør referatet"], ["Offentliggør referatet"], []],
        [[], [], [], []],
    ]


def test_the_minutes_are_not_offered_before_the_day(scene):
    bring_til(scene, "dagsorden_udsendt")
    moede = scene.moede
    moede.starter = timezone.now() + timedelta(days=1)
    moede.save()

    assert knapper(scene, "sekretær") == []


def test_the_meetings_page_says_who_is_missing(scene):
    bring_til(scene, "godkendt_af_en")

    side = som(scene, "sekretær").get(scene.moede.get_absolute_url())

    assert side.context["side"].referat.venter_paa == (f"{scene.brugere['kommunal formand'].person} (kommunal formand)")
    assert "Venter på:" in side.content.decode()


def test_the_steps_lead_to_approved_and_published_minutes(scene):
    svar = tag(scene, "sekretær", "moede-afhold")
    assert (svar.status_code, svar.headers["Location"]) == (302, sti(scene, "referat"))
    svar = tag(scene, "sekretær", "referat-udsend")
    assert (svar.status_code, scene.moede.tilstand) == (422, "afholdt")
    assert "Skriv en beslutning eller et ord" in svar.content.decode()

    bring_til_udsendt(scene)
    tag(scene, "regional formand", "referat-godkend")
    svar = tag(scene, "sekretariat", "referat-noter", medlemskab=scene.plads("kommunal formand").pk)
    assert (svar.status_code, list(svar.context["form"].errors)) == (422, ["noteret"])
    tag(scene, "sekretariat", "referat-noter", medlemskab=scene.plads("kommunal formand").pk, noteret="Mail 1. maj")
    assert scene.moede.tilstand == "referat_godkendt"
    tag(scene, "sekretær", "referat-udgiv")
    assert scene.moede.referat_udgivet is not None


def bring_til_udsendt(scene: Referatscene) -> None:
    for punkt in scene.punkter:
        punkt.beslutning = "Godkendt."
        punkt.save()
    tag(scene, "sekretær", "referat-udsend")
    assert scene.moede.tilstand == "referat_udsendt"


def test_a_chair_who_disagrees_sends_the_minutes_back_with_a_reason(scene):
    bring_til(scene, "godkendt_af_en")

    assert tag(scene, "kommunal formand", "referat-returner", begrundelse=" ").status_code == 422
    assert tag(scene, "kommunal formand", "referat-returner", begrundelse="Pkt. 2 blev udsat.").status_code == 302
    assert (scene.moede.tilstand, scene.moede.godkendelser.count()) == ("afholdt", 0)


def test_a_step_on_a_meeting_changed_meanwhile_is_asked_for_again_with_the_text_kept(scene):
    bring_til(scene, "referat_udsendt")
    client = som(scene, "sekretariat")
    laest = client.get(sti(scene, "referat-returner")).context["form"]["version"].value()
    scene.moede.save()

    svar = client.post(sti(scene, "referat-returner"), {"version": laest, "begrundelse": "Ret pkt. 2."})

    assert (svar.status_code, svar.context["form"]["begrundelse"].value()) == (409, "Ret pkt. 2.")
    assert client.post(sti(scene, "referat-returner"), svar.context["form"].data).status_code == 302


def test_the_publish_page_shows_exactly_what_everybody_will_read(scene):
    lukket = DagsordenspunktFactory.create(moede=scene.moede, lukket=True, titel="Hemmelig titel")
    bring_til(scene, "referat_godkendt")

    svar = som(scene, "sekretær").get(sti(scene, "referat-udgiv"))
    assert svar.context["uden_ordlyd"] == [lukket]
    assert "Offentliggør referatet</button>" not in svar.content.decode()

    Ordlyd.objects.create(punkt=lukket, titel="Personsag", beslutning="Godkendt.")
    vist = som(scene, "sekretær").get(sti(scene, "referat-udgiv"))
    assert "Hemmelig titel" not in vist.content.decode()
    tag(scene, "sekretær", "referat-udgiv")
    side = Client().get(scene.moede.get_absolute_url())
    assert side.context["side"].billede == vist.context["billede"]


def test_minutes_are_public_only_once_they_are_published(scene):
    for trin, ses in (("referat_godkendt", False), ("udgivet", True)):
        scene = opret_referatscene()
        bring_til(scene, trin)
        tekst = Client().get(scene.moede.get_absolute_url()).content.decode()
        assert ("Indstillingen blev godkendt." in tekst) is ses


@pytest.mark.parametrize("navn", ["moede-afhold", "referat-udsend", "referat-returner", "referat-udgiv"])
def test_a_step_that_is_not_next_leads_back_to_the_meeting(scene, navn):
    bring_til(scene, "udgivet")

    svar = som(scene, "sekretær").get(sti(scene, navn))

    assert (svar.status_code, svar.headers["Location"]) == (302, scene.moede.get_absolute_url())


def fremmoede(svar, **valg: str) -> dict[str, str]:
    """What the list's form sends, with some rows chosen anew."""
    sendt = {}
    for raekke in svar.context["fremmoede"].raekker:
        for felt in (raekke.fremmoede, raekke.suppleant_for, raekke.foer):
            sendt[felt.html_name] = felt.value() or ""
        sendt[raekke.fremmoede.html_name] = valg.get(raekke.deltagelse.navn, raekke.fremmoede.value() or "")
    return sendt


def test_the_rest_are_marked_as_present_and_substitutes_left_alone(scene):
    bring_til(scene, "afholdt")
    DeltagelseFactory.create(moede=scene.moede, navn="Suppleant", suppleant_for="Medlem", fremmoede="")
    client = som(scene, "sekretær")
    side = client.get(sti(scene, "referat"))
    formand = scene.brugere["regional formand"].person.navn

    svar = client.post(sti(scene, "fremmoede-update"), fremmoede(side, **{formand: "afbud"}) | {"handling": "resten"})

    assert svar.headers["Location"] == f"{sti(scene, 'referat')}#fremmoede"
    assert {d.navn: d.fremmoede for d in scene.moede.deltagelser.all()} == {
        **{scene.brugere[rolle].person.navn: "til_stede" for rolle in ("kommunal formand", "medlem", "sekretær")},
        formand: "afbud",
        "Suppleant": "",
    }


def test_two_who_change_the_same_row_see_both_and_saving_again_keeps_mine(scene):
    bring_til(scene, "afholdt")
    client, medlem = som(scene, "sekretær"), scene.brugere["medlem"].person.navn
    side = client.get(sti(scene, "fremmoede-update"))
    client.post(sti(scene, "fremmoede-update"), fremmoede(side, **{medlem: "afbud"}))

    svar = client.post(sti(scene, "fremmoede-update"), fremmoede(side, **{medlem: "udeblevet"}))

    assert svar.status_code == 409
    assert "En anden har gemt »Afbud«, mens du skrev. Dit valg er »Udeblevet«." in svar.content.decode()
    assert client.post(sti(scene, "fremmoede-update"), fremmoede(svar)).status_code == 302
    assert Deltagelse.objects.get(navn=medlem).fremmoede == "udeblevet"


def test_a_remark_after_the_approval_cites_the_minutes_and_is_not_edited(scene):
    bring_til(scene, "referat_godkendt")
    client, punkt = som(scene, "sekretær"), scene.punkter[1]
    ny = reverse("organisering:bemaerkning-create", args=[punkt.pk])

    side = client.get(ny)
    assert side.context["overskrift"] == "Bemærkning til pkt. 2 i referatet af 4. december 2020"
    svar = client.post(ny, {"fra": "PLO Prøve", "dag": "22-04-2021", "tekst": "Vi savner tallene."})
    assert svar.headers["Location"] == punkt.get_absolute_url()

    bemaerkning = Bemaerkning.objects.get()
    ret = reverse("organisering:bemaerkning-update", args=[punkt.pk, bemaerkning.pk])
    svar = client.post(ret, {"version": 1, "fra": "PLO Prøve", "dag": "22-04-2021", "tekst": "Andet."})
    assert (svar.status_code, Bemaerkning.objects.get().tekst) == (422, "Vi savner tallene.")
    client.post(reverse("organisering:bemaerkning-delete", args=[punkt.pk, bemaerkning.pk]))
    assert Bemaerkning.objects.count() == 1
