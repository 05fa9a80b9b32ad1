"""Search over everything, each hit in its context, and nothing that its reader may not read."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from indsatser.tests.factories import (
    DisponeringFactory,
    IndsatsFactory,
    MaalsaetningFactory,
    OpgaveoverdragelseFactory,
    PuljeFactory,
)
from organisering.models import Bemaerkning, Dokument, Indstilling, Ordlyd
from organisering.tests.factories import (
    AftaleFactory,
    BilagFactory,
    BrugerFactory,
    DagsordenspunktFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db
ADRESSE = reverse("rapportering:soegning")


@pytest.fixture
def organ():
    return OrganFactory(navn="Prøveudvalget", kortnavn="PU")


def soeg(client, **felter):
    """What was found, by kind: the titles in the order they stand."""
    svar = client.get(ADRESSE, felter)
    return {gruppe.noegle: [fund.titel for fund in gruppe.fund] for gruppe in svar.context["fundne"] or []}


def test_everything_is_found_by_its_words(client, organ):
    DagsordenspunktFactory(moede__organ=organ, moede__udgivet=True, titel="Rygning", beslutning="Rygning godkendt")
    OrganFactory(navn="Rygeudvalget for rygning")
    IndsatsFactory(titel="Røgfri: rygning")
    MaalsaetningFactory(tekst="Færre med rygning")
    Dokument.objects.create(titel="Aftale om rygning", slags=Dokument.Slags.ANDET, organ=organ)
    aftale = AftaleFactory(titel="Rygeaftalen", vision="Ingen rygning")
    PuljeFactory(aftale=aftale, navn="Rygningspuljen", aar=2021)
    DisponeringFactory(pulje__aftale=aftale, pulje__navn="En anden pulje", pulje__aar=2020, titel="Mod rygning")
    OpgaveoverdragelseFactory(aftale=aftale, titel="Stop med rygning")
    PuljeFactory(aftale__offentlig=False, navn="Skjult rygning")

    assert soeg(client, q="rygning") == {
        "beslutninger": ["Rygning"],
        "punkter": ["Rygning"],
        "organer": ["Rygeudvalget for rygning"],
        "indsatser": ["Røgfri: rygning"],
        "maalsaetninger": ["Færre med rygning"],
        "dokumenter": ["Aftale om rygning"],
        "puljer": ["Rygningspuljen 2021", "En anden pulje 2020"],
        "opgaveoverdragelser": ["Stop med rygning"],
        "aftaler": ["Rygeaftalen"],
    }


def test_an_item_is_found_by_its_papers_recommendations_remarks_and_case_number(client, organ):
    punkt = DagsordenspunktFactory(moede__organ=organ, moede__udgivet=True, titel="Puljen", sag__sagsnummer="12/838")
    Indstilling.objects.create(punkt=punkt, tekst="at pengene bruges til telemedicin")
    BilagFactory(punkt=punkt, titel="Oversigt over ansøgere", dokid="9661924")
    Bemaerkning.objects.create(punkt=punkt, fra="PLO", dag=punkt.moede.dag, tekst="Praksis savner inddragelse")

    for ord_ in ("telemedicin", "ansøgere", "9661924", "12/838", "inddragelse"):
        assert soeg(client, q=ord_)["punkter"] == ["Puljen"], ord_
    assert "beslutninger" in soeg(client, q="inddragelse")
    assert "beslutninger" not in soeg(client, q="telemedicin")


def test_a_hit_stands_in_its_context_with_the_word_marked(client, organ):
    DagsordenspunktFactory(
        moede__organ=organ,
        moede__starter=datetime(2021, 4, 22, 10, tzinfo=ZoneInfo("Europe/Copenhagen")),
        moede__udgivet=True,
        sagsfremstilling=f"{'Noget forud. ' * 30}Her nævnes målsætningerne <b>kort</b>. {'Noget efter. ' * 30}",
    )

    svar = client.get(ADRESSE, {"q": "målsætning"})

    html = svar.content.decode()
    assert "<mark>målsætningerne</mark> &lt;b&gt;kort&lt;/b&gt;" in html
    assert "PU 22.04.2021, pkt. 1" in html
    (gruppe,) = svar.context["fundne"]
    assert len("".join(stykke.tekst for stykke in gruppe.fund[0].uddrag)) < 300


def test_body_period_and_openness_narrow_and_need_no_words(client, organ):
    tidligt, sent = (
        MoedeFactory(organ=organ, udgivet=True, starter=datetime(aar, 5, 1, 10, tzinfo=ZoneInfo("Europe/Copenhagen")))
        for aar in (2020, 2021)
    )
    DagsordenspunktFactory(moede=tidligt, titel="Det gamle", beslutning="Ja")
    DagsordenspunktFactory(moede=sent, titel="Det nye", beslutning="Ja")
    Ordlyd.objects.create(
        punkt=DagsordenspunktFactory(moede=sent, titel="Hemmeligt", lukket=True),
        titel="En personsag",
        beslutning="Godkendt",
    )
    DagsordenspunktFactory(moede__udgivet=True, titel="Et andet udvalgs")

    def punkter(**felter):
        return soeg(client, organ=organ.slug, **felter).get("punkter", [])

    assert punkter() == ["Det nye", "En personsag", "Det gamle"]
    assert punkter(til="31-12-2020") == ["Det gamle"]
    assert punkter(fra="1. 1. 2021", adgang="aaben") == ["Det nye"]
    assert punkter(adgang="lukket") == ["En personsag"]
    assert soeg(client, organ=organ.slug)["beslutninger"] == ["Det nye", "En personsag", "Det gamle"]


def test_an_item_that_is_not_decided_is_no_decision(client, organ):
    DagsordenspunktFactory(moede__organ=organ, titel="Endnu ikke behandlet")
    client.force_login(sekretariatsbruger(organ.region), "django.contrib.auth.backends.ModelBackend")

    assert soeg(client, organ=organ.slug) == {"punkter": ["Endnu ikke behandlet"]}


def test_whether_a_closed_item_is_decided_is_told_by_its_public_wording_alone(client, organ):
    skjult = DagsordenspunktFactory(moede__organ=organ, moede__udgivet=True, lukket=True, beslutning="I stilhed")
    Ordlyd.objects.create(punkt=skjult, titel="En personsag")
    aabnet = DagsordenspunktFactory(moede__organ=organ, moede__udgivet=True, lukket=True, beslutning="Også det")
    Ordlyd.objects.create(punkt=aabnet, titel="En ansættelse", beslutning="Afgjort")

    assert soeg(client, organ=organ.slug)["beslutninger"] == ["En ansættelse"]


@pytest.mark.parametrize("synlig", [True, False])
def test_a_target_names_its_body_where_the_reader_sees_the_body(client, synlig):
    maal = MaalsaetningFactory(tekst="Færre med rygning", organ__navn="Skjult udvalg", organ__offentlig=synlig)

    html = client.get(ADRESSE, {"q": "rygning"}).content.decode()

    assert "Færre med" in html
    assert ("Skjult udvalg" in html) == synlig
    assert bool(soeg(client, q="rygning", organ=maal.organ.slug)) == synlig


def test_one_kind_comes_page_by_page(client, organ):
    moede = MoedeFactory(organ=organ, udgivet=True)
    for nummer in range(23):
        DagsordenspunktFactory(moede=moede, titel=f"Kommune {nummer}")

    alle = client.get(ADRESSE, {"q": "kommune"})
    foerste = client.get(ADRESSE, {"q": "kommune", "slags": "punkter"})
    anden = client.get(ADRESSE, {"q": "kommune", "slags": "punkter", "side": "2"})

    assert [len(svar.context["fundne"][0].fund) for svar in (alle, foerste, anden)] == [5, 20, 3]
    assert "q=kommune&amp;slags=punkter" in alle.content.decode()
    assert "Side 1 af 2" in foerste.content.decode()


@pytest.mark.parametrize("side", ["0", "-1", "99", "x", "1' OR"])
def test_a_page_that_does_not_exist_is_the_nearest_one(client, organ, side):
    DagsordenspunktFactory(moede__organ=organ, moede__udgivet=True, titel="Rygning")

    assert client.get(ADRESSE, {"q": "rygning", "slags": "punkter", "side": side}).context["fundne"][0].antal == 1


@pytest.mark.parametrize(
    ("felter", "felt"),
    [
        ({"slags": "hemmelige"}, "slags"),
        ({"organ": "findes-ikke"}, "organ"),
        ({"fra": "i går"}, "fra"),
        ({"fra": "1-2-2021", "til": "1-1-2021"}, "til"),
        ({"adgang": "1"}, "adgang"),
        ({"q": "x" * 201}, "q"),
    ],
)
def test_nonsense_in_the_address_is_told_at_its_field(client, felter, felt):
    svar = client.get(ADRESSE, {"q": "rygning", **felter})

    assert svar.context["form"].errors[felt]
    assert svar.context["fundne"] is None


def test_a_question_without_words_or_hits_says_what_to_do(client):
    assert "Skriv, hvad du leder efter" in client.get(ADRESSE).content.decode()
    assert "Ingen resultater" in client.get(ADRESSE, {"q": "!?"}).content.decode()
    assert "Ingen resultater" in client.get(ADRESSE, {"q": "findesslet"}).content.decode()


def test_what_is_closed_or_not_sent_out_is_found_by_its_own_readers_alone(client, organ):
    """Every text of an item that is not everybody's, each with a word of its own."""
    moede = MoedeFactory(organ=organ, udgivet=True)
    lukket = DagsordenspunktFactory(
        moede=moede, lukket=True, titel="alfa", sagsfremstilling="beta", beslutning="gamma", sag__titel="delta"
    )
    DagsordenspunktFactory(moede=MoedeFactory(organ=organ, udgivet=True), sag=lukket.sag, titel="aaben behandling")
    Indstilling.objects.create(punkt=lukket, tekst="epsilon")
    BilagFactory(punkt=lukket, titel="zeta")
    BilagFactory(punkt=DagsordenspunktFactory(moede=moede, titel="aabent"), titel="eta1", aabent=False)
    Bemaerkning.objects.create(punkt=lukket, fra="PLO", dag=moede.dag, tekst="theta")
    DagsordenspunktFactory(moede=MoedeFactory(organ=organ), titel="iota")
    DagsordenspunktFactory(moede=MoedeFactory(organ=organ, udsendt=True), titel="kappa", beslutning="lambda")
    ordene = ["alfa", "beta", "gamma", "delta", "epsilon", "zeta", "eta1", "theta", "iota", "kappa", "lambda"]

    def fundne():
        return [ord_ for ord_ in ordene if soeg(client, q=ord_)]

    assert fundne() == []

    medlem = BrugerFactory()
    MedlemskabFactory(person=medlem.person, organ=organ)
    client.force_login(medlem, "django.contrib.auth.backends.ModelBackend")
    assert fundne() == [ord_ for ord_ in ordene if ord_ not in ("iota", "lambda")]

    client.force_login(sekretariatsbruger(organ.region), "django.contrib.auth.backends.ModelBackend")
    assert fundne() == ordene


def test_the_excerpt_of_an_open_item_leaves_out_a_closed_paper_and_an_undecided_text(client, organ):
    punkt = DagsordenspunktFactory(
        moede__organ=organ, moede__udsendt=True, titel="Rygning", beslutning="rygning: udkast til beslutning"
    )
    punkt.moede.dagsorden_udgivet = punkt.moede.starter
    punkt.moede.save()
    BilagFactory(punkt=punkt, titel="rygning: fortroligt bilag", aabent=False)

    html = client.get(ADRESSE, {"q": "rygning"}).content.decode()

    assert "Rygning" in html
    assert "fortroligt" not in html
    assert "udkast" not in html


@pytest.mark.parametrize("antal", [1, 3, 10])
def test_the_number_of_queries_does_not_follow_the_hits(client, organ, antal, django_assert_max_num_queries):
    moede = MoedeFactory(organ=organ, udgivet=True)
    for _ in range(antal):
        BilagFactory(punkt=DagsordenspunktFactory(moede=moede, titel="Rygning", beslutning="Rygning"))

    with django_assert_max_num_queries(24):
        assert client.get(ADRESSE, {"q": "rygning"}).status_code == 200
