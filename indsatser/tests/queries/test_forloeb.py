"""The portfolio as of a moment, read from history alone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from indsatser.domain.indlaesning import fortryd_indlaesning, samlet_aendring
from indsatser.models import Indlaesning, Indsats, Ressourcetraek
from indsatser.queries.grundlag import Grundlag
from indsatser.queries.grundlag_foer import aftalens_grundlag_paa, organets_grundlag_paa
from indsatser.queries.portefoelje import aftalens_portefoelje, organets_portefoelje
from indsatser.queries.tidspunkt import paa_dagen
from indsatser.tests.factories import (
    IndsatsFactory,
    MaalsaetningFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
)
from organisering.models import Bruger
from organisering.tests.factories import AftaleFactory, BrugerFactory, OrganFactory

pytestmark = pytest.mark.django_db

ALTSEENDE = Bruger(is_superuser=True)


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region, navn="Følgegruppen for prøver")


def billede(portefoelje):
    """Body, titles and years, as one reads them."""
    return [
        (et.organ.navn, r.maalsaetninger, r.titel, [c.aar for c in r.celler if c.planlagt])
        for et in portefoelje.afsnit
        for r in et.raekker
    ]


def som(aftale, tidspunkt, bruger=ALTSEENDE):
    return billede(aftalens_portefoelje(aftale, aftalens_grundlag_paa(aftale, tidspunkt, bruger)))


def test_the_portfolio_of_now_is_the_same_from_history_as_from_the_rows(aftale, organ):
    maal = MaalsaetningFactory(aftale=aftale, organ=organ)
    MaalsaetningFactory(aftale=aftale, organ=organ, raekkefoelge=2)
    post = PortefoeljepostFactory(organ=organ, indsats__aftale=aftale)
    post.indsats.gem_med(maalsaetninger=[maal])
    RessourcetraekFactory(post=post, aar=2021)
    i_dag = billede(aftalens_portefoelje(aftale, Grundlag.for_aftale(aftale, ALTSEENDE)))

    assert som(aftale, timezone.now()) == i_dag
    paa = organets_grundlag_paa(organ, [aftale], timezone.now(), ALTSEENDE)
    assert billede(organets_portefoelje(organ, paa)) == i_dag


def test_titles_bodies_targets_and_years_are_as_they_were(aftale, organ):
    maal = MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Vi vil nå det.")
    post = PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, indsats__titel="Gammel titel")
    post.indsats.gem_med(maalsaetninger=[maal])
    traek = RessourcetraekFactory(post=post, aar=2019)
    dengang = timezone.now()
    anden = OrganFactory(region=aftale.region, navn="Anden gruppe")
    organ.navn = "Nyt navn"
    organ.save()
    maal.tekst = "Vi vil nå mere."
    maal.save()
    post.indsats.titel = "Ny titel"
    post.indsats.gem_med(maalsaetninger=[])
    post.organ = anden
    post.save()
    traek.planlagt = False
    traek.save()

    assert som(aftale, dengang) == [("Følgegruppen for prøver", ("Vi vil nå det.",), "Gammel titel", [2019])]


def test_a_row_that_moved_back_and_forth_stands_where_it_stood(aftale, organ):
    anden = OrganFactory(region=aftale.region, navn="Anden gruppe")
    post = PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, indsats__titel="Vandrer")
    tidspunkter = []
    for sted in (anden, organ, anden):
        tidspunkter.append(timezone.now())
        post.organ = sted
        post.save()

    steder = [[linje[0] for linje in som(aftale, tidspunkt)] for tidspunkt in tidspunkter]

    assert steder == [[organ.navn], [anden.navn], [organ.navn]]


def test_what_an_undo_removed_stands_only_in_between(aftale, organ):
    bruger = BrugerFactory()
    foer = timezone.now()
    with samlet_aendring(aftale, slags=Indlaesning.Slags.values[0], kilde="Prøve", bruger=bruger) as indlaesning:
        indsats = IndsatsFactory(aftale=aftale, titel="Fortrudt")
        PortefoeljepostFactory(organ=organ, indsats=indsats)
    imens = timezone.now()
    fortryd_indlaesning(indlaesning, bruger=bruger)

    assert not Indsats.objects.exists()
    assert [som(aftale, naar) for naar in (foer, timezone.now())] == [[], []]
    assert [linje[2] for linje in som(aftale, imens)] == ["Fortrudt"]


def test_of_two_changes_at_the_same_moment_the_last_one_stands(aftale, organ):
    traek = RessourcetraekFactory(post__organ=organ, post__indsats__aftale=aftale, aar=2020)
    samme = timezone.now()
    for planlagt in (False, True, False):
        traek.planlagt = planlagt
        traek._history_date = samme
        traek.save()

    assert [linje[3] for linje in som(aftale, samme)] == [[]]
    assert [linje[3] for linje in som(aftale, samme - timedelta(microseconds=1))] == [[2020]]


@pytest.mark.parametrize(
    ("gemt", "dag", "staar"),
    [
        (datetime(2020, 7, 1, 21, 59, 59, tzinfo=UTC), date(2020, 7, 1), True),
        (datetime(2020, 7, 1, 22, 0, tzinfo=UTC), date(2020, 7, 1), False),
        (datetime(2020, 7, 1, 22, 0, tzinfo=UTC), date(2020, 7, 2), True),
        (datetime(2020, 1, 1, 23, 0, tzinfo=UTC), date(2020, 1, 1), False),
        (datetime(2020, 1, 1, 22, 59, 59, tzinfo=UTC), date(2020, 1, 1), True),
        # The nights on which the clock is put forward and back are 23 and 25 hours long.
        (datetime(2020, 3, 29, 21, 59, tzinfo=UTC), date(2020, 3, 29), True),
        (datetime(2020, 10, 25, 22, 59, tzinfo=UTC), date(2020, 10, 25), True),
    ],
)
def test_a_day_ends_at_midnight_in_denmark(aftale, organ, gemt, dag, staar):
    indsats = IndsatsFactory.build(aftale=aftale)
    indsats._history_date = gemt
    indsats.save()
    post = PortefoeljepostFactory.build(indsats=indsats, organ=organ)
    post._history_date = gemt
    post.save()

    assert bool(som(aftale, paa_dagen(dag).naar)) is staar


def test_before_the_first_change_there_is_nothing(aftale, organ):
    PortefoeljepostFactory(organ=organ, indsats__aftale=aftale)

    assert som(aftale, paa_dagen(date(1999, 1, 1)).naar) == []


def test_what_is_hidden_today_stays_hidden_in_the_past(aftale, organ):
    PortefoeljepostFactory(organ=organ, indsats__aftale=aftale)
    dengang = timezone.now()
    organ.offentlig = False
    organ.save()

    assert som(aftale, dengang, AnonymousUser()) == []
    assert len(som(aftale, dengang)) == 1


@pytest.mark.parametrize("antal", [1, 40])
def test_the_past_is_read_in_as_many_queries_whatever_its_size(aftale, organ, antal, django_assert_num_queries):
    for _ in range(antal):
        traek = RessourcetraekFactory(post__organ=organ, post__indsats__aftale=aftale)
        traek.planlagt = False
        traek.save()
    assert Ressourcetraek.historik.count() == 2 * antal

    with django_assert_num_queries(7):  # initiatives, rows, cells, targets, figures, who serves which, bodies
        assert len(som(aftale, timezone.now())) == antal
