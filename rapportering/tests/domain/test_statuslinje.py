import pytest

from rapportering.domain.rapporteringsrunde import frys_runde
from rapportering.domain.statuslinje import bekraeft_statuslinje, skriv_statuslinje
from rapportering.domain.statusrapport import returner_statusrapport
from rapportering.models import Statuslinje
from rapportering.tests.factories import StatuslinjeFactory
from rapportering.tests.scene import Scene, bring_til, opret_scene
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db
HANDLINGER = [skriv_statuslinje, bekraeft_statuslinje]


@pytest.fixture
def scene() -> Scene:
    return opret_scene()


@pytest.fixture
def kopi(scene: Scene) -> Statuslinje:
    return StatuslinjeFactory.create(statusrapport=scene.rapport, faerdig=True, kopieret=True)


def test_skriv_statuslinje_saves_half_a_line_with_one_history_row(scene):
    linje = StatuslinjeFactory.create(statusrapport=scene.rapport)
    linje.naeste_skridt = "Vi mødes igen."

    skriv_statuslinje(linje, bruger=scene["sekretær"])

    linje.refresh_from_db()
    assert (linje.naeste_skridt, linje.er_faerdig) == ("Vi mødes igen.", False)
    assert [str(r.history_user) for r in linje.historik.filter(history_type="~")] == [str(scene["sekretær"])]


def test_skriv_statuslinje_without_a_change_leaves_no_trace(scene):
    foer = scene.linje.version

    gemt = skriv_statuslinje(scene.linje, bruger=scene["sekretær"])

    assert (gemt.version, gemt.historik.count()) == (foer, 1)


def test_skriv_statuslinje_makes_a_rewritten_copy_the_rounds_own(scene, kopi):
    kopi.siden_sidst = "Der er sket noget."

    assert skriv_statuslinje(kopi, bruger=scene["sekretær"]).kopieret is False


def test_skriv_statuslinje_leaves_a_copy_a_copy_when_only_the_remark_changes(scene, kopi):
    kopi.intern_note = "Vi vender tilbage."

    skriv_statuslinje(kopi, bruger=scene["sekretær"])

    kopi.refresh_from_db()
    assert (kopi.intern_note, kopi.kopieret) == ("Vi vender tilbage.", True)


def test_bekraeft_statuslinje_lets_the_copied_text_stand_and_says_so(scene, kopi):
    bekraeft_statuslinje(kopi, bruger=scene["regional formand"])

    kopi.refresh_from_db()
    assert (kopi.kopieret, kopi.er_faerdig, kopi.siden_sidst) == (False, True, "Arbejdet følger planen.")
    assert kopi.historik.first().history_change_reason == "Ingen ændring siden sidst"


def test_skriv_statuslinje_never_overwrites_a_colleague(scene):
    min_udgave = Statuslinje.objects.get(pk=scene.linje.pk)
    scene.linje.siden_sidst = "Kollegaens tekst."
    scene.linje.save()
    min_udgave.siden_sidst = "Min tekst."

    with pytest.raises(Versionskonflikt):
        skriv_statuslinje(min_udgave, bruger=scene["sekretær"])

    assert Statuslinje.objects.get(pk=scene.linje.pk).siden_sidst == "Kollegaens tekst."


@pytest.mark.parametrize("handling", HANDLINGER)
@pytest.mark.parametrize("tilstand", ["indsendt", "underskrevet", "godkendt", "frosset"])
def test_a_line_cannot_be_written_once_its_report_is_sent(scene, kopi, handling, tilstand):
    bekraeft_statuslinje(kopi, bruger=scene["regional formand"])
    rapport = bring_til(scene, "godkendt" if tilstand == "frosset" else tilstand)
    if tilstand == "frosset":
        frys_runde(rapport.runde.moede, bruger=scene["sekretariat"])
    foer = list(Statuslinje.objects.values())
    linje = Statuslinje.objects.get(pk=kopi.pk)
    linje.siden_sidst = "For sent."

    with pytest.raises(Regelbrud, match="kan ikke rettes"):
        handling(linje, bruger=scene["regional formand"])

    assert list(Statuslinje.objects.values()) == foer


def test_a_line_can_be_written_again_after_a_return(scene):
    returner_statusrapport(bring_til(scene, "indsendt"), bruger=scene["sekretariat"], begrundelse="Ret det.")
    scene.linje.siden_sidst = "Rettet."

    assert skriv_statuslinje(scene.linje, bruger=scene["sekretær"]).siden_sidst == "Rettet."
