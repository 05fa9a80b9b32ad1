"""`manage.py dan_afrapportering`: the operator's way, without broker."""

import pytest
from django.core.management import CommandError, call_command

from indsatser.tests.factories import MaalsaetningFactory
from organisering.tests.factories import AftaleFactory
from rapportering.models import Afrapportering
from rapportering.tests.factories import AfrapporteringFactory, RapporttypeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    RapporttypeFactory()
    return MaalsaetningFactory().aftale


def dan(tmp_path, *argumenter):
    call_command("dan_afrapportering", *argumenter, "--ud", str(tmp_path / "rapport.pdf"))


def test_command_writes_the_file_of_the_only_agreement_with_targets(aftale, tmp_path, capsys):
    AftaleFactory()

    dan(tmp_path, "aarlig-status", "2020")

    rapport = Afrapportering.objects.get(aftale=aftale)
    assert (tmp_path / "rapport.pdf").read_bytes() == rapport.pdf.read()
    assert f"{rapport.sider} sider" in capsys.readouterr().out


def test_command_writes_the_same_bytes_twice(aftale, tmp_path):
    dan(tmp_path, "aarlig-status", "2020")
    foerste = (tmp_path / "rapport.pdf").read_bytes()

    dan(tmp_path, "aarlig-status", "2020")

    assert (tmp_path / "rapport.pdf").read_bytes() == foerste


@pytest.mark.parametrize(
    ("argumenter", "saetning"),
    [
        (["findes-ikke", "2020"], "Rapporttypen findes-ikke findes ikke"),
        (["aarlig-status", "1999"], "Ingen aftale dækker 1999"),
        (["aarlig-status", "2020", "--aftale", "findes-ikke"], "Aftalen findes-ikke findes ikke"),
    ],
)
def test_command_says_what_is_wrong(aftale, tmp_path, argumenter, saetning):
    with pytest.raises(CommandError, match=saetning):
        dan(tmp_path, *argumenter)


def test_command_refuses_a_year_outside_the_agreement(aftale, tmp_path):
    with pytest.raises(CommandError, match="kan følges fra 2019 til 2023"):
        dan(tmp_path, "aarlig-status", "2030", "--aftale", aftale.slug)


def test_command_asks_which_when_there_are_two(aftale, tmp_path):
    anden = MaalsaetningFactory().aftale

    with pytest.raises(CommandError, match=f"{aftale.slug}, {anden.slug}"):
        dan(tmp_path, "aarlig-status", "2020")


def test_command_waits_for_a_worker_that_is_at_it(aftale, tmp_path):
    rapport = AfrapporteringFactory(aftale=aftale)
    Afrapportering.objects.tag(rapport.pk)

    with pytest.raises(CommandError, match="ved at blive dannet"):
        dan(tmp_path, "aarlig-status", "2020")
