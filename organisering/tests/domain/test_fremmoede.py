from datetime import date

import pytest

from organisering.domain.beslutning import skriv_beslutning
from organisering.domain.fremmoede import Fremmoedekonflikt, Oenske, skriv_fremmoede, slet_gaest, tilfoej_gaest
from organisering.domain.referat import afhold_moede
from organisering.models import Deltagelse, Person
from organisering.tests.factories import (
    DeltagelseFactory,
    KommuneFactory,
    MedlemskabFactory,
    OrganFactory,
    PersonFactory,
    RolleFactory,
)
from organisering.tests.referatscene import Referatscene, bring_til, opret_referatscene
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Referatscene:
    return opret_referatscene()


@pytest.fixture
def afholdt(scene) -> Referatscene:
    bring_til(scene, "afholdt")
    return scene


def raekke(scene: Referatscene, rolle: str) -> Deltagelse:
    return Deltagelse.objects.get(medlemskab=scene.plads(rolle))


def oenske(deltagelse: Deltagelse, fremmoede: str, stod: str = "") -> Oenske:
    return Oenske(deltagelse.pk, (fremmoede, ""), (stod, ""))


def test_afhold_moede_lists_everybody_with_a_seat_that_day_as_they_were(scene):
    faelles = OrganFactory.create(region=scene.organ.region)
    moede = scene.moede
    moede.faelles_med.add(faelles)
    kommune = KommuneFactory.create(navn="Prøve Kommune")
    for navn, felter in {
        "Åse Prøve": {"repraesenterer": kommune, "partibogstav": "A"},
        "Bo Prøve": {"organ": faelles},
        "Kom Senere": {"fra": date(2020, 12, 5)},
        "Gik Før": {"til": date(2020, 12, 3)},
        "Sidste Dag": {"til": date(2020, 12, 4)},
        "Sune Suppleant": {"suppleant_for": scene.plads("medlem")},
    }.items():
        MedlemskabFactory.create(
            **{"organ": scene.organ, "person": PersonFactory.create(navn=navn, titel="Konsulent")} | felter
        )
    # Who sits in both bodies is listed once, with the seat in the meeting's own.
    MedlemskabFactory.create(
        organ=faelles,
        person=scene.brugere["medlem"].person,
        rolle=RolleFactory.create(regional_formand=True),
    )

    afhold_moede(moede, bruger=scene["sekretær"])
    aase = Person.objects.get(navn="Åse Prøve")
    aase.navn, aase.titel = "Åse Gift", "Direktør"
    aase.save()

    def navn(rolle: str) -> str:
        return scene.brugere[rolle].person.navn

    liste = [(d.navn, d.rolle, d.organisation, d.partibogstav, d.suppleant_for) for d in scene.moede.deltagelser.all()]
    assert sorted(liste[:3]) == sorted(
        [
            (navn("kommunal formand"), "Kommunal formand", "", "", ""),
            (navn("regional formand"), "Regional formand", "", "", ""),
            (navn("medlem"), "Regional formand", "", "", ""),
        ]
    )
    assert liste[3:] == [
        ("Sidste Dag", "Medlem", "", "", ""),
        ("Åse Prøve", "Medlem", "Prøve Kommune", "A", ""),
        ("Bo Prøve", "Medlem", "", "", ""),
        (navn("sekretær"), "Sekretær", "", "", ""),
        ("Sune Suppleant", "Medlem", "", "", navn("medlem")),
    ]
    assert {d.fremmoede for d in Deltagelse.objects.all()} == {""}
    assert {(str(h.history_user), h.history_change_reason) for h in Deltagelse.historik.all()} == {
        (str(scene["sekretær"]), "Mødet er afholdt")
    }


def test_skriv_fremmoede_saves_what_was_changed_and_leaves_the_rest_alone(afholdt):
    medlem, formand = raekke(afholdt, "medlem"), raekke(afholdt, "regional formand")

    skriv_fremmoede(afholdt.moede, [oenske(medlem, "afbud"), oenske(formand, "", stod="")], bruger=afholdt["sekretær"])

    assert (raekke(afholdt, "medlem").fremmoede, raekke(afholdt, "regional formand").version) == ("afbud", 1)
    assert str(medlem.historik.latest().history_user) == str(afholdt["sekretær"])


def test_skriv_fremmoede_keeps_what_a_colleague_wrote_in_rows_that_were_left_alone(afholdt):
    medlem, formand = raekke(afholdt, "medlem"), raekke(afholdt, "regional formand")
    skriv_fremmoede(afholdt.moede, [oenske(medlem, "afbud")], bruger=afholdt["sekretariat"])

    skriv_fremmoede(afholdt.moede, [oenske(medlem, ""), oenske(formand, "til_stede")], bruger=afholdt["sekretær"])

    assert [raekke(afholdt, rolle).fremmoede for rolle in ("medlem", "regional formand")] == ["afbud", "til_stede"]


def test_skriv_fremmoede_tells_which_rows_two_have_changed_and_saves_nothing(afholdt):
    medlem, formand = raekke(afholdt, "medlem"), raekke(afholdt, "regional formand")
    skriv_fremmoede(afholdt.moede, [oenske(medlem, "afbud")], bruger=afholdt["sekretariat"])

    with pytest.raises(Fremmoedekonflikt) as fejl:
        skriv_fremmoede(
            afholdt.moede, [oenske(formand, "til_stede"), oenske(medlem, "udeblevet")], bruger=afholdt["sekretær"]
        )

    assert fejl.value.deltagelser == [medlem]
    assert [raekke(afholdt, rolle).fremmoede for rolle in ("medlem", "regional formand")] == ["afbud", ""]


def test_two_who_mark_the_same_do_not_conflict(afholdt):
    medlem = raekke(afholdt, "medlem")

    for rolle in ("sekretariat", "sekretær"):
        skriv_fremmoede(afholdt.moede, [oenske(medlem, "afbud")], bruger=afholdt[rolle])

    assert raekke(afholdt, "medlem").version == 2


def test_tilfoej_gaest_puts_them_last_as_present_and_slet_gaest_takes_them_off(afholdt):
    gaest = tilfoej_gaest(Deltagelse(moede=afholdt.moede, navn="Gæst Prøve"), bruger=afholdt["sekretær"])
    assert (afholdt.moede.deltagelser.last(), gaest.fremmoede) == (gaest, "til_stede")

    slet_gaest(gaest, bruger=afholdt["sekretær"])
    assert not afholdt.moede.deltagelser.filter(navn="Gæst Prøve").exists()


def test_slet_gaest_keeps_members_and_those_who_stand_at_an_item(afholdt):
    gaest = DeltagelseFactory.create(moede=afholdt.moede)
    skriv_beslutning(afholdt.punkter[0], bruger=afholdt["sekretær"], fravaer={gaest.pk: "inhabil"})

    with pytest.raises(Regelbrud, match=r"står ved pkt\. 1"):
        slet_gaest(gaest, bruger=afholdt["sekretær"])
    with pytest.raises(Regelbrud, match="Kun gæster"):
        slet_gaest(raekke(afholdt, "medlem"), bruger=afholdt["sekretær"])


@pytest.mark.parametrize(
    ("trin", "saetning"),
    [
        ("dagsorden_udsendt", "ikke afholdt endnu"),
        ("referat_udsendt", "Tag det tilbage"),
        ("referat_godkendt", "Referatet er godkendt"),
    ],
)
def test_attendance_is_written_only_while_the_minutes_are(scene, trin, saetning):
    gaest = DeltagelseFactory.create(moede=bring_til(scene, trin))

    for tag in (
        lambda: skriv_fremmoede(scene.moede, [oenske(gaest, "afbud", stod="til_stede")], bruger=scene["sekretær"]),
        lambda: tilfoej_gaest(Deltagelse(moede=scene.moede, navn="Gæst Prøve"), bruger=scene["sekretær"]),
        lambda: slet_gaest(gaest, bruger=scene["sekretær"]),
    ):
        with pytest.raises(Regelbrud, match=saetning):
            tag()
