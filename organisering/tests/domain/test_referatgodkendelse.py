from collections.abc import Iterator
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from organisering import udvidelser
from organisering.domain.referat import returner_referat, udsend_referat
from organisering.domain.referatgodkendelse import godkend_referat, godkend_referat_uden_formand
from organisering.models import Dagsordenspunkt, Medlemskab, Organ, Referatgodkendelse
from organisering.queries.referatgodkendelse import laes_godkendelser
from organisering.tests.factories import MedlemskabFactory, RolleFactory
from organisering.tests.referatscene import Referatscene, bring_til, opret_referatscene
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db


class Proeveudvidelse:
    """Renames the body when minutes are approved, or refuses."""

    def __init__(self) -> None:
        self.umulig = False
        self.set: list[tuple[list[bool], str]] = []

    def emner(self, punkter, *, bruger):
        return {}

    def virkninger(self, punkter, *, bruger):
        return {}

    def redigering(self, punkt):
        raise NotImplementedError

    def udfoer(self, punkter, *, bruger):
        organ = Organ.objects.get(pk=punkter[0].moede.organ_id)
        organ.kortnavn = "Vedtaget"
        organ.save()
        if self.umulig:
            raise Regelbrud("Cellen er ændret siden.")
        self.set.append(([punkt.laast for punkt in punkter], str(bruger)))


@pytest.fixture
def udvidelse() -> Iterator[Proeveudvidelse]:
    proeve = Proeveudvidelse()
    udvidelser.tilmeld(proeve)
    yield proeve
    udvidelser._tilmeldte.remove(proeve)


@pytest.fixture
def scene() -> Referatscene:
    return opret_referatscene()


def godkend(scene: Referatscene, hvem: str, for_hvem: str, noteret: str = ""):
    return godkend_referat(scene.moede, bruger=scene[hvem], medlemskab=scene.plads(for_hvem), noteret=noteret)


def afslut(scene: Referatscene, rolle: str, dag: date) -> None:
    plads = scene.plads(rolle)
    plads.til = dag
    plads.save()


def test_godkend_referat_waits_for_every_chair_and_then_locks_every_item(scene):
    bring_til(scene, "referat_udsendt")

    godkend(scene, "regional formand", "regional formand")
    assert (scene.moede.tilstand, [punkt.laast for punkt in scene.punkter]) == ("referat_udsendt", [False, False])
    assert laes_godkendelser(scene.moede).mangler == (scene.plads("kommunal formand"),)

    godkend(scene, "kommunal formand", "kommunal formand")
    assert (scene.moede.tilstand, [punkt.laast for punkt in scene.punkter]) == ("referat_godkendt", [True, True])
    assert laes_godkendelser(scene.moede).mangler == ()
    assert [
        (str(raekke.history_user), raekke.history_change_reason)
        for raekke in Dagsordenspunkt.historik.filter(laast=True)
    ] == [(str(scene["kommunal formand"]), "Referatet er godkendt")] * 2


def test_godkend_referat_twice_is_told_calmly(scene):
    bring_til(scene, "godkendt_af_en")

    with pytest.raises(Regelbrud, match="allerede godkendt af"):
        godkend(scene, "regional formand", "regional formand")

    assert Referatgodkendelse.objects.count() == 1


@pytest.mark.parametrize(
    ("hvem", "for_hvem", "saetning"),
    [
        ("medlem", "medlem", "Kun organets formænd"),
        ("sekretær", "sekretær", "Kun organets formænd"),
        ("regional formand", "kommunal formand", "Du kan kun godkende som formand"),
        ("sekretær", "kommunal formand", "Du kan kun godkende som formand"),
        ("fremmed", "kommunal formand", "Du kan kun godkende som formand"),
        ("sekretariat", "kommunal formand", "Skriv, hvor og hvordan"),
    ],
)
def test_godkend_referat_is_for_ones_own_seat_or_noted_by_the_secretariat(scene, hvem, for_hvem, saetning):
    bring_til(scene, "referat_udsendt")

    with pytest.raises(Regelbrud, match=saetning):
        godkend(scene, hvem, for_hvem, noteret="" if hvem == "sekretariat" else "Mail")

    assert Referatgodkendelse.objects.count() == 0


def test_godkend_referat_keeps_where_an_approval_was_given(scene):
    bring_til(scene, "godkendt_af_en")

    godkend(scene, "sekretariat", "kommunal formand", noteret=" Mail af 9. december 2020 ")

    noteret = Referatgodkendelse.objects.get(medlemskab=scene.plads("kommunal formand"))
    assert noteret.noteret == "Mail af 9. december 2020"
    assert str(noteret.historik.get().history_user) == str(scene["sekretariat"])
    assert scene.moede.tilstand == "referat_godkendt"


def test_a_chair_whose_seat_has_ended_is_replaced_by_todays_chair_in_the_same_role(scene):
    bring_til(scene, "godkendt_af_en")
    afslut(scene, "kommunal formand", date(2020, 12, 31))
    ny = MedlemskabFactory.create(
        organ=scene.organ, rolle=RolleFactory.create(kommunal_formand=True), fra=date(2021, 1, 1)
    )

    assert laes_godkendelser(scene.moede).mangler == (ny,)
    with pytest.raises(Regelbrud, match="Kun organets formænd"):
        godkend(scene, "kommunal formand", "kommunal formand")
    godkend_referat(scene.moede, bruger=scene["sekretariat"], medlemskab=ny, noteret="På mødet 5. februar 2021")
    assert scene.moede.tilstand == "referat_godkendt"


def test_a_chair_who_came_after_the_meeting_is_not_asked_while_the_old_one_has_approved(scene):
    bring_til(scene, "godkendt_af_en")
    afslut(scene, "regional formand", date(2020, 12, 31))
    MedlemskabFactory.create(organ=scene.organ, rolle=RolleFactory.create(regional_formand=True), fra=date(2021, 1, 1))

    assert laes_godkendelser(scene.moede).mangler == (scene.plads("kommunal formand"),)


def test_an_ended_seat_that_nobody_has_taken_over_is_noted_by_the_secretariat(scene):
    bring_til(scene, "godkendt_af_en")
    afslut(scene, "kommunal formand", date(2020, 12, 31))

    with pytest.raises(Regelbrud, match="Du kan kun godkende som formand"):
        godkend(scene, "kommunal formand", "kommunal formand")
    godkend(scene, "sekretariat", "kommunal formand", noteret="Pladsen er ledig.")
    assert scene.moede.tilstand == "referat_godkendt"


def test_minutes_of_a_body_without_a_chair_that_day_are_approved_by_the_secretariat_with_a_reason(scene):
    for rolle in ("regional formand", "kommunal formand"):
        afslut(scene, rolle, date(2020, 11, 30))
    bring_til(scene, "referat_udsendt")

    with pytest.raises(Regelbrud, match="Skriv, hvor og hvordan"):
        godkend_referat_uden_formand(scene.moede, bruger=scene["sekretariat"], begrundelse=" ")
    with pytest.raises(Regelbrud, match="Du kan kun godkende som formand"):
        godkend_referat_uden_formand(scene.moede, bruger=scene["sekretær"], begrundelse="Vi var enige.")
    godkend_referat_uden_formand(scene.moede, bruger=scene["sekretariat"], begrundelse="Gruppen var enig på mødet.")

    assert scene.moede.tilstand == "referat_godkendt"
    assert scene.moede.historik.latest().history_change_reason == "Gruppen var enig på mødet."
    assert [punkt.laast for punkt in scene.punkter] == [True, True]


def test_godkend_referat_uden_formand_does_not_go_round_a_chair(scene):
    bring_til(scene, "referat_udsendt")

    with pytest.raises(Regelbrud, match="formanden skal godkende"):
        godkend_referat_uden_formand(scene.moede, bruger=scene["sekretariat"], begrundelse="Det haster.")


def test_what_the_decisions_change_is_carried_out_once_with_the_last_approval(scene, udvidelse):
    bring_til(scene, "godkendt_af_en")
    assert udvidelse.set == []

    godkend(scene, "kommunal formand", "kommunal formand")

    assert udvidelse.set == [([True, True], str(scene["kommunal formand"]))]
    assert Organ.objects.get(pk=scene.organ.pk).kortnavn == "Vedtaget"


def test_when_an_effect_cannot_be_carried_out_nothing_is_approved(scene, udvidelse):
    bring_til(scene, "godkendt_af_en")
    udvidelse.umulig = True

    with pytest.raises(Regelbrud, match="Cellen er ændret siden"):
        godkend(scene, "kommunal formand", "kommunal formand")

    assert (scene.moede.tilstand, [punkt.laast for punkt in scene.punkter]) == ("referat_udsendt", [False, False])
    assert Referatgodkendelse.objects.count() == 1
    assert Organ.objects.get(pk=scene.organ.pk).kortnavn == ""


def test_approvals_begin_again_after_the_minutes_were_taken_back(scene):
    moede = bring_til(scene, "godkendt_af_en")
    returner_referat(moede, bruger=scene["kommunal formand"], begrundelse="Ret pkt. 2.")
    udsend_referat(scene.moede, bruger=scene["sekretær"])

    assert laes_godkendelser(scene.moede).mangler == (
        *Medlemskab.objects.filter(organ=scene.organ).formaend().order_by("pk"),
    )


@pytest.mark.parametrize(
    "saetning",
    [
        "UPDATE organisering_dagsordenspunkt SET beslutning = 'Noget andet' WHERE id = %s",
        "DELETE FROM organisering_dagsordenspunkt WHERE id = %s",
    ],
)
def test_the_database_refuses_to_change_or_remove_a_locked_item(scene, saetning):
    bring_til(scene, "referat_godkendt")
    punkt = scene.punkter[0]

    with pytest.raises(IntegrityError, match="låst"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(saetning, [punkt.pk])

    assert scene.punkter[0].beslutning == "Indstillingen blev godkendt."
