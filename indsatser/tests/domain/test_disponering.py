from decimal import Decimal

import pytest

from indsatser.domain.disponering import afgoer_disponering, lad_bortfalde
from indsatser.models import Disponering
from indsatser.tests.factories import DisponeringFactory
from organisering.tests.factories import DagsordenspunktFactory
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


def stand():
    linje = Disponering.objects.get()
    return linje.slags, linje.beloeb, linje.tilstand, linje.besluttet_i


def test_a_decision_gives_a_line_its_kind_and_amount_and_is_cited():
    punkt = DagsordenspunktFactory()

    skrevet = afgoer_disponering(
        DisponeringFactory(), slags="bevilget", beloeb=Decimal("0.6"), besluttet_i=punkt, begrundelse="Besluttet: X"
    )

    assert skrevet is True
    assert stand() == ("bevilget", Decimal("0.60"), "besluttet", punkt)
    assert Disponering.historik.latest("history_id").history_change_reason == "Besluttet: X"


def test_a_line_that_lapses_keeps_its_amount_and_can_be_taken_up_again():
    foerste, senere = DagsordenspunktFactory(), DagsordenspunktFactory()
    linje = DisponeringFactory(beloeb=Decimal("1.3"))

    lad_bortfalde(linje, besluttet_i=foerste)
    assert stand() == ("reserveret", Decimal("1.30"), "bortfaldet", foerste)

    afgoer_disponering(linje, slags="reserveret", beloeb=Decimal(1), besluttet_i=senere)
    assert stand() == ("reserveret", Decimal("1.00"), "besluttet", senere)


def test_what_stands_so_already_writes_nothing():
    punkt = DagsordenspunktFactory()
    linje = DisponeringFactory(tilstand="besluttet", besluttet_i=punkt)

    assert (
        afgoer_disponering(Disponering.objects.get(), slags=linje.slags, beloeb=Decimal("1.0"), besluttet_i=punkt)
        is False
    )
    assert Disponering.historik.count() == 1


@pytest.mark.parametrize(("beloeb", "grund", "ord_"), [("-0.1", "Aftalt", "negativt"), ("1", "  ", "hviler på")])
def test_a_decision_that_may_not_be_changes_nothing(beloeb, grund, ord_):
    linje = DisponeringFactory()

    with pytest.raises(Regelbrud, match=ord_):
        afgoer_disponering(linje, slags="bevilget", beloeb=Decimal(beloeb), besluttet_i=None, begrundelse=grund)

    assert Disponering.objects.get().version == 1


def test_a_line_that_another_has_changed_is_not_written_over():
    linje = DisponeringFactory()
    Disponering.objects.get().save()

    with pytest.raises(Versionskonflikt):
        lad_bortfalde(linje, besluttet_i=None, begrundelse="Aftalt")
