"""The list of targets, and the page of one."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from indsatser.models import Maaltal
from indsatser.tests.factories import MaalingFactory, MaalkategoriFactory, MaalsaetningFactory, MaaltalFactory
from organisering.tests.factories import AftaleFactory, DagsordenspunktFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def maaltal(aftale):
    return MaaltalFactory(
        maalsaetning__aftale=aftale, maal=Decimal(13), maalaar=2023, basisvaerdi=Decimal("18.5"), basisaar=2017
    )


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    return client


def liste(aftale, **filter_):
    return reverse("indsatser:maaltal-list", args=[aftale.slug], query=filter_)


def viste(svar):
    return [m.betegnelse for o in svar.context["oversigt"].organer for a in o.afsnit for m in a.maaltal]


def test_the_list_is_filtered_by_body_state_category_and_change(client, aftale):
    kategori = MaalkategoriFactory()
    a = MaaltalFactory(maalsaetning__aftale=aftale, maalsaetning__organ__navn="A", betegnelse="a", maal=Decimal(10))
    b = MaaltalFactory(maalsaetning__aftale=aftale, maalsaetning__organ__navn="B", betegnelse="b")
    b.maalsaetning.gem_med(kategorier=[kategori])
    i_morgen = f"{timezone.localdate() + timedelta(days=1):%d-%m-%Y}"

    assert viste(client.get(liste(aftale))) == ["a", "b"]
    assert viste(client.get(liste(aftale, organ=a.maalsaetning.organ.slug))) == ["a"]
    assert viste(client.get(liste(aftale, tilstand="ikke_fastsat"))) == ["b"]
    assert viste(client.get(liste(aftale, kategori=kategori.pk))) == ["b"]
    assert viste(client.get(liste(aftale, aendret_siden=f"{timezone.localdate():%d-%m-%Y}"))) == ["a", "b"]
    assert viste(client.get(liste(aftale, aendret_siden=i_morgen))) == []


def test_the_states_are_counted_whatever_state_is_asked_for(client, aftale):
    for maal in (None, None, Decimal(10)):
        MaaltalFactory(maalsaetning__aftale=aftale, maal=maal)

    svar = client.get(liste(aftale, tilstand="ingen_data"))

    assert [(t.navn, t.antal) for t in svar.context["oversigt"].tilstande] == [
        ("Mål ikke fastsat", 2),
        ("Ingen data", 1),
    ]
    assert (svar.context["oversigt"].antal, svar.context["oversigt"].i_alt) == (1, 3)


@pytest.mark.parametrize("filter_", [{"organ": "findes-ikke"}, {"tilstand": "x"}, {"aendret_siden": "i går"}])
def test_a_value_that_does_not_exist_is_told_and_not_ignored(client, aftale, maaltal, filter_):
    svar = client.get(liste(aftale, **filter_))

    assert svar.context["filterform"].errors
    assert viste(svar) == [maaltal.betegnelse]


def test_a_target_of_a_body_that_the_reader_does_not_see_is_not_there(client, aftale):
    skjult = MaaltalFactory(
        maalsaetning__aftale=aftale, maalsaetning__organ=OrganFactory(region=aftale.region, offentlig=False)
    )

    assert viste(client.get(liste(aftale))) == []
    assert client.get(skjult.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("antal", [1, 7])
def test_the_list_asks_as_many_questions_however_many_targets(client, aftale, antal, django_assert_num_queries):
    for _ in range(antal):
        maaltal = MaaltalFactory(maalsaetning__aftale=aftale, maal=Decimal(10))
        maaltal.maalsaetning.gem_med(kategorier=[MaalkategoriFactory()])
        MaalingFactory(maaltal=maaltal, aar=2020)
        MaalingFactory(maaltal=maaltal, aar=2021)

    with django_assert_num_queries(7):
        client.get(liste(aftale))


@pytest.mark.parametrize("antal", [1, 7])
def test_the_page_asks_as_many_questions_however_many_measurements(
    sekretariat, maaltal, antal, django_assert_max_num_queries
):
    for nr in range(antal):
        MaalingFactory(maaltal=maaltal, aar=2010 + nr)

    with django_assert_max_num_queries(22):
        sekretariat.get(maaltal.get_absolute_url())


def test_the_page_tells_the_figures_in_picture_and_table_and_what_the_target_was(sekretariat, maaltal):
    MaalingFactory(maaltal=maaltal, aar=2019, vaerdi=Decimal("16.2"), foreloebig=True)
    punkt = DagsordenspunktFactory(moede__organ__region=maaltal.maalsaetning.aftale.region)
    sekretariat.post(
        reverse("indsatser:maaltal-revider", args=[maaltal.pk]),
        {
            "version": maaltal.version,
            "retning": "hoejst",
            "maal": "12,5 %",
            "maalaar": "2025",
            "maaltekst": "",
            "dag": "22-04-2021",
            "besluttet_i": "",
            "begrundelse": "Det gik hurtigere end ventet",
        },
    )

    tekst = sekretariat.get(maaltal.get_absolute_url()).content.decode()

    for ventet in (
        "<svg",
        "18,5\xa0% i 2017 (udgangspunkt); 16,2\xa0% i 2019 (foreløbig). Mål: højst 12,5\xa0% i 2025.",
        "Ændret fra højst 13\xa0% i 2023 til højst 12,5\xa0% i 2025",
        "22. april 2021",
        "Det gik hurtigere end ventet",
    ):
        assert ventet in tekst
    assert punkt.titel not in tekst


@pytest.mark.parametrize("navn", ["maaltal-update", "maalsaetning-update"])
def test_the_page_as_it_was_fetched_can_be_sent(sekretariat, maaltal, navn):
    adresse = reverse(f"indsatser:{navn}", args=[maaltal.pk if navn == "maaltal-update" else maaltal.maalsaetning_id])
    form = sekretariat.get(adresse)
    felter = {felt.name: "" if (v := felt.value()) is None else v for felt in form.context["form"]}
    assert f'name="version" value="{felter["version"]}"' in form.content.decode()

    assert sekretariat.post(adresse, felter).status_code == 302


def test_a_plain_edit_does_not_move_the_figure(sekretariat, maaltal):
    adresse = reverse("indsatser:maaltal-update", args=[maaltal.pk])
    svar = sekretariat.post(
        adresse,
        {
            "version": maaltal.version,
            "betegnelse": "Nyt navn",
            "enhed": "procent",
            "basisvaerdi": "18,4",
            "maal": "1",
            "retning": "mindst",
            "maalaar": "2040",
        },
    )

    gemt = Maaltal.objects.get(pk=maaltal.pk)
    assert svar.status_code == 302
    assert (gemt.betegnelse, gemt.basisvaerdi) == ("Nyt navn", Decimal("18.4"))
    assert (gemt.maal, gemt.retning, gemt.maalaar) == (Decimal(13), "hoejst", 2023)


def test_the_unit_stands_fast_once_something_is_measured_in_it(sekretariat, maaltal):
    MaalingFactory(maaltal=maaltal)
    sekretariat.post(
        reverse("indsatser:maaltal-update", args=[maaltal.pk]),
        {"version": maaltal.version, "betegnelse": "A", "enhed": "antal"},
    )

    gemt = Maaltal.objects.get(pk=maaltal.pk)
    assert (gemt.betegnelse, gemt.enhed) == ("A", "procent")


def test_a_target_is_made_with_the_figure_it_begins_with_and_its_name_stands_once(sekretariat, maaltal):
    adresse = reverse("indsatser:maaltal-create", args=[maaltal.maalsaetning_id])
    data = {"betegnelse": "Nyt", "enhed": "procent", "retning": "mindst", "maal": "82 %", "maalaar": "2023"}

    assert sekretariat.post(adresse, data).status_code == 302
    nyt = Maaltal.objects.get(betegnelse="Nyt")
    assert (nyt.maal, nyt.retning, nyt.maalaar) == (Decimal(82), "mindst", 2023)
    svar = sekretariat.post(adresse, data)
    assert (svar.status_code, "allerede et måltal" in svar.content.decode()) == (422, True)


def test_a_measured_target_stands_under_its_category_across_agreements(client, maaltal):
    kategori = MaalkategoriFactory(navn="Prøvemålet")
    andet = MaaltalFactory(maal=Decimal(1))
    skjult = MaaltalFactory(maalsaetning__aftale=AftaleFactory(offentlig=False), betegnelse="Skjult måltal")
    for et in (maaltal, andet, skjult):
        et.maalsaetning.gem_med(kategorier=[kategori])

    tekst = client.get(kategori.get_absolute_url()).content.decode()

    assert maaltal.betegnelse in tekst
    assert andet.betegnelse in tekst
    assert skjult.betegnelse not in tekst
    assert "2 målsætninger" in client.get(reverse("indsatser:maalkategori-list")).content.decode()


def test_categories_are_given_on_the_maalsaetning_those_of_other_regions_are_not_offered(sekretariat, maaltal):
    faelles, fremmed = MaalkategoriFactory(), MaalkategoriFactory(region=AftaleFactory().region)
    maalsaetning = maaltal.maalsaetning
    adresse = reverse("indsatser:maalsaetning-update", args=[maalsaetning.pk])
    data = {"version": maalsaetning.version, "tekst": maalsaetning.tekst, "organ": maalsaetning.organ_id}

    assert sekretariat.post(adresse, data | {"kategorier": [fremmed.pk]}).status_code == 422
    assert sekretariat.post(adresse, data | {"kategorier": [faelles.pk]}).status_code == 302
    assert list(maalsaetning.kategorier.all()) == [faelles]


def test_the_same_sentence_stands_once_in_an_agreement(sekretariat, aftale, maaltal):
    svar = sekretariat.post(
        reverse("indsatser:maalsaetning-create", args=[aftale.slug]),
        {"tekst": maaltal.maalsaetning.tekst, "organ": maaltal.maalsaetning.organ_id},
    )

    assert (svar.status_code, "allerede den målsætning" in svar.content.decode()) == (422, True)
    assert MaalsaetningFactory._meta.model.objects.count() == 1
