from datetime import UTC, date, datetime, timedelta

import pytest

from indsatser.domain.celle import saet_aar
from indsatser.domain.indsats import opret_indsats
from indsatser.domain.portefoeljepost import flyt_post
from indsatser.models import Indsats, Milepael, Portefoeljepost
from indsatser.queries.celle import Celle
from indsatser.queries.indsatshistorik import laes_indsatshistorik
from indsatser.tests.factories import IndsatsFactory
from organisering.tests.factories import AftaleFactory, OrganFactory
from sundhedsaftale.faelles.historik import begrundet

pytestmark = pytest.mark.django_db


def test_the_life_of_an_initiative_is_told_with_old_new_and_why():
    aftale = AftaleFactory()
    fra, til = (OrganFactory(region=aftale.region, navn=navn) for navn in ("Den ene", "Den anden"))
    post = opret_indsats(
        Indsats(aftale=aftale, titel="Ny"), fra, maalsaetninger=[], risikogrupper=[], aar=[2020], begrundelse="Oprettet"
    )
    saet_aar(post, Celle(2021, planlagt=True), begrundelse="DAK")
    flyt_post(Portefoeljepost.objects.get(), til=til, begrundelse="Ny ansvarlig")
    saet_aar(Portefoeljepost.objects.get(), Celle(2021, planlagt=False, version=1), begrundelse="Udgik")
    begrundet(Indsats.objects.get(), "Omdøbt").save()

    linjer = laes_indsatshistorik(Indsats.objects.get())

    assert [(linje.hvorfor, [tuple(en) for en in linje.aendringer]) for linje in linjer] == [
        ("Omdøbt", []),
        ("Udgik", [("2021 i Den anden", "X", "")]),
        ("Ny ansvarlig", [("Organ", "Den ene", "Den anden")]),
        ("DAK", [("2021 i Den ene", "", "X")]),
        ("Oprettet", [("Indsatsen", "", "oprettet"), ("Organ", "", "Den ene"), ("2020 i Den ene", "", "X")]),
    ]


def test_an_act_that_crosses_the_turn_of_a_second_is_one_act_and_a_pause_makes_two():
    indsats = IndsatsFactory()
    organer = OrganFactory.create_batch(3, region=indsats.aftale.region)
    lige_foer = datetime(2026, 3, 1, 9, 0, 0, 999_000, tzinfo=UTC)
    for organ, ventet in zip(organer, (0, 0.002, 1.5), strict=True):
        post = Portefoeljepost(indsats=indsats, organ=organ)
        post._history_date = lige_foer + timedelta(seconds=ventet)
        begrundet(post, "Fælles").save()

    akter = [linje for linje in laes_indsatshistorik(indsats) if linje.hvorfor == "Fælles"]

    assert [len(akt.aendringer) for akt in akter] == [1, 2]


def test_milestones_are_told_also_those_that_are_gone():
    milepael = Milepael(indsats=IndsatsFactory(), titel="Pilot", planlagt=date(2020, 12, 31))
    begrundet(milepael, "Aftalt").save()
    milepael.naaet = date(2021, 2, 1)
    begrundet(milepael, "Nået").save()
    milepael.delete()

    linjer = laes_indsatshistorik(Indsats.objects.get())

    planlagt, naaet = "Pilot, planlagt 31. december 2020", "Pilot, planlagt 31. december 2020, nået 1. februar 2021"
    assert [en for linje in linjer for en in linje.aendringer if en.felt == "Milepæl"] == [
        ("Milepæl", naaet, ""),
        ("Milepæl", planlagt, naaet),
        ("Milepæl", "", planlagt),
    ]
