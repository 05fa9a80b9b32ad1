"""The ladder; two who send the same case at once are in `test_kaploeb_sag.py`."""

from datetime import timedelta

import pytest
from django.utils import timezone

from organisering.domain.dagsordenspunkt import Indstillingslinje, laes_indstillinger
from organisering.domain.sag import send_videre
from organisering.models import Dagsordenspunkt, Indstilling, Moede, Ordlyd
from organisering.tests.factories import (
    BilagFactory,
    BrugerFactory,
    DagsordenspunktFactory,
    MoedeFactory,
    OrganFactory,
    OrgantypeFactory,
    sekretariatsbruger,
)
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db


def om(dage):
    return timezone.now() + timedelta(days=dage)


@pytest.fixture
def bruger():
    return BrugerFactory()


@pytest.fixture
def sof():
    return OrganFactory(type=OrgantypeFactory(navn="SOF", slug="sof", niveau__nummer=4))


@pytest.fixture
def gruppe(sof):
    return OrganFactory(
        region=sof.region, navn="Gruppen", refererer_til=sof, type=OrgantypeFactory(implementeringsgruppe=True)
    )


@pytest.fixture
def punkt(gruppe):
    return DagsordenspunktFactory(
        moede=MoedeFactory(organ=gruppe, afholdt=True),
        titel="Fælles tavler",
        sagsfremstilling="Om tavler",
        uenighed="Kommunerne er imod",
        beslutning="Anbefales",
    )


def test_an_item_goes_up_with_all_that_was_written_and_leaves_its_decision_behind(punkt, sof, bruger):
    Indstilling.objects.create(punkt=punkt, raekkefoelge=1, indstiller="Sekretariatet", tekst="tavlerne indføres")
    bilag = BilagFactory(punkt=punkt, titel="Tilbud", fil="bilag/tilbud.pdf", filnavn="tilbud.pdf", dokid="77")
    maal = MoedeFactory(organ=sof, starter=om(10))

    nyt = send_videre(punkt, moede=maal, bruger=bruger)

    assert (nyt.moede, nyt.sag, nyt.sendt_fra) == (maal, punkt.sag, punkt)
    assert (nyt.titel, nyt.sagsfremstilling, nyt.uenighed, nyt.beslutning) == (
        "Fælles tavler",
        "Om tavler",
        "Kommunerne er imod",
        "",
    )
    assert laes_indstillinger(nyt) == [Indstillingslinje("Gruppen", "tavlerne indføres")]
    assert list(nyt.bilag.values_list("titel", "fil", "filnavn", "dokid")) == [
        ("Tilbud", bilag.fil.name, "tilbud.pdf", "77")
    ]
    assert nyt.nummer == "3"


def test_a_closed_item_takes_its_public_title_along(punkt, sof, bruger):
    punkt.lukket = True
    punkt.save()
    Ordlyd.objects.create(punkt=punkt, titel="En aftale", beslutning="Tiltrådt")

    nyt = send_videre(punkt, moede=MoedeFactory(organ=sof, starter=om(10)), bruger=bruger)

    assert (nyt.lukket, nyt.ordlyd.titel, nyt.ordlyd.beslutning) == (True, "En aftale", "")


def test_a_locked_item_can_still_be_sent(punkt, sof, bruger):
    punkt.laast = True
    punkt.save()

    assert send_videre(punkt, moede=MoedeFactory(organ=sof, starter=om(10)), bruger=bruger).sendt_fra == punkt


def test_a_case_is_sent_once_to_a_meeting_and_to_one_coming_meeting_of_a_body(punkt, sof, bruger):
    maal = MoedeFactory(organ=sof, starter=om(10))
    send_videre(punkt, moede=maal, bruger=bruger)

    with pytest.raises(Regelbrud, match="allerede på dagsordenen"):
        send_videre(punkt, moede=maal, bruger=bruger)
    with pytest.raises(Regelbrud, match="et andet kommende møde"):
        send_videre(punkt, moede=MoedeFactory(organ=sof, starter=om(40)), bruger=bruger)


def test_a_standing_item_stays(gruppe, sof, bruger):
    fast = DagsordenspunktFactory(moede=MoedeFactory(organ=gruppe), fast="eventuelt", sag=None)

    with pytest.raises(Regelbrud, match="fast punkt"):
        send_videre(fast, moede=MoedeFactory(organ=sof, starter=om(10)), bruger=bruger)


def test_an_agenda_that_is_sent_out_takes_a_case_from_its_own_writers_alone(punkt, sof, bruger):
    maal = MoedeFactory(organ=sof, starter=om(10), udsendt=True)

    with pytest.raises(Regelbrud, match="er sendt ud"):
        send_videre(punkt, moede=maal, bruger=bruger)
    assert send_videre(punkt, moede=maal, bruger=sekretariatsbruger(sof.region)).moede == maal


@pytest.mark.parametrize("sted", ["below", "beside", "past", "called off", "another region"])
def test_a_case_goes_to_a_coming_meeting_of_a_body_above(punkt, gruppe, sof, bruger, sted):
    organ = {
        "below": lambda: OrganFactory(
            region=sof.region, type=OrgantypeFactory(navn="Team", slug="team", niveau__nummer=8)
        ),
        "beside": lambda: OrganFactory(region=sof.region, type=gruppe.type),
        "another region": lambda: OrganFactory(type=sof.type),
    }.get(sted, lambda: sof)()
    moede = MoedeFactory(
        organ=organ,
        starter=om(-10 if sted == "past" else 10),
        tilstand=Moede.Tilstand.AFLYST if sted == "called off" else Moede.Tilstand.PLANLAGT,
    )

    with pytest.raises(Regelbrud, match="højere oppe"):
        send_videre(punkt, moede=moede, bruger=bruger)


def test_an_item_goes_up_as_it_is_stored_and_not_as_it_was_read(punkt, sof, bruger):
    laest = Dagsordenspunkt.objects.get(pk=punkt.pk)
    punkt.titel = "Fælles tavler for alle"
    punkt.save()

    assert send_videre(laest, moede=MoedeFactory(organ=sof, starter=om(10)), bruger=bruger).titel == punkt.titel
