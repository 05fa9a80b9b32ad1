from datetime import date

import pytest
from django.core import signing
from django.urls import reverse

from organisering.models import Moede
from organisering.tests.factories import (
    BrugerFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    RolleFactory,
    sekretariatsbruger,
)
from organisering.tests.moedeplanscene import MARTS, bekraeft, csv, kl, linjer, send

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def organ():
    return OrganFactory(navn="Det Administrative Kontaktforum", kortnavn="DAK", slug="dak")


@pytest.fixture
def bruger(organ):
    return sekretariatsbruger(organ.region)


@pytest.fixture
def sekretariat(client, bruger):
    client.force_login(bruger, MOTOR)
    return client


def test_rows_come_out_as_new_unchanged_changed_and_wrong_and_nothing_is_saved(sekretariat, organ):
    MoedeFactory(organ=organ, starter=kl(MARTS, 10), slutter=kl(MARTS, 12), sted="Regionshuset")
    MoedeFactory(organ=organ, starter=kl(date(2027, 6, 15), 10), slutter=kl(date(2027, 6, 15), 12), sted="Rådhuset")

    svar = send(
        sekretariat,
        csv(
            "DAK;16-03-2027;10.00;12.00;Regionshuset;",
            "dak;15/6 2027;9:30;12.00;Nyt sted;Ordinært",
            "det administrative kontaktforum;21.09.2027;10.00;12.00;;",
            "SOF;21-09-2027;10.00;12.00;;",
            "DAK;i morgen;10.00;12.00;;",
        ),
    )

    assert svar.status_code == 200
    assert linjer(svar) == [
        (2, "uaendret", ""),
        (3, "aendret", ""),
        (4, "ny", ""),
        (5, "fejl", "Du planlægger ikke møder for et organ, der hedder det."),
        (6, "fejl", "Skriv en dato, fx 31-12-2021."),
    ]
    assert "Før: kl. 10.00–12.00, Rådhuset" in svar.content.decode()
    assert "Gem 2 møder" in svar.content.decode()
    assert Moede.objects.count() == 2
    assert Moede.historik.count() == 2


def test_what_was_agreed_to_is_saved_and_the_rest_is_listed(sekretariat, bruger, organ):
    gammelt = MoedeFactory(organ=organ, starter=kl(MARTS, 10), slutter=kl(MARTS, 12), sted="Regionshuset")
    svar = send(
        sekretariat, csv("DAK;16-03-2027;9.00;;;", "DAK;21-09-2027;10.00;12.00;Kolding;", "SOF;21-09-2027;10.00;;;")
    )

    efter = bekraeft(sekretariat, svar)

    assert [(m.pk == gammelt.pk, m.starter, m.slutter, m.sted) for m in Moede.objects.all()] == [
        (True, kl(MARTS, 9), kl(MARTS, 12), "Regionshuset"),
        (False, kl(date(2027, 9, 21), 10), kl(date(2027, 9, 21), 12), "Kolding"),
    ]
    assert efter.context["gemt"] == 2
    assert [(r.nummer, r.hvad, r.fejl) for r in efter.context["ikke_gemt"]] == [
        (4, "SOF", "Du planlægger ikke møder for et organ, der hedder det.")
    ]
    assert "2 møder er gemt" in efter.content.decode()
    historie = Moede.historik.latest("history_id")
    assert (historie.history_user, historie.history_change_reason) == (bruger, "Mødeplan indlæst fra regneark")


def test_a_plan_without_errors_leads_to_its_year_and_comes_out_unchanged_the_second_time(sekretariat, organ):
    def fil():
        return csv("DAK;16-03-2027;10.00;12.00;Regionshuset;", "DAK;15-06-2027;10.00;12.00;;Dialogmøde")

    efter = bekraeft(sekretariat, send(sekretariat, fil()))

    assert efter.redirect_chain == [("/aarshjul/?aar=2027", 302)]
    assert [str(besked) for besked in efter.context["messages"]] == ["2 møder er gemt."]
    assert linjer(send(sekretariat, fil())) == [(2, "uaendret", ""), (3, "uaendret", "")]


def test_a_cpr_number_in_the_sheet_is_stopped_and_never_shown(sekretariat, organ):
    nummer = "010203-" + "0000"

    svar = send(sekretariat, csv(f"DAK;16-03-2027;10.00;;Hos {nummer};", f"{nummer};16-03-2027;10.00;;;"))

    assert [art for _, art, _ in linjer(svar)] == ["fejl", "fejl"]
    assert linjer(svar)[0][2] == "Cellen under sted ser ud til at indeholde et CPR-nummer. Fjern det fra arket."
    assert nummer not in svar.content.decode()
    assert nummer not in str(signing.loads(svar.context["plan"], salt="organisering.moedeimport"))


def test_the_same_body_twice_on_a_day_is_an_error_in_both_rows(sekretariat, organ):
    svar = send(sekretariat, csv("DAK;16-03-2027;10.00;;;", "dak;16-03-2027;14.00;;;"))

    assert {fejl for _, _, fejl in linjer(svar)} == {"Organet står flere gange på den dag i arket."}


def test_of_two_bodies_with_one_name_the_one_that_exists_on_the_day_is_meant(sekretariat, organ):
    organ.gyldig_til = date(2026, 12, 31)
    organ.save()
    afloeser = OrganFactory(region=organ.region, kortnavn="DAK", slug="dak-2027", gyldig_fra=date(2027, 1, 1))

    svar = send(sekretariat, csv("DAK;16-03-2026;10.00;;;", "DAK;16-03-2027;10.00;;;"))

    assert [linje.moede.organ for linje in svar.context["forslag"].linjer] == [organ, afloeser]


def test_a_secretary_plans_for_own_bodies_alone(client, organ):
    OrganFactory(region=organ.region, kortnavn="SOF", slug="sof")
    sekretaer = BrugerFactory()
    MedlemskabFactory(person=sekretaer.person, organ=organ, rolle=RolleFactory(sekretaer=True))
    client.force_login(sekretaer, MOTOR)

    svar = send(client, csv("DAK;16-03-2027;10.00;;;", "SOF;16-03-2027;10.00;;;"))

    assert [art for _, art, _ in linjer(svar)] == ["ny", "fejl"]


def test_what_others_saved_in_the_meantime_is_left_alone_and_told(sekretariat, organ):
    moede = MoedeFactory(organ=organ, starter=kl(MARTS, 10), sted="Regionshuset")
    svar = send(sekretariat, csv("DAK;16-03-2027;9.00;;;", "DAK;15-06-2027;10.00;11.00;;"))
    moede.sted = "Den andens sted"
    moede.save()
    MoedeFactory(organ=organ, starter=kl(date(2027, 6, 15), 14))

    efter = bekraeft(sekretariat, svar)

    assert [(r.nummer, r.hvad, r.fejl) for r in efter.context["ikke_gemt"]] == [
        (2, "DAK, 16. marts 2027", "En anden har ændret mødet, siden du så forslaget."),
        (3, "DAK, 15. juni 2027", "Der er kommet et møde den dag, siden du så forslaget."),
    ]
    assert efter.context["gemt"] == 0
    assert [(m.starter, m.sted) for m in Moede.objects.all()] == [
        (kl(MARTS, 10), "Den andens sted"),
        (kl(date(2027, 6, 15), 14), ""),
    ]


def test_only_what_was_shown_to_the_same_person_can_be_saved(client, sekretariat, organ):
    svar = send(sekretariat, csv("DAK;16-03-2027;10.00;;;"))
    plan = svar.context["plan"]

    for rettet in ("", "noget andet", plan[:-1] + ("A" if plan[-1] != "A" else "B")):
        nyt = client.post(reverse("organisering:moedeimport"), {"plan": rettet})
        assert (nyt.status_code, nyt.context["foraeldet"]) == (422, "Forslaget kan ikke bruges mere. Vælg filen igen.")
    client.force_login(sekretariatsbruger(organ.region), MOTOR)
    assert client.post(reverse("organisering:moedeimport"), {"plan": plan}).status_code == 422
    assert not Moede.objects.exists()
