from datetime import date

import pytest

from organisering.models import Medlemskab
from organisering.tests.factories import MedlemskabFactory, RolleFactory
from rapportering.domain.rapporteringsrunde import frys_runde
from rapportering.domain.statusrapport import (
    UfaerdigeLinjer,
    godkend_statusrapport,
    indsend_statusrapport,
    returner_statusrapport,
    underskriv_statusrapport,
)
from rapportering.models import Statuslinje, Statusrapport
from rapportering.tests.factories import StatuslinjeFactory, StatusrapportFactory
from rapportering.tests.scene import Scene, bring_til, opret_scene
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return opret_scene()


def fortalt(rapport: Statusrapport) -> list[tuple[str, str, str]]:
    """The report's history after its creation: state, who, why; oldest first."""
    raekker = rapport.historik.exclude(history_type="+").order_by("history_id")
    return [(raekke.tilstand, str(raekke.history_user), raekke.history_change_reason) for raekke in raekker]


def navn(scene: Scene, rolle: str) -> str:
    return str(scene.brugere[rolle])


def test_indsend_statusrapport_signs_for_the_chair_and_leaves_one_history_row(scene):
    rapport = bring_til(scene, "indsendt")

    assert (rapport.tilstand, rapport.indsendt_den is not None) == ("indsendt", True)
    assert [u.medlemskab.person for u in rapport.underskrifter.all()] == [scene["regional formand"].person]
    assert fortalt(rapport) == [("indsendt", navn(scene, "regional formand"), "Indsendt til sekretariatet")]


@pytest.mark.parametrize("rolle", ["sekretær", "medlem", "sof-medlem", "sekretariat", "fremmed"])
def test_indsend_statusrapport_rejects_anyone_but_a_chair(scene, rolle):
    with pytest.raises(Regelbrud, match="Kun gruppens formænd"):
        indsend_statusrapport(scene.rapport, bruger=scene[rolle], linjeudgave=scene.linje.version)


def test_indsend_statusrapport_rejects_a_chair_whose_seat_has_ended(scene):
    plads = Medlemskab.objects.get(person=scene["regional formand"].person, organ=scene.gruppe)
    plads.til = date(2020, 12, 31)
    plads.save()

    with pytest.raises(Regelbrud, match="Kun gruppens formænd"):
        bring_til(scene, "indsendt")


@pytest.mark.parametrize(
    "felter",
    [
        {},
        {"fremdrift": "foelger_planen"},
        {"fremdrift": "forsinket", "siden_sidst": "Intet nyt."},
        {"fremdrift": "foelger_planen", "siden_sidst": "Intet nyt.", "kopieret": True},
    ],
    ids=["empty", "untold", "late without a reason", "mere copy"],
)
def test_indsend_statusrapport_names_the_unfinished_initiatives(scene, felter):
    ufaerdig = StatuslinjeFactory.create(statusrapport=scene.rapport, indsats__titel="Fælles skolestart", **felter)

    with pytest.raises(UfaerdigeLinjer, match="Fælles skolestart") as fejl:
        bring_til(scene, "indsendt")

    assert fejl.value.linjer == [ufaerdig]
    assert Statusrapport.objects.get().tilstand == "kladde"


def test_indsend_statusrapport_twice_is_told_calmly_and_leaves_no_trace(scene):
    rapport = bring_til(scene, "indsendt")

    with pytest.raises(Regelbrud, match="allerede indsendt"):
        indsend_statusrapport(scene.rapport, bruger=scene["regional formand"], linjeudgave=scene.linje.version)

    assert len(fortalt(rapport)) == 1


def test_indsend_statusrapport_rejects_lines_that_changed_after_they_were_read(scene):
    laest = scene.linje.version
    scene.linje.siden_sidst = "En kollega har rettet."
    scene.linje.save()

    with pytest.raises(Versionskonflikt):
        indsend_statusrapport(scene.rapport, bruger=scene["regional formand"], linjeudgave=laest)


def test_underskriv_statusrapport_keeps_the_disagreement(scene):
    rapport = bring_til(scene, "indsendt")

    underskriv_statusrapport(rapport, bruger=scene["kommunal formand"], uenighed="Vi ser anderledes på økonomien.")

    underskrift = rapport.underskrifter.get(uenighed__gt="")
    assert (underskrift.medlemskab.person, underskrift.uenighed) == (
        scene["kommunal formand"].person,
        "Vi ser anderledes på økonomien.",
    )
    assert str(underskrift.historik.get().history_user) == navn(scene, "kommunal formand")
    assert len(fortalt(rapport)) == 1


def test_underskriv_statusrapport_twice_is_told_calmly(scene):
    rapport = bring_til(scene, "underskrevet")

    with pytest.raises(Regelbrud, match="allerede skrevet"):
        underskriv_statusrapport(rapport, bruger=scene["kommunal formand"])

    assert rapport.underskrifter.count() == 2


def test_underskriv_statusrapport_rejects_the_secretary(scene):
    rapport = bring_til(scene, "indsendt")

    with pytest.raises(Regelbrud, match="Kun gruppens formænd"):
        underskriv_statusrapport(rapport, bruger=scene["sekretær"])


def test_underskriv_statusrapport_rejects_a_report_that_was_returned_and_sent_again(scene):
    laest = bring_til(scene, "indsendt")
    returneret = returner_statusrapport(
        Statusrapport.objects.get(), bruger=scene["sekretariat"], begrundelse="Ret tallene."
    )
    indsend_statusrapport(returneret, bruger=scene["regional formand"], linjeudgave=scene.linje.version)

    laest = StatusrapportFactory.build(pk=laest.pk, version=2)
    with pytest.raises(Versionskonflikt):
        underskriv_statusrapport(laest, bruger=scene["kommunal formand"])


def test_godkend_statusrapport_leaves_one_history_row(scene):
    rapport = bring_til(scene, "godkendt")

    assert (rapport.tilstand, rapport.godkendt_den is not None) == ("godkendt", True)
    assert fortalt(rapport)[1:] == [("godkendt", navn(scene, "sekretariat"), "Godkendt af sekretariatet")]


def test_godkend_statusrapport_waits_for_every_chair_of_today(scene):
    rapport = bring_til(scene, "indsendt")

    with pytest.raises(Regelbrud, match=r"når .* \(kommunal formand\) har skrevet under"):
        godkend_statusrapport(rapport, bruger=scene["sekretariat"])


def test_godkend_statusrapport_waits_for_a_chair_who_has_taken_over_since_signing(scene):
    rapport = bring_til(scene, "underskrevet")
    afloest = Medlemskab.objects.get(person=scene["kommunal formand"].person, organ=scene.gruppe)
    afloest.til = date(2021, 5, 1)
    afloest.save()
    MedlemskabFactory.create(organ=scene.gruppe, rolle=RolleFactory.create(kommunal_formand=True))

    with pytest.raises(Regelbrud, match="kommunal formand"):
        godkend_statusrapport(rapport, bruger=scene["sekretariat"])


def test_godkend_statusrapport_rejects_someone_who_has_signed_it(scene):
    rapport = bring_til(scene, "underskrevet")

    with pytest.raises(Regelbrud, match="Du har selv skrevet"):
        godkend_statusrapport(rapport, bruger=scene["regional formand"])


def test_returner_statusrapport_tells_why_and_drops_the_signatures(scene):
    rapport = bring_til(scene, "underskrevet")
    underskrifter = list(rapport.underskrifter.all())

    returner_statusrapport(rapport, bruger=scene["sekretariat"], begrundelse="Skriv, hvem der følger op.")

    rapport.refresh_from_db()
    assert (rapport.tilstand, rapport.returbegrundelse) == ("returneret", "Skriv, hvem der følger op.")
    assert rapport.underskrifter.count() == 0
    assert [u.historik.model.objects.filter(id=u.pk, history_type="-").count() for u in underskrifter] == [1, 1]
    assert fortalt(rapport)[1:] == [("returneret", navn(scene, "sekretariat"), "Skriv, hvem der følger op.")]


def test_returner_statusrapport_rejects_an_empty_reason(scene):
    rapport = bring_til(scene, "indsendt")

    with pytest.raises(Regelbrud, match="Skriv, hvorfor"):
        returner_statusrapport(rapport, bruger=scene["sekretariat"], begrundelse="  ")


def test_a_returned_report_can_be_sent_again_and_no_longer_shows_the_old_reason(scene):
    rapport = returner_statusrapport(
        bring_til(scene, "indsendt"), bruger=scene["sekretariat"], begrundelse="Ret tallene."
    )

    rapport = indsend_statusrapport(rapport, bruger=scene["kommunal formand"], linjeudgave=scene.linje.version)

    assert (rapport.tilstand, rapport.returbegrundelse) == ("indsendt", "")
    assert [tilstand for tilstand, *_ in fortalt(rapport)] == ["indsendt", "returneret", "indsendt"]


SKRIDT = {
    "indsend": lambda rapport, scene: indsend_statusrapport(
        rapport, bruger=scene["regional formand"], linjeudgave=Statuslinje.objects.get().version
    ),
    "underskriv": lambda rapport, scene: underskriv_statusrapport(rapport, bruger=scene["kommunal formand"]),
    "godkend": lambda rapport, scene: godkend_statusrapport(rapport, bruger=scene["sekretariat"]),
    "returner": lambda rapport, scene: returner_statusrapport(
        rapport, bruger=scene["sekretariat"], begrundelse="Ret det."
    ),
}
TILLADTE = {
    "kladde": {"indsend"},
    "returneret": {"indsend"},
    "indsendt": {"underskriv", "godkend", "returner"},
    "godkendt": set(),
    "frosset": set(),
}


@pytest.mark.parametrize("skridt", SKRIDT)
@pytest.mark.parametrize("tilstand", TILLADTE)
def test_no_state_is_skipped_and_nothing_moves_what_is_accepted(scene, tilstand, skridt):
    rapport = scene.rapport
    if tilstand != "kladde":
        rapport = bring_til(scene, "godkendt" if tilstand in ("godkendt", "frosset") else "indsendt")
    if tilstand == "returneret":
        rapport = returner_statusrapport(rapport, bruger=scene["sekretariat"], begrundelse="Ret det.")
    if tilstand == "frosset":
        [rapport] = frys_runde(rapport.runde.moede, bruger=scene["sekretariat"])
    if (tilstand, skridt) == ("indsendt", "godkend"):
        underskriv_statusrapport(rapport, bruger=scene["kommunal formand"])

    if skridt in TILLADTE[tilstand]:
        SKRIDT[skridt](rapport, scene)
    else:
        foer = Statusrapport.objects.filter(pk=rapport.pk).values().get()
        with pytest.raises(Regelbrud):
            SKRIDT[skridt](rapport, scene)
        assert Statusrapport.objects.filter(pk=rapport.pk).values().get() == foer
