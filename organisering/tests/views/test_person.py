from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from organisering.domain.person import sammenlaeg_personer
from organisering.models import Medlemskab, Person
from organisering.tests.factories import (
    BrugerFactory,
    MedlemskabFactory,
    OrganFactory,
    PersonFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bruger(client):
    bruger = sekretariatsbruger(OrganFactory().region)
    client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")
    return bruger


def side(navn, person):
    return reverse(f"organisering:person-{navn}", args=[person.pk])


def soeg(client, tekst):
    svar = client.get(reverse("organisering:person-list"), {"q": tekst})
    return [linje.person.navn for linje in svar.context["linjer"]]


@pytest.mark.parametrize("skrevet", ["ØSTER", "øster", "åse øst", "Østergård  Åse"])
def test_person_list_finds_danish_letters_whatever_their_case(client, bruger, skrevet):
    for navn in ("Åse Østergård", "Ole Vest", "Aase Ostergaard"):
        PersonFactory(navn=navn)

    assert soeg(client, skrevet) == ["Åse Østergård"]


def test_person_list_says_when_nobody_is_found(client, bruger):
    svar = client.get(reverse("organisering:person-list"), {"q": "ingen hedder det"})

    assertContains(svar, "Ingen personer fundet")


def test_person_list_leaves_out_those_laid_together_and_shows_the_seats_the_reader_may_see(client, bruger):
    behold = PersonFactory(navn="Åse Øst")
    PersonFactory(navn="Åse Dublet", sammenlagt_med=behold)
    MedlemskabFactory(person=behold, organ__navn="Udvalget")
    MedlemskabFactory(person=behold, organ__navn="Det Lukkede", organ__offentlig=False)
    MedlemskabFactory(person=behold, organ__navn="Det Gamle", til=date(2020, 1, 1))

    svar = client.get(reverse("organisering:person-list"), {"q": "åse"})

    (linje,) = svar.context["linjer"]
    assert (linje.person, [plads.organ.navn for plads in linje.pladser]) == (behold, ["Udvalget"])


@pytest.mark.parametrize("antal", [1, 3, 10, 100])
def test_person_list_has_constant_query_count(client, bruger, django_assert_num_queries, antal):
    for person in PersonFactory.create_batch(antal, navn="Åse Øst"):
        MedlemskabFactory(person=person)

    with django_assert_num_queries(6):  # session, user, own seats; persons, their seats, their logins
        svar = client.get(reverse("organisering:person-list"), {"q": "åse"})

    assert len(svar.context["linjer"]) == min(antal, 50)


def test_person_list_is_read_page_by_page(client, bruger):
    PersonFactory.create_batch(60, navn="Åse Øst")

    svar = client.get(reverse("organisering:person-list"), {"q": "åse", "side": "2"})

    assert len(svar.context["linjer"]) == 10
    assertContains(svar, "Side 2 af 2")


def test_person_detail_tells_all_seats_through_time_and_the_contact_data(client, bruger):
    person = PersonFactory(navn="Åse Øst", email="aase@kommune.example", telefon="11 22 33 44")
    for navn, fra, til in (
        ("Nu", date(2020, 1, 1), None),
        ("Før", date(2019, 1, 1), date(2019, 12, 31)),
        ("Siden", date(2099, 1, 1), None),
    ):
        MedlemskabFactory(person=person, organ__navn=navn, fra=fra, til=til)

    svar = client.get(side("detail", person))

    personside = svar.context["side"]
    assert [[m.organ.navn for m in pladser] for pladser in (personside.pladser, personside.kommende)] == [
        ["Nu"],
        ["Siden"],
    ]
    assert [m.organ.navn for m in personside.tidligere] == ["Før"]
    assertContains(svar, "aase@kommune.example")


@pytest.mark.parametrize("antal", [1, 3, 10, 100])
def test_person_detail_has_constant_query_count(client, bruger, django_assert_num_queries, antal):
    person = PersonFactory()
    MedlemskabFactory.create_batch(antal, person=person)

    # session, user, own seats; person, seats, namesakes, laid together, login, history
    with django_assert_num_queries(9):
        client.get(side("detail", person))


def test_the_contact_data_stand_on_no_page_of_the_body(client):
    plads = MedlemskabFactory(person__email="hemmelig@kommune.example", person__telefon="99 88 77 66")

    for adresse in (plads.organ.get_absolute_url(), reverse("organisering:medlemskab-list", args=[plads.organ.slug])):
        svar = client.get(adresse)
        assertContains(svar, plads.person.navn)
        assertNotContains(svar, "hemmelig")
        assertNotContains(svar, "99 88")


def test_the_page_of_somebody_laid_together_leads_to_the_kept_one(client, bruger):
    behold, fjern = PersonFactory(), PersonFactory()
    sammenlaeg_personer(behold, fjern, bruger)

    assertRedirects(client.get(side("detail", fjern)), side("detail", behold))
    assert client.get(side("update", fjern)).status_code == 404


def test_a_person_is_corrected(client, bruger):
    person = PersonFactory()

    svar = client.post(side("update", person), {"navn": "Nyt Navn", "email": "x@y.example", "version": 1})

    assertRedirects(svar, side("detail", person))
    person.refresh_from_db()
    assert (person.navn, person.email) == ("Nyt Navn", "x@y.example")


def test_a_name_that_becomes_anothers_is_said(client, bruger):
    PersonFactory(navn="Åse Øst")
    person = PersonFactory()

    svar = client.post(side("update", person), {"navn": "åse øst", "version": 1}, follow=True)

    assertContains(svar, "En anden person har samme navn")
    assertContains(svar, "Andre med samme navn")


@pytest.mark.parametrize(
    ("felter", "saetning"),
    [({"navn": ""}, "Skriv personens navn."), ({"email": "ikke en adresse"}, "Skriv en e-mailadresse")],
)
def test_a_person_is_not_saved_with_bad_input(client, bruger, felter, saetning):
    person = PersonFactory()

    svar = client.post(side("update", person), {"navn": "Nyt Navn", "version": 1} | felter)

    assertContains(svar, saetning, status_code=422)
    assert Person.objects.get(pk=person.pk).version == 1


def test_two_who_correct_one_person_meet_in_a_conflict(client, bruger):
    person = PersonFactory()
    Person.objects.get(pk=person.pk).save()

    assert client.post(side("update", person), {"navn": "Nyt Navn", "version": 1}).status_code == 409


def test_laying_together_goes_from_search_to_choice_to_one_person(client, bruger):
    behold, fjern = PersonFactory(navn="Åse Øst"), PersonFactory(navn="åse øst")
    plads = MedlemskabFactory(person=fjern, organ__navn="Udvalget")

    svar = client.get(side("laeg-sammen", behold))
    assert [linje.person for linje in svar.context["linjer"]] == [fjern]
    assertContains(client.get(side("laeg-sammen", behold), {"fjern": fjern.pk}), "Udvalget")
    svar = client.post(side("laeg-sammen", behold), {"fjern": fjern.pk, "begrundelse": "Bekræftet"})

    assertRedirects(svar, side("detail", behold))
    assert Medlemskab.objects.get(pk=plads.pk).person == behold


@pytest.mark.parametrize("valgt", ["", "0", "x", "9" * 30, "²", "sig selv"])
def test_laying_together_with_nobody_is_told(client, bruger, valgt):
    person = PersonFactory()

    svar = client.post(side("laeg-sammen", person), {"fjern": person.pk if valgt == "sig selv" else valgt})

    saetning = "Vælg den person, der er skrevet to gange." if valgt == "" else "Personen findes ikke eller er allerede"
    assertContains(svar, saetning, status_code=422)


def test_laying_together_two_with_logins_is_told(client, bruger):
    ene, anden = BrugerFactory(), BrugerFactory()

    svar = client.post(side("laeg-sammen", ene.person), {"fjern": anden.person.pk})

    assertContains(svar, "Begge har et login", status_code=422)
    assert Person.objects.get(pk=anden.person.pk).sammenlagt_med is None
