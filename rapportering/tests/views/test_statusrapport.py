from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organisering.models import Medlemskab
from rapportering.domain.statusrapport import returner_statusrapport, underskriv_statusrapport
from rapportering.models import Statusrapport
from rapportering.tests.factories import StatuslinjeFactory, StatusrapportFactory
from rapportering.tests.scene import Scene, bring_til, opret_scene

pytestmark = pytest.mark.django_db
ROLLER = (
    "regional formand", "kommunal formand", "sekretær", "medlem", "sof-medlem", "sekretariat", "fremmed"
)  # fmt: skip


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


# The answer of each page to each role: while it is a draft, and while both chairs have signed it.
KLADDE = {
    ("get", "detail"): (200, 200, 200, 200, 404, 200, 404),
    ("get", "kontrol"): (200, 200, 200, 403, 404, 403, 404),
    ("post", "indsend"): (302, 302, 403, 403, 404, 403, 404),
    ("get", "underskriv"): (302, 302, 403, 403, 404, 403, 404),
    ("get", "godkend"): (403, 403, 403, 403, 404, 302, 404),
    ("get", "returner"): (403, 403, 403, 403, 404, 302, 404),
}
UNDERSKREVET = {
    ("get", "detail"): (200, 200, 200, 200, 200, 200, 404),
    ("get", "underskriv"): (200, 200, 403, 403, 403, 403, 404),
    ("get", "godkend"): (403, 403, 403, 403, 403, 200, 404),
    ("get", "returner"): (403, 403, 403, 403, 403, 200, 404),
    ("get", "kontrol"): (302, 302, 302, 403, 403, 403, 404),
    ("post", "indsend"): (302, 302, 403, 403, 403, 403, 404),
    ("post", "underskriv"): (302, 302, 403, 403, 403, 403, 404),
    ("post", "godkend"): (403, 403, 403, 403, 403, 302, 404),
    ("post", "returner"): (403, 403, 403, 403, 403, 302, 404),
}


@pytest.mark.parametrize(("metode", "navn"), KLADDE)
def test_each_page_of_a_draft_answers_each_role(client, scene, metode, navn):
    svar = []
    for rolle in ROLLER:
        svar.append(getattr(som(client, scene, rolle), metode)(side(navn, scene.rapport)).status_code)

    assert dict(zip(ROLLER, svar, strict=True)) == dict(zip(ROLLER, KLADDE[metode, navn], strict=True))


@pytest.mark.parametrize("rolle", ROLLER)
@pytest.mark.parametrize(("metode", "navn"), UNDERSKREVET)
def test_each_page_of_a_signed_report_answers_each_role(client, scene, metode, navn, rolle):
    rapport = bring_til(scene, "underskrevet")
    data = laest(rapport, begrundelse="Ret det.") if metode == "post" else {}

    svar = getattr(som(client, scene, rolle), metode)(side(navn, rapport), data)

    assert svar.status_code == UNDERSKREVET[metode, navn][ROLLER.index(rolle)]


@pytest.mark.parametrize("navn", ["list", "detail", "kontrol", "indsend", "underskriv", "godkend", "returner"])
def test_every_page_sends_an_anonymous_visitor_to_the_login(client, scene, navn):
    adresse = reverse("rapportering:statusrapport-list") if navn == "list" else side(navn, scene.rapport)

    for svar in (client.get(adresse), client.post(adresse)):
        assert (svar.status_code, svar.url) == (302, f"{reverse('account_login')}?next={adresse}")


def test_a_member_who_has_left_the_group_meets_404(client, scene):
    plads = Medlemskab.objects.get(person=scene["regional formand"].person)
    plads.til = timezone.localdate() - timedelta(days=1)
    plads.save()

    assert som(client, scene, "regional formand").get(side("detail", scene.rapport)).status_code == 404


def test_statusrapport_list_shows_what_the_reader_may_see(client, scene):
    StatusrapportFactory.create(indsendt=True)  # another region's

    for rolle, synlige in (("medlem", 1), ("sekretariat", 1), ("sof-medlem", 0), ("fremmed", 0)):
        svar = som(client, scene, rolle).get(reverse("rapportering:statusrapport-list"))
        assert (rolle, len(svar.context["rapporter"])) == (rolle, synlige)
    assert "Ingen statusrapporter endnu" in svar.content.decode()


@pytest.mark.parametrize("antal", [1, 3])
def test_statusrapport_list_has_constant_query_count(client, scene, django_assert_num_queries, antal):
    for _ in range(antal):
        rapport = StatusrapportFactory.create(organ__region=scene.sof.region)
        StatuslinjeFactory.create_batch(2, statusrapport=rapport)
    som(client, scene, "sekretariat")

    with django_assert_num_queries(8):  # session, user, memberships, reports, lines, initiatives, signatures, chairs
        svar = client.get(reverse("rapportering:statusrapport-list"))

    assert len(svar.context["rapporter"]) == antal + 1


@pytest.mark.parametrize("antal", [1, 4])
def test_statusrapport_detail_has_constant_query_count(client, scene, django_assert_max_num_queries, antal):
    StatuslinjeFactory.create_batch(antal, statusrapport=scene.rapport)
    som(client, scene, "regional formand")

    with django_assert_max_num_queries(15):
        svar = client.get(side("detail", scene.rapport))

    assert svar.context["billede"].ialt == antal + 1


def test_statusrapport_detail_shows_the_remark_to_the_group_and_the_secretariat_alone(client, scene):
    scene.linje.intern_note = "Kun for os."
    scene.linje.save()
    rapport = bring_til(scene, "indsendt")

    ser = {
        rolle: "Kun for os." in som(client, scene, rolle).get(side("detail", rapport)).content.decode()
        for rolle in ROLLER
    }

    assert ser == dict(zip(ROLLER, (True, True, True, True, False, True, False), strict=True))


def test_statusrapport_detail_tells_others_that_it_was_returned_and_not_why(client, scene):
    rapport = bring_til(scene, "indsendt")
    underskriv_statusrapport(rapport, bruger=scene["kommunal formand"], uenighed="Uenighed, der faldt.")
    returner_statusrapport(rapport, bruger=scene["sekretariat"], begrundelse="Grund, der er intern.")
    scene.rapport.refresh_from_db()
    rapport = bring_til(scene, "indsendt")

    ser = {}
    for rolle in ROLLER:
        tekst = som(client, scene, rolle).get(side("detail", rapport)).content.decode()
        ser[rolle] = tuple(ord_ in tekst for ord_ in ("Returneret", "Grund, der er intern.", "Uenighed, der faldt."))

    internt, udefra, uset = (True, True, True), (True, False, False), (False, False, False)
    assert ser == dict(zip(ROLLER, (internt, internt, internt, internt, udefra, internt, uset), strict=True))


def test_statusrapport_detail_tells_with_whom_it_lies(client, scene):
    def ligger_hos() -> str:
        return som(client, scene, "medlem").get(side("detail", scene.rapport)).context["billede"].ligger_hos

    svar = [ligger_hos()]
    rapport = bring_til(scene, "indsendt")
    svar.append(ligger_hos())
    underskriv_statusrapport(rapport, bruger=scene["kommunal formand"])
    svar.append(ligger_hos())

    assert svar == [
        "Gruppens formænd og sekretær",
        f"{scene.brugere['kommunal formand'].person} (kommunal formand), til underskrift",
        "Sekretariatet, til godkendelse",
    ]


def test_statusrapport_detail_shows_why_it_was_returned(client, scene):
    returner_statusrapport(bring_til(scene, "indsendt"), bruger=scene["sekretariat"], begrundelse="Ret tallene.")

    svar = som(client, scene, "regional formand").get(side("detail", scene.rapport))

    assert "Sekretariatet har returneret rapporten" in svar.content.decode()
    assert "Ret tallene." in svar.content.decode()
