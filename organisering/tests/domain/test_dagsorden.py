import pytest
from django.contrib.auth.models import AnonymousUser

from organisering.domain.dagsorden import opret_faste_punkter, udgiv_dagsorden, udsend_dagsorden
from organisering.domain.ordlyd import gem_ordlyd
from organisering.domain.referat import UfaerdigePunkter
from organisering.models import Moede, Ordlyd
from organisering.queries.dagsordensudgave import fingeraftryk
from organisering.queries.indblik import OFFENTLIG_DAGSORDEN
from organisering.queries.moedebillede import laes_moedebillede
from organisering.tests.factories import BrugerFactory, DagsordenspunktFactory, MoedeFactory
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


@pytest.fixture
def bruger():
    return BrugerFactory()


def set_udgave(moede):
    return fingeraftryk(laes_moedebillede(moede, bruger=AnonymousUser(), indblik=OFFENTLIG_DAGSORDEN))


def udgiv(moede, bruger):
    return udgiv_dagsorden(moede, set_udgave=set_udgave(moede), bruger=bruger)


def test_an_agenda_is_sent_out_once_and_its_history_tells_who(bruger):
    moede = MoedeFactory()
    opret_faste_punkter(moede, bruger=bruger)

    udsend_dagsorden(moede, bruger=bruger)

    seneste = Moede.historik.filter(id=moede.pk).first()
    assert (seneste.tilstand, seneste.history_user, seneste.history_change_reason) == (
        Moede.Tilstand.DAGSORDEN_UDSENDT,
        bruger,
        "Dagsordenen er sendt ud",
    )
    with pytest.raises(Regelbrud, match="allerede sendt ud"):
        udsend_dagsorden(moede, bruger=bruger)


def test_an_empty_agenda_is_not_sent_out(bruger):
    with pytest.raises(Regelbrud, match="ingen punkter"):
        udsend_dagsorden(MoedeFactory(), bruger=bruger)


def test_an_agenda_is_published_once_it_is_sent_out_and_not_before(bruger):
    moede = DagsordenspunktFactory().moede
    with pytest.raises(Regelbrud, match="Send dagsordenen ud"):
        udgiv(moede, bruger)
    moede = udsend_dagsorden(moede, bruger=bruger)

    assert udgiv(moede, bruger).dagsorden_udgivet is not None
    with pytest.raises(Regelbrud, match="allerede offentliggjort"):
        udgiv(moede, bruger)


def test_publishing_stops_at_a_closed_item_without_a_public_title_or_a_reason(bruger):
    moede = MoedeFactory(udsendt=True)
    uden, med = (DagsordenspunktFactory(moede=moede, lukket=True) for _ in range(2))
    DagsordenspunktFactory(moede=moede)
    Ordlyd.objects.create(punkt=med, udeladt="Titlen røber personen")

    with pytest.raises(UfaerdigePunkter, match=r"offentlig titel.*ved: pkt\.") as stop:
        udgiv(moede, bruger)
    assert stop.value.punkter == [uden]

    gem_ordlyd(Ordlyd(punkt=uden, titel="En personalesag"), bruger=bruger)
    assert udgiv(moede, bruger).dagsorden_udgivet is not None


def test_what_is_published_is_what_was_looked_through(bruger):
    moede = MoedeFactory(udsendt=True)
    punkt = DagsordenspunktFactory(moede=moede, titel="Som set")
    set_ = set_udgave(moede)
    punkt.titel = "Ændret siden"
    punkt.save()

    with pytest.raises(Versionskonflikt):
        udgiv_dagsorden(moede, set_udgave=set_, bruger=bruger)
    assert Moede.objects.get(pk=moede.pk).dagsorden_udgivet is None


def test_a_change_in_a_closed_item_s_own_words_leaves_the_public_version_as_it_was(bruger):
    moede = MoedeFactory(udsendt=True)
    punkt = DagsordenspunktFactory(moede=moede, lukket=True, titel="Før")
    foer = set_udgave(moede)
    punkt.titel = "Efter"
    punkt.save()

    assert set_udgave(moede) == foer


def test_a_public_wording_belongs_to_a_closed_item_and_says_something(bruger):
    with pytest.raises(Regelbrud, match="Punktet er åbent"):
        gem_ordlyd(Ordlyd(punkt=DagsordenspunktFactory(), titel="Titel"), bruger=bruger)
    with pytest.raises(Regelbrud, match="hvorfor der ikke er nogen"):
        gem_ordlyd(Ordlyd(punkt=DagsordenspunktFactory(lukket=True)), bruger=bruger)


def test_a_public_wording_stands_once_the_minutes_are_published(bruger):
    godkendt = MoedeFactory(tilstand=Moede.Tilstand.REFERAT_GODKENDT)
    gem_ordlyd(Ordlyd(punkt=DagsordenspunktFactory(moede=godkendt, lukket=True), titel="Titel"), bruger=bruger)

    with pytest.raises(Regelbrud, match="offentliggjort"):
        gem_ordlyd(
            Ordlyd(punkt=DagsordenspunktFactory(moede=MoedeFactory(udgivet=True), lukket=True), titel="Titel"),
            bruger=bruger,
        )
