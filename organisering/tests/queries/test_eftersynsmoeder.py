"""Meetings that the check-up finds wanting."""

from datetime import timedelta

import pytest

from organisering.models import Moede, Organisation
from organisering.queries.eftersyn import Fundtype
from organisering.tests.eftersynsscene import DAG, dialogmoede, fund, kl, veje
from organisering.tests.factories import (
    KommuneFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    OrgantypeFactory,
    RegionFactory,
    RolleFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return RegionFactory()


@pytest.fixture
def gruppe(region):
    """A body with a regional and a municipal chair, and nothing wanting."""
    gruppe = OrganFactory(region=region, navn="Prøvegruppen", type=OrgantypeFactory(implementeringsgruppe=True))
    for side in ("regional_formand", "kommunal_formand"):
        MedlemskabFactory(organ=gruppe, rolle=RolleFactory(**{side: True}))
    return gruppe


@pytest.mark.parametrize(
    ("dage", "time", "mangler"),
    [(0, 10, False), (0, 13, False), (1, 9, False), (0, 9, True), (2, 10, True), (-1, 10, True)],
)
def test_eftersyn_wants_a_meeting_right_after_the_other_bodys(region, gruppe, dage, time, mangler):
    efter = OrganFactory(
        region=region,
        navn="Koordinationen",
        moedes_efter=gruppe,
        type=OrgantypeFactory(sekretariat=True, formandskab="ingen"),
    )
    dag = DAG + timedelta(days=10)
    MoedeFactory(organ=gruppe, starter=kl(dag))
    MoedeFactory(organ=efter, starter=kl(dag + timedelta(days=dage), time))

    saetning = f"Der mangler et møde i forlængelse af mødet i Prøvegruppen {dag.day}. juni 2021."
    assert fund(region) == ([(Fundtype.OPFOELGNING, "Koordinationen", saetning)] if mangler else [])


def test_eftersyn_leads_to_where_it_is_mended(region, gruppe):
    efter = OrganFactory(
        region=region,
        slug="koordinationen",
        moedes_efter=gruppe,
        type=OrgantypeFactory(sekretariat=True, formandskab="ingen"),
    )
    OrganFactory(region=region, slug="udvalget")
    enhed = KommuneFactory(slags=Organisation.Slags.SYGEHUS, region=region)
    dialogmoede(gruppe, enhed, DAG - timedelta(days=400))
    MoedeFactory(organ=gruppe, starter=kl(DAG + timedelta(days=1)))

    assert veje(region) == [
        "/organer/udvalget/medlemmer/",
        f"/organer/{efter.slug}/moeder/nyt/",
        "/aarshjul/",
    ]


def test_eftersyn_counts_joint_meetings_and_leaves_out_those_held_or_called_off(region, gruppe):
    efter = OrganFactory(
        region=region,
        navn="Koordinationen",
        moedes_efter=gruppe,
        type=OrgantypeFactory(sekretariat=True, formandskab="ingen"),
    )
    MoedeFactory(organ=gruppe, starter=kl(DAG - timedelta(days=1)))
    MoedeFactory(organ=gruppe, starter=kl(DAG + timedelta(days=5)), tilstand=Moede.Tilstand.AFLYST)
    faelles = MoedeFactory(organ=gruppe, starter=kl(DAG + timedelta(days=9)))
    faelles.gem_med(faelles_med=[efter])
    assert fund(region) == []

    for dage in (12, 15, 18, 21):
        MoedeFactory(organ=gruppe, starter=kl(DAG + timedelta(days=dage)))
    assert fund(region) == [
        (
            Fundtype.OPFOELGNING,
            "Koordinationen",
            "Der mangler et møde i forlængelse af mødet i Prøvegruppen "
            "13. juni 2021, 16. juni 2021, 19. juni 2021 og 1 møde til.",
        )
    ]


def test_eftersyn_wants_a_dialogue_with_each_hospital_unit_once_the_region_holds_them(region, gruppe):
    ene = KommuneFactory(navn="Sygehus Ene", slags=Organisation.Slags.SYGEHUS, region=region)
    KommuneFactory(navn="Sygehus Anden", slags=Organisation.Slags.PSYKIATRI, region=region)
    KommuneFactory(slags=Organisation.Slags.SYGEHUS, region=region, gyldig_til=DAG - timedelta(days=1))
    KommuneFactory(slags=Organisation.Slags.SYGEHUS, region=RegionFactory())
    KommuneFactory(region=region)
    assert fund(region) == []

    dialogmoede(gruppe, ene, DAG - timedelta(days=365))
    intet = "Der er ikke holdt dialogmøde det seneste år."
    assert fund(region) == [(Fundtype.DIALOG, "Sygehus Anden", intet)]
    assert fund(region, DAG + timedelta(days=1)) == [
        (Fundtype.DIALOG, "Sygehus Anden", intet),
        (Fundtype.DIALOG, "Sygehus Ene", intet),
    ]
    dialogmoede(gruppe, ene, DAG + timedelta(days=30))
    dialogmoede(gruppe, ene, DAG + timedelta(days=20), tilstand=Moede.Tilstand.AFLYST)
    assert fund(region, DAG + timedelta(days=1))[1] == (
        Fundtype.DIALOG,
        "Sygehus Ene",
        f"{intet} Det næste er 1. juli 2021.",
    )
