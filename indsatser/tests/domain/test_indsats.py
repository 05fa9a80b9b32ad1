from datetime import date, timedelta

import pytest
from django.utils import timezone

from indsatser.domain.indsats import afslut_indsats, find_tvilling, gem_raekke, opret_indsats
from indsatser.models import Indsats, Portefoeljepost, Ressourcetraek
from indsatser.queries.celle import Celle
from indsatser.tests.factories import (
    IndsatsFactory,
    MaalsaetningFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
    RisikogruppeFactory,
)
from organisering.tests.factories import AftaleFactory, OrganFactory, OrgantypeFactory
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


def opret(organ, aftale, *, titel="Ny indsats", maal=(), grupper=(), aar=(), begrundelse=""):
    return opret_indsats(
        Indsats(aftale=aftale, titel=titel),
        organ,
        maalsaetninger=maal,
        risikogrupper=grupper,
        aar=aar,
        begrundelse=begrundelse,
    )


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region)


def test_a_new_initiative_stands_last_with_its_years_targets_and_risk_groups(aftale, organ):
    PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, raekkefoelge=4)
    maal, gruppe = MaalsaetningFactory(aftale=aftale), RisikogruppeFactory(aftale=aftale)

    post = opret(organ, aftale, maal=[maal], grupper=[gruppe], aar=[2019, 2021], begrundelse="SKU")

    assert (post.organ, post.raekkefoelge) == (organ, 5)
    assert list(post.traek.values_list("aar", "planlagt")) == [(2019, True), (2021, True)]
    assert list(post.indsats.maalsaetninger.all()) == [maal]
    assert list(post.indsats.risikogrupper.all()) == [gruppe]
    for model in (Indsats, Portefoeljepost):
        assert model.historik.latest("history_id").history_change_reason == "SKU"


@pytest.mark.parametrize("titel", ["Prøveindsats", "prøveINDSATS", "  Prøveindsats "])
def test_the_same_title_twice_in_an_agreement_is_refused(aftale, organ, titel):
    IndsatsFactory(aftale=aftale, titel="Prøveindsats")
    IndsatsFactory(titel="En anden aftales")

    with pytest.raises(Regelbrud, match="allerede en indsats med den titel"):
        opret(organ, aftale, titel=titel)

    assert find_tvilling(aftale, "En anden aftales") is None
    assert Portefoeljepost.objects.count() == 0


def test_a_year_outside_the_agreement_creates_nothing(aftale, organ):
    with pytest.raises(Regelbrud, match="2024 ligger uden for aftalens år"):
        opret(organ, aftale, aar=[2019, 2024])

    assert not Indsats.objects.exists()


@pytest.mark.parametrize("hvad", ["maal", "grupper"])
def test_targets_and_risk_groups_of_another_agreement_are_refused(aftale, organ, hvad):
    fremmed = {"maal": MaalsaetningFactory, "grupper": RisikogruppeFactory}[hvad]()

    with pytest.raises(Regelbrud, match="samme aftale"):
        opret(organ, aftale, **{hvad: [fremmed]})


@pytest.mark.parametrize(
    ("felter", "grund"),
    [
        ({"region": "anden"}, "anden region"),
        ({"gyldig_fra": date(2024, 1, 1)}, "fandtes ikke"),
        ({"gyldig_til": date(2018, 12, 31)}, "fandtes ikke"),
        ({"sekretariat": True}, "sekretariat"),
    ],
)
def test_a_body_that_cannot_carry_the_agreement_is_refused(aftale, felter, grund):
    felter = {"region": aftale.region, **felter}
    if felter["region"] == "anden":
        del felter["region"]
    if felter.pop("sekretariat", False):
        felter["type"] = OrgantypeFactory(sekretariat=True)

    with pytest.raises(Regelbrud, match=grund):
        opret(OrganFactory(**felter), aftale)

    assert not Indsats.objects.exists()


@pytest.mark.parametrize("felter", [{"gyldig_fra": date(2023, 12, 31)}, {"gyldig_til": date(2019, 1, 1)}])
def test_a_body_that_touches_the_period_carries_it(aftale, felter):
    assert opret(OrganFactory(region=aftale.region, **felter), aftale).pk


def gem(post, indsats, *, maal=(), celler=(), begrundelse="Revision"):
    return gem_raekke(post, indsats, maalsaetninger=maal, risikogrupper=[], celler=celler, begrundelse=begrundelse)


def test_a_row_is_saved_with_its_cells_as_one_act():
    post = PortefoeljepostFactory()
    indsats = Indsats.objects.get()
    indsats.titel = "Bedre titel"

    assert gem(post, indsats, celler=[Celle(2021, planlagt=True)]) is True

    assert Indsats.objects.get().titel == "Bedre titel"
    assert {h.history_change_reason for h in (Indsats.historik.first(), Ressourcetraek.historik.first())} == {
        "Revision"
    }


def test_an_unchanged_row_leaves_no_history():
    post = PortefoeljepostFactory()

    assert gem(post, Indsats.objects.get()) is False

    assert Indsats.historik.count() == 1


def test_changing_only_the_targets_is_a_change():
    maal = MaalsaetningFactory()
    post = PortefoeljepostFactory(indsats__aftale=maal.aftale)

    assert gem(post, Indsats.objects.get(), maal=[maal]) is True
    assert gem(post, Indsats.objects.get(), maal=[maal]) is False
    assert gem(post, Indsats.objects.get(), maal=[]) is True


def test_a_stale_initiative_takes_its_cells_down_with_it():
    traek = RessourcetraekFactory(aar=2020)
    foraeldet = Indsats.objects.get()
    den_anden = Indsats.objects.get()
    den_anden.titel = "Den andens"
    den_anden.save()
    foraeldet.titel = "Min"

    with pytest.raises(Versionskonflikt):
        gem(traek.post, foraeldet, celler=[Celle(2021, planlagt=True)])

    assert Indsats.objects.get().titel == "Den andens"
    assert list(Ressourcetraek.objects.values_list("aar", flat=True)) == [2020]


def test_renaming_to_a_title_that_stands_already_is_refused():
    post = PortefoeljepostFactory()
    IndsatsFactory(aftale=post.indsats.aftale, titel="Optaget")
    indsats = Indsats.objects.get(pk=post.indsats_id)
    indsats.titel = "optaget"

    with pytest.raises(Regelbrud, match="allerede en indsats med den titel"):
        gem(post, indsats)


def afslut(indsats, *, udfald="afsluttet", dag=date(2021, 6, 30), begrundelse="Målet er nået"):
    afslut_indsats(indsats, udfald=udfald, dag=dag, begrundelse=begrundelse)


def test_closing_keeps_the_years_and_says_why():
    traek = RessourcetraekFactory(aar=2023)

    afslut(Indsats.objects.get(), udfald="viderefoert")

    indsats = Indsats.objects.get()
    assert (indsats.udfald, indsats.afsluttet_den, indsats.fase) == ("viderefoert", date(2021, 6, 30), "afsluttet")
    assert Indsats.historik.latest("history_id").history_change_reason == "Målet er nået"
    assert Ressourcetraek.objects.get(pk=traek.pk).planlagt


def test_closing_twice_is_refused_with_the_date_of_the_first():
    with pytest.raises(Regelbrud, match=r"blev afsluttet 1\. juni 2021"):
        afslut(IndsatsFactory(afsluttet=True))


@pytest.mark.parametrize(
    ("felter", "grund"),
    [
        ({"dag": date(2018, 12, 31)}, "aftalens start 1. januar 2019"),
        ({"dag": None}, "til og med i dag"),
        ({"udfald": ""}, "hvordan indsatsen er endt"),
        ({"begrundelse": "  "}, "hvorfor"),
    ],
)
def test_closing_needs_outcome_date_and_reason(felter, grund):
    if "dag" in felter and felter["dag"] is None:
        felter["dag"] = timezone.localdate() + timedelta(days=1)

    with pytest.raises(Regelbrud, match=grund):
        afslut(IndsatsFactory(), **felter)

    assert Indsats.objects.get().afsluttet_den is None


@pytest.mark.parametrize("dag", [date(2019, 1, 1), None])
def test_the_first_day_of_the_agreement_and_today_are_allowed(dag):
    afslut(IndsatsFactory(), dag=dag or timezone.localdate())

    assert Indsats.objects.get().er_afsluttet
