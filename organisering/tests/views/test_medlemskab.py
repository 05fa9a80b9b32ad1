from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from organisering.models import Kompetence, Medlemskab, Person
from organisering.tests.factories import (
    KommuneFactory,
    MedlemskabFactory,
    OrganFactory,
    OrgantypeFactory,
    PersonFactory,
    RegionFactory,
    RolleFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def organ(client):
    """A body, and the client logged in as its secretariat."""
    organ = OrganFactory(navn="Prøvegruppen", type=OrgantypeFactory(implementeringsgruppe=True))
    client.force_login(sekretariatsbruger(organ.region), "django.contrib.auth.backends.ModelBackend")
    return organ


def liste(organ):
    return reverse("organisering:medlemskab-list", args=[organ.slug])


def send(client, organ, **felter):
    data = {"navn": "Ny Person", "rolle": RolleFactory().pk, "fra": "01-01-2021"} | felter
    return client.post(reverse("organisering:medlemskab-create", args=[organ.slug]), data)


def test_a_new_name_becomes_a_new_person_with_a_seat(client, organ):
    teknologi = Kompetence.objects.create(navn="Teknologi")
    kommune = KommuneFactory(region=organ.region)

    svar = send(
        client,
        organ,
        navn="  Åse   Ny ",
        stilling="Chef",
        til="31.12.2021",
        repraesenterer=kommune.pk,
        partibogstav="B",
        kompetencer=[teknologi.pk],
    )

    assertRedirects(svar, liste(organ))
    plads = Medlemskab.objects.get(organ=organ)
    assert (plads.person.navn, plads.person.titel) == ("Åse Ny", "Chef")
    assert (plads.fra, plads.til, plads.repraesenterer, plads.partibogstav) == (
        date(2021, 1, 1),
        date(2021, 12, 31),
        kommune,
        "B",
    )
    assert list(plads.kompetencer.all()) == [teknologi]


@pytest.mark.parametrize("skrevet", ["Åse Øst", "åSE  øST", "øst", "Åse"])
def test_a_name_that_is_there_already_is_asked_about_and_never_written_twice(client, organ, skrevet):
    kendt = PersonFactory(navn="Åse Øst", titel="Chef")
    MedlemskabFactory(person=kendt, organ__navn="Udvalget")
    antal = Person.objects.count()

    svar = send(client, organ, navn=skrevet)

    assertContains(svar, "Vælg, hvem det er", status_code=422)
    assertContains(svar, "Åse Øst (Chef; medlem i Udvalget)", status_code=422)
    assert Person.objects.count() == antal
    assertRedirects(send(client, organ, navn=skrevet, hvem=kendt.pk), liste(organ))
    assert Person.objects.count() == antal
    assert Medlemskab.objects.get(organ=organ).person == kendt


def test_a_namesake_is_written_when_the_answer_is_that_it_is_somebody_new(client, organ):
    kendt = PersonFactory(navn="Åse Øst")

    assertRedirects(send(client, organ, navn="Åse Øst", hvem="ny:åse øst"), liste(organ))

    ny = Medlemskab.objects.get(organ=organ).person
    assert (ny.navn, ny == kendt) == ("Åse Øst", False)


def test_an_answer_given_for_another_name_is_asked_again(client, organ):
    PersonFactory(navn="Åse Øst")
    anden = PersonFactory(navn="Bo Vest")

    assertContains(send(client, organ, navn="Åse Øst", hvem=anden.pk), "Navnet er ændret", status_code=422)
    assertContains(send(client, organ, navn="Åse Øst", hvem="ny:bo vest"), "Navnet er ændret", status_code=422)
    assert not Medlemskab.objects.filter(organ=organ).exists()


def test_somebody_laid_together_with_another_is_not_offered(client, organ):
    behold = PersonFactory(navn="Åse Øst")
    PersonFactory(navn="Åse Øst Dublet", sammenlagt_med=behold)

    assertNotContains(send(client, organ, navn="Åse"), "Dublet", status_code=422)


def test_htmx_is_answered_with_those_who_have_the_name(client, organ):
    PersonFactory(navn="Åse Øst")
    adresse = reverse("organisering:medlemskab-create", args=[organ.slug])

    assertContains(client.get(adresse, {"navn": "øst"}, headers={"HX-Request": "true"}), "Åse Øst")
    assertNotContains(client.get(adresse, {"navn": "vest"}, headers={"HX-Request": "true"}), "Hvem er det?")


@pytest.mark.parametrize("antal", [1, 3, 10, 100])
def test_the_form_asks_in_a_constant_number_of_queries(client, organ, django_assert_num_queries, antal):
    for person in PersonFactory.create_batch(antal, navn="Åse Øst"):
        MedlemskabFactory(person=person, organ=organ)
    adresse = reverse("organisering:medlemskab-create", args=[organ.slug])

    # session, user, seats of the user, body; persons, their seats, their logins
    with django_assert_num_queries(7):
        client.get(adresse, {"navn": "øst"}, headers={"HX-Request": "true"})


@pytest.mark.parametrize(
    ("felter", "saetning"),
    [
        ({"navn": ""}, "Skriv, hvem der skal have pladsen."),
        ({"rolle": ""}, "Vælg rolle."),
        ({"fra": "i går"}, "Skriv en dato, fx 31-12-2021."),
        ({"fra": ""}, "Skriv den første dag."),
        ({"til": "31-12-2020"}, "Den sidste dag ligger før den første."),
    ],
)
def test_bad_input_is_told_at_the_field_and_kept(client, organ, felter, saetning):
    svar = send(client, organ, **({"partibogstav": "Ø"} | felter))

    assertContains(svar, saetning, status_code=422)
    assertContains(svar, 'value="Ø"', status_code=422)
    assert not Medlemskab.objects.filter(organ=organ).exists()


def test_a_broken_rule_is_told_at_the_field_where_it_is_mended(client, organ):
    plads = MedlemskabFactory(organ=organ, rolle=RolleFactory(regional_formand=True))

    svar = send(client, organ, rolle=plads.rolle_id)

    assert svar.status_code == 422
    assert svar.context["form"].errors["fra"] == [
        f"{plads.person} er regional formand fra 1. januar 2019. Afslut den plads, eller vælg en periode uden overlap."
    ]
    assert Person.objects.filter(navn="Ny Person").count() == 0


def test_the_form_offers_the_roles_organisations_and_seats_that_can_be(client, organ):
    egen = KommuneFactory(region=organ.region)
    KommuneFactory(region=RegionFactory())
    landets = KommuneFactory(region=None)
    plads = MedlemskabFactory(organ=organ)
    MedlemskabFactory(organ=organ, suppleant_for=plads)
    MedlemskabFactory()
    RolleFactory(slug="formand", navn="Formand", er_formand=True)
    RolleFactory(regional_formand=True)

    felter = client.get(reverse("organisering:medlemskab-create", args=[organ.slug])).context["form"].fields

    assert [rolle.slug for rolle in felter["rolle"].queryset] == ["medlem", "regional-formand"]
    assert set(felter["repraesenterer"].queryset) == {egen, landets, organ.region}
    assert list(felter["suppleant_for"].queryset) == [plads]


def test_a_seat_in_a_body_with_an_end_must_have_one_too(client, organ):
    organ.gyldig_til = date(2022, 12, 31)
    organ.save()

    adresse = reverse("organisering:medlemskab-create", args=[organ.slug])
    assertContains(client.get(adresse), 'value="31-12-2022"')
    assertContains(send(client, organ, til=""), "Skriv den sidste dag. Organet har selv en slutdato.", status_code=422)


def ret(client, plads, handling="update", **felter):
    data = {"rolle": plads.rolle_id, "fra": "01-01-2019", "version": plads.version} | felter
    return client.post(reverse(f"organisering:medlemskab-{handling}", args=[plads.organ.slug, plads.pk]), data)


def test_a_seat_is_corrected_with_a_reason(client, organ):
    plads = MedlemskabFactory(organ=organ)

    assertRedirects(ret(client, plads, partibogstav="V", begrundelse="Tastefejl"), liste(organ))

    seneste = Medlemskab.historik.latest()
    assert (seneste.partibogstav, seneste.history_change_reason) == ("V", "Tastefejl")


def test_saving_without_a_change_leaves_no_trace(client, organ):
    plads = MedlemskabFactory(organ=organ)

    assertRedirects(ret(client, plads), liste(organ))
    assert Medlemskab.historik.filter(id=plads.pk).count() == 1


@pytest.mark.parametrize(
    ("handling", "felter"),
    [("update", {"partibogstav": "V"}), ("afslut", {"til": "01-01-2022", "begrundelse": "Ny stilling"})],
)
def test_two_who_change_one_seat_meet_in_a_conflict(client, organ, handling, felter):
    plads = MedlemskabFactory(organ=organ)
    Medlemskab.objects.get(pk=plads.pk).gem_med(kompetencer=[])

    assert ret(client, plads, handling, **felter).status_code == 409
    assert Medlemskab.objects.get(pk=plads.pk).version == 2


def test_a_seat_is_ended_and_stands_among_the_former(client, organ):
    plads = MedlemskabFactory(organ=organ, person__navn="En Prøve")

    assertRedirects(ret(client, plads, "afslut", til="01-02-2021", begrundelse="Ny stilling"), liste(organ))

    assert [m.person.navn for m in client.get(liste(organ)).context["bemanding"].tidligere] == ["En Prøve"]


@pytest.mark.parametrize(
    ("felter", "saetning"),
    [
        ({"til": "01-02-2021"}, "Skriv, hvorfor pladsen afsluttes."),
        ({"til": "", "begrundelse": "x"}, "Skriv den sidste dag."),
        ({"til": "01-02-2018", "begrundelse": "x"}, "Den sidste dag ligger før den første, 1. januar 2019."),
    ],
)
def test_a_seat_is_not_ended_without_day_and_reason(client, organ, felter, saetning):
    plads = MedlemskabFactory(organ=organ)

    assertContains(ret(client, plads, "afslut", **felter), saetning, status_code=422)
    assert Medlemskab.objects.get(pk=plads.pk).til is None
