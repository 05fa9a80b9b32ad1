from datetime import timedelta

import pytest

from organisering.domain.dagsorden import opret_faste_punkter
from organisering.domain.dagsordenspunkt import (
    Indstillingslinje,
    gem_punkt,
    laes_indstillinger,
    opret_punkt,
    slet_punkt,
)
from organisering.domain.punktplads import flyt_punkt
from organisering.models import Dagsordenspunkt, Moede, Sag
from organisering.tests.dagsordenscene import titler
from organisering.tests.factories import (
    BilagFactory,
    BrugerFactory,
    DagsordenspunktFactory,
    MoedeFactory,
    SagFactory,
)
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db

FASTE = ["1 Godkendelse af dagsorden", "2 Godkendelse af referat", "3 Skriftlige beretninger", "4 Eventuelt"]


@pytest.fixture
def bruger():
    return BrugerFactory()


def nyt(moede, titel, bruger, **felter):
    return opret_punkt(Dagsordenspunkt(moede=moede, titel=titel, **felter), bruger=bruger)


def gem(punkt, bruger, indstillinger=(), sagsnummer=""):
    return gem_punkt(punkt, indstillinger=list(indstillinger), sagsnummer=sagsnummer, bruger=bruger)


def genlaest(punkt):
    return Dagsordenspunkt.objects.get(pk=punkt.pk)


def test_standing_items_come_by_themselves_and_never_twice(bruger):
    moede = MoedeFactory()

    opret_faste_punkter(moede, bruger=bruger)
    opret_faste_punkter(moede, bruger=bruger)

    assert titler(moede) == FASTE


def test_the_first_item_brings_the_standing_items_and_stands_before_the_last_of_them(bruger):
    moede = MoedeFactory()

    nyt(moede, "Ny sag", bruger)
    nyt(moede, "Næste sag", bruger)

    assert titler(moede) == [
        *FASTE[:2],
        "3 Ny sag",
        "4 Næste sag",
        "5 Skriftlige beretninger",
        "6 Eventuelt",
    ]


def test_a_standing_item_that_was_deleted_does_not_come_back(bruger):
    moede = MoedeFactory()
    opret_faste_punkter(moede, bruger=bruger)
    slet_punkt(moede.punkter.get(fast="beretninger"), bruger=bruger)

    nyt(moede, "Ny sag", bruger)

    assert titler(moede) == [*FASTE[:2], "3 Ny sag", "4 Eventuelt"]


def test_the_approval_of_minutes_links_to_the_body_s_last_meeting_that_was_not_called_off(bruger):
    moede = MoedeFactory()
    sidste = MoedeFactory(organ=moede.organ, starter=moede.starter - timedelta(days=60))
    MoedeFactory(organ=moede.organ, starter=moede.starter - timedelta(days=30), tilstand=Moede.Tilstand.AFLYST)
    MoedeFactory(organ=moede.organ, starter=moede.starter - timedelta(days=90))

    opret_faste_punkter(moede, bruger=bruger)

    assert list(moede.punkter.get(fast="referat").bilag.values_list("adresse", flat=True)) == [
        sidste.get_absolute_url()
    ]


def test_a_new_item_begins_a_case(bruger):
    moede = MoedeFactory()

    punkt = opret_punkt(Dagsordenspunkt(moede=moede, titel="Ny sag"), sagsnummer="21/38", bruger=bruger)

    assert (punkt.sag.titel, punkt.sag.sagsnummer, punkt.sag.organ) == ("Ny sag", "21/38", moede.organ)


def test_a_case_stands_once_on_an_agenda(bruger):
    punkt = DagsordenspunktFactory()

    with pytest.raises(Regelbrud, match="allerede på mødets dagsorden"):
        nyt(punkt.moede, "Igen", bruger, sag=punkt.sag)


def test_a_case_is_called_what_its_only_item_is_called(bruger):
    punkt = DagsordenspunktFactory(titel="Udkast")
    punkt.titel = "Endelig titel"
    gem(punkt, bruger, sagsnummer="21/40")
    assert (Sag.objects.get().titel, Sag.objects.get().sagsnummer) == ("Endelig titel", "21/40")

    DagsordenspunktFactory(sag=punkt.sag)
    punkt = genlaest(punkt)
    punkt.titel = "Anden titel"
    gem(punkt, bruger, sagsnummer="21/40")

    assert Sag.objects.get().titel == "Endelig titel"


def test_numbers_stand_once_the_agenda_is_sent_out_and_a_new_item_gets_the_next(bruger):
    moede = MoedeFactory()
    opret_faste_punkter(moede, bruger=bruger)
    moede.tilstand = Moede.Tilstand.DAGSORDEN_UDSENDT
    moede.save()

    nyt(moede, "Kommet til", bruger)

    assert titler(moede) == [*FASTE, "5 Kommet til"]
    with pytest.raises(Regelbrud, match="beholder deres plads"):
        flyt_punkt(moede.punkter.last(), "op", bruger=bruger)
    with pytest.raises(Regelbrud, match="sendt ud"):
        slet_punkt(moede.punkter.last(), bruger=bruger)


def test_recommendations_are_saved_in_order_and_empty_ones_are_dropped(bruger):
    punkt = DagsordenspunktFactory()
    første, anden = Indstillingslinje("Sekretariatet", "det godkendes"), Indstillingslinje("PLO", "det drøftes")
    gem(punkt, bruger, [første, Indstillingslinje("PLO", ""), anden])
    assert laes_indstillinger(punkt) == [første, anden]

    gem(genlaest(punkt), bruger, [anden])

    assert laes_indstillinger(genlaest(punkt)) == [anden]


def test_a_save_without_changes_leaves_no_history(bruger):
    punkt = DagsordenspunktFactory()

    gem(punkt, bruger)

    assert Dagsordenspunkt.historik.count() == 1


def test_two_who_write_in_an_item_conflict(bruger):
    punkt = DagsordenspunktFactory()
    min, din = genlaest(punkt), genlaest(punkt)
    din.sagsresume = "Din tekst"
    gem(din, bruger)
    min.sagsresume = "Min tekst"

    with pytest.raises(Versionskonflikt):
        gem(min, bruger)
    assert genlaest(punkt).sagsresume == "Din tekst"


def test_two_who_write_in_the_recommendations_of_an_item_conflict(bruger):
    punkt = DagsordenspunktFactory()
    min = genlaest(punkt)
    gem(genlaest(punkt), bruger, [Indstillingslinje("PLO", "det drøftes")])

    with pytest.raises(Versionskonflikt):
        gem(min, bruger, [Indstillingslinje("PLO", "det godkendes")])


def test_one_who_writes_while_another_moves_the_item_or_decides_it_is_not_in_the_way(bruger):
    moede = MoedeFactory()
    DagsordenspunktFactory(moede=moede)
    punkt = DagsordenspunktFactory(moede=moede)
    min = genlaest(punkt)
    flyt_punkt(punkt, "op", bruger=bruger)
    afgjort = genlaest(punkt)
    afgjort.beslutning = "Tiltrådt"
    afgjort.save()
    min.sagsresume = "Min tekst"

    gem(min, bruger)

    nu = genlaest(punkt)
    assert (nu.sagsresume, nu.beslutning, nu.nummer) == ("Min tekst", "Tiltrådt", "1")


@pytest.mark.parametrize("tilstand", [Moede.Tilstand.REFERAT_GODKENDT, Moede.Tilstand.AFLYST])
def test_nothing_is_written_in_an_agenda_that_is_over(bruger, tilstand):
    punkt = DagsordenspunktFactory(moede=MoedeFactory(tilstand=tilstand))

    for handling in (
        lambda: gem(punkt, bruger),
        lambda: slet_punkt(punkt, bruger=bruger),
        lambda: flyt_punkt(punkt, "op", bruger=bruger),
        lambda: nyt(punkt.moede, "Ny", bruger),
        lambda: opret_faste_punkter(punkt.moede, bruger=bruger),
    ):
        with pytest.raises(Regelbrud):
            handling()


def test_a_deleted_item_takes_its_papers_and_its_own_case_along(bruger):
    punkt = DagsordenspunktFactory()
    BilagFactory(punkt=punkt)
    SagFactory()

    slet_punkt(punkt, bruger=bruger)

    assert Sag.objects.count() == 1
    assert not punkt.moede.punkter.exists()


def test_an_item_with_others_below_it_or_sent_on_is_not_deleted(bruger):
    over = DagsordenspunktFactory()
    DagsordenspunktFactory(moede=over.moede, overpunkt=over)
    sendt = DagsordenspunktFactory(moede=over.moede)
    DagsordenspunktFactory(sag=sendt.sag, sendt_fra=sendt)

    with pytest.raises(Regelbrud, match="underpunkter"):
        slet_punkt(over, bruger=bruger)
    with pytest.raises(Regelbrud, match="sendt videre"):
        slet_punkt(sendt, bruger=bruger)
