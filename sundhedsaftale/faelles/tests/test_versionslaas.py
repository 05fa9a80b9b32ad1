"""Two real connections read the same row and both save. On SQLite the test database is a file."""

import threading

import pytest
from django.db import connection

from indsatser.models import Indsats
from indsatser.tests.factories import IndsatsFactory
from sundhedsaftale.faelles.fejl import Versionskonflikt
from sundhedsaftale.faelles.sporet import Sporet

pytestmark = pytest.mark.django_db(transaction=True)


def kap_om_at_gemme() -> tuple[list[str], list[str]]:
    """Let two threads, each with its own connection, read the row before either saves; return winners and losers."""
    pk = IndsatsFactory.create(titel="Før").pk
    begge_har_laest = threading.Barrier(2, timeout=30)
    vundet: list[str] = []
    tabt: list[str] = []

    def loeb(titel: str) -> None:
        try:
            indsats = Indsats.objects.get(pk=pk)
            indsats.titel = titel
            begge_har_laest.wait()
            try:
                indsats.save()
                vundet.append(titel)
            except Versionskonflikt:
                tabt.append(titel)
        finally:
            connection.close()

    traade = [threading.Thread(target=loeb, args=[titel]) for titel in ("Den ene", "Den anden")]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join(timeout=60)
    return vundet, tabt


def test_of_two_who_read_the_same_version_exactly_one_saves():
    vundet, tabt = kap_om_at_gemme()

    assert sorted([*vundet, *tabt]) == ["Den anden", "Den ene"]
    assert len(vundet) == len(tabt) == 1
    assert list(Indsats.objects.values_list("titel", "version")) == [(vundet[0], 2)]
    assert list(Indsats.historik.order_by("history_id").values_list("titel", "version")) == [
        ("Før", 1),
        (vundet[0], 2),
    ]


def test_without_the_lock_both_save_and_one_text_is_lost(monkeypatch):
    """The control: what the test above would miss if two connections did not really race."""
    monkeypatch.delattr(Sporet, "_do_update")

    vundet, tabt = kap_om_at_gemme()

    assert (sorted(vundet), tabt) == (["Den anden", "Den ene"], [])
    assert Indsats.objects.get().titel in vundet
