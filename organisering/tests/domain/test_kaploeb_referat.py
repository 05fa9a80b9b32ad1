"""Two real connections on one set of minutes. On SQLite the test database is a file."""

import pytest

from organisering.domain.beslutning import skriv_beslutning
from organisering.domain.referat import returner_referat
from organisering.domain.referatgodkendelse import godkend_referat
from organisering.models import Dagsordenspunkt, Medlemskab, Moede, Referatgodkendelse
from organisering.tests.referatscene import bring_til, opret_referatscene
from sundhedsaftale.faelles.tests.kaploeb import kap

pytestmark = pytest.mark.django_db(transaction=True)


def laeser(scene):
    """What a request reads before it acts: the meeting as the page showed it."""
    return lambda: Moede.objects.get(pk=scene.moede_pk)


def godkender(scene, rolle):
    bruger = scene[rolle]
    plads = Medlemskab.objects.get(person=bruger.person_id, organ=scene.organ)
    return laeser(scene), lambda moede: godkend_referat(moede, bruger=bruger, medlemskab=plads)


def skriver(scene, tekst):
    """Write straight to the first item, with the version that was read."""
    bruger, pk = scene["sekretær"], scene.punkter[0].pk

    def skriv(punkt):
        punkt.beslutning = tekst
        skriv_beslutning(punkt, bruger=bruger, fravaer={})

    return lambda: Dagsordenspunkt.objects.get(pk=pk), skriv


def test_two_chairs_who_approve_at_once_lock_the_minutes_together():
    scene = opret_referatscene()
    bring_til(scene, "referat_udsendt")

    assert kap(godkender(scene, "regional formand"), godkender(scene, "kommunal formand")) == ["gemt", "gemt"]
    assert (scene.moede.tilstand, [punkt.laast for punkt in scene.punkter]) == ("referat_godkendt", [True, True])


def test_one_chair_who_approves_twice_at_once_leaves_one_approval():
    scene = opret_referatscene()
    bring_til(scene, "referat_udsendt")

    svar = kap(godkender(scene, "regional formand"), godkender(scene, "regional formand"), afvist=str)

    assert [svar[0][:36], svar[1]] == ["Referatet er allerede godkendt af Op", "gemt"]
    assert Referatgodkendelse.objects.count() == 1


def test_of_the_last_approval_and_a_return_one_wins_and_nothing_is_half_done():
    scene = opret_referatscene()
    bring_til(scene, "godkendt_af_en")
    bruger = scene["sekretariat"]

    svar = kap(
        godkender(scene, "kommunal formand"),
        (laeser(scene), lambda moede: returner_referat(moede, bruger=bruger, begrundelse="Ret det.")),
    )

    tilstand = scene.moede.tilstand
    assert svar.count("gemt") == 1
    assert (tilstand, [punkt.laast for punkt in scene.punkter], Referatgodkendelse.objects.count()) in (
        ("referat_godkendt", [True, True], 2),
        ("afholdt", [False, False], 0),
    )


def test_two_who_write_on_the_same_item_save_one_text_and_tell_the_other():
    scene = opret_referatscene()
    bring_til(scene, "afholdt")

    assert kap(skriver(scene, "Den enes."), skriver(scene, "Den andens.")) == ["gemt", "konflikt"]
    assert scene.punkter[0].version == 2


def test_without_the_version_the_second_text_replaces_the_first_unseen():
    """The negative control: the same race, writing the way a plain UPDATE would."""
    scene = opret_referatscene()
    bring_til(scene, "afholdt")
    pk = scene.punkter[0].pk

    def overskriver(tekst):
        raa = Dagsordenspunkt.objects.filter(pk=pk)
        return raa.get, lambda punkt: raa._update([(Dagsordenspunkt._meta.get_field("beslutning"), None, tekst)])

    assert kap(overskriver("Den enes."), overskriver("Den andens.")) == ["gemt", "gemt"]
    assert scene.punkter[0].beslutning in ("Den enes.", "Den andens.")
