"""Two real connections that send one case up at once. On SQLite the test database is a file."""

from datetime import timedelta

import pytest
from django.utils import timezone

from organisering.domain.sag import send_videre
from organisering.models import Bruger, Dagsordenspunkt, Moede
from organisering.tests.factories import BrugerFactory, DagsordenspunktFactory, MoedeFactory, OrganFactory
from sundhedsaftale.faelles.tests.kaploeb import kap

pytestmark = pytest.mark.django_db(transaction=True)


def sender(punkt, moede, bruger):
    def laes():
        return (
            Dagsordenspunkt.objects.select_related("moede__organ__type").get(pk=punkt.pk),
            Moede.objects.get(pk=moede.pk),
            Bruger.objects.get(pk=bruger.pk),
        )

    def send(laest):
        egen, maal, afsender = laest
        send_videre(egen, moede=maal, bruger=afsender)

    return laes, send


def send_til(punkt, moeder):
    """Send the item to each meeting, all from the same moment; return how each ended, by the start of its sentence."""
    bruger = BrugerFactory()
    return kap(
        *(sender(punkt, moede, bruger) for moede in moeder),
        afvist=lambda brud: str(brud).partition(":")[0].partition(" for ")[0],
    )


@pytest.fixture
def punkt():
    over = OrganFactory()
    return DagsordenspunktFactory(moede__organ=OrganFactory(region=over.region, refererer_til=over))


def moede(punkt, dage):
    return MoedeFactory(organ=punkt.moede.organ.refererer_til, starter=timezone.now() + timedelta(days=dage))


def test_two_who_send_a_case_to_the_same_meeting_put_it_there_once(punkt):
    maal = moede(punkt, 10)

    assert send_til(punkt, [maal, maal]) == ["Sagen står allerede på dagsordenen", "gemt"]
    assert punkt.sendt_til.count() == 1


def test_two_who_send_a_case_to_two_meetings_of_a_body_put_it_on_one(punkt):
    assert send_til(punkt, [moede(punkt, 10), moede(punkt, 40)]) == [
        "Sagen står allerede på et andet kommende møde",
        "gemt",
    ]
    assert punkt.sendt_til.count() == 1
