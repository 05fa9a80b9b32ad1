"""Two real connections that send one case up at once. On SQLite the test database is a file."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from organisering.domain.sag import send_videre
from organisering.models import Bruger, Dagsordenspunkt, Moede
from organisering.tests.factories import BrugerFactory, DagsordenspunktFactory, MoedeFactory, OrganFactory
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db(transaction=True)


def kap(punkt, moeder):
    """Send the item to each meeting from a thread of its own, all from the same moment; return how each ended."""
    bruger = BrugerFactory()
    klar = threading.Barrier(len(moeder), timeout=30)
    svar = []

    def send(moede):
        try:
            egen = Dagsordenspunkt.objects.select_related("moede__organ__type").get(pk=punkt.pk)
            maal, afsender = Moede.objects.get(pk=moede.pk), Bruger.objects.get(pk=bruger.pk)
            klar.wait()
            try:
                send_videre(egen, moede=maal, bruger=afsender)
                svar.append("sendt")
            except Regelbrud as brud:
                svar.append(str(brud).partition(":")[0].partition(" for ")[0])
        finally:
            connection.close()

    traade = [threading.Thread(target=send, args=[moede]) for moede in moeder]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join(timeout=60)
    return sorted(svar)


@pytest.fixture
def punkt():
    over = OrganFactory()
    return DagsordenspunktFactory(moede__organ=OrganFactory(region=over.region, refererer_til=over))


def moede(punkt, dage):
    return MoedeFactory(organ=punkt.moede.organ.refererer_til, starter=timezone.now() + timedelta(days=dage))


def test_two_who_send_a_case_to_the_same_meeting_put_it_there_once(punkt):
    maal = moede(punkt, 10)

    assert kap(punkt, [maal, maal]) == ["Sagen står allerede på dagsordenen", "sendt"]
    assert punkt.sendt_til.count() == 1


def test_two_who_send_a_case_to_two_meetings_of_a_body_put_it_on_one(punkt):
    assert kap(punkt, [moede(punkt, 10), moede(punkt, 40)]) == [
        "Sagen står allerede på et andet kommende møde",
        "sendt",
    ]
    assert punkt.sendt_til.count() == 1
