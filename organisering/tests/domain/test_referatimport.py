from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from organisering.domain.referatimport import HVORFOR, indlaes_referat
from organisering.laesning import LaestReferat, laes_referat
from organisering.models import Bilag, Dagsordenspunkt, Deltagelse, Indstilling, Moede, Punktfravaer, Sag
from organisering.tests.factories import (
    BrugerFactory,
    DagsordenspunktFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    SagFactory,
)
from organisering.tests.laesning.dokumenter import FORUM_MED_PUNKTORD, GRUPPE_MED_DELTAGERE_I_PUNKTET, KOMMUNALT
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db
STARTER = datetime(2012, 8, 21, 9, tzinfo=ZoneInfo("Europe/Copenhagen"))


def indlaes(laest: LaestReferat, organ=None, **felter) -> Moede:
    moede = Moede(**{"organ": organ or OrganFactory(), "starter": STARTER, "sted": laest.sted, **felter})
    return indlaes_referat(laest, moede, bruger=BrugerFactory())


def test_meeting_is_held_with_nothing_sent_approved_or_published() -> None:
    bruger = BrugerFactory()

    moede = indlaes_referat(
        laes_referat(KOMMUNALT), Moede(organ=OrganFactory(), starter=STARTER, sted="Mødelokale 2"), bruger=bruger
    )
    raekke = moede.historik.get()

    assert (moede.tilstand, moede.sted, moede.dagsorden_udgivet, moede.referat_udgivet) == (
        Moede.Tilstand.AFHOLDT,
        "Mødelokale 2",
        None,
        None,
    )
    assert (raekke.history_user, raekke.history_change_reason) == (bruger, HVORFOR)


def test_people_come_with_their_attendance_and_their_seat_when_they_have_one() -> None:
    organ = OrganFactory()
    plads = MedlemskabFactory(organ=organ, person__navn="Opdigtet Formand", fra=date(2012, 1, 1))
    MedlemskabFactory(organ=organ, person__navn="Opfundet Næstformand", fra=date(2013, 1, 1))

    moede = indlaes(laes_referat(KOMMUNALT), organ)

    assert list(moede.deltagelser.values_list("navn", "partibogstav", "fremmoede", "medlemskab")) == [
        ("Opdigtet Formand", "A", "til_stede", plads.pk),
        ("Opfundet Næstformand", "V", "til_stede", None),
        ("Tredje Medlemsen", "Ø", "afbud", None),
    ]


def test_items_come_with_number_case_openness_texts_and_decision() -> None:
    moede = indlaes(laes_referat(KOMMUNALT))
    foerste, andet, tredje = moede.punkter.all()

    assert [(p.nummer, p.titel, p.lukket, p.fast, p.slags, p.laast) for p in (foerste, andet, tredje)] == [
        ("12", "Budgetopfølgning for sundhed", False, "", "", False),
        ("13", "Samarbejde med sygehuset", True, "", "", False),
        ("14", "Eventuelt", False, "eventuelt", "", False),
    ]
    assert [p.sag and p.sag.sagsnummer for p in (foerste, andet, tredje)] == ["12/838", "12/901", None]
    assert (foerste.sagsresume, foerste.oekonomi) == ("Udvalget får en status på forbruget.", "Ingen.")
    assert foerste.beslutning == "Godkendt.\nTredje Medlemsen deltog ikke."
    assert andet.tidligere_beslutninger == "Beslutning fra Økonomiudvalget, 3. maj 2012:\nSendt videre."
    assert tredje.beslutning == "Intet."
    assert list(foerste.indstillinger.values_list("indstiller", "tekst")) == [
        ("", "udvalget tager status til efterretning")
    ]
    assert list(foerste.bilag.values_list("titel", "dokid", "fil", "aabent")) == [
        ("Budgetoversigt", "4225075", "", True)
    ]


def test_absence_from_an_item_points_at_the_person_of_the_meeting() -> None:
    moede = indlaes(laes_referat(GRUPPE_MED_DELTAGERE_I_PUNKTET))

    assert list(Punktfravaer.objects.values_list("punkt__nummer", "deltagelse__navn", "slags")) == [
        ("1", "Femte Fraværsen", "fravaerende")
    ]
    assert moede.deltagelser.count() == 4


def test_somebody_who_is_named_at_an_item_alone_comes_on_the_list() -> None:
    laest = laes_referat(KOMMUNALT)
    punkter = (replace(laest.punkter[0], fravaerende=("Ukendt Gæstesen",)), *laest.punkter[1:])

    moede = indlaes(replace(laest, punkter=punkter))

    assert moede.deltagelser.last().navn == "Ukendt Gæstesen"
    assert moede.deltagelser.last().fremmoede == ""


def test_text_without_people_gives_those_who_had_a_seat_unmarked() -> None:
    organ = OrganFactory()
    MedlemskabFactory(organ=organ, person__navn="Opdigtet Formand", fra=date(2012, 1, 1))

    moede = indlaes(replace(laes_referat(KOMMUNALT), deltagere=()), organ)

    assert list(moede.deltagelser.values_list("navn", "fremmoede")) == [("Opdigtet Formand", "")]


def test_substitute_and_standing_items_come_as_such() -> None:
    moede = indlaes(laes_referat(FORUM_MED_PUNKTORD))

    assert [(d.navn, d.fremmoede, d.suppleant_for) for d in moede.deltagelser.filter(fremmoede="suppleant")] == [
        ("Syvende Vikarsen", "suppleant", "Femte Fraværsen")
    ]
    assert list(moede.punkter.values_list("nummer", "fast", "lukket", "slags")) == [
        ("1", "dagsorden", False, ""),
        ("2", "", False, "orientering"),
        ("3", "", True, ""),
        ("4", "eventuelt", False, ""),
    ]


def test_item_of_two_levels_stands_under_its_item() -> None:
    laest = laes_referat(KOMMUNALT)
    numre = ("2", "2.1", "2.13")
    punkter = tuple(replace(p, nummer=nummer) for p, nummer in zip(laest.punkter, numre, strict=True))

    moede = indlaes(replace(laest, punkter=punkter))

    assert list(moede.punkter.values_list("nummer", "overpunkt__nummer")) == [("2", None), ("2.1", "2"), ("2.13", "2")]


def test_case_the_body_has_under_the_same_number_and_title_goes_on() -> None:
    organ = OrganFactory()
    kendt = SagFactory(organ=organ, sagsnummer="12/838", titel="Budgetopfølgning for sundhed")
    SagFactory(organ=organ, sagsnummer="12/901", titel="Noget andet")

    moede = indlaes(laes_referat(KOMMUNALT), organ)

    assert moede.punkter.first().sag == kendt
    assert Sag.objects.filter(sagsnummer="12/901").count() == 2


def test_meeting_that_was_planned_for_that_time_is_filled() -> None:
    organ = OrganFactory()
    plan = MoedeFactory(organ=organ, starter=STARTER, sted="Et andet sted")

    moede = indlaes(laes_referat(KOMMUNALT), organ)

    assert moede == plan
    assert (moede.sted, moede.tilstand, moede.punkter.count()) == ("Mødelokale 2", Moede.Tilstand.AFHOLDT, 3)
    assert plan.historik.filter(history_change_reason=HVORFOR).count() == 1


def test_meeting_that_is_written_on_already_is_refused_and_left_alone() -> None:
    organ = OrganFactory()
    punkt = DagsordenspunktFactory(moede=MoedeFactory(organ=organ, starter=STARTER))

    with pytest.raises(Regelbrud, match=r"har allerede et møde 21\. august 2012 kl\. 09\.00 med en dagsorden"):
        indlaes(laes_referat(KOMMUNALT), organ)

    assert list(Dagsordenspunkt.objects.all()) == [punkt]


def test_minutes_read_in_twice_are_refused_the_second_time() -> None:
    organ = OrganFactory()
    indlaes(laes_referat(KOMMUNALT), organ)

    with pytest.raises(Regelbrud, match="kun indlæses til et møde, der ikke er skrevet på"):
        indlaes(laes_referat(KOMMUNALT), organ)

    assert Moede.objects.count() == 1


@pytest.mark.parametrize(
    ("felter", "saetning"),
    [
        ({"slutter": STARTER - timedelta(hours=1)}, "kan ikke slutte, før det begynder"),
        ({"starter": datetime.now(UTC) + timedelta(days=1)}, "ikke holdt endnu"),
    ],
)
def test_meeting_that_cannot_be_is_refused(felter: dict, saetning: str) -> None:
    with pytest.raises(Regelbrud, match=saetning):
        indlaes(laes_referat(KOMMUNALT), **felter)

    assert Moede.objects.count() == 0


def test_meeting_outside_the_bodys_life_is_refused() -> None:
    with pytest.raises(Regelbrud, match=r"findes først fra 1\. januar 2019"):
        indlaes(laes_referat(KOMMUNALT), OrganFactory(gyldig_fra=date(2019, 1, 1)))


def test_text_without_items_is_refused() -> None:
    with pytest.raises(Regelbrud, match="ingen punkter"):
        indlaes(replace(laes_referat(KOMMUNALT), punkter=()))


def test_line_that_has_no_room_is_refused_whole() -> None:
    laest = laes_referat(KOMMUNALT)
    punkter = (*laest.punkter[:2], replace(laest.punkter[2], titel="x" * 301))

    with pytest.raises(Regelbrud, match=r"Punkt 14: .* er længere end 300 tegn"):
        indlaes(replace(laest, punkter=punkter))

    assert [model.objects.count() for model in (Moede, Dagsordenspunkt, Deltagelse, Sag, Bilag, Indstilling)] == [0] * 6
