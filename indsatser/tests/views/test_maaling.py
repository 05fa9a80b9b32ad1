"""Entering, correcting and deleting a measurement; and those that build on fewer than five."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from indsatser.models import Maaling
from indsatser.tests.factories import IndsatsFactory, MaalingFactory, MaaltalFactory
from organisering.tests.factories import AftaleFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def maaltal(aftale):
    return MaaltalFactory(maalsaetning__aftale=aftale, maal=Decimal(10), basisvaerdi=Decimal(18), basisaar=2017)


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    return client


def ny(maaltal):
    return reverse("indsatser:maaling-create", args=[maaltal.pk])


@pytest.mark.parametrize(
    ("vaerdi", "gemt"), [("12,5", "12.5"), ("82 %", "82"), ("75 pct.", "75"), ("12,5 procent", "12.5")]
)
def test_a_measurement_is_entered_as_danes_write_it(sekretariat, maaltal, vaerdi, gemt):
    svar = sekretariat.post(ny(maaltal), {"aar": "2021", "vaerdi": vaerdi, "kilde": "Opdigtet"})

    assert svar.status_code == 302
    assert Maaling.objects.get().vaerdi == Decimal(gemt)


@pytest.mark.parametrize(
    ("data", "saetning"),
    [
        ({"vaerdi": "1.234"}, "Et punktum alene kan læses på to måder"),
        ({"vaerdi": "tolv"}, "Skriv et tal"),
        ({"vaerdi": ""}, "Skriv et tal, fx 12,5."),
        ({"vaerdi": "-1"}, "0 eller mere"),
        ({"vaerdi": "12,345"}, "højst to decimaler"),
        ({"aar": str(timezone.localdate().year + 1)}, "fremtiden"),
        ({"aar": "21"}, "årstal med fire cifre"),
        ({"aar": "2019"}, "allerede en måling for 2019"),
        ({"kilde": ""}, "hvor tallet kommer fra"),
        ({"bemaerkning": "Fru Prøve 010190-1234"}, "CPR"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence_and_what_was_typed_stays(sekretariat, maaltal, data, saetning):
    MaalingFactory(maaltal=maaltal, aar=2019)

    typet = {"aar": "2021", "vaerdi": "12", "kilde": "Opdigtet", "periode": "1. halvår"} | data
    svar = sekretariat.post(ny(maaltal), typet)

    tekst = svar.content.decode()
    assert (svar.status_code, Maaling.objects.count()) == (422, 1)
    assert saetning in tekst
    assert 'value="1. halvår"' in tekst


def test_sources_used_before_are_suggested_first(sekretariat, maaltal):
    MaalingFactory(maaltal=maaltal, kilde="Den, vi plejer")

    tekst = sekretariat.get(ny(maaltal)).content.decode()

    assert tekst.index("Den, vi plejer") < tekst.index("Den Nationale Sundhedsprofil")


def test_a_correction_and_a_deletion_need_a_reason_and_stand_in_the_history(sekretariat, maaltal):
    maaling = MaalingFactory(maaltal=maaltal, vaerdi=Decimal("1234.5"), aar=2021)
    ret = reverse("indsatser:maaling-update", args=[maaling.pk])
    data = {"version": "1", "aar": "2021", "vaerdi": "1234,6", "kilde": "Opdigtet"}
    assert sekretariat.post(ret, data).status_code == 422
    assert sekretariat.post(ret, data | {"begrundelse": "Tastefejl"}).status_code == 302
    slet = reverse("indsatser:maaling-delete", args=[maaling.pk])
    assert sekretariat.post(slet, {}).status_code == 422
    fordi = {"begrundelse": "Hører ikke til her"}
    assert sekretariat.post(slet, fordi).status_code == 422
    assert sekretariat.post(slet, fordi | {"version": "1"}).status_code == 409
    assert sekretariat.post(slet, fordi | {"version": "2"}).status_code == 302

    tekst = sekretariat.get(maaltal.get_absolute_url()).content.decode()
    assert not Maaling.objects.exists()
    for ventet in ("Tastefejl", "Hører ikke til her", "1.234,5, Opdigtet til prøven", "1.234,6, Opdigtet"):
        assert ventet in tekst


def test_a_whole_number_above_a_thousand_comes_back_as_it_is_written(sekretariat, aftale):
    maaling = MaalingFactory(maaltal__maalsaetning__aftale=aftale, vaerdi=Decimal(1234))

    assert 'value="1234"' in sekretariat.get(reverse("indsatser:maaling-update", args=[maaling.pk])).content.decode()


@pytest.fixture
def lille(aftale):
    """A målsætning with an initiative and a måltal whose latest figure builds on fewer than five."""
    maaltal = MaaltalFactory(maalsaetning__aftale=aftale, maal=Decimal(10), basisvaerdi=Decimal(18), basisaar=2017)
    MaalingFactory(maaltal=maaltal, aar=2019, vaerdi=Decimal("77.13"), antal=4, bemaerkning="Fire personer")
    IndsatsFactory(aftale=aftale).gem_med(maalsaetninger=[maaltal.maalsaetning])
    return maaltal


def sider(maaltal):
    aftale = maaltal.maalsaetning.aftale
    return [
        maaltal.get_absolute_url(),
        reverse("indsatser:maaltal-list", args=[aftale.slug]),
        maaltal.maalsaetning.indsatser.get().get_absolute_url(),
        aftale.get_absolute_url(),
    ]


@pytest.mark.parametrize("fremmed", [False, True])
def test_nobody_else_meets_a_figure_that_builds_on_fewer_than_five(client, lille, fremmed):
    if fremmed:
        client.force_login(sekretariatsbruger(AftaleFactory().region), MOTOR)

    for adresse in sider(lille):
        tekst = client.get(adresse).content.decode()
        for hemmeligt in ("77,13", "77.13", "Fire personer", "tilstand--forkert_vej"):
            assert hemmeligt not in tekst, adresse
    assert "under 5, vises ikke" in client.get(lille.get_absolute_url()).content.decode()
    assert "Vises ikke" in client.get(sider(lille)[1]).content.decode()


def test_the_regions_own_see_it(sekretariat, lille):
    tekst = sekretariat.get(lille.get_absolute_url()).content.decode()

    assert "77,13\xa0%" in tekst
    assert "Går den forkerte vej" in tekst
