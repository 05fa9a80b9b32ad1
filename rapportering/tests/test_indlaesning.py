"""The commands in a database that holds something else."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from organisering.models import Organ, Organisation
from rapportering.tests.raekker import antal_raekker

pytestmark = pytest.mark.django_db


def test_indlaes_demo_refuses_a_database_that_has_the_agreement_alone() -> None:
    call_command("indlaes_grunddata", stdout=StringIO())
    foer = antal_raekker()

    with pytest.raises(CommandError, match="kun i en tom database"):
        call_command("indlaes_demo")

    assert antal_raekker() == foer


def test_indlaes_grunddata_stops_at_rows_that_stand_in_the_way_and_saves_nothing() -> None:
    Organisation.objects.create(navn="Region Syddanmark", slags=Organisation.Slags.REGION)

    with pytest.raises(CommandError, match="står i vejen"):
        call_command("indlaes_grunddata")

    assert not Organ.objects.exists()
    assert Organisation.objects.count() == 1
