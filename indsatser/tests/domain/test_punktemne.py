from datetime import timedelta

import pytest
from django.utils import timezone

from indsatser.domain.cellevirkning import tilfoej_virkninger
from indsatser.domain.punktemne import fjern_emne, tilfoej_emne
from indsatser.models import Punktemne
from indsatser.tests.factories import IndsatsFactory, MaalsaetningFactory, PortefoeljepostFactory
from organisering.domain.sag import send_videre
from organisering.models import Moede
from organisering.tests.factories import BrugerFactory, DagsordenspunktFactory, MoedeFactory, OrganFactory
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db


def test_an_item_concerns_initiatives_and_targets_each_once():
    punkt, bruger, indsats, maal = DagsordenspunktFactory(), BrugerFactory(), IndsatsFactory(), MaalsaetningFactory()
    tilfoej_emne(punkt, indsats, bruger=bruger)
    tilfoej_emne(punkt, maal, bruger=bruger)

    with pytest.raises(Regelbrud, match=f"handler allerede om {indsats}"):
        tilfoej_emne(punkt, indsats, bruger=bruger)

    assert list(Punktemne.objects.values_list("indsats", "maalsaetning")) == [(indsats.pk, None), (None, maal.pk)]


def test_a_subject_taken_away_leaves_its_history():
    bruger = BrugerFactory()
    emne = tilfoej_emne(DagsordenspunktFactory(), IndsatsFactory(), bruger=bruger)

    fjern_emne(emne, bruger=bruger)

    assert not Punktemne.objects.exists()
    assert list(Punktemne.historik.values_list("history_type", flat=True)) == ["-", "+"]


def test_after_the_approval_subjects_stay_as_they_are():
    punkt, bruger = DagsordenspunktFactory(), BrugerFactory()
    emne = tilfoej_emne(punkt, IndsatsFactory(), bruger=bruger)
    punkt.moede.tilstand = Moede.Tilstand.REFERAT_GODKENDT
    punkt.moede.save()

    with pytest.raises(Regelbrud, match="Referatet er godkendt"):
        fjern_emne(emne, bruger=bruger)
    with pytest.raises(Regelbrud, match="Referatet er godkendt"):
        tilfoej_emne(punkt, IndsatsFactory(), bruger=bruger)


def test_what_an_item_concerns_goes_along_when_its_case_is_sent_up_and_effects_stay_behind():
    bruger, over = BrugerFactory(), OrganFactory()
    punkt = DagsordenspunktFactory(moede__organ=OrganFactory(region=over.region, refererer_til=over))
    post = PortefoeljepostFactory(organ=punkt.moede.organ)
    maal = MaalsaetningFactory()
    for emne in (post.indsats, maal):
        tilfoej_emne(punkt, emne, bruger=bruger)
    tilfoej_virkninger(punkt, post, {2020: True}, bruger=bruger)
    moede = MoedeFactory(organ=over, starter=timezone.now() + timedelta(days=30))

    nyt = send_videre(punkt, moede=moede, bruger=bruger)

    assert list(nyt.emner.order_by("pk").values_list("indsats", "maalsaetning")) == [
        (post.indsats_id, None),
        (None, maal.pk),
    ]
    assert not nyt.cellevirkninger.exists()
