"""The demo: accounts, example reports and a meeting ahead."""

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from indsatser.models import Indsats, Ressourcetraek
from organisering.models import Bruger, Moede, Organ, Organisation
from rapportering.demo.konti import AARSAG
from rapportering.grunddata.tabel import laes
from rapportering.models import Rapporteringsrunde, Statuslinje, Statusrapport
from rapportering.tests.raekker import antal_raekker

pytestmark = pytest.mark.django_db


def koer() -> str:
    ud = StringIO()
    call_command("indlaes_demo", stdout=ud)
    return ud.getvalue()


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """Load once for all tests here and give what the command says; each test works inside the transaction."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as miljoe:
        miljoe.delenv("DEMO_KODEORD", raising=False)
        yield koer()
        transaction.set_rollback(True)


def lad_moedet_vaere_holdt() -> None:
    moede = Moede.objects.get(starter__gt=timezone.now())
    moede.starter = timezone.now() - timedelta(days=1)
    moede.save()


def test_demo_accounts_have_the_rights_of_their_seats_today(demo: str) -> None:
    brugere = {b.email.removesuffix("@demo.example"): b for b in Bruger.objects.all()}
    gruppe = Organ.objects.get(slug="implementeringsgruppen-uddannelse-og-arbejde").pk
    region = Organisation.objects.regioner().get(navn="Region Syddanmark").pk

    assert {navn for navn, b in brugere.items() if gruppe in b.formandsorganer} == {"formand.region", "formand.kommune"}
    assert {navn for navn, b in brugere.items() if gruppe in b.skriveorganer} == {
        "formand.region",
        "formand.kommune",
        "sekretaer",
    }
    assert {navn for navn, b in brugere.items() if region in b.sekretariatsregioner} == {"sekretariat"}
    assert {navn for navn, b in brugere.items() if b.is_superuser} == {"admin"}
    assert brugere["medlem"].organer == {Organ.objects.get(slug="sof-soenderjylland").pk}


def test_the_generated_password_is_shown_the_first_time_only(demo: str) -> None:
    kodeord = demo.split("Adgangskode: ")[1].split()[0]

    (kryptogram,) = set(Bruger.objects.values_list("password", flat=True))
    assert check_password(kodeord, kryptogram)
    assert "Adgangskode" not in koer()


def test_example_reports_are_marked_in_the_row_and_in_their_words(demo: str) -> None:
    eksempler = Statusrapport.objects.filter(runde__moede__starter__year=2020)
    linjer = Statuslinje.objects.filter(statusrapport__in=eksempler)

    assert [(r.tilstand, r.eksempel, r.underskrifter.count()) for r in eksempler] == [("frosset", True, 2)] * 4
    assert linjer.count() == len(laes("eksempelstatus")) == 29
    assert all(linje.siden_sidst.startswith("Eksempel: ") for linje in linjer)
    assert all(bool(linje.begrundelse) == (linje.fremdrift != "foelger_planen") for linje in linjer)


def test_example_reports_cover_what_the_groups_draw_on_in_2020(demo: str) -> None:
    traek = Ressourcetraek.objects.filter(aar=2020, planlagt=True)
    rapporter = Statusrapport.objects.filter(runde__moede__starter__year=2020)

    assert {(r.organ.portefoeljeorgan.pk, linje.indsats_id) for r in rapporter for linje in r.linjer.all()} == {
        (t.post.organ_id, t.post.indsats_id) for t in traek.select_related("post")
    }


def test_the_groups_owe_a_report_to_a_meeting_ahead(demo: str) -> None:
    runde = Rapporteringsrunde.objects.get(moede__starter__gt=timezone.now())

    assert timezone.localdate() < runde.frist < timezone.localdate(runde.moede.starter)
    assert [r.tilstand for r in runde.rapporter.all()] == ["kladde"] * 4
    assert Statuslinje.objects.filter(statusrapport__runde=runde, kopieret=True).count() == 29


def test_loading_again_changes_nothing(demo: str) -> None:
    foer = antal_raekker()

    koer()

    assert antal_raekker() == foer


def test_loading_again_keeps_what_has_been_edited(demo: str) -> None:
    indsats = Indsats.objects.get(titel="Ammepolitikken")
    indsats.titel = "Ammepolitik"
    indsats.save()
    foer = Indsats.objects.count()

    koer()

    assert Indsats.objects.count() == foer
    assert Indsats.objects.filter(titel="Ammepolitik").exists()


def test_loading_after_the_meeting_gives_a_new_one_ahead(demo: str) -> None:
    lad_moedet_vaere_holdt()

    koer()

    assert Rapporteringsrunde.objects.filter(moede__starter__gt=timezone.now()).count() == 1


def test_indlaes_demo_refuses_outside_the_embedded_default(demo: str, settings: Settings) -> None:
    settings.INDLEJRET = False
    lad_moedet_vaere_holdt()
    foer = antal_raekker()

    with pytest.raises(CommandError, match="kun på egen maskine"):
        koer()

    assert antal_raekker() == foer


def test_history_says_that_the_examples_are_the_demos(demo: str) -> None:
    eksempler = Statusrapport.historik.filter(eksempel=True)

    assert {raekke.history_change_reason for raekke in eksempler} == {AARSAG}
