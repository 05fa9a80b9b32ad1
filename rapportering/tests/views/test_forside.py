from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from indsatser.tests.factories import IndsatsFactory
from organisering.models import Medlemskab, Moede, Referatgodkendelse
from organisering.tests.factories import AftaleFactory, MedlemskabFactory, MoedeFactory, OrganFactory
from rapportering.domain.statusrapport import returner_statusrapport
from rapportering.models import Afrapportering
from rapportering.tests.factories import RapporttypeFactory, StatuslinjeFactory, StatusrapportFactory
from rapportering.tests.scene import Scene, bring_til, opret_scene
from sundhedsaftale.faelles.dansk import dato

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    scene = opret_scene()
    scene.rapport.runde.frist = timezone.localdate() + timedelta(days=5)
    scene.rapport.runde.save()
    return scene


def udgave(**felter: object) -> Afrapportering:
    felter = {"udgave": 1, "udgivet": timezone.now(), "tilstand": Afrapportering.Tilstand.FAERDIG} | felter
    return Afrapportering.objects.create(
        type=RapporttypeFactory.create(), aar=2021, snapshot={}, sha256="0" * 64, **felter
    )


def opgaver(client: Client, scene: Scene, rolle: str) -> tuple[list[str], list[str]]:
    """What the front page says that the role owes, and what it waits for."""
    client.force_login(scene[rolle])
    overblik = client.get(reverse("forside")).context["overblik"]
    return [o.titel for o in overblik.opgaver], [o.titel for o in overblik.venter]


def test_forside_shows_everyone_the_public_agreements_and_the_published_reports_alone(client):
    aftale = AftaleFactory.create()
    lukket = AftaleFactory.create(titel="Den lukkede aftale", offentlig=False)
    udgivet = udgave(aftale=aftale)
    udgave(aftale=AftaleFactory.create(), udgave=None, udgivet=None)

    svar = client.get(reverse("forside"))

    assert svar.context["overblik"] is None
    assert set(svar.context["aftaler"]).isdisjoint({lukket})
    assert aftale in svar.context["aftaler"]
    assert svar.context["udgaver"] == [udgivet]
    assert lukket.titel not in svar.content.decode()


def test_forside_explains_itself_when_there_is_nothing(client):
    tekst = client.get(reverse("forside")).content.decode()

    assert "Ingen aftaler endnu" in tekst
    assert "Ingen rapporter endnu" in tekst


def test_forside_tells_each_role_what_it_owes(client, scene):
    gruppe = scene.gruppe
    skriv, skriv_under = f"Skriv status fra {gruppe}", f"Skriv status fra {gruppe} under"
    godkend, ret = f"Godkend eller returner status fra {gruppe}", f"Ret status fra {gruppe}"
    rapport = f"Status fra {gruppe}"
    roller = ("regional formand", "kommunal formand", "sekretær", "medlem", "sof-medlem", "sekretariat", "fremmed")
    intet: tuple[list[str], list[str]] = ([], [])

    def alle() -> list[tuple[list[str], list[str]]]:
        return [opgaver(client, scene, rolle) for rolle in roller]

    assert alle() == [([skriv], []), ([skriv], []), ([skriv], []), intet, intet, intet, intet]
    bring_til(scene, "indsendt")
    assert alle() == [intet, ([skriv_under], []), intet, intet, intet, ([], [rapport]), intet]
    scene.rapport.refresh_from_db()
    returner_statusrapport(scene.rapport, bruger=scene["sekretariat"], begrundelse="Ret det.")
    assert alle() == [([ret], []), ([ret], []), ([ret], []), intet, intet, intet, intet]
    scene.rapport.refresh_from_db()
    bring_til(scene, "underskrevet")
    assert alle() == [intet, intet, intet, intet, intet, ([godkend], []), intet]


@pytest.mark.parametrize(
    ("dage", "saetning"),
    [(5, "Fristen er om 5 dage"), (1, "Fristen er i morgen"), (0, "Fristen er i dag"), (-1, "Fristen var i går"),
     (-3, "Fristen var for 3 dage siden")],
)  # fmt: skip
def test_forside_says_how_long_there_is(client, scene, dage, saetning):
    scene.rapport.runde.frist = timezone.localdate() + timedelta(days=dage)
    scene.rapport.runde.save()
    client.force_login(scene["sekretær"])

    svar = client.get(reverse("forside"))

    [opgave] = svar.context["overblik"].opgaver
    assert f"1 af 1 indsatser er færdige. {saetning}, " in opgave.tekst
    assert opgave.tilstand == ("Over fristen" if dage < 0 else "Kladde")


def test_forside_shows_the_secretariat_what_is_late(client, scene):
    assert opgaver(client, scene, "sekretariat") == ([], [])
    scene.rapport.runde.frist = timezone.localdate() - timedelta(days=1)
    scene.rapport.runde.save()

    assert opgaver(client, scene, "sekretariat") == ([], [f"Status fra {scene.gruppe}"])


def test_forside_is_calm_when_nothing_is_owed(client, scene):
    client.force_login(scene["medlem"])

    assert "Du mangler ikke noget lige nu" in client.get(reverse("forside")).content.decode()


@pytest.mark.parametrize("antal", [1, 4])
def test_forside_has_constant_query_count(client, scene, django_assert_num_queries, antal):
    for _ in range(antal):
        rapport = StatusrapportFactory.create(organ__region=scene.sof.region, indsendt=True)
        StatuslinjeFactory.create_batch(2, statusrapport=rapport)
    client.force_login(scene["sekretariat"])

    # session, user, agreements, editions, memberships, reports, lines, initiatives, signatures, chairs, own meetings;
    # the inspection: bodies, kinds with competences and senders, seats, who sits in the senders' bodies, dialogues;
    # the agreements the user keeps, and what the control counted last
    client.get(reverse("forside"))
    with django_assert_num_queries(20):
        svar = client.get(reverse("forside"))

    overblik = svar.context["overblik"]
    assert len(overblik.opgaver) + len(overblik.venter) == antal


def test_forside_counts_the_findings_of_the_agreements_that_the_user_keeps(client, scene):
    aftale = scene.rapport.runde.aftale
    IndsatsFactory.create_batch(2, aftale=aftale)
    IndsatsFactory()

    client.force_login(scene["sekretariat"])
    svar = client.get(reverse("forside"))

    (optalt,) = svar.context["overblik"].kontrol
    assert optalt.aftale == aftale
    assertContains(svar, f"{optalt.antal} fund, optalt")
    assert client.get(reverse("indsatser:kontrol", args=[aftale.slug])).context["side"].i_alt == optalt.antal
    client.force_login(scene["kommunal formand"])
    assert client.get(reverse("forside")).context["overblik"].kontrol == ()


def test_forside_warns_the_secretariat_of_the_first_bodies_that_lack_something(client, scene):
    OrganFactory.create_batch(5, region=scene.sof.region)

    client.force_login(scene["sekretariat"])
    svar = client.get(reverse("forside"))

    udsnit = svar.context["overblik"].eftersyn
    assert (len(udsnit.fund), udsnit.alvorlige, udsnit.ialt) == (3, 7, 7)
    assertContains(svar, reverse("organisering:eftersyn"))


@pytest.mark.parametrize("rolle", ["regional formand", "sekretær", "medlem", "sof-medlem", "fremmed"])
def test_forside_warns_nobody_else(client, scene, rolle):
    client.force_login(scene[rolle])
    svar = client.get(reverse("forside"))

    assert svar.context["overblik"].eftersyn is None
    assertNotContains(svar, "mangler noget")


def test_forside_shows_the_next_three_meetings_of_the_own_bodies_with_deadlines(client, scene):
    nu = timezone.now()
    egne = [MoedeFactory.create(organ=scene.gruppe, starter=nu + timedelta(days=30 * n)) for n in (4, 2)]
    faelles = MoedeFactory.create(organ=scene.sof, starter=nu + timedelta(days=90))
    faelles.gem_med(faelles_med=[scene.gruppe])
    MoedeFactory.create(organ=scene.gruppe, starter=nu + timedelta(days=150))
    MoedeFactory.create(organ=scene.gruppe, starter=nu + timedelta(days=1), tilstand=Moede.Tilstand.AFLYST)
    MoedeFactory.create(organ=scene.gruppe, starter=nu - timedelta(days=1))
    MoedeFactory.create(organ=scene.sof, starter=nu + timedelta(days=2))

    client.force_login(scene["medlem"])
    svar = client.get(reverse("forside"))

    assert list(svar.context["overblik"].moeder) == [egne[1], faelles, egne[0]]
    assertContains(svar, f"Sager skal være inde {dato(egne[1].frist_sager)}")
    assertContains(svar, egne[1].get_absolute_url())


@pytest.mark.parametrize("antal", [1, 3, 10, 100])
def test_forside_reads_meetings_and_bodies_in_a_constant_number_of_queries(
    client, scene, django_assert_num_queries, antal
):
    for n, organ in enumerate(OrganFactory.create_batch(antal, region=scene.sof.region)):
        MedlemskabFactory.create(person=scene["sekretariat"].person, organ=organ)
        MoedeFactory.create(organ=organ, starter=timezone.now() + timedelta(days=n + 1))
    client.force_login(scene["sekretariat"])
    client.get(reverse("forside"))

    with django_assert_num_queries(20):
        client.get(reverse("forside"))


@pytest.mark.parametrize("antal", [1, 3])
def test_forside_asks_a_chair_for_each_set_of_minutes_in_a_constant_number_of_queries(
    client, scene, django_assert_num_queries, antal
):
    moeder = MoedeFactory.create_batch(antal, organ=scene.gruppe, med_referat=True)
    godkendt = MoedeFactory.create(organ=scene.gruppe, med_referat=True)
    plads = Medlemskab.objects.get(person=scene["kommunal formand"].person, organ=scene.gruppe)
    Referatgodkendelse.objects.create(moede=godkendt, medlemskab=plads, tidspunkt=timezone.now())
    client.force_login(scene["kommunal formand"])

    # session, user, seats, agreements, editions, reports, lines, initiatives, signatures, chairs, own meetings;
    # meetings with minutes sent out, their approvals and chairs
    with django_assert_num_queries(14):
        svar = client.get(reverse("forside"))

    opgaver = svar.context["overblik"].opgaver
    assert {opgave.url for opgave in opgaver if opgave.titel == f"Godkend referatet fra {scene.gruppe}"} == {
        moede.get_absolute_url() for moede in moeder
    }
