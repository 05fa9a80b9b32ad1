"""The pages where a step is taken: submit, sign, accept, return."""

import pytest
from django.test import Client
from django.urls import reverse

from rapportering.models import Statuslinje, Statusrapport
from rapportering.tests.factories import StatuslinjeFactory
from rapportering.tests.scene import Scene, bring_til, opret_scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return opret_scene()


def side(navn: str, rapport: Statusrapport) -> str:
    return reverse(f"rapportering:statusrapport-{navn}", args=[rapport.pk])


def som(client: Client, scene: Scene, rolle: str) -> Client:
    client.force_login(scene[rolle])
    return client


def laest(rapport: Statusrapport, **felter: object) -> dict[str, object]:
    """What a form of the report's page sends."""
    rapport.refresh_from_db()
    linjeudgave = sum(linje.version for linje in rapport.linjer.all())
    return {"version": rapport.version, "linjeudgave": linjeudgave, **felter}


def test_statusrapport_indsend_sends_once_and_answers_the_second_press_calmly(client, scene):
    som(client, scene, "regional formand")
    data = laest(scene.rapport)

    foerste = client.post(side("indsend", scene.rapport), data, follow=True)
    anden = client.post(side("indsend", scene.rapport), data, follow=True)

    assert "indsendt til sekretariatet med din underskrift" in foerste.content.decode()
    assert "Rapporten er allerede indsendt." in anden.content.decode()
    assert scene.rapport.underskrifter.count() == 1


def test_statusrapport_indsend_with_an_unfinished_line_leads_to_it(client, scene):
    ufaerdig = StatuslinjeFactory.create(statusrapport=scene.rapport, fremdrift=Statuslinje.Fremdrift.FORSINKET)

    svar = som(client, scene, "regional formand").post(side("indsend", scene.rapport), laest(scene.rapport))

    assert svar.status_code == 422
    assert f"{ufaerdig.get_absolute_url()}?kontrol" in svar.content.decode()
    assert "Skriv, hvorfor indsatsen ikke følger planen." in svar.content.decode()
    scene.rapport.refresh_from_db()
    assert scene.rapport.tilstand == "kladde"


def test_statusrapport_indsend_shows_the_check_page_again_when_a_line_has_changed(client, scene):
    data = laest(scene.rapport)
    scene.linje.siden_sidst = "Rettet imens."
    scene.linje.save()

    svar = som(client, scene, "regional formand").post(side("indsend", scene.rapport), data)

    assert svar.status_code == 409
    assert "Rettet imens." in svar.content.decode()
    assert svar.context["form"].initial["linjeudgave"] == data["linjeudgave"] + 1


def test_statusrapport_returner_asks_for_a_reason(client, scene):
    rapport = bring_til(scene, "indsendt")

    svar = som(client, scene, "sekretariat").post(side("returner", rapport), laest(rapport, begrundelse=" "))

    assert (svar.status_code, svar.context["form"].errors["begrundelse"]) == (422, ["Skriv, hvad gruppen skal rette."])


def test_statusrapport_returner_stops_a_cpr_number_and_keeps_the_text(client, scene, cpr):
    rapport = bring_til(scene, "indsendt")
    tekst = f"Fjern {cpr} fra teksten."

    svar = som(client, scene, "sekretariat").post(side("returner", rapport), laest(rapport, begrundelse=tekst))

    assert "CPR-nummer" in svar.context["form"].errors["begrundelse"][0]
    assert svar.context["form"]["begrundelse"].value() == tekst


@pytest.fixture
def cpr() -> str:
    """A number that the guard stops and nobody has: 31 December of year 99 and only nines."""
    return "-".join(["311299", "9" * 4])


def test_statusrapport_underskriv_keeps_the_text_when_the_report_has_changed(client, scene):
    rapport = bring_til(scene, "indsendt")
    data = laest(rapport, uenighed="Vi er uenige.") | {"version": rapport.version - 1}

    svar = som(client, scene, "kommunal formand").post(side("underskriv", rapport), data)

    assert svar.status_code == 409
    assert svar.context["form"]["uenighed"].value() == "Vi er uenige."
    assert svar.context["form"]["version"].value() == str(rapport.version)
    assert rapport.underskrifter.count() == 1


@pytest.mark.parametrize("navn", ["underskriv", "godkend"])
def test_a_step_taken_twice_is_told_calmly(client, scene, navn):
    rapport = bring_til(scene, "underskrevet" if navn == "godkend" else "indsendt")
    som(client, scene, "sekretariat" if navn == "godkend" else "kommunal formand")
    data = laest(rapport)

    client.post(side(navn, rapport), data)
    svar = client.post(side(navn, rapport), data, follow=True)

    assert svar.status_code == 200
    assert "allerede" in svar.content.decode()
