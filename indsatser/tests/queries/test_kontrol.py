"""What the secretariat's control finds: one case that is wrong, beside one that is right."""

from datetime import date
from decimal import Decimal

import pytest

from indsatser.models import Cellevirkning, Punktemne
from indsatser.queries.kontrol.side import SLAGS, laes_antal, laes_fund, laes_kontrol
from indsatser.tests.factories import (
    DisponeringFactory,
    IndsatsFactory,
    MaalingFactory,
    MaalsaetningFactory,
    MaaltalFactory,
    MilepaelFactory,
    PuljeFactory,
    RessourcetraekFactory,
)
from indsatser.tests.kontrolscene import DAG, fundet, indsats, organ_uden_krav
from organisering.models import Organtype
from organisering.tests.factories import (
    AftaleFactory,
    DagsordenspunktFactory,
    DokumentFactory,
    MedlemskabFactory,
    OrganFactory,
    OrgantypeFactory,
    RolleFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    """A body of a kind that demands nothing."""
    return organ_uden_krav(aftale)


def test_an_agreement_in_order_has_no_findings(aftale, organ):
    indsats(aftale, organ)
    MaalingFactory(maaltal=MaaltalFactory(maalsaetning__aftale=aftale, maalsaetning__organ=organ, maal=Decimal(20)))

    assert laes_fund([aftale], dag=DAG) == []
    assert laes_kontrol(aftale, dag=DAG).i_alt == 0


def test_a_target_without_a_figure_and_one_without_data_are_told_apart(aftale, organ):
    maalsaetning = MaalsaetningFactory(aftale=aftale, organ=organ)
    uden_tal = MaaltalFactory(maalsaetning=maalsaetning, maaltekst="xx %")
    uden_data = MaaltalFactory(maalsaetning=maalsaetning, maal=Decimal(10))
    foraeldet = MaaltalFactory(maalsaetning=maalsaetning, maal=Decimal(10), basisvaerdi=Decimal(12), basisaar=2017)

    assert fundet("maal-uden-tal", aftale) == [str(uden_tal)]
    assert fundet("maal-uden-data", aftale) == [str(uden_data), str(foraeldet)]


def test_initiatives_without_body_years_or_tovholder_are_found_and_parts_and_closed_ones_are_not(aftale, organ):
    hel = indsats(aftale, organ)
    IndsatsFactory(aftale=aftale, overordnet=hel)
    IndsatsFactory(aftale=aftale, afsluttet=True)
    uden_organ = IndsatsFactory(aftale=aftale)
    uden_aar = indsats(aftale, organ, aar=())
    fjernet = indsats(aftale, organ)
    fjernet.poster.get().traek.all().delete()
    RessourcetraekFactory(post=fjernet.poster.get(), planlagt=False)
    uden_tovholder = indsats(aftale, organ, tovholder=None)

    assert fundet("uden-organ", aftale) == [str(uden_organ)]
    assert set(fundet("uden-aar", aftale)) == {str(uden_aar), str(fjernet)}
    assert fundet("uden-tovholder", aftale) == [str(uden_tovholder)]


def test_an_x_before_or_after_the_agreement_is_found_for_each_row(aftale, organ):
    udenfor = indsats(aftale, organ, aar=(2018, 2019, 2023, 2024))
    RessourcetraekFactory(post=udenfor.poster.get(), aar=2025, planlagt=False)
    uden_slut = AftaleFactory(gyldig_til=None)
    indsats(uden_slut, OrganFactory(region=uden_slut.region), aar=(2030,))

    (fund,) = (et for et in laes_fund([aftale, uden_slut], dag=DAG) if et.slags.noegle == "x-uden-for-perioden")

    assert (fund.om, fund.saetning) == (str(udenfor), f"X i 2018 og 2024 i {organ}.")


def test_milestones_are_late_by_the_expected_day_else_the_planned(aftale, organ):
    en, anden, tredje = (indsats(aftale, organ, titel=titel) for titel in ("Forebyggelse", "Telemedicin", "Kørsel"))
    MilepaelFactory(indsats=en, planlagt=date(2022, 5, 1))
    MilepaelFactory(indsats=anden, planlagt=date(2022, 5, 1), forventet=date(2022, 7, 1))
    MilepaelFactory(indsats=tredje, planlagt=date(2022, 5, 1), naaet=date(2022, 5, 20))

    assert fundet("milepael", aftale) == ["Forebyggelse"]


def test_an_agreement_past_its_last_day_is_found_until_it_is_succeeded_and_its_initiatives_closed(aftale, organ):
    en = indsats(aftale, organ)
    dag = date(2024, 1, 1)
    assert fundet("aftale-udloebet", aftale, dag=date(2023, 12, 31)) == []

    AftaleFactory(forgaenger=aftale)
    (fund,) = (et for et in laes_fund([aftale], dag=dag) if et.slags.noegle == "aftale-udloebet")
    assert fund.saetning == "Aftalen gjaldt til 31. december 2023. 1 indsats løber stadig."

    en.udfald, en.afsluttet_den = "afsluttet", date(2023, 12, 1)
    en.save()
    assert fundet("aftale-udloebet", aftale, dag=dag) == []


def test_papers_past_their_revision_are_found_for_agreement_body_and_initiative(aftale, organ):
    for_sent = date(2022, 1, 1)
    dokumenter = [
        DokumentFactory(organ=None, aftale=aftale, naeste_revision=for_sent, titel="Aftalens"),
        DokumentFactory(organ=organ, naeste_revision=for_sent, titel="Organets"),
        DokumentFactory(naeste_revision=for_sent, titel="Indsatsens"),
    ]
    DokumentFactory(organ=organ, naeste_revision=DAG, titel="I tide")
    DokumentFactory(naeste_revision=for_sent, titel="En andens")
    indsats(aftale, organ).gem_med(dokumenter=[dokumenter[2]])

    assert set(fundet("dokument", aftale)) == {"Aftalens", "Organets", "Indsatsens"}


def test_bodies_that_carry_the_agreement_and_lack_their_chairs_are_found_with_those_that_mirror_them(aftale):
    krav = OrgantypeFactory(slug="to-formaend", navn="To formænd", formandskab=Organtype.Formandskab.EN)
    baerer, spejl, andet = (OrganFactory(region=aftale.region, type=krav) for _ in range(3))
    spejl.spejler = baerer
    spejl.save()
    MaalsaetningFactory(aftale=aftale, organ=baerer)

    assert set(fundet("organ", aftale)) == {str(baerer), str(spejl)}
    MedlemskabFactory(organ=baerer, rolle=RolleFactory(slug="formand", er_formand=True))
    assert fundet("organ", aftale) == [str(spejl)]
    assert str(andet) not in fundet("organ", aftale)


def test_a_group_of_a_mirroring_kind_without_rows_is_found_where_its_kin_have_some(aftale, organ):
    gruppetype = OrgantypeFactory(implementeringsgruppe=True)
    tomt = OrganFactory(region=aftale.region)
    indsats(aftale, organ)
    uden = [OrganFactory(region=aftale.region, type=gruppetype, spejler=spejlet) for spejlet in (None, tomt)]
    OrganFactory(region=aftale.region, type=gruppetype, spejler=organ)
    andet = AftaleFactory(region=aftale.region)

    assert fundet("gruppe-uden-portefoelje", aftale) == [str(gruppe) for gruppe in uden]
    assert fundet("gruppe-uden-portefoelje", andet) == []


def test_pools_that_do_not_close_and_lines_of_another_year_are_found(aftale):
    gaar_op, skaev, tom = (PuljeFactory(aftale=aftale, beloeb=Decimal(2), aar=2021) for _ in range(3))
    DisponeringFactory(pulje=gaar_op, beloeb=Decimal(2))
    linje = DisponeringFactory(pulje=skaev, beloeb=Decimal(3), fra_aar=2020, til_aar=2020)

    assert fundet("pulje", aftale) == [str(skaev)]
    assert fundet("puljelinje", aftale) == [str(linje)]
    assert str(tom) not in fundet("pulje", aftale)


def test_an_approved_decision_about_an_initiative_that_changes_nothing_is_found(aftale, organ):
    en = indsats(aftale, organ)
    uden, med, droeftet = (
        DagsordenspunktFactory(moede__organ=organ, moede__udgivet=True, slags=slags)
        for slags in ("beslutning", "beslutning", "droeftelse")
    )
    udkast = DagsordenspunktFactory(moede__organ=organ, moede__afholdt=True)
    for punkt in (uden, med, droeftet, udkast):
        Punktemne.objects.create(punkt=punkt, indsats=en)
    Punktemne.objects.create(punkt=uden, maalsaetning=MaalsaetningFactory(aftale=aftale, organ=organ))
    Cellevirkning.objects.create(punkt=med, post=en.poster.get(), aar=2022, planlagt=True)

    assert fundet("beslutning", aftale) == [uden.titel]


def alt_galt(aftale, organ, antal):
    """An agreement with everything wrong, some times over."""
    for _ in range(antal):
        en = indsats(aftale, organ, aar=(2030,), tovholder=None)
        MilepaelFactory(indsats=en, planlagt=date(2020, 1, 1))
        IndsatsFactory(aftale=aftale)
        MaaltalFactory(maalsaetning__aftale=aftale, maalsaetning__organ=organ)
        DokumentFactory(organ=organ, naeste_revision=date(2020, 1, 1))
        DisponeringFactory(pulje__aftale=aftale, beloeb=Decimal(99), fra_aar=2019, til_aar=2019)
        punkt = DagsordenspunktFactory(moede__organ=organ, moede__udgivet=True)
        Punktemne.objects.create(punkt=punkt, indsats=en)


@pytest.mark.parametrize("antal", [1, 3])
def test_everything_is_found_in_a_constant_number_of_queries(aftale, organ, antal, django_assert_num_queries):
    alt_galt(aftale, organ, antal)
    aftaler = [aftale, *AftaleFactory.create_batch(antal, region=aftale.region)]

    with django_assert_num_queries(21):
        antallet = laes_antal(aftaler, dag=DAG)

    assert antallet[aftale.pk] > 8 * antal


def test_no_two_findings_share_a_key_and_every_kind_has_its_own(aftale, organ):
    alt_galt(aftale, organ, 2)
    noegler = [fund.noegle for fund in laes_fund([aftale], dag=date(2026, 1, 1))]

    assert len(noegler) == len(set(noegler))
    assert len({slags.noegle for slags in SLAGS}) == len(SLAGS)
