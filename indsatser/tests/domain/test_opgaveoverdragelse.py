import pytest

from indsatser.domain.opgaveoverdragelse import (
    VURDERINGER,
    afgoer_opgaveoverdragelse,
    gem_opgaveoverdragelse,
    genoptag_opgaveoverdragelse,
    meld_klar,
    traek_opgaveoverdragelse,
)
from indsatser.models import Opgaveoverdragelse
from indsatser.tests.factories import OpgaveoverdragelseFactory
from organisering.tests.factories import DagsordenspunktFactory
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


def overdragelse(tilstand="vurderes", **felter):
    return OpgaveoverdragelseFactory(tilstand=tilstand, **{**dict.fromkeys(VURDERINGER, "Vurderet."), **felter})


def gemt():
    en = Opgaveoverdragelse.objects.get()
    return en.tilstand, en.besluttet_i


@pytest.mark.parametrize(
    ("felter", "savnes"),
    [
        ({"kvalitet": " "}, "kvalitet og patientsikkerhed."),
        ({"ansvar": "", "patientgruppe": ""}, "patientgruppe og rammer og ansvarsplacering."),
        (
            dict.fromkeys(VURDERINGER, ""),
            "patientgruppe, faglige konsekvenser, økonomiske konsekvenser, kvalitet og patientsikkerhed, "
            "laveste effektive omkostningsniveau og rammer og ansvarsplacering.",
        ),
    ],
)
def test_it_is_not_ready_before_consequences_and_principles_are_written(felter, savnes):
    en = overdragelse(**felter)

    with pytest.raises(Regelbrud) as brud:
        meld_klar(en)

    assert str(brud.value) == f"Før der kan besluttes, mangler: {savnes}"
    assert gemt() == ("vurderes", None)


def test_it_is_assessed_ready_and_decided_by_an_item():
    punkt, en = DagsordenspunktFactory(), overdragelse()

    meld_klar(en)
    afgoer_opgaveoverdragelse(en, udfald="besluttet", besluttet_i=punkt)

    assert gemt() == ("besluttet", punkt)
    assert Opgaveoverdragelse.historik.count() == 3


def test_a_refusal_without_an_item_has_its_reason_in_the_history():
    afgoer_opgaveoverdragelse(
        overdragelse("til_beslutning"), udfald="afvist", besluttet_i=None, begrundelse="For dyrt i drift"
    )

    assert gemt() == ("afvist", None)
    assert Opgaveoverdragelse.historik.latest("history_id").history_change_reason == "For dyrt i drift"


def test_taken_up_again_it_rests_on_no_decision():
    genoptag_opgaveoverdragelse(
        overdragelse("besluttet", besluttet_i=DagsordenspunktFactory()), begrundelse="Nye tal fra kommunerne"
    )

    assert gemt() == ("vurderes", None)


@pytest.mark.parametrize(
    ("tilstand", "handling", "saetning"),
    [
        ("til_beslutning", meld_klar, "Kun en opgaveoverdragelse, der vurderes"),
        ("vurderes", lambda en: _afgoer(en, "besluttet", "Aftalt"), "klar til beslutning, kan afgøres"),
        ("til_beslutning", lambda en: _afgoer(en, "besluttet", " "), "eller skriv en begrundelse"),
        ("til_beslutning", lambda en: _afgoer(en, "trukket", "Aftalt"), "overdrages eller ej"),
        ("besluttet", lambda en: traek_opgaveoverdragelse(en, begrundelse="Nej"), "allerede afsluttet"),
        ("vurderes", lambda en: traek_opgaveoverdragelse(en, begrundelse=""), "Skriv, hvorfor"),
        ("vurderes", lambda en: genoptag_opgaveoverdragelse(en, begrundelse="Nu"), "vurderes allerede"),
        ("trukket", lambda en: genoptag_opgaveoverdragelse(en, begrundelse=""), "Skriv, hvorfor"),
        ("afvist", gem_opgaveoverdragelse, "Genoptag den"),
    ],
)
def test_what_may_not_happen_is_a_sentence(tilstand, handling, saetning):
    en = overdragelse(tilstand)

    with pytest.raises(Regelbrud, match=saetning):
        handling(en)

    assert gemt() == (tilstand, None)


def _afgoer(en, udfald, begrundelse):
    afgoer_opgaveoverdragelse(en, udfald=udfald, besluttet_i=None, begrundelse=begrundelse)


def test_an_edit_of_what_is_ready_may_not_empty_it():
    en = overdragelse("til_beslutning")
    en.kvalitet = ""

    with pytest.raises(Regelbrud, match=r"mangler: kvalitet og patientsikkerhed\."):
        gem_opgaveoverdragelse(en)


def test_an_act_on_what_another_has_changed_is_a_conflict():
    en = overdragelse()
    Opgaveoverdragelse.objects.get().save()

    with pytest.raises(Versionskonflikt):
        meld_klar(en)
