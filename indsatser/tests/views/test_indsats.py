import pytest
from django.urls import reverse
from django.utils import timezone

from indsatser.models import Cellevirkning, Indsats, Punktemne
from indsatser.tests.factories import (
    IndsatsFactory,
    MaalingFactory,
    MaalsaetningFactory,
    MaaltalFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
)
from organisering.tests.factories import (
    AftaleFactory,
    BrugerFactory,
    DagsordenspunktFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region)


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    return client


def afslut(indsats):
    return reverse("indsatser:indsats-afslut", args=[indsats.pk])


def test_the_page_tells_years_targets_and_their_state(client, aftale, organ):
    maal = MaalsaetningFactory(aftale=aftale, tekst="Vi vil nå det.")
    maaltal = MaaltalFactory(maalsaetning=maal, maal="12.5", basisvaerdi="18.5", basisaar=2017)
    MaalingFactory(maaltal=maaltal, aar=2021, vaerdi="14")
    indsats = IndsatsFactory(aftale=aftale)
    indsats.gem_med(maalsaetninger=[maal])
    RessourcetraekFactory(post=PortefoeljepostFactory(indsats=indsats, organ=organ), aar=2022)

    svar = client.get(indsats.get_absolute_url())

    tekst = svar.content.decode()
    for ventet in ("Vi vil nå det.", "højst 12,5\xa0%", "18,5\xa0% (2017)", "14\xa0% (2021)", "På vej", str(organ)):
        assert ventet in tekst
    (linje,) = svar.context["side"].poster
    assert [celle.aar for celle in linje.celler if celle.planlagt] == [2022]


@pytest.mark.parametrize(
    ("rolle", "ser"), [("anonym", False), ("fremmed", False), ("medlem", True), ("sekretariat", True)]
)
def test_note_and_history_are_for_those_who_sit_in_the_region(client, aftale, organ, rolle, ser):
    indsats = IndsatsFactory(aftale=aftale, intern_note="Kun for os")
    medlem, fremmed = BrugerFactory(), BrugerFactory()
    MedlemskabFactory(person=medlem.person, organ=organ)
    MedlemskabFactory(person=fremmed.person)
    brugere = {"medlem": medlem, "fremmed": fremmed, "sekretariat": sekretariatsbruger(aftale.region)}
    if rolle in brugere:
        client.force_login(brugere[rolle], MOTOR)

    tekst = client.get(indsats.get_absolute_url()).content.decode()

    assert ("Kun for os" in tekst, '<h2 id="historik">' in tekst) == (ser, ser)


@pytest.mark.parametrize(
    ("udgivet", "emne", "ventet"),
    [
        (False, False, []),
        (False, True, [""]),
        (True, False, ["{}: X sættes i 2021"]),
        (True, True, ["{}: X sættes i 2021"]),
    ],
)
def test_what_a_decision_changes_is_told_with_the_published_minutes(client, aftale, organ, udgivet, emne, ventet):
    """Before that the public agenda tells no more than what an item concerns."""
    post = PortefoeljepostFactory(indsats__aftale=aftale, organ=organ)
    moede = MoedeFactory(organ=organ, udsendt=True, dagsorden_udgivet=timezone.now())
    if udgivet:
        moede = MoedeFactory(organ=organ, udgivet=True)
    punkt = DagsordenspunktFactory(moede=moede)
    Cellevirkning.objects.create(punkt=punkt, post=post, aar=2021, planlagt=True)
    if emne:
        Punktemne.objects.create(punkt=punkt, indsats=post.indsats)

    linjer = client.get(post.indsats.get_absolute_url()).context["side"].beslutninger

    assert [linje.virkning for linje in linjer] == [tekst.format(organ) for tekst in ventet]


def test_closing_tells_and_marks_the_row(sekretariat, aftale, organ):
    post = PortefoeljepostFactory(indsats__aftale=aftale, organ=organ)
    data = {"udfald": "viderefoert", "afsluttet_den": "31-12-2021", "begrundelse": "Besluttet i SKU", "version": "1"}

    svar = sekretariat.post(afslut(post.indsats), data, follow=True)

    assert f"{post.indsats} er afsluttet." in svar.content.decode()
    assert "31. december 2021" in svar.content.decode()
    side = sekretariat.get(reverse("indsatser:portefoelje-organ", args=[organ.slug])).content.decode()
    assert '<span class="badge badge-neutral">Afsluttet</span>' in side


@pytest.mark.parametrize(
    ("felter", "felt", "tekst"),
    [
        ({"udfald": ""}, "udfald", "Vælg, hvordan indsatsen er endt."),
        ({"afsluttet_den": ""}, "afsluttet_den", "Skriv, hvornår indsatsen sluttede."),
        ({"afsluttet_den": "31. dec"}, "afsluttet_den", "Skriv en dato, fx 31-12-2021."),
        ({"afsluttet_den": "31-12-2018"}, "afsluttet_den", "fra aftalens start 1. januar 2019"),
        ({"afsluttet_den": "01-01-2999"}, "afsluttet_den", "til og med i dag"),
        ({"begrundelse": ""}, "begrundelse", "Skriv, hvorfor indsatsen afsluttes."),
    ],
)
def test_closing_with_bad_input_is_told_at_the_field(sekretariat, aftale, felter, felt, tekst):
    indsats = IndsatsFactory(aftale=aftale)
    data = {"udfald": "afsluttet", "afsluttet_den": "31-12-2021", "begrundelse": "Derfor", "version": "1", **felter}

    svar = sekretariat.post(afslut(indsats), data)

    assert svar.status_code == 422
    assert tekst in str(svar.context["form"].errors[felt])
    assert Indsats.objects.get().afsluttet_den is None


def test_closing_twice_is_told(sekretariat, aftale):
    indsats = IndsatsFactory(aftale=aftale, afsluttet=True)
    data = {"udfald": "afsluttet", "afsluttet_den": "31-12-2021", "begrundelse": "Igen", "version": "1"}

    svar = sekretariat.post(afslut(indsats), data)

    assert svar.status_code == 422
    assert "blev afsluttet 1. juni 2021" in str(svar.context["form"].errors["afsluttet_den"])
    assert "allerede afsluttet" in sekretariat.get(afslut(indsats), follow=True).content.decode()


def test_closing_on_top_of_anothers_change_is_a_conflict(sekretariat, aftale):
    indsats = IndsatsFactory(aftale=aftale)
    indsats.titel = "Den andens"
    indsats.save()
    data = {"udfald": "afsluttet", "afsluttet_den": "31-12-2021", "begrundelse": "Derfor", "version": "1"}

    svar = sekretariat.post(afslut(indsats), data)

    assert svar.status_code == 409
    assert svar.context["form"].data["begrundelse"] == "Derfor"
    assert Indsats.objects.get().afsluttet_den is None
