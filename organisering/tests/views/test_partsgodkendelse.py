from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from organisering.models import Partsgodkendelse
from organisering.tests.factories import AftaleversionFactory, PartsgodkendelseFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db

MAJ = date(2019, 5, 28)


@pytest.fixture
def version():
    return AftaleversionFactory(hos_parterne=True)


@pytest.fixture
def parter(version):
    return [
        PartsgodkendelseFactory(aftaleversion=version, organisation__navn=navn)
        for navn in ("Assens Kommune", "Ærø Kommune", "Aabenraa Kommune")
    ]


@pytest.fixture
def sekretariat(client, version):
    client.force_login(sekretariatsbruger(version.aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def skema(version):
    return reverse("organisering:partsgodkendelse-skema", args=[version.aftale.slug, version.nummer])


def udfyldt(parter, **rettelser):
    """The grid as a browser sends it: what stands in it, but for `rettelser`, such as dato_0 or journal_2."""
    data = {}
    for plads, part in enumerate(parter):
        gemt = f"{part.godkendt_den:%d-%m-%Y}" if part.godkendt_den else ""
        data[f"dato-{part.pk}"] = rettelser.get(f"dato_{plads}", gemt)
        data[f"journal-{part.pk}"] = rettelser.get(f"journal_{plads}", part.journalnummer)
        data[f"sete-{part.pk}"] = part.version
    return data


@pytest.mark.parametrize("antal", [1, 3])
def test_the_grid_has_constant_query_count(sekretariat, version, django_assert_num_queries, antal):
    PartsgodkendelseFactory.create_batch(antal, aftaleversion=version)

    with django_assert_num_queries(6):  # session, user, memberships, version, agreement, parties
        response = sekretariat.get(skema(version))

    assert len(response.context["form"].raekker) == antal


def test_only_the_rows_that_were_changed_are_written(sekretariat, version, parter):
    response = sekretariat.post(
        skema(version), udfyldt(parter, dato_0="28-05-2019", journal_0="19/1", dato_2="2019-06-03")
    )

    assertRedirects(response, version.get_absolute_url())
    assert [(p.godkendt_den, p.journalnummer, p.version) for p in Partsgodkendelse.objects.order_by("pk")] == [
        (MAJ, "19/1", 2),
        (None, "", 1),
        (date(2019, 6, 3), "", 2),
    ]
    assert [p.historik.count() for p in parter] == [2, 1, 2]


def test_every_mistake_stands_at_its_row_and_nothing_is_saved_or_lost(sekretariat, version, parter):
    response = sekretariat.post(
        skema(version), udfyldt(parter, dato_0="23-04-2019", journal_0="19/1", dato_1="28-05-2019", dato_2="i maj")
    )

    form = response.context["form"]
    assert response.status_code == 422
    assert form.errors == {
        f"dato-{parter[0].pk}": [
            "Versionen kan ikke være godkendt af en part 23. april 2019, "
            "for den blev sendt til parterne 24. april 2019."
        ],
        f"dato-{parter[2].pk}": ["Skriv en dato, fx 31-12-2021."],
    }
    assertContains(response, 'value="i maj"', status_code=422)
    assertContains(response, f'href="#id_dato-{parter[2].pk}"', status_code=422)
    assert set(Partsgodkendelse.objects.values_list("godkendt_den", flat=True)) == {None}


def test_two_who_register_different_parties_do_not_disturb_each_other(sekretariat, version, parter):
    mit = udfyldt(parter, dato_0="28-05-2019")
    sekretariat.post(skema(version), udfyldt(parter, dato_1="29-05-2019"))

    assertRedirects(sekretariat.post(skema(version), mit), version.get_absolute_url())

    datoer = Partsgodkendelse.objects.order_by("pk").values_list("godkendt_den", flat=True)
    assert list(datoer) == [MAJ, date(2019, 5, 29), None]


def test_two_who_register_the_same_party_differently_see_the_conflict(sekretariat, version, parter):
    mit = udfyldt(parter, dato_0="28-05-2019", dato_2="03-06-2019")
    sekretariat.post(skema(version), udfyldt(parter, dato_0="29-05-2019", dato_1="30-05-2019"))

    response = sekretariat.post(skema(version), mit)

    assert response.status_code == 409
    assert [(r.felt, r.mit, r.nu, r.oprindeligt) for r in response.context["raekker"]] == [
        ("Assens Kommune", "28. maj 2019", "29. maj 2019", "")
    ]
    ombaset = response.context["form"].data
    assert [ombaset[f"dato-{part.pk}"] for part in parter] == ["28-05-2019", "30-05-2019", "03-06-2019"]

    sekretariat.post(skema(version), ombaset)
    datoer = Partsgodkendelse.objects.order_by("pk").values_list("godkendt_den", flat=True)
    assert list(datoer) == [MAJ, date(2019, 5, 30), date(2019, 6, 3)]


def test_a_remark_that_another_wrote_meanwhile_is_kept_and_disturbs_nobody(sekretariat, version, parter):
    mit = udfyldt(parter, dato_0="28-05-2019")
    parter[0].bemaerkning = "Med forbehold"
    parter[0].save()

    assertRedirects(sekretariat.post(skema(version), mit), version.get_absolute_url())

    gemt = Partsgodkendelse.objects.get(pk=parter[0].pk)
    assert (gemt.godkendt_den, gemt.bemaerkning) == (MAJ, "Med forbehold")


def test_two_who_register_the_same_are_both_right(sekretariat, version, parter):
    mit = udfyldt(parter, dato_0="28-05-2019")
    sekretariat.post(skema(version), mit)

    assertRedirects(sekretariat.post(skema(version), mit), version.get_absolute_url())
    assert parter[0].historik.count() == 2


@pytest.mark.parametrize("sete", ["", "x", "7"])
def test_a_page_that_cannot_say_what_was_seen_is_asked_for_again(sekretariat, version, parter, sete):
    data = udfyldt(parter, dato_0="28-05-2019") | {f"sete-{parter[0].pk}": sete}

    assertContains(sekretariat.post(skema(version), data), "Siden er forældet", status_code=422)


def test_one_party_is_noted_with_a_reservation(sekretariat, version, parter):
    adresse = reverse("organisering:partsgodkendelse-update", args=[version.aftale.slug, version.nummer, parter[1].pk])

    response = sekretariat.post(
        adresse,
        {
            "godkendt_den": "28-05-2019",
            "godkendt_af": "Kommunalbestyrelsen",
            "bemaerkning": "Med forbehold for økonomien",
            "version": 1,
        },
    )

    assertRedirects(response, version.get_absolute_url())
    assertContains(sekretariat.get(version.get_absolute_url()), "Med forbehold for økonomien")


def test_the_party_of_another_version_is_unknown(sekretariat, version):
    fremmed = PartsgodkendelseFactory()

    svar = sekretariat.get(
        reverse("organisering:partsgodkendelse-update", args=[version.aftale.slug, version.nummer, fremmed.pk])
    )

    assert svar.status_code == 404
