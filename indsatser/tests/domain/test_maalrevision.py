"""A target changes by a revision: what it was stays, with the reason and the decision."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from indsatser.domain.maalrevision import Maalstand, revider_maaltal
from indsatser.models import Maalrevision, Maaltal
from indsatser.tests.factories import MaaltalFactory
from organisering.tests.factories import DagsordenspunktFactory
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db

NY = Maalstand("hoejst", Decimal(12), "", 2025)


@pytest.fixture
def maaltal():
    return MaaltalFactory(maal=Decimal(13), maaltekst="maksimalt 13%", maalaar=2023)


def test_a_revision_keeps_what_the_target_was_and_gives_it_what_it_becomes(maaltal):
    punkt = DagsordenspunktFactory(moede__organ__region=maaltal.maalsaetning.aftale.region)
    revision = revider_maaltal(maaltal, NY, begrundelse="Nye tal", dag=date(2021, 4, 22), besluttet_i=punkt)

    gemt = Maaltal.objects.get(pk=maaltal.pk)
    assert Maalstand.af(gemt) == NY
    assert (revision.foer_maal, revision.foer_maaltekst, revision.foer_maalaar) == (Decimal(13), "maksimalt 13%", 2023)
    assert (revision.maal, revision.maalaar, revision.dag, revision.besluttet_i) == (
        Decimal(12),
        2025,
        date(2021, 4, 22),
        punkt,
    )
    assert gemt.historik.first().history_change_reason == "Nye tal"


def test_a_target_may_become_unsettled_with_its_words(maaltal):
    revider_maaltal(maaltal, Maalstand("hoejst", None, "maksimalt xx %", None), begrundelse="Afventer tal")

    assert Maaltal.objects.get().maal is None


@pytest.mark.parametrize(
    ("ny", "andet", "saetning"),
    [
        (NY, {"begrundelse": " "}, "hvorfor"),
        (Maalstand("hoejst", Decimal(13), "maksimalt 13%", 2023), {}, "uændret"),
        (NY, {"dag": timezone.localdate() + timedelta(days=1)}, "ikke er kommet"),
    ],
)
def test_what_may_not_be_revised(maaltal, ny, andet, saetning):
    with pytest.raises(Regelbrud, match=saetning):
        revider_maaltal(maaltal, ny, **{"begrundelse": "Prøve"} | andet)

    assert (Maaltal.objects.get().maal, Maalrevision.objects.count()) == (Decimal(13), 0)


def test_a_decision_of_another_region_is_no_ground(maaltal):
    with pytest.raises(Regelbrud, match="anden region"):
        revider_maaltal(maaltal, NY, begrundelse="Prøve", besluttet_i=DagsordenspunktFactory())


def test_of_two_revisions_of_the_same_version_the_second_loses_and_leaves_nothing(maaltal):
    samtidig = Maaltal.objects.get(pk=maaltal.pk)
    revider_maaltal(maaltal, NY, begrundelse="Den første")

    with pytest.raises(Versionskonflikt):
        revider_maaltal(samtidig, Maalstand("hoejst", Decimal(11), "", 2025), begrundelse="Den anden")
    assert [revision.begrundelse for revision in Maalrevision.objects.all()] == ["Den første"]
