"""Figure 1: read by all as picture and table, edited whole by the secretariat."""

import pytest
from django.urls import reverse

from indsatser.models import Risikoindsats
from indsatser.tests.factories import RisikoaktoerFactory, RisikogruppeFactory
from organisering.tests.factories import AftaleFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def grupper(aftale):
    return [RisikogruppeFactory(aftale=aftale, navn=f"Gruppe {n}", niveau=n, horisont="Lang sigt") for n in (1, 2)]


@pytest.fixture
def aktoer(aftale):
    return RisikoaktoerFactory(aftale=aftale, navn="Prøvens aktør")


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    return client


def figur(aftale):
    return reverse("indsatser:risikofigur-update", args=[aftale.slug])


def felt(gruppe, aktoer, tekst, version=0):
    return {f"tekst-{gruppe.pk}-{aktoer.pk}": tekst, f"set-{gruppe.pk}-{aktoer.pk}": str(version)}


def test_cells_are_written_emptied_and_left_alone(sekretariat, aftale, grupper, aktoer):
    lav, hoej = grupper
    sendt = {**felt(lav, aktoer, "Opsporing"), **felt(hoej, aktoer, ""), "begrundelse": "Rammepapiret"}
    svar = sekretariat.post(figur(aftale), sendt, follow=True)
    assert "1 felt er gemt." in svar.content.decode()

    gemt = Risikoindsats.objects.get()
    assert (gemt.gruppe, gemt.tekst) == (lav, "Opsporing")
    assert gemt.historik.get().history_change_reason == "Rammepapiret"
    igen = {**felt(lav, aktoer, "Opsporing", 1), **felt(hoej, aktoer, "")}
    assert "ingen ændringer" in sekretariat.post(figur(aftale), igen, follow=True).content.decode()
    sekretariat.post(figur(aftale), felt(lav, aktoer, "", 1))

    gemt = Risikoindsats.objects.get()
    assert (gemt.tekst, gemt.version) == ("", 2)


@pytest.mark.parametrize("tekst", ["x" * 2001, "Ring til 010190-1234"])
def test_a_text_that_is_too_long_or_holds_a_cpr_number_is_told_and_kept(sekretariat, aftale, grupper, aktoer, tekst):
    svar = sekretariat.post(figur(aftale), felt(grupper[0], aktoer, tekst))

    assert svar.status_code == 422
    assert list(svar.context["form"].errors) == [f"tekst-{grupper[0].pk}-{aktoer.pk}"]
    assert tekst in svar.content.decode()
    assert not Risikoindsats.objects.exists()


def test_two_who_write_in_the_same_cell_get_the_conflict_page_and_others_cells_are_kept(
    sekretariat, aftale, grupper, aktoer
):
    lav, hoej = grupper
    min_side = {**felt(lav, aktoer, "Min tekst"), **felt(hoej, aktoer, "")}
    for gruppe in grupper:
        Risikoindsats.objects.create(gruppe=gruppe, aktoer=aktoer, tekst=f"Den andens i {gruppe}")

    svar = sekretariat.post(figur(aftale), min_side)

    assert svar.status_code == 409
    assert [(en.felt, en.mit, en.nu) for en in svar.context["raekker"]] == [
        ("Prøvens aktør, Gruppe 1", "Min tekst", "Den andens i Gruppe 1")
    ]
    igen = sekretariat.post(figur(aftale), svar.context["form"].data)
    assert igen.status_code == 302
    assert list(Risikoindsats.objects.order_by("gruppe__niveau").values_list("tekst", flat=True)) == [
        "Min tekst",
        "Den andens i Gruppe 2",
    ]


def test_two_who_write_in_different_cells_both_get_theirs(sekretariat, aftale, grupper, aktoer):
    lav, hoej = grupper
    Risikoindsats.objects.create(gruppe=lav, aktoer=aktoer, tekst="Den andens")

    sekretariat.post(figur(aftale), {**felt(lav, aktoer, ""), **felt(hoej, aktoer, "Min")})

    assert set(Risikoindsats.objects.values_list("tekst", flat=True)) == {"Den andens", "Min"}


def test_a_text_for_an_actor_that_is_gone_is_told_and_not_lost(sekretariat, aftale, grupper, aktoer):
    sendt = felt(grupper[0], aktoer, "Skrevet, mens den blev slettet")
    RisikoaktoerFactory(aftale=aftale)
    aktoer.delete()

    svar = sekretariat.post(figur(aftale), sendt)

    assert svar.status_code == 422
    assert "Skrevet, mens den blev slettet" in svar.content.decode()


def test_everybody_reads_the_same_words_in_pictures_and_table(client, aftale, grupper, aktoer):
    Risikoindsats.objects.create(gruppe=grupper[1], aktoer=aktoer, tekst="Koordinering & fælles mål")

    side = client.get(reverse("indsatser:risikogruppe-list", args=[aftale.slug])).content.decode()
    fil = client.get(reverse("indsatser:risikofigur-svg", args=[aftale.slug]))

    assert side.count("<svg xmlns") == 2
    assert "En borger kan flytte mellem grupperne" in side
    assert "Portalen rummer ingen borgere." in side
    assert side.count("Koordinering &amp; fælles mål") == 2 + 2 + 1, "in each picture as line and description, in table"
    assert "Gruppe 1 (Lang sigt): intet indtastet. Gruppe 2 (Lang sigt): Prøvens aktør: Koordinering" in side
    assert fil.headers["Content-Type"] == "image/svg+xml"
    assert "Koordinering &amp; fælles mål" in fil.content.decode()


def test_an_empty_figure_is_not_drawn_and_the_form_says_what_is_missing(sekretariat, aftale):
    assert "Opret den første risikogruppe" in sekretariat.get(figur(aftale)).content.decode()
    RisikogruppeFactory(aftale=aftale)
    assert "Opret den første aktør" in sekretariat.get(figur(aftale)).content.decode()
    side = sekretariat.get(reverse("indsatser:risikogruppe-list", args=[aftale.slug])).content.decode()
    assert "<svg xmlns" not in side


@pytest.mark.parametrize("antal", [1, 4])
def test_the_page_has_a_constant_number_of_queries(client, aftale, antal, django_assert_num_queries):
    for niveau in range(antal):
        gruppe = RisikogruppeFactory(aftale=aftale, niveau=niveau)
        Risikoindsats.objects.create(gruppe=gruppe, aktoer=RisikoaktoerFactory(aftale=aftale), tekst="Noget")

    # agreement; groups, actors and cells of the figure; groups with their initiatives
    with django_assert_num_queries(6):
        client.get(reverse("indsatser:risikogruppe-list", args=[aftale.slug]))


def test_two_who_write_the_same_words_are_not_in_conflict(sekretariat, aftale, grupper, aktoer):
    Risikoindsats.objects.create(gruppe=grupper[0], aktoer=aktoer, tekst="Det samme")

    svar = sekretariat.post(figur(aftale), felt(grupper[0], aktoer, "Det samme"), follow=True)

    assert "ingen ændringer" in svar.content.decode()
    assert Risikoindsats.objects.get().version == 1
