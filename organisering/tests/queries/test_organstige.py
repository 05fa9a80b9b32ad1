from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from organisering.queries.organstige import laes_organstige, laes_regionsorganer, skiftedage
from organisering.tests.factories import AftaleFactory, OrganFactory, OrgantypeFactory, RegionFactory

pytestmark = pytest.mark.django_db
DAG = date(2019, 9, 1)


def test_organstige_puts_each_body_under_the_one_it_reports_to_in_danish_order():
    region = RegionFactory()
    top = OrganFactory(
        navn="Topudvalget", region=region, type=OrgantypeFactory(navn="Udvalg", slug="udvalg", niveau__nummer=1)
    )
    aabenraa = OrganFactory(navn="Aabenraa forum", region=region, refererer_til=top)
    odense = OrganFactory(navn="Odense forum", region=region, refererer_til=top)
    gruppe = OrganFactory(navn="Gruppe", region=region, refererer_til=odense)
    OrganFactory(navn="En anden regions organ")

    assert [(t.organ, t.dybde) for t in laes_organstige(AnonymousUser(), region=region, dag=DAG)] == [
        (top, 0),
        (odense, 1),
        (gruppe, 2),
        (aabenraa, 1),
    ]


def test_organstige_keeps_a_body_whose_superior_the_reader_may_not_see_and_does_not_name_it():
    skjult = OrganFactory(offentlig=False)
    synlig = OrganFactory(region=skjult.region, refererer_til=skjult, spejler=skjult)

    trin = laes_organstige(AnonymousUser(), region=skjult.region, dag=DAG)

    assert [(t.organ, t.dybde, t.refererer_til, t.spejler) for t in trin] == [(synlig, 0, None, None)]


def test_organstige_shows_the_bodies_of_the_day():
    organ = OrganFactory(gyldig_til=date(2022, 6, 30))

    assert laes_organstige(AnonymousUser(), region=organ.region, dag=date(2022, 7, 1)) == []
    assert len(laes_organstige(AnonymousUser(), region=organ.region, dag=date(2022, 6, 30))) == 1


def test_what_reports_to_a_body_reports_to_the_one_that_holds_its_place_on_the_day():
    gammel = OrganFactory(gyldig_til=date(2022, 6, 30))
    ny = OrganFactory(region=gammel.region, forgaenger=gammel, gyldig_fra=date(2022, 7, 1))
    under_gammel = OrganFactory(region=gammel.region, refererer_til=gammel)
    under_ny = OrganFactory(region=gammel.region, refererer_til=ny)

    def over(dag):
        trin = laes_organstige(AnonymousUser(), region=gammel.region, dag=dag)
        return {t.organ: t.refererer_til for t in trin}

    assert over(date(2022, 6, 30)) == {gammel: None, under_gammel: gammel, under_ny: gammel}
    assert over(date(2022, 7, 1)) == {ny: None, under_gammel: ny, under_ny: ny}


def test_a_body_with_several_successors_hands_on_nothing_by_itself():
    gammel = OrganFactory(gyldig_til=date(2026, 12, 31))
    nye = OrganFactory.create_batch(2, region=gammel.region, forgaenger=gammel, gyldig_fra=date(2027, 1, 1))
    under = OrganFactory(region=gammel.region, refererer_til=gammel)

    trin = laes_organstige(AnonymousUser(), region=gammel.region, dag=date(2027, 1, 1))

    assert {t.organ: t.refererer_til for t in trin} == {**dict.fromkeys(nye), under: None}


def test_a_body_that_takes_over_from_the_one_it_reported_to_stands_at_the_top_and_none_is_lost():
    gammel = OrganFactory(gyldig_til=date(2022, 6, 30))
    arving = OrganFactory(region=gammel.region, refererer_til=gammel, forgaenger=gammel)
    under = OrganFactory(region=gammel.region, refererer_til=gammel)
    gammel.refererer_til = under
    gammel.save()

    trin = laes_organstige(AnonymousUser(), region=gammel.region, dag=date(2022, 7, 1))

    assert [(t.organ, t.dybde) for t in trin] == [(arving, 0), (under, 1)]


def test_bodies_that_came_to_report_to_each_other_are_still_on_the_ladder():
    gammel = OrganFactory(gyldig_til=date(2022, 6, 30))
    ene = OrganFactory(region=gammel.region, refererer_til=gammel)
    anden = OrganFactory(region=gammel.region, refererer_til=ene, forgaenger=gammel, gyldig_fra=date(2022, 7, 1))

    trin = laes_organstige(AnonymousUser(), region=gammel.region, dag=date(2022, 7, 1))

    assert [t.organ for t in trin] == [ene, anden]


def test_regionsorganer_are_read_in_two_queries_and_tell_when_the_ladder_changes(django_assert_num_queries):
    aftale = AftaleFactory(region__navn="Region Ø", gyldig_fra=date(2019, 7, 1))
    AftaleFactory(region=aftale.region, gyldig_fra=date(2024, 1, 1), gyldig_til=None)
    OrganFactory(region=aftale.region, gyldig_til=date(2022, 6, 30))
    OrganFactory(region=aftale.region, gyldig_fra=date(2022, 7, 1), gyldig_til=date.max)
    OrganFactory(region__navn="Region Æ", gyldig_fra=date(2027, 1, 1))
    OrganFactory(region__navn="Region Skjult", offentlig=False)

    with django_assert_num_queries(2):
        regioner = laes_regionsorganer(AnonymousUser())

    assert [en.region.navn for en in regioner] == ["Region Æ", "Region Ø"]
    assert skiftedage(regioner) == [date(2019, 7, 1), date(2022, 7, 1), date(2027, 1, 1)]
