"""Two moments beside each other, by the rules of `docs/sammenligning.md`."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from indsatser.domain.celle import saet_aar
from indsatser.domain.indsats import afslut_indsats
from indsatser.domain.portefoeljepost import flyt_post
from indsatser.models import Indsats, Ressourcetraek
from indsatser.queries.celle import Celle
from indsatser.queries.grundlag_foer import organer_som_paa
from indsatser.queries.sammenligning import laes_sammenligning
from indsatser.queries.sammenligningstekst import som_tekst
from indsatser.queries.tidspunkt import Tidspunkt
from indsatser.tests.factories import (
    IndsatsFactory,
    MaalsaetningFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
)
from organisering.models import Bruger, Organ
from organisering.tests.factories import (
    AftaleFactory,
    DagsordenspunktFactory,
    MoedeFactory,
    OrganFactory,
    sekretariatsbruger,
)
from sundhedsaftale.faelles.historik import begrundet

pytestmark = pytest.mark.django_db

ALTSEENDE = Bruger(is_superuser=True, is_active=True)


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region, navn="Følgegruppen for prøver")


@pytest.fixture
def post(aftale, organ):
    post = PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, indsats__titel="Prøven")
    RessourcetraekFactory(post=post, aar=2020)
    return post


def nu(navn="nu"):
    return Tidspunkt(navn, navn, timezone.now())


def sammenlign(aftale, fra, til=None, bruger=ALTSEENDE, organ=None):
    til = til or nu()
    organer = organer_som_paa(Organ.objects.synlige_for(bruger), til.naar)
    return laes_sammenligning(aftale, organ, organer, fra, til, bruger)


def billede(sammenligning):
    """Kind, title and body, and what differs as `felt: før → efter`."""
    return [
        (str(gruppe.slags), en.titel, en.organ, [f"{li.felt}: {li.foer} → {li.efter}" for li in en.linjer])
        for gruppe in sammenligning.grupper
        for en in gruppe.forskelle
    ]


def test_nothing_changed_is_no_difference(aftale, post):
    fra = nu()

    assert sammenlign(aftale, fra).antal == 0
    assert "Ingen ændringer." in som_tekst(sammenlign(aftale, fra))


def test_added_with_its_body_and_years(aftale, organ):
    fra = nu()
    ny = PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, indsats__titel="Ny")
    for aar in (2020, 2021, 2023):
        RessourcetraekFactory(post=ny, aar=aar)

    assert billede(sammenlign(aftale, fra)) == [
        (
            "tilfoejet",
            "Ny",
            organ.navn,
            ["Indsatsen:  → oprettet", f"Organ:  → {organ.navn}", "Kryds:  → 2020, 2021 og 2023"],
        )
    ]


def test_closed_tells_how_and_not_the_phase_as_well(aftale, post):
    fra = nu()
    afslut_indsats(post.indsats, udfald="overdraget", dag=date(2021, 6, 1), begrundelse="Videre i driften")

    (linje,) = sammenlign(aftale, fra).grupper[2].forskelle[0].linjer
    assert (linje.felt, linje.foer, linje.efter) == ("Udfald", "Løber stadig", "Overdraget 1. juni 2021")
    assert (linje.ophav.hvem, linje.ophav.hvorfor) == ("Systemet", "Videre i driften")


def test_closed_and_reopened_is_no_difference_but_each_half_is(aftale, post):
    fra = nu()
    afslut_indsats(post.indsats, udfald="afsluttet", dag=date(2021, 6, 1), begrundelse="En fejl")
    lukket = nu()
    indsats = Indsats.objects.get()
    indsats.udfald, indsats.afsluttet_den, indsats.fase = "", None, "uoplyst"
    begrundet(indsats, "Genåbnet").save()

    assert sammenlign(aftale, fra).antal == 0
    assert billede(sammenlign(aftale, fra, lukket))[0][0] == "afsluttet"
    assert billede(sammenlign(aftale, lukket)) == [
        (
            "aendret",
            "Prøven",
            post.organ.navn,
            ["Udfald: Afsluttet 1. juni 2021 → Løber stadig", "Fase: Afsluttet → Fase ikke oplyst"],
        )
    ]


def test_moved_there_and_back_is_no_difference(aftale, organ, post):
    anden = OrganFactory(region=aftale.region, navn="Anden gruppe")
    fra = nu()
    flyt_post(post, til=anden, begrundelse="Hen")
    midt = nu()
    assert billede(sammenlign(aftale, fra, midt)) == [
        ("flyttet", "Prøven", "Anden gruppe", [f"Organ: {organ.navn} → Anden gruppe"])
    ]
    flyt_post(post, til=organ, begrundelse="Tilbage")

    assert sammenlign(aftale, fra).antal == 0
    (flyttet,) = sammenlign(aftale, midt).grupper[3].forskelle
    assert flyttet.linjer[0].ophav.hvorfor == "Tilbage"


def test_a_body_tells_of_what_came_and_what_went(aftale, organ, post):
    anden = OrganFactory(region=aftale.region, navn="Anden gruppe")
    PortefoeljepostFactory(organ=anden, indsats__aftale=aftale, indsats__titel="Uvedkommende")
    fra = nu()
    flyt_post(post, til=anden, begrundelse="Hen")
    PortefoeljepostFactory(organ=anden, indsats__aftale=aftale, indsats__titel="Også uvedkommende")

    assert [linje[:2] for linje in billede(sammenlign(aftale, fra, organ=organ))] == [("flyttet", "Prøven")]
    assert [linje[:2] for linje in billede(sammenlign(aftale, fra, organ=anden))] == [
        ("tilfoejet", "Også uvedkommende"),
        ("flyttet", "Prøven"),
    ]


def test_an_initiative_taken_away_by_undo_is_told_without_a_link(aftale, post):
    fra = nu()
    post.indsats.delete()

    (fjernet,) = sammenlign(aftale, fra).grupper[1].forskelle
    assert (fjernet.titel, fjernet.indsats_id) == ("Prøven", None)
    assert [(li.felt, li.foer, li.efter) for li in fjernet.linjer] == [
        ("Indsatsen", "i aftalen", ""),
        ("Organ", post.organ.navn, ""),
    ]


def test_an_x_moved_by_one_act_is_one_line_with_its_decision(aftale, organ, post):
    fra = nu()
    punkt = DagsordenspunktFactory(moede=MoedeFactory(organ=organ), titel="Nye år")
    for aar, sat in ((2020, False), (2022, True)):
        saet_aar(post, Celle(aar, sat, version=int(aar == 2020)), begrundelse="Besluttet", besluttet_i=punkt)

    (forskel,) = sammenlign(aftale, fra).grupper[4].forskelle
    (linje,) = forskel.linjer
    assert (linje.felt, linje.foer, linje.efter) == ("Kryds", "2020", "2022")
    assert linje.ophav.beslutning.tekst == punkt.henvisning


def test_fields_amounts_and_targets_served(aftale, organ, post):
    maal = MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Vi vil nå det.")
    fra = nu()
    indsats = Indsats.objects.get()
    indsats.titel, indsats.fase, indsats.intern_note = "Prøven 2", "i_drift", "Hemmeligt"
    indsats.gem_med(maalsaetninger=[maal])
    traek = Ressourcetraek.objects.get()
    traek.beloeb, traek.realiseret = 2, True
    traek.save()

    assert billede(sammenlign(aftale, fra)) == [
        (
            "aendret",
            "Prøven 2",
            organ.navn,
            [
                "Titel: Prøven → Prøven 2",
                "Fase: Fase ikke oplyst → I drift",
                "Målsætninger:  → Vi vil nå det.",
                "2020: beløb (mio. kr.):  → 2",
                "2020: trak ressourcer:  → ja",
            ],
        )
    ]


def test_the_anonymous_reader_learns_what_and_by_which_decision_but_neither_who_nor_why(aftale, organ, post):
    fra = nu()
    punkt = DagsordenspunktFactory(moede=MoedeFactory(organ=organ))
    bruger = sekretariatsbruger(aftale.region)
    traek = Ressourcetraek.objects.get()
    traek.planlagt, traek.besluttet_i, traek._history_user = False, punkt, bruger
    begrundet(traek, "En intern grund").save()

    for laeser, hvem, hvorfor in ((AnonymousUser(), "", ""), (bruger, str(bruger), "En intern grund")):
        sammenligning = sammenlign(aftale, fra, bruger=laeser)
        (forskel,) = sammenligning.grupper[4].forskelle
        ophav = forskel.linjer[0].ophav
        assert (ophav.hvem, ophav.hvorfor, ophav.beslutning.tekst) == (
            hvem,
            hvorfor,
            punkt.moede.henvisning if not hvem else punkt.henvisning,
        )
        assert bool(hvem) is (str(bruger) in som_tekst(sammenligning))


def test_a_body_the_reader_does_not_see_is_not_named(aftale, organ, post):
    hemmelig = OrganFactory(region=aftale.region, navn="Hemmelig gruppe", offentlig=False)
    fra = nu()
    flyt_post(post, til=hemmelig, begrundelse="Væk")
    midt = nu()
    flyt_post(post, til=organ, begrundelse="Tilbage")

    til = billede(sammenlign(aftale, fra, midt, AnonymousUser()))
    hjem = billede(sammenlign(aftale, midt, bruger=AnonymousUser()))
    assert til == [("aendret", "Prøven", organ.navn, [f"Organ: {organ.navn} → "])]
    assert hjem == [("aendret", "Prøven", organ.navn, [f"Organ:  → {organ.navn}", "Kryds:  → 2020"])]


def test_the_older_moment_comes_first(aftale, organ):
    fra = nu("før")
    IndsatsFactory(aftale=aftale)
    til = nu("efter")

    omvendt = sammenlign(aftale, til, fra)
    assert (omvendt.fra, omvendt.til) == (fra, til)
    assert billede(omvendt) == billede(sammenlign(aftale, fra, til))
