import pytest
from django.urls import reverse

from indsatser.domain.indlaesning import samlet_aendring
from indsatser.models import Indlaesning, Indsats
from indsatser.tests.factories import IndlaesningFactory, IndsatsFactory, RessourcetraekFactory
from organisering.tests.factories import AftaleFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def bruger(aftale):
    return sekretariatsbruger(aftale.region)


@pytest.fixture
def sekretariat(client, bruger):
    client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def indlaesning(aftale, bruger):
    indsats = IndsatsFactory(aftale=aftale, titel="Gammel")
    with samlet_aendring(aftale, slags="samlet", kilde="Fase for 1 indsats", bruger=bruger) as indlaesning:
        indsats.titel = "Ændret"
        indsats.save()
        IndsatsFactory(aftale=aftale, titel="Tilføjet")
    return indlaesning


def test_the_page_tells_what_was_saved_and_undoes_it(sekretariat, indlaesning):
    side = sekretariat.get(indlaesning.get_absolute_url()).content.decode()
    assert "Titel: Gammel → Ændret" in side
    assert "Fase for 1 indsats" in side

    svar = sekretariat.post(reverse("indsatser:indlaesning-fortryd", args=[indlaesning.uuid]), follow=True)

    assert "Det hele er fortrudt." in svar.content.decode()
    assert "Fortryd det hele" not in svar.content.decode()
    assert [i.titel for i in Indsats.objects.all()] == ["Gammel"]


def test_the_page_tells_which_rows_were_left_alone_and_why(sekretariat, bruger, indlaesning):
    indsats = Indsats.objects.get(titel="Ændret")
    indsats._history_user = bruger
    indsats.save()

    svar = sekretariat.post(reverse("indsatser:indlaesning-fortryd", args=[indlaesning.uuid]), follow=True)

    assert "Fortrudt, men 1 af rækkerne er ladt urørt." in svar.content.decode()
    assert [(linje.navn, linje.urort[:12]) for linje in svar.context["urorte"]] == [("Ændret", "Ændret siden")]


def test_undoing_twice_is_told(sekretariat, indlaesning):
    adresse = reverse("indsatser:indlaesning-fortryd", args=[indlaesning.uuid])
    sekretariat.post(adresse)

    for svar in (sekretariat.post(adresse, follow=True), sekretariat.get(adresse, follow=True)):
        assert "allerede fortrudt" in svar.content.decode()


@pytest.mark.parametrize("antal", [1, 30])
def test_the_pages_have_a_constant_number_of_queries(sekretariat, aftale, bruger, django_assert_num_queries, antal):
    with samlet_aendring(aftale, slags="samlet", kilde="", bruger=bruger) as indlaesning:
        for traek in RessourcetraekFactory.create_batch(antal, post__indsats__aftale=aftale):
            traek.planlagt = False
            traek.save()
            traek.post.indsats.fase = Indsats.Fase.I_DRIFT
            traek.post.indsats.save()
    IndlaesningFactory.create_batch(antal, aftale=aftale)

    with django_assert_num_queries(10):
        sekretariat.get(indlaesning.get_absolute_url())
    with django_assert_num_queries(6):
        sekretariat.get(reverse("indsatser:indlaesning-list", args=[aftale.slug]))


def test_the_list_shows_the_newest_first(sekretariat, aftale):
    aeldst, nyest = IndlaesningFactory(aftale=aftale), IndlaesningFactory(aftale=aftale)
    Indlaesning.objects.get(pk=IndlaesningFactory().pk)  # another agreement's

    svar = sekretariat.get(reverse("indsatser:indlaesning-list", args=[aftale.slug]))

    assert list(svar.context["side"]) == [nyest, aeldst]
