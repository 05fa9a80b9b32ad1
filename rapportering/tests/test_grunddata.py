"""The shipped agreement, loaded as a new portal loads it."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import Count
from pytest_django import Settings

from indsatser.models import Indsats, Maalsaetning, Maaltal, Portefoeljepost, Ressourcetraek
from organisering.models import Aftale, Bruger, Medlemskab, Moede, Organ, Organisation, Organomraade, Person, Rolle
from rapportering.grunddata.indlaes import SUNDHEDSAFTALE
from rapportering.grunddata.tabel import AARSAG
from rapportering.models import Rapporttype, Statusrapport
from rapportering.tests.raekker import antal_raekker

pytestmark = pytest.mark.django_db
FOELGEGRUPPER = "foelgegruppe"


def koer() -> str:
    ud = StringIO()
    call_command("indlaes_grunddata", stdout=ud)
    return ud.getvalue()


@pytest.fixture(scope="module")
def grunddata(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """Load once for all tests here and give what the command says; each test works inside the transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield koer()
        transaction.set_rollback(True)


def test_foelgegruppernes_portfolios_have_47_rows_and_98_crosses(grunddata: str) -> None:
    poster = Portefoeljepost.objects.filter(organ__type__slug=FOELGEGRUPPER)
    traek = Ressourcetraek.objects.filter(post__in=poster, planlagt=True)

    assert poster.count() == 47
    assert Counter(traek.values_list("aar", flat=True)) == {2019: 33, 2020: 29, 2021: 18, 2022: 11, 2023: 7}
    assert Ressourcetraek.objects.count() == 98


def test_46_initiatives_of_which_one_is_shared_by_two_foelgegrupper(grunddata: str) -> None:
    i_foelgegrupper = Indsats.objects.filter(poster__organ__type__slug=FOELGEGRUPPER)
    delte = i_foelgegrupper.annotate(grupper=Count("poster")).filter(grupper__gt=1)

    assert i_foelgegrupper.distinct().count() == 46
    assert [i.titel for i in delte] == ["Samarbejde om rehabilitering og recovery vedrørende psykiatrien"]


def test_seven_tasks_wait_for_dak_to_place_them_and_no_other_initiative_stands_nowhere(grunddata: str) -> None:
    uplacerede = Indsats.objects.uplacerede()

    assert [indsats.titel for indsats in uplacerede.order_by("pk")] == [
        "Sundhedsprofilen",
        "Monitorering",
        "Ledelsesinformation",
        "Afrapportering af de 8 nationale mål",
        "Modellen for planlagt og aftalt opgaveoverdragelse",
        "Landsdelsprogrammet for KOL i Syddanmark",
        "Tværsektoriel anvendelse af video",
    ]
    assert {indsats.aftale.slug for indsats in uplacerede} == {SUNDHEDSAFTALE}


def test_the_shared_initiative_has_the_targets_of_both_rows(grunddata: str) -> None:
    delt = Indsats.objects.get(titel__contains="rehabilitering og recovery")

    assert [m.tekst for m in delt.maalsaetninger.order_by("organ__navn")] == [
        "Vi vil reducere overdødeligheden blandt borgere med psykiske lidelser til maksimalt XX%.",
        "Vi vil sikre, at andelen af psykisk syge, som fastholdes på arbejdsmarkedet er øget til 51%.",
    ]
    assert delt.historik.count() == 1


def test_every_new_initiative_has_a_target_and_four_targets_have_no_initiative(grunddata: str) -> None:
    uden = Maalsaetning.objects.filter(aftale__slug=SUNDHEDSAFTALE, indsatser__isnull=True).order_by("raekkefoelge")

    nye = Indsats.objects.filter(aftale__slug=SUNDHEDSAFTALE, slags=Indsats.Slags.NY, poster__isnull=False)
    assert not nye.filter(maalsaetninger__isnull=True).exists()
    assert [(m.organ.slug, m.raekkefoelge) for m in uden] == [
        ("foelgegruppen-behandling-og-pleje", plads) for plads in (4, 5, 6, 7)
    ]


def test_16_targets_stand_under_three_foelgegrupper(grunddata: str) -> None:
    aftalens = Maalsaetning.objects.filter(aftale__slug=SUNDHEDSAFTALE)

    assert Counter(aftalens.values_list("organ__slug", flat=True)) == {
        "foelgegruppen-forebyggelse": 5,
        "foelgegruppen-behandling-og-pleje": 8,
        "foelgegruppen-uddannelse-og-arbejde": 3,
    }
    assert Maaltal.objects.count() == 20


def test_every_figure_is_one_that_the_target_itself_states(grunddata: str) -> None:
    for maaltal in Maaltal.objects.select_related("maalsaetning"):
        assert maaltal.maaltekst
        assert maaltal.maaltekst in maaltal.maalsaetning.tekst
        if maaltal.maal is None:
            assert not any(tegn.isdigit() for tegn in maaltal.maaltekst)
        else:
            assert f"{maaltal.maal:.0f}" in maaltal.maaltekst


def test_targets_that_are_not_fixed_have_no_value(grunddata: str) -> None:
    assert Counter(Maaltal.objects.filter(maal__isnull=True).values_list("maaltekst", flat=True)) == {
        "reducere andelen": 3,
        "maksimalt XX%": 1,
        "minimum xx%": 1,
    }


def test_only_the_three_sourced_baselines_have_a_value(grunddata: str) -> None:
    baseret = Maaltal.objects.exclude(basisvaerdi=None)

    assert {m.betegnelse: (m.basisvaerdi, m.basisaar) for m in baseret} == {
        "Andel daglige rygere": (Decimal("18.5"), 2017),
        "Andel med dårlig mental trivsel, mænd": (Decimal(11), None),
        "Andel med dårlig mental trivsel, kvinder": (Decimal(23), None),
    }
    assert not baseret.filter(kildeadresse="").exists()


def test_an_implementation_group_follows_the_body_it_mirrors_without_years_of_its_own(grunddata: str) -> None:
    gruppe = Organ.objects.get(slug="implementeringsgruppen-uddannelse-og-arbejde")
    egne = gruppe.poster.order_by("raekkefoelge")
    spejlede = gruppe.portefoeljeorgan.poster.order_by("raekkefoelge")

    assert [(p.indsats, p.rolle) for p in egne] == [(p.indsats, "implementerer") for p in spejlede]
    assert not Ressourcetraek.objects.filter(post__organ=gruppe).exists()


def test_the_ladder_of_bodies(grunddata: str) -> None:
    sof = Organ.objects.filter(type__slug="samordningsforum")
    grupper = Organ.objects.get(slug="sof-soenderjylland").under.filter(spejler__isnull=False)

    assert Counter(sof.values_list("speciale", flat=True)) == {"somatik": 3, "psykiatri": 3, "begge": 1}
    assert {o.refererer_til.slug for o in sof if o.refererer_til} == {"dak"}
    assert {o.spejler.slug for o in grupper if o.spejler} == set(
        Organ.objects.filter(type__slug=FOELGEGRUPPER).values_list("slug", flat=True)
    )


def test_all_22_municipalities_lie_in_exactly_one_somatic_area(grunddata: str) -> None:
    omraader = Organomraade.objects.filter(organisation__slags=Organisation.Slags.KOMMUNE)
    steder = Counter(omraader.exclude(organ__speciale="psykiatri").values_list("organisation__navn", flat=True))

    kommuner = Organisation.objects.kommuner().filter(region__navn="Region Syddanmark")

    assert set(steder) == set(kommuner.values_list("navn", flat=True))
    assert (len(steder), set(steder.values())) == (22, {1})


def test_unverified_areas_are_marked_and_every_area_has_a_source(grunddata: str) -> None:
    bekraeftede = Organomraade.objects.filter(verificeret=True, organisation__slags=Organisation.Slags.KOMMUNE)

    assert set(bekraeftede.values_list("organ__slug", flat=True)) == {"sof-svs", "sof-soenderjylland"}
    assert bekraeftede.count() == 9
    assert not Organomraade.objects.filter(kilde="").exists()


def test_every_municipality_is_known_by_its_short_name_and_spelling_variants(grunddata: str) -> None:
    skrivemaader = {o.navn: o.aliasser.splitlines() for o in Organisation.objects.kommuner()}

    assert all(navn.removesuffix(" Kommune") in andre for navn, andre in skrivemaader.items())
    assert "Åbenrå Kommune" in skrivemaader["Aabenraa Kommune"]
    assert "Fåborg-Midtfyn" in skrivemaader["Faaborg-Midtfyn Kommune"]
    assert not Organisation.objects.exclude(kode="").exists()


def test_the_parties_of_the_agreement_are_the_region_and_its_22_municipalities(grunddata: str) -> None:
    parter = Aftale.objects.get(slug=SUNDHEDSAFTALE).parter

    assert Counter(parter.values_list("organisation__slags", flat=True)) == {"region": 1, "kommune": 22}


def test_history_says_where_the_portfolio_came_from(grunddata: str) -> None:
    for model in (Organ, Aftale, Indsats, Maaltal, Portefoeljepost, Ressourcetraek):
        aarsager = model.historik.values_list("history_change_reason", flat=True)
        assert Counter(aarsager) == {AARSAG: model._default_manager.count()}


def test_no_people_and_no_examples_come_with_it(grunddata: str) -> None:
    assert [model.objects.count() for model in (Person, Bruger, Medlemskab, Moede, Statusrapport)] == [0] * 5
    assert (Rolle.objects.exists(), Rapporttype.objects.exists()) == (True, True)


def test_indlaes_grunddata_runs_in_production_and_a_second_time_changes_nothing(
    grunddata: str, settings: Settings
) -> None:
    settings.INDLEJRET = False
    foer = antal_raekker()

    assert koer() == "Grunddata er allerede indlæst.\n"

    assert antal_raekker() == foer
