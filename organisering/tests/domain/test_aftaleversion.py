from datetime import date, timedelta

import pytest
from django.utils import timezone

from organisering.domain.aftaleversion import (
    godkend_endeligt,
    indsend_version,
    opret_version,
    ret_version,
    send_til_parterne,
)
from organisering.models import Aftalepart, Aftaleversion, Partsgodkendelse
from organisering.tests.factories import (
    AftaleFactory,
    AftaleversionFactory,
    KommuneFactory,
    PartsgodkendelseFactory,
    sekretariatsbruger,
)
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db

APRIL, JUNI = date(2019, 4, 24), date(2019, 6, 26)


@pytest.fixture
def bruger():
    return sekretariatsbruger(AftaleFactory().region)


def fortalt(raekke):
    """The history, oldest first: who and why."""
    return [(str(h.history_user), h.history_change_reason) for h in raekke.historik.order_by("history_id")]


def med_parter(*navne):
    udkast = AftaleversionFactory()
    for navn in navne:
        Aftalepart.objects.create(aftale=udkast.aftale, organisation=KommuneFactory(navn=navn))
    return udkast


def test_opret_version_takes_the_next_number(bruger):
    aftale = AftaleversionFactory(nummer=4, godkendt=True).aftale

    version = opret_version(aftale, bruger=bruger, bemaerkning="Ny målsætning.")

    assert (version.nummer, version.tilstand, version.bemaerkning) == (5, "udkast", "Ny målsætning.")
    assert fortalt(version) == [(str(bruger), "Oprettet som udkast")]


def test_opret_version_begins_with_one(bruger):
    assert opret_version(AftaleFactory(), bruger=bruger).nummer == 1


def test_opret_version_waits_for_the_draft_there_is(bruger):
    udkast = AftaleversionFactory(nummer=2)

    with pytest.raises(Regelbrud, match="Version 2 er stadig et udkast"):
        opret_version(udkast.aftale, bruger=bruger)

    assert Aftaleversion.objects.get() == udkast


def test_send_til_parterne_asks_every_party_of_the_agreement(bruger):
    udkast = med_parter("Assens Kommune", "Aabenraa Kommune")

    version = send_til_parterne(udkast, dag=APRIL, bruger=bruger)

    assert (version.tilstand, version.sendt_til_parterne) == ("hos_parterne", APRIL)
    assert {str(en.organisation) for en in version.partsgodkendelser.all()} == {"Assens Kommune", "Aabenraa Kommune"}
    assert {str(en.historik.get().history_user) for en in Partsgodkendelse.objects.all()} == {str(bruger)}
    assert fortalt(version)[1:] == [(str(bruger), "Sendt til godkendelse hos parterne")]


def test_send_til_parterne_needs_parties(bruger):
    with pytest.raises(Regelbrud, match="ingen parter"):
        send_til_parterne(AftaleversionFactory(), dag=APRIL, bruger=bruger)


def test_godkend_endeligt_names_the_parties_that_are_missing(bruger):
    version = PartsgodkendelseFactory(organisation__navn="Aabenraa Kommune").aftaleversion
    PartsgodkendelseFactory(aftaleversion=version, organisation__navn="Ærø Kommune")
    PartsgodkendelseFactory(aftaleversion=version, organisation__navn="Assens Kommune")
    PartsgodkendelseFactory(aftaleversion=version, organisation__navn="Varde Kommune", godkendt_den=JUNI)

    with pytest.raises(Regelbrud, match=r"Mangler: Assens Kommune, Ærø Kommune og Aabenraa Kommune\.$"):
        godkend_endeligt(version, af="Regionsrådet", dag=JUNI, bruger=bruger)


def test_godkend_endeligt_and_indsend_version_leave_who_and_when(bruger):
    version = PartsgodkendelseFactory(godkendt_den=JUNI).aftaleversion

    version = godkend_endeligt(version, af="Sundhedskoordinationsudvalget", dag=JUNI, bruger=bruger)
    version = indsend_version(version, dag=date(2019, 7, 1), bruger=bruger)

    assert (version.tilstand, version.godkendt_af, version.godkendt_den, version.indsendt_den) == (
        "indsendt",
        "Sundhedskoordinationsudvalget",
        JUNI,
        date(2019, 7, 1),
    )
    assert fortalt(version)[1:] == [
        (str(bruger), "Endeligt godkendt"),
        (str(bruger), "Indsendt til Sundhedsstyrelsen"),
    ]


def test_a_version_whose_approval_has_no_known_date_can_be_submitted(bruger):
    version = AftaleversionFactory(godkendt=True, godkendt_den=None)

    assert indsend_version(version, dag=JUNI, bruger=bruger).tilstand == "indsendt"


SKRIDT = {
    "send": lambda version, bruger, dag: send_til_parterne(version, dag=dag, bruger=bruger),
    "godkend": lambda version, bruger, dag: godkend_endeligt(version, af="Regionsrådet", dag=dag, bruger=bruger),
    "indsend": lambda version, bruger, dag: indsend_version(version, dag=dag, bruger=bruger),
}
TILLADT = {"udkast": "send", "hos_parterne": "godkend", "godkendt": "indsend", "indsendt": None}


def version_i(tilstand):
    version = med_parter("Assens Kommune")
    version.tilstand = tilstand
    version.save()
    return version


@pytest.mark.parametrize("skridt", SKRIDT)
@pytest.mark.parametrize("tilstand", TILLADT)
def test_no_step_is_skipped_or_taken_twice(bruger, tilstand, skridt):
    version = version_i(tilstand)
    foer = Aftaleversion.objects.filter(pk=version.pk).values().get()

    if TILLADT[tilstand] == skridt:
        assert SKRIDT[skridt](version, bruger, JUNI).tilstand != tilstand
    else:
        with pytest.raises(Regelbrud):
            SKRIDT[skridt](version, bruger, JUNI)
        assert Aftaleversion.objects.filter(pk=version.pk).values().get() == foer


@pytest.mark.parametrize(("tilstand", "skridt"), [par for par in TILLADT.items() if par[1]])
def test_a_step_is_taken_on_what_was_read(bruger, tilstand, skridt):
    laest = version_i(tilstand)
    Aftaleversion.objects.get(pk=laest.pk).save()

    with pytest.raises(Versionskonflikt):
        SKRIDT[skridt](laest, bruger, JUNI)


@pytest.mark.parametrize(("tilstand", "skridt"), [par for par in TILLADT.items() if par[1]])
def test_no_step_is_taken_tomorrow(bruger, tilstand, skridt):
    with pytest.raises(Regelbrud, match="ligger i fremtiden"):
        SKRIDT[skridt](version_i(tilstand), bruger, timezone.localdate() + timedelta(days=1))


def test_the_final_approval_comes_after_the_parties(bruger):
    version = PartsgodkendelseFactory(godkendt_den=JUNI).aftaleversion

    with pytest.raises(Regelbrud, match=r"godkendt 25\. juni 2019, for den blev godkendt af en part 26\. juni"):
        godkend_endeligt(version, af="Regionsrådet", dag=date(2019, 6, 25), bruger=bruger)


def test_the_submission_comes_after_the_final_approval(bruger):
    with pytest.raises(Regelbrud, match="for den blev endeligt godkendt"):
        indsend_version(AftaleversionFactory(godkendt=True), dag=APRIL, bruger=bruger)


def test_ret_version_of_an_approved_version_needs_a_reason(bruger):
    version = AftaleversionFactory(godkendt=True)
    version.journalnummer = "19/1234"

    with pytest.raises(Regelbrud, match="Skriv, hvorfor"):
        ret_version(version, bruger=bruger, begrundelse=" ")

    ret_version(version, bruger=bruger, begrundelse="Nummeret manglede.")
    assert fortalt(version)[1:] == [(str(bruger), "Nummeret manglede.")]


def test_ret_version_keeps_the_dates_in_order(bruger):
    version = PartsgodkendelseFactory(godkendt_den=JUNI).aftaleversion
    version.sendt_til_parterne = date(2019, 6, 27)

    with pytest.raises(Regelbrud, match="godkendt af en part"):
        ret_version(version, bruger=bruger)
