import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from organisering.models import Kompetence, Niveau, Organtype, Rolle
from organisering.tests.factories import (
    BrugerFactory,
    NiveauFactory,
    OrganFactory,
    OrgantypeFactory,
    RegionFactory,
    RolleFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db
LISTE = reverse("organisering:grunddata")
BACKEND = "django.contrib.auth.backends.ModelBackend"


def ny(slags):
    return reverse("organisering:grunddata-create", args=[slags])


def ret(slags, objekt):
    return reverse("organisering:grunddata-update", args=[slags, objekt.pk])


def slet(slags, objekt):
    return reverse("organisering:grunddata-delete", args=[slags, objekt.pk])


@pytest.fixture
def sekretariat(client):
    client.force_login(sekretariatsbruger(RegionFactory()), BACKEND)
    return client


def test_the_page_tells_what_each_row_is_and_what_uses_it(sekretariat):
    sof = OrgantypeFactory(navn="SOF", slug="sof", niveau=NiveauFactory(nummer=4, navn="Lokalt"))
    gruppe = OrgantypeFactory(
        navn="Arbejdsgruppe", slug="arbejdsgruppe", niveau=NiveauFactory(nummer=5, navn="Grupper")
    )
    gruppe.gem_med(medlemmer_fra=[sof], kraevede_kompetencer=[Kompetence.objects.create(navn="Monitorering")])
    OrganFactory(type=sof)

    afsnit = {del_.slags.noegle: del_.raekker for del_ in sekretariat.get(LISTE).context["afsnit"]}

    typer = [(raekke.objekt.navn, *raekke.celler, raekke.brugt) for raekke in afsnit["organtyper"]]
    assert typer == [
        ("SOF", "4. Lokalt", "Én formand", "", "", "", "1 organ og 1 anden type"),
        ("Arbejdsgruppe", "5. Grupper", "Én formand", "Monitorering", "SOF", "", ""),
        ("Sekretariat", "9. Niveau 9", "Én formand", "", "", "Sekretariat", "1 organ"),
    ]
    assert [(r.objekt.nummer, r.brugt) for r in afsnit["niveauer"]] == [(4, "1 type"), (5, "1 type"), (9, "1 type")]


@pytest.mark.parametrize("antal", [1, 3, 10])
def test_the_page_has_a_constant_query_count(sekretariat, django_assert_num_queries, antal):
    for nummer in range(antal):
        kompetence = Kompetence.objects.create(navn=f"Kompetence {nummer}")
        type_ = OrgantypeFactory(navn=f"Type {nummer}", slug=f"type-{nummer}", niveau__nummer=20 + nummer)
        type_.gem_med(kraevede_kompetencer=[kompetence], medlemmer_fra=[type_])
        OrganFactory(type=type_)

    with django_assert_num_queries(10):  # session, user, seats; levels; kinds with three relations; roles; competences
        sekretariat.get(LISTE)


def test_each_of_the_four_is_created(sekretariat):
    sekretariat.post(ny("niveauer"), {"nummer": 7, "navn": "Sundhedsråd"})
    sekretariat.post(ny("kompetencer"), {"navn": "Økonomi"})
    sekretariat.post(ny("roller"), {"navn": "Observatør", "side": "", "begrundelse": "Ny lov"})
    svar = sekretariat.post(
        ny("organtyper"),
        {
            "navn": "Sundhedsråd",
            "niveau": 7,
            "formandskab": "en",
            "kraevede_kompetencer": [Kompetence.objects.get(navn="Økonomi").pk],
        },
    )

    assertRedirects(svar, LISTE)
    type_ = Organtype.objects.get(slug="sundhedsraad")
    assert (type_.niveau.navn, type_.kraevede_kompetencer.get().navn) == ("Sundhedsråd", "Økonomi")
    assert Rolle.objects.get(slug="observatoer").historik.get().history_change_reason == "Ny lov"


@pytest.mark.parametrize(
    ("slags", "felt"), [("organtyper", "er_sekretariat"), ("roller", "er_formand"), ("roller", "er_sekretaer")]
)
def test_what_gives_rights_is_the_administrators_alone(client, slags, felt):
    """A secretariat that sends the field all the same changes nothing."""
    data = {"navn": "Noget nyt", "niveau": NiveauFactory().nummer, "formandskab": "en", "side": "", felt: "on"}

    client.force_login(sekretariatsbruger(RegionFactory()), BACKEND)
    assertNotContains(client.get(ny(slags)), f'name="{felt}"')
    client.post(ny(slags), data)
    client.force_login(BrugerFactory(is_superuser=True), BACKEND)
    assertContains(client.get(ny(slags)), f'name="{felt}"')
    client.post(ny(slags), data | {"navn": "Noget andet"})

    model = Organtype if slags == "organtyper" else Rolle
    assert [getattr(model.objects.get(navn=navn), felt) for navn in ("Noget nyt", "Noget andet")] == [False, True]


def test_a_secretariats_edit_leaves_the_rights_of_a_row(sekretariat):
    rolle = RolleFactory(regional_formand=True)

    sekretariat.post(ret("roller", rolle), {"navn": "Medformand", "side": "regional", "version": rolle.version})

    rolle = Rolle.objects.get(pk=rolle.pk)
    assert (rolle.navn, rolle.er_formand) == ("Medformand", True)


@pytest.mark.parametrize(
    ("slags", "data", "saetning"),
    [
        ("niveauer", {"nummer": 3, "navn": "Andet"}, "Der er allerede et niveau med det nummer."),
        ("kompetencer", {"navn": ""}, "Skriv navn."),
        ("roller", {"navn": "Medlem", "side": ""}, "Der er allerede en rolle med det navn."),
        ("organtyper", {"navn": "Ny", "formandskab": "en", "niveau": ""}, "Vælg niveau."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(sekretariat, slags, data, saetning):
    NiveauFactory(nummer=3)
    RolleFactory()

    svar = sekretariat.post(ny(slags), data | {"begrundelse": "Skrevet før fejlen"})

    assertContains(svar, saetning, status_code=422)
    assertContains(svar, "Skrevet før fejlen", status_code=422)


def test_two_who_edit_one_kind_get_the_conflict_page_with_the_levels_name(sekretariat):
    """A kind points at its level's number, which is not the level's key in the database."""
    RolleFactory()
    NiveauFactory(nummer=40, navn="Fyldstof")
    type_ = OrgantypeFactory(niveau=NiveauFactory(nummer=3, navn="Fagligt"))
    gammel = {"navn": type_.navn, "niveau": 40, "formandskab": "en", "version": type_.version}
    sekretariat.post(ret("organtyper", type_), gammel | {"navn": "Den enes navn", "niveau": 3})

    svar = sekretariat.post(ret("organtyper", type_), gammel)

    assertContains(svar, "Den enes navn", status_code=409)
    assertContains(svar, "40. Fyldstof", status_code=409)
    assertContains(svar, "3. Fagligt", status_code=409)


def test_the_history_of_a_kind_names_its_levels(sekretariat):
    NiveauFactory(nummer=40, navn="Øverst")
    type_ = OrgantypeFactory(niveau=NiveauFactory(nummer=3, navn="Nederst"))
    sekretariat.post(
        ret("organtyper", type_),
        {"navn": type_.navn, "niveau": 40, "formandskab": "en", "version": type_.version, "begrundelse": "Rykket op"},
    )

    svar = sekretariat.get(ret("organtyper", type_))

    assert [[tuple(a) for a in linje.aendringer] for linje in svar.context["historik"]] == [
        [("niveau", "3. Nederst", "40. Øverst")],
        [],
    ]
    assertContains(svar, "Rykket op")


def test_what_nothing_uses_is_deleted_after_a_question(sekretariat):
    kompetence = Kompetence.objects.create(navn="Overflødig")

    assertContains(sekretariat.get(slet("kompetencer", kompetence)), "Slet Overflødig?")
    svar = sekretariat.post(slet("kompetencer", kompetence), follow=True)

    assertContains(svar, "Overflødig er slettet.")
    assert not Kompetence.objects.exists()


def test_what_is_in_use_says_by_what_instead_of_being_deleted(sekretariat):
    organ = OrganFactory()

    svar = sekretariat.post(slet("organtyper", organ.type), follow=True)

    assertContains(svar, "Følgegruppe bruges af 1 organ og kan derfor ikke slettes.")
    assert Niveau.objects.filter(pk=organ.type.niveau.pk).exists()


def test_a_noun_that_is_none_of_the_four_is_unknown(sekretariat):
    assert sekretariat.get(ny("brugere")).status_code == 404
