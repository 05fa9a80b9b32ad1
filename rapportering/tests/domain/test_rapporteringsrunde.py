from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from indsatser.tests.factories import IndsatsFactory, PortefoeljepostFactory, RessourcetraekFactory
from organisering.models import Moede, Organ
from organisering.tests.factories import AftaleFactory, MoedeFactory, OrganFactory, OrgantypeFactory
from rapportering.domain.rapporteringsrunde import aabn_runde, frys_runde
from rapportering.models import Rapporteringsrunde, Statuslinje, Statusrapport
from rapportering.tests.factories import StatuslinjeFactory, StatusrapportFactory
from rapportering.tests.scene import bring_til, opret_scene
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db
KOEBENHAVN = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def sof() -> Organ:
    return OrganFactory.create(navn="SOF Prøve")


@pytest.fixture
def gruppe(sof: Organ) -> Organ:
    return OrganFactory.create(
        region=sof.region,
        type=OrgantypeFactory.create(implementeringsgruppe=True),
        refererer_til=sof,
        spejler=OrganFactory.create(region=sof.region),
    )


@pytest.fixture
def moede(sof: Organ) -> Moede:
    return MoedeFactory.create(organ=sof, starter=datetime(2021, 5, 20, 10, tzinfo=KOEBENHAVN))


def aabn(moede: Moede, frist: date = date(2021, 5, 6)) -> Rapporteringsrunde:
    aftale = AftaleFactory.create(region=moede.organ.region)
    return aabn_runde(moede, aftale=aftale, frist=frist)


def test_aabn_runde_gives_each_mirroring_group_a_draft(moede, sof, gruppe):
    OrganFactory.create(region=sof.region, refererer_til=sof)  # reports to nobody's portfolio: a kompetencegruppe
    OrganFactory.create(region=sof.region, spejler=gruppe.spejler)  # reports to another SOF
    OrganFactory.create(
        region=sof.region, refererer_til=sof, spejler=gruppe.spejler, gyldig_til=date(2020, 12, 31)
    )  # closed before the meeting

    runde = aabn(moede)

    assert [(r.organ, r.tilstand) for r in runde.rapporter.all()] == [(gruppe, "kladde")]


def test_aabn_runde_takes_the_active_initiatives_of_the_mirrored_portfolio_in_order(moede, gruppe):
    aftale = AftaleFactory.create(region=gruppe.region)
    anden = PortefoeljepostFactory.create(organ=gruppe.spejler, indsats__aftale=aftale, raekkefoelge=2)
    foerste = PortefoeljepostFactory.create(organ=gruppe.spejler, indsats__aftale=aftale, raekkefoelge=1)
    afsluttet = IndsatsFactory.create(aftale=aftale, afsluttet=True)
    PortefoeljepostFactory.create(organ=gruppe.spejler, indsats=afsluttet)
    PortefoeljepostFactory.create(organ=gruppe.spejler)  # another agreement's

    runde = aabn_runde(moede, aftale=aftale, frist=date(2021, 5, 6))

    linjer = runde.rapporter.get().linjer.all()
    assert [(linje.indsats, linje.raekkefoelge) for linje in linjer] == [(foerste.indsats, 1), (anden.indsats, 2)]
    assert [(linje.kopieret, linje.historik.count()) for linje in linjer] == [(False, 1), (False, 1)]


def test_aabn_runde_takes_the_groups_own_initiatives_last_and_not_those_it_does_not_follow(moede, gruppe):
    aftale = AftaleFactory.create(region=gruppe.region)
    fulgt, fravalgt, afveget = (
        PortefoeljepostFactory.create(organ=gruppe.spejler, indsats__aftale=aftale, raekkefoelge=n).indsats
        for n in range(3)
    )
    egen = PortefoeljepostFactory.create(organ=gruppe, indsats__aftale=aftale).indsats
    PortefoeljepostFactory.create(organ=gruppe, indsats=fulgt)  # without cells of its own it follows
    for indsats, planlagt in ((fravalgt, False), (afveget, True)):
        post = PortefoeljepostFactory.create(organ=gruppe, indsats=indsats)
        RessourcetraekFactory.create(post=post, planlagt=planlagt)

    runde = aabn_runde(moede, aftale=aftale, frist=date(2021, 5, 6))

    assert [linje.indsats for linje in runde.rapporter.get().linjer.all()] == [fulgt, afveget, egen]


@pytest.mark.parametrize("tilstand", ["godkendt", "frosset"])
def test_aabn_runde_copies_from_the_newest_accepted_report_and_marks_it(moede, gruppe, tilstand):
    post = PortefoeljepostFactory.create(organ=gruppe.spejler, indsats__aftale__region=gruppe.region)
    aftale = post.indsats.aftale
    for maaned, tekst, rapporttilstand in ((1, "gammel", tilstand), (2, "nyest", tilstand), (3, "kladde", "kladde")):
        rapport = StatusrapportFactory.create(
            organ=gruppe,
            tilstand=rapporttilstand,
            runde__aftale=aftale,
            runde__moede__organ=moede.organ,
            runde__moede__starter=datetime(2021, maaned, 1, 10, tzinfo=KOEBENHAVN),
        )
        StatuslinjeFactory.create(
            statusrapport=rapport, indsats=post.indsats, faerdig=True, siden_sidst=tekst, intern_note="Kun dengang."
        )

    runde = aabn_runde(moede, aftale=aftale, frist=date(2021, 5, 6))

    linje = runde.rapporter.get().linjer.get()
    assert (linje.siden_sidst, linje.fremdrift, linje.kopieret, linje.intern_note) == (
        "nyest",
        Statuslinje.Fremdrift.FOELGER_PLANEN,
        True,
        "",
    )


def test_aabn_runde_twice_only_adds_the_groups_that_are_missing(moede, sof, gruppe):
    runde = aabn(moede)
    ny = OrganFactory.create(region=sof.region, refererer_til=sof, spejler=gruppe.spejler)

    igen = aabn_runde(moede, aftale=runde.aftale, frist=date(2021, 5, 7))

    assert (igen, igen.frist) == (runde, date(2021, 5, 6))
    assert set(Statusrapport.objects.values_list("organ", flat=True)) == {gruppe.pk, ny.pk}


def test_aabn_runde_rejects_a_deadline_after_the_meeting(moede):
    with pytest.raises(Regelbrud, match="Fristen"):
        aabn(moede, frist=date(2021, 5, 21))

    assert not Rapporteringsrunde.objects.exists()


def test_aabn_runde_rejects_another_regions_agreement(moede):
    with pytest.raises(Regelbrud, match="samme region"):
        aabn_runde(moede, aftale=AftaleFactory.create(), frist=date(2021, 5, 6))


def test_frys_runde_freezes_what_is_accepted_and_leaves_the_rest():
    scene = opret_scene()
    rapport = bring_til(scene, "godkendt")
    kladde = StatusrapportFactory.create(runde=rapport.runde)

    frys_runde(rapport.runde.moede, bruger=scene["sekretariat"])

    rapport.refresh_from_db()
    kladde.refresh_from_db()
    assert (rapport.tilstand, kladde.tilstand) == ("frosset", "kladde")
    sidste = rapport.historik.latest("history_id")
    assert (sidste.history_user, sidste.history_change_reason) == (scene["sekretariat"], "Forelagt mødet 20. maj 2021")
