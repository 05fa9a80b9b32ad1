from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from indsatser.domain.indlaesning import fortryd_indlaesning
from indsatser.domain.overdragelse import Oenske, overdrag_indsatser
from indsatser.models import Indlaesning, Indsats
from indsatser.queries.indsatskaede import laes_indsatskaede
from indsatser.queries.indsatslighed import Titellighed
from indsatser.queries.overdragelse import laes_overdragelse, mulige_aftaler
from indsatser.tests.factories import (
    IndsatsFactory,
    MaalsaetningFactory,
    MilepaelFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
    RisikogruppeFactory,
)
from organisering.models import Bruger
from organisering.tests.factories import AftaleFactory, BrugerFactory, DokumentFactory, OrganFactory
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db

ALTSEENDE = Bruger(is_superuser=True, is_active=True)
DAG = date(2023, 12, 31)


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def naeste(aftale):
    return AftaleFactory(
        region=aftale.region, forgaenger=aftale, gyldig_fra=date(2024, 1, 1), gyldig_til=date(2027, 12, 31)
    )


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region, gyldig_til=DAG)


@pytest.fixture
def afloeser(organ):
    return OrganFactory(region=organ.region, forgaenger=organ, gyldig_fra=date(2024, 1, 1))


def overdrag(aftale, naeste, *oensker):
    return overdrag_indsatser(oensker, fra=aftale, til=naeste, dag=DAG, begrundelse="Ny aftale", bruger=BrugerFactory())


def test_one_that_goes_on_is_closed_here_and_stands_there_in_the_successors_portfolio(aftale, naeste, organ, afloeser):
    fremmed, samme = (MaalsaetningFactory(aftale=aftale, tekst=tekst) for tekst in ("Kun her", "Også der"))
    der = MaalsaetningFactory(aftale=naeste, tekst="Også der")
    post = PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, indsats__titel="Prøven")
    post.indsats.gem_med(maalsaetninger=[fremmed, samme], risikogrupper=[RisikogruppeFactory(aftale=aftale)])
    RessourcetraekFactory(post=post)
    (linje,) = laes_overdragelse(aftale, naeste, {post.indsats_id: "viderefoert"}, ALTSEENDE)
    assert (linje.modtagere, linje.uden_modtager) == ([afloeser], False)

    overdrag(aftale, naeste, Oenske(post.indsats, "viderefoert", linje.modtagere))

    gammel, ny = Indsats.objects.order_by("pk")
    assert (gammel.udfald, gammel.afsluttet_den) == ("viderefoert", DAG)
    assert (ny.titel, ny.aftale, ny.forgaenger, ny.slags) == ("Prøven", naeste, gammel, "eksisterende")
    assert [*ny.maalsaetninger.all()] == [der]
    assert not ny.risikogrupper.exists()
    assert [(en.organ, en.traek.count()) for en in ny.poster.all()] == [(afloeser, 0)]


def test_all_of_it_is_one_act_that_is_undone_as_one(aftale, naeste):
    indsatser = [IndsatsFactory(aftale=aftale, titel=titel) for titel in ("Alfa", "Beta")]
    akt = overdrag(
        aftale,
        naeste,
        *(Oenske(en, udfald) for en, udfald in zip(indsatser, ("viderefoert", "overdraget"), strict=True)),
    )
    assert Indsats.objects.aktive().count() == 1

    fortryd_indlaesning(akt, bruger=BrugerFactory())

    assert [*Indsats.objects.aktive().order_by("titel")] == indsatser


def test_a_body_without_a_successor_leaves_the_choice_open(aftale, naeste, organ):
    post = PortefoeljepostFactory(organ=organ, indsats__aftale=aftale)

    (linje,) = laes_overdragelse(aftale, naeste, {post.indsats_id: "viderefoert"}, ALTSEENDE)

    assert (linje.modtagere, linje.uden_modtager) == ([], True)


def test_the_next_agreements_own_initiative_goes_on_with_it(aftale, naeste):
    gammel, egen = IndsatsFactory(aftale=aftale, titel="Prøven"), IndsatsFactory(aftale=naeste, titel="prøven ")
    (linje,) = laes_overdragelse(aftale, naeste, {gammel.pk: "viderefoert"}, ALTSEENDE)
    assert (linje.tvilling, linje.samme_titel) == (egen, True)

    overdrag(aftale, naeste, Oenske(gammel, "viderefoert", tvilling=linje.tvilling))

    egen.refresh_from_db()
    assert (egen.forgaenger, Indsats.objects.count()) == (gammel, 2)


@pytest.mark.parametrize(
    ("titel", "oenske", "tekst"),
    [
        ("PRØVEN af  samarbejdet", {}, "allerede en indsats med den titel"),
        ("Prøven af samarbejdet", {"ogsaa_lignende": True}, "allerede en indsats med den titel"),
        ("Prøve af samarbejdet", {}, "som ligner. Vælg, om den fortsætter"),
    ],
)
def test_no_silent_twin_is_made_and_nothing_is_saved(aftale, naeste, titel, oenske, tekst):
    gammel, anden = IndsatsFactory(aftale=aftale, titel="Prøven af samarbejdet"), IndsatsFactory(aftale=aftale)
    IndsatsFactory(aftale=naeste, titel=titel)

    with pytest.raises(Regelbrud, match=f"Prøven af samarbejdet: .*{tekst}"):
        overdrag(aftale, naeste, Oenske(anden, "afsluttet"), Oenske(gammel, "viderefoert", **oenske))

    assert Indsats.objects.filter(aftale=aftale).aktive().count() == 2


def test_one_that_resembles_can_stand_beside_when_that_is_wished(aftale, naeste):
    gammel = IndsatsFactory(aftale=aftale, titel="Prøven af samarbejdet")
    IndsatsFactory(aftale=naeste, titel="Prøve af samarbejdet")

    overdrag(aftale, naeste, Oenske(gammel, "viderefoert", ogsaa_lignende=True))

    assert gammel.efterfoelgere.get().titel == "Prøven af samarbejdet"


def test_one_initiative_cannot_go_on_from_two(aftale, naeste):
    egen = IndsatsFactory(aftale=naeste, forgaenger=IndsatsFactory(aftale=aftale))

    with pytest.raises(Regelbrud, match="fortsætter allerede en anden"):
        overdrag(aftale, naeste, Oenske(IndsatsFactory(aftale=aftale), "viderefoert", tvilling=egen))


def test_parts_follow_what_they_are_part_of(aftale, naeste):
    hele = IndsatsFactory(aftale=aftale, titel="Det hele")
    del_ = IndsatsFactory(aftale=aftale, titel="En del", overordnet=hele)

    overdrag(aftale, naeste, Oenske(del_, "viderefoert"), Oenske(hele, "viderefoert"))

    assert del_.efterfoelgere.get().overordnet == hele.efterfoelgere.get()


def test_parts_of_parts_follow_whatever_was_made_first(aftale, naeste):
    blad = IndsatsFactory(aftale=aftale, titel="Delens del")
    top = IndsatsFactory(aftale=aftale, titel="Det hele")
    midte = IndsatsFactory(aftale=aftale, titel="En del", overordnet=top)
    top.overordnet, blad.overordnet = IndsatsFactory(aftale=aftale, titel="Det øverste"), midte
    top.save()
    blad.save()

    overdrag(aftale, naeste, *(Oenske(en, "viderefoert") for en in (blad, midte, top, top.overordnet)))

    ny = blad.efterfoelgere.get()
    assert [ny.overordnet.titel, ny.overordnet.overordnet.titel, ny.overordnet.overordnet.overordnet.titel] == [
        "En del",
        "Det hele",
        "Det øverste",
    ]


def test_the_bodies_papers_go_along_and_the_agreements_stay(aftale, naeste, organ):
    gammel = IndsatsFactory(aftale=aftale)
    aftalens, organets = DokumentFactory(organ=None, aftale=aftale), DokumentFactory(organ=organ)
    gammel.dokumenter.set([aftalens, organets])

    overdrag(aftale, naeste, Oenske(gammel, "viderefoert"))

    assert [*gammel.efterfoelgere.get().dokumenter.all()] == [organets]


def test_what_goes_on_is_not_reopened_when_its_continuation_has_been_built_on(aftale, naeste):
    alfa, beta = (IndsatsFactory(aftale=aftale, titel=titel) for titel in ("Alfa", "Beta"))
    akt = overdrag(aftale, naeste, Oenske(alfa, "viderefoert"), Oenske(beta, "viderefoert"))
    MilepaelFactory(indsats=alfa.efterfoelgere.get())

    assert fortryd_indlaesning(akt, bruger=BrugerFactory()) == 2

    assert [en.titel for en in Indsats.objects.aktive().order_by("pk")] == ["Beta", "Alfa"]
    assert alfa.efterfoelgere.get() in Indsats.objects.aktive()
    assert f"Indsatsen er ført videre i {naeste} og kan ikke genoptages her." in [
        linje["urort"] for linje in Indlaesning.objects.get().urorte
    ]


def test_a_long_title_of_the_next_agreement_is_cut_where_the_act_is_named(aftale, naeste):
    naeste.titel = "A" * 200
    naeste.save()

    akt = overdrag(aftale, naeste, Oenske(IndsatsFactory(aftale=aftale), "viderefoert"))

    assert akt.kilde == f"Overdragelse til {'A' * 200}"[:200]


def test_where_to_begins_with_the_agreement_that_follows(aftale):
    senere = AftaleFactory(region=aftale.region, gyldig_fra=date(2020, 1, 1), titel="Aaben")
    AftaleFactory(region=aftale.region, gyldig_fra=date(2010, 1, 1))
    AftaleFactory(gyldig_fra=date(2024, 1, 1), gyldig_til=None)
    efter = AftaleFactory(region=aftale.region, forgaenger=aftale, gyldig_fra=date(2024, 1, 1), gyldig_til=None)

    assert mulige_aftaler(aftale, ALTSEENDE) == [efter, senere]


@pytest.mark.parametrize(
    ("titel", "anden", "ligner"),
    [
        ("Samarbejdsaftale om sårbare gravide", "Samarbejdsaftalen om sårbare gravide", True),
        ("Samarbejdsaftale om gravide", "Samarbejdsaftale om genoptræning", False),
        ("Aftale 1 om gravide", "Aftale 2 om gravide", False),
        ("“Røgfri fremtid”", "Røgfri fremtid", True),
    ],
)
def test_titles_that_say_the_same_are_found(aftale, titel, anden, ligner):
    lighed = Titellighed([IndsatsFactory(aftale=aftale, titel=anden)])

    assert ((lighed.samme(titel) or lighed.lignende(titel)) is not None) is ligner


def test_the_chain_is_read_both_ways_as_far_as_the_reader_sees(aftale, naeste):
    plan = AftaleFactory(region=aftale.region, gyldig_fra=date(2028, 1, 1), gyldig_til=None)
    foerste = IndsatsFactory(aftale=aftale)
    anden = IndsatsFactory(aftale=naeste, forgaenger=foerste)
    tredje = IndsatsFactory(aftale=plan, forgaenger=anden)

    def kaede(indsats):
        fundet = laes_indsatskaede(indsats, bruger=AnonymousUser())
        return [*fundet.foer], [*fundet.efter]

    assert kaede(foerste) == ([], [anden, tredje])
    assert kaede(tredje) == ([foerste, anden], [])
    plan.offentlig = False
    plan.save()
    assert kaede(anden) == ([foerste], [])
