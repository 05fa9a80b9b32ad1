"""Everything about an initiative on one page, as each reader may see it."""

from datetime import date

import pytest

from indsatser.tests.factories import (
    DisponeringFactory,
    IndsatsFactory,
    MaalingFactory,
    MaalsaetningFactory,
    MaaltalFactory,
    MilepaelFactory,
    OpgaveoverdragelseFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
    RisikogruppeFactory,
    SporFactory,
    VirkemiddelFactory,
)
from organisering.tests.factories import (
    AftaleFactory,
    DokumentFactory,
    DokumentversionFactory,
    OrganFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def indsats(aftale):
    return IndsatsFactory(aftale=aftale, titel="Prøvens indsats")


def tekst(client, indsats):
    svar = client.get(indsats.get_absolute_url())
    assert svar.status_code == 200
    return svar.content.decode()


def test_the_overview_tells_whose_it_is_and_what_it_is_part_of(client, aftale, indsats):
    indsats.nummer, indsats.ansvar, indsats.tovholder = "3.2.6", "faelles", aftale.region
    indsats.overordnet = IndsatsFactory(aftale=aftale, titel="Det hele")
    indsats.gem_med(
        virkemidler=[VirkemiddelFactory(aftale=aftale, navn="Tænk nyt")],
        spor=[SporFactory(aftale=aftale, navn="Det ene spor")],
        risikogrupper=[RisikogruppeFactory(aftale=aftale, navn="Mellemrisikogruppen")],
    )
    IndsatsFactory(aftale=aftale, overordnet=indsats, titel="En del af den")

    side = tekst(client, indsats)

    for ventet in (
        "3.2.6 Prøvens indsats",
        "Sammen med kommuner og almen praksis",
        str(aftale.region),
        "Det hele",
        "Tænk nyt",
        "Det ene spor",
        "Mellemrisikogruppen",
        "En del af den",
    ):
        assert ventet in side


def test_the_chain_leads_only_to_agreements_that_the_reader_sees(client, indsats):
    skjult = IndsatsFactory(titel="Den skjulte forgænger", aftale__offentlig=False)
    indsats.forgaenger = skjult
    indsats.save()
    IndsatsFactory(titel="Den åbne efterfølger", forgaenger=indsats)
    IndsatsFactory(titel="Den skjulte efterfølger", forgaenger=indsats, aftale__offentlig=False)

    side = tekst(client, indsats)

    assert ("Den åbne efterfølger" in side, "skjulte" in side) == (True, False)


def test_amounts_and_what_was_drawn_stand_with_their_year(client, indsats):
    post = PortefoeljepostFactory(indsats=indsats, organ=OrganFactory(region=indsats.aftale.region))
    RessourcetraekFactory(post=post, aar=2020, beloeb="1.50", realiseret=True, faktisk="1.25")
    RessourcetraekFactory(post=post, aar=2021)

    svar = client.get(indsats.get_absolute_url())

    assert [traek.aar for traek in svar.context["side"].opgjorte] == [2020]
    for ventet in ("1,5", "1,25", "Ja"):
        assert ventet in svar.content.decode()


def test_milestones_are_in_order_and_the_late_are_told(client, indsats):
    MilepaelFactory(indsats=indsats, titel="Uden dato")
    MilepaelFactory(indsats=indsats, titel="Nået", planlagt=date(2020, 1, 1), naaet=date(2020, 2, 1))
    MilepaelFactory(indsats=indsats, titel="Sen", planlagt=date(2020, 6, 1))
    MilepaelFactory(indsats=indsats, titel="Udskudt", planlagt=date(2020, 7, 1), forventet=date(2999, 1, 1))
    MilepaelFactory(indsats=indsats, titel="Kommende", planlagt=date(2998, 1, 1))

    linjer = client.get(indsats.get_absolute_url()).context["side"].milepaele

    assert [(linje.milepael.titel, linje.tilstand, linje.maerke) for linje in linjer] == [
        ("Nået", "Nået 1. februar 2020, senere end planlagt", "success"),
        ("Sen", "Forsinket", "error"),
        ("Udskudt", "Udskudt", "warning"),
        ("Kommende", "Kommende", "neutral"),
        ("Uden dato", "Uden dato", "neutral"),
    ]


def test_papers_stand_with_version_and_overdue_revision_and_the_closed_ones_are_not_shown(client, aftale, indsats):
    aaben = DokumentFactory(organ=None, aftale=aftale, titel="Forløbsprogram", naeste_revision=date(2021, 1, 1))
    DokumentversionFactory.create_batch(2, dokument=aaben)
    lukket = DokumentFactory(organ=None, aftale=aftale, titel="Det lukkede papir", offentligt=False)
    indsats.gem_med(dokumenter=[aaben, lukket])

    side = tekst(client, indsats)
    assert [ord_ in side for ord_ in ("Forløbsprogram", "Version 2", "Revision overskredet")] == [True] * 3
    assert "Det lukkede papir" not in side

    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    assert "Det lukkede papir" in tekst(client, indsats)


@pytest.mark.parametrize("antal", [1, 4])
def test_the_page_has_a_constant_number_of_queries(client, aftale, indsats, antal, django_assert_num_queries):
    dokumenter = [DokumentversionFactory(dokument__organ=None, dokument__aftale=aftale).dokument for _ in range(antal)]
    indsats.gem_med(
        dokumenter=dokumenter,
        **{
            navn: fabrik.create_batch(antal, aftale=aftale)
            for navn, fabrik in (
                ("maalsaetninger", MaalsaetningFactory),
                ("virkemidler", VirkemiddelFactory),
                ("spor", SporFactory),
                ("risikogrupper", RisikogruppeFactory),
            )
        },
    )
    for maal in indsats.maalsaetninger.all():
        MaalingFactory(maaltal=MaaltalFactory(maalsaetning=maal))
    for spor in indsats.spor.all():
        spor.gem_med(organisationer=[aftale.region])
    for post in PortefoeljepostFactory.create_batch(antal, indsats=indsats):
        RessourcetraekFactory(post=post, beloeb="1.00")
    MilepaelFactory.create_batch(antal, indsats=indsats)
    IndsatsFactory.create_batch(antal, aftale=aftale, overordnet=indsats)
    for _ in range(antal):
        IndsatsFactory(forgaenger=indsats)

    with django_assert_num_queries(21):
        svar = client.get(indsats.get_absolute_url())

    side = svar.context["side"]
    assert {len(side.poster), len(side.maal), len(side.milepaele), len(side.dele), len(side.kaede.efter)} == {antal}


def test_a_place_without_years_says_so(client, indsats):
    post = PortefoeljepostFactory(indsats=indsats, organ=OrganFactory(region=indsats.aftale.region))
    assert "Ingen år er planlagt." in tekst(client, indsats)

    RessourcetraekFactory(post=post)

    assert "Ingen år er planlagt." not in tekst(client, indsats)


def test_a_place_follows_as_long_as_it_has_no_cells_and_the_mirrored_body_has_the_initiative(client, aftale, indsats):
    foelgegruppe = OrganFactory(region=aftale.region, navn="Den spejlede gruppe")
    gruppe = OrganFactory(region=aftale.region, spejler=foelgegruppe)
    post = PortefoeljepostFactory(indsats=indsats, organ=gruppe)
    foelger = ["Følger Den spejlede gruppe" in tekst(client, indsats)]

    PortefoeljepostFactory(indsats=indsats, organ=foelgegruppe)
    foelger.append("Følger Den spejlede gruppe" in tekst(client, indsats))
    RessourcetraekFactory(post=post, planlagt=False)
    foelger.append("Følger Den spejlede gruppe" in tekst(client, indsats))

    assert foelger == [False, True, False]


def test_what_a_hidden_body_promises_is_its_regions_own(client, aftale, indsats):
    skjult = OrganFactory(region=aftale.region, navn="Det skjulte organ", offentlig=False)
    maal = MaalsaetningFactory(aftale=aftale, organ=skjult, tekst="Det skjulte løfte")
    maaltal = MaaltalFactory(maalsaetning=maal)
    indsats.gem_med(maalsaetninger=[maal])
    hemmeligt = ("Det skjulte organ", "Det skjulte løfte", maaltal.get_absolute_url())

    offentligt = tekst(client, indsats)
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    eget = tekst(client, indsats)

    assert [(ord_ in offentligt, ord_ in eget) for ord_ in hemmeligt] == [(False, True)] * 3


def test_a_figure_that_builds_on_fewer_than_five_is_the_regions_own(client, aftale, indsats):
    maal = MaalsaetningFactory(aftale=aftale)
    indsats.gem_med(maalsaetninger=[maal])
    MaalingFactory(maaltal=MaaltalFactory(maalsaetning=maal), vaerdi="31.7", antal=3)

    offentligt = tekst(client, indsats)
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)

    assert ("31,7" in offentligt, "31,7" in tekst(client, indsats)) == (False, True)


def test_money_from_a_pool_and_a_task_transfer_stand_with_their_state(client, aftale, indsats):
    DisponeringFactory(pulje__aftale=aftale, pulje__navn="Prøvens pulje", indsats=indsats, beloeb="1.50")
    OpgaveoverdragelseFactory(aftale=aftale, indsats=indsats, titel="Prøvens opgave", tilstand="til_beslutning")

    side = tekst(client, indsats)

    for ventet in ("Prøvens pulje", "1,5", "Prøvens opgave", "Klar til beslutning"):
        assert ventet in side
