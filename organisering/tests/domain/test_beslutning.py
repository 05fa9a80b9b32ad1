import pytest

from organisering.domain.beslutning import skriv_beslutning
from organisering.models import Deltagelse, Punktfravaer
from organisering.tests.factories import DeltagelseFactory
from organisering.tests.referatscene import Referatscene, bring_til, opret_referatscene
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Referatscene:
    scene = opret_referatscene()
    bring_til(scene, "afholdt")
    return scene


def skriv(scene: Referatscene, punkt, tekst: str, fravaer=None):
    punkt.beslutning = tekst
    return skriv_beslutning(punkt, bruger=scene["sekretær"], fravaer=fravaer or {})


def test_skriv_beslutning_saves_text_and_who_took_no_part_as_one_step_of_the_item(scene):
    [en, to, *_] = scene.moede.deltagelser.all()

    punkt = skriv(scene, scene.punkter[0], "Godkendt.", {en.pk: "fravaerende", to.pk: "inhabil"})

    assert (scene.punkter[0].beslutning, punkt.version) == ("Godkendt.", 2)
    assert list(punkt.fravaer.order_by("slags").values_list("deltagelse", "slags")) == [
        (en.pk, "fravaerende"),
        (to.pk, "inhabil"),
    ]
    assert str(punkt.historik.latest().history_user) == str(scene["sekretær"])


def test_skriv_beslutning_changes_and_removes_absence_and_history_keeps_it(scene):
    [en, to, *_] = scene.moede.deltagelser.all()
    skriv(scene, scene.punkter[0], "Godkendt.", {en.pk: "fravaerende", to.pk: "fravaerende"})

    punkt = skriv(scene, scene.punkter[0], "Godkendt.", {en.pk: "inhabil"})

    assert punkt.version == 3
    assert list(punkt.fravaer.values_list("deltagelse", "slags")) == [(en.pk, "inhabil")]
    assert list(Punktfravaer.historik.order_by("history_id").values_list("deltagelse", "history_type", "slags")) == [
        (en.pk, "+", "fravaerende"),
        (to.pk, "+", "fravaerende"),
        (to.pk, "-", "fravaerende"),
        (en.pk, "~", "inhabil"),
    ]


def test_skriv_beslutning_does_not_save_what_stands_there(scene):
    en = scene.moede.deltagelser.first()
    skriv(scene, scene.punkter[0], "Godkendt.", {en.pk: "inhabil"})

    assert skriv(scene, scene.punkter[0], "Godkendt.", {en.pk: "inhabil"}).version == 2


@pytest.mark.parametrize("fravaer", [False, True])
def test_skriv_beslutning_on_an_item_that_another_has_saved_is_a_conflict(scene, fravaer):
    laest = scene.punkter[0]
    en = scene.moede.deltagelser.first()
    skriv(scene, scene.punkter[0], "Den enes tekst.")

    with pytest.raises(Versionskonflikt):
        skriv(scene, laest, "Den enes tekst." if fravaer else "Den andens.", {en.pk: "inhabil"} if fravaer else {})

    assert (scene.punkter[0].beslutning, Punktfravaer.objects.count()) == ("Den enes tekst.", 0)


def test_two_who_write_on_different_items_both_save(scene):
    en, to = scene.punkter

    skriv(scene, en, "Den enes.")
    skriv(scene, to, "Den andens.")

    assert [punkt.beslutning for punkt in scene.punkter] == ["Den enes.", "Den andens."]


def test_skriv_beslutning_rejects_people_of_another_meeting(scene):
    with pytest.raises(Regelbrud, match="står ikke på mødets liste"):
        skriv(scene, scene.punkter[0], "", {DeltagelseFactory.create().pk: "inhabil"})


@pytest.mark.parametrize(
    ("trin", "saetning"),
    [
        ("dagsorden_udsendt", "ikke afholdt endnu"),
        ("referat_udsendt", "Tag det tilbage"),
        ("referat_godkendt", "Referatet er godkendt"),
        ("udgivet", "Referatet er godkendt"),
    ],
)
def test_a_decision_is_written_only_while_the_minutes_are(trin, saetning):
    scene = opret_referatscene()
    bring_til(scene, trin)

    with pytest.raises(Regelbrud, match=saetning):
        skriv(scene, scene.punkter[0], "Noget andet.")
    assert Deltagelse.objects.count() == (0 if trin == "dagsorden_udsendt" else 4)
