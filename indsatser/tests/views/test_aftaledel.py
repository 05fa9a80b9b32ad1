"""Risk groups, actors, means and tracks: added, edited, moved and deleted in one way."""

import pytest
from django.urls import reverse

from indsatser.models import Risikoaktoer, Risikogruppe, Risikoindsats, Spor, Virkemiddel
from indsatser.tests.factories import (
    IndsatsFactory,
    RisikoaktoerFactory,
    RisikogruppeFactory,
    SporFactory,
    VirkemiddelFactory,
)
from organisering.tests.factories import AftaleFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"
SLAGS = [
    ("risikogrupper", Risikogruppe, RisikogruppeFactory, {"niveau": "1"}),
    ("aktoerer", Risikoaktoer, RisikoaktoerFactory, {}),
    ("virkemidler", Virkemiddel, VirkemiddelFactory, {}),
    ("spor", Spor, SporFactory, {}),
]


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    return client


def sti(navn, aftale, slags, *args):
    return reverse(f"indsatser:aftaledel-{navn}", args=[aftale.slug, slags, *args])


@pytest.mark.parametrize(("slags", "model", "fabrik", "felter"), SLAGS)
def test_each_kind_is_added_renamed_and_deleted_and_its_history_stays(
    sekretariat, aftale, slags, model, fabrik, felter
):
    sendt = {"navn": "Det nye", "begrundelse": "Aftalt", **felter}
    svar = sekretariat.post(sti("create", aftale, slags), sendt, follow=True)
    assert "Det nye er gemt." in svar.content.decode()

    ny = model.objects.get()
    sekretariat.post(sti("update", aftale, slags, ny.pk), {**sendt, "navn": "Det bedre", "version": "1"})
    assert model.objects.get().navn == "Det bedre"
    assert "Slet Det bedre?" in sekretariat.get(sti("delete", aftale, slags, ny.pk)).content.decode()
    sekretariat.post(sti("delete", aftale, slags, ny.pk), {"version": "2"})

    assert not model.objects.exists()
    assert list(model.historik.order_by("history_id").values_list("history_type", "history_change_reason"))[:2] == [
        ("+", "Aftalt"),
        ("~", "Aftalt"),
    ]


@pytest.mark.parametrize(("slags", "model", "fabrik", "felter"), SLAGS)
def test_the_same_name_twice_is_refused_and_a_lost_race_is_a_conflict(
    sekretariat, aftale, slags, model, fabrik, felter
):
    en = fabrik(aftale=aftale, navn="Optaget")

    svar = sekretariat.post(sti("create", aftale, slags), {"navn": "Optaget", **felter})
    assert (svar.status_code, model.objects.count()) == (422, 1)
    assert "allerede" in str(svar.context["form"].errors)
    assert sekretariat.post(sti("create", aftale, slags), {"navn": "", **felter}).status_code == 422

    en.navn = "Den andens"
    en.save()
    svar = sekretariat.post(sti("update", aftale, slags, en.pk), {"navn": "Min", "version": "1", **felter})
    assert svar.status_code == 409
    svar = sekretariat.post(sti("delete", aftale, slags, en.pk), {"version": "1"}, follow=True)
    assert "En anden har ændret Den andens" in svar.content.decode()
    assert model.objects.get().navn == "Den andens"


def test_what_is_used_is_not_deleted_and_the_page_says_by_what(sekretariat, aftale):
    brugte = [
        (slags, fabrik(aftale=aftale))
        for slags, _model, fabrik, _felter in SLAGS  # one of each
    ]
    gruppe, aktoer, middel, spor = (objekt for _slags, objekt in brugte)
    IndsatsFactory(aftale=aftale).gem_med(risikogrupper=[gruppe], virkemidler=[middel], spor=[spor])
    Risikoindsats.objects.create(gruppe=gruppe, aktoer=aktoer, tekst="Noget")

    for (slags, objekt), brug in zip(
        brugte, ["1 indsats og 1 felt i figuren", "1 felt i figuren", "1 indsats", "1 indsats"], strict=True
    ):
        side = sekretariat.get(sti("delete", aftale, slags, objekt.pk)).content.decode()
        assert f"bruges af {brug}." in side
        svar = sekretariat.post(sti("delete", aftale, slags, objekt.pk), {"version": "1"}, follow=True)
        assert "kan derfor ikke slettes" in svar.content.decode()
        assert type(objekt).objects.filter(pk=objekt.pk).exists()


def test_they_are_moved_one_place_and_stop_at_the_end(sekretariat, aftale):
    a, b, c = (VirkemiddelFactory(aftale=aftale, navn=navn) for navn in "ABC")

    def flyt(objekt, retning):
        sekretariat.post(sti("flyt", aftale, "virkemidler", objekt.pk), {"retning": retning})
        return "".join(Virkemiddel.objects.values_list("navn", flat=True))

    assert [flyt(c, "op"), flyt(a, "ned"), flyt(c, "op"), flyt(b, "ned"), flyt(b, "skævt")] == [
        *("ACB", "CAB", "CAB", "CAB", "CAB"),
    ]


def test_unknown_kinds_and_other_agreements_rows_are_not_found(sekretariat, aftale):
    fremmed = SporFactory()

    assert sekretariat.get(sti("create", aftale, "noget")).status_code == 404
    assert sekretariat.get(sti("update", aftale, "spor", fremmed.pk)).status_code == 404
    gruppe = RisikogruppeFactory(aftale=aftale)
    assert sekretariat.post(sti("flyt", aftale, "risikogrupper", gruppe.pk), {"retning": "op"}).status_code == 404


@pytest.mark.parametrize("antal", [1, 4])
def test_the_page_of_means_and_tracks_has_a_constant_number_of_queries(
    client, aftale, antal, django_assert_num_queries
):
    midler, spor = VirkemiddelFactory.create_batch(antal, aftale=aftale), SporFactory.create_batch(antal, aftale=aftale)
    for indsats in IndsatsFactory.create_batch(antal, aftale=aftale):
        indsats.gem_med(virkemidler=midler, spor=spor)
    for et in spor:
        et.gem_med(organisationer=[aftale.region])

    with django_assert_num_queries(6):
        svar = client.get(reverse("indsatser:virkemiddel-list", args=[aftale.slug]))

    assert len(svar.context["side"].spor) == antal
