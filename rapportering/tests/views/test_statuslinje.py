import pytest
from django.test import Client
from django.urls import reverse

from rapportering.models import Statuslinje
from rapportering.tests.factories import StatuslinjeFactory
from rapportering.tests.scene import Scene, bring_til, opret_scene

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
FOR_SENT = "Rapporten er indsendt og kan ikke rettes"


@pytest.fixture
def scene() -> Scene:
    return opret_scene()


@pytest.fixture
def formand(client: Client, scene: Scene) -> Client:
    client.force_login(scene["regional formand"])
    return client


@pytest.fixture
def cpr() -> str:
    """A number that the guard stops and nobody has: 31 December of year 99 and only nines."""
    return "-".join(["311299", "9" * 4])


def skrevet(linje: Statuslinje, **felter: object) -> dict[str, object]:
    """What the line's form sends."""
    return {"version": linje.version, "fremdrift": linje.fremdrift, "siden_sidst": linje.siden_sidst, **felter}


@pytest.mark.parametrize(
    ("rolle", "status"),
    [
        ("regional formand", 200),
        ("kommunal formand", 200),
        ("sekretær", 200),
        ("medlem", 403),
        ("sof-medlem", 404),
        ("sekretariat", 403),
        ("fremmed", 404),
    ],
)
def test_statuslinje_update_answers_each_role(client, scene, rolle, status):
    client.force_login(scene[rolle])

    svar = [client.get(scene.linje.get_absolute_url()).status_code]
    svar.append(client.post(scene.linje.get_absolute_url(), skrevet(scene.linje), headers=HTMX).status_code)

    assert svar == [status, status]


def test_statuslinje_update_finds_no_line_of_another_report(formand, scene):
    fremmed = StatuslinjeFactory.create()

    svar = formand.get(reverse("rapportering:statuslinje-update", args=[scene.rapport.pk, fremmed.pk]))

    assert svar.status_code == 404


def test_statuslinje_update_saves_and_goes_on_to_the_next_line_and_then_the_check_page(formand, scene):
    naeste = StatuslinjeFactory.create(statusrapport=scene.rapport, raekkefoelge=9)

    foerste = formand.post(scene.linje.get_absolute_url(), skrevet(scene.linje, siden_sidst="Nyt.\r\nOg mere."))
    sidste = formand.post(naeste.get_absolute_url(), skrevet(naeste, handling="naeste"))

    scene.linje.refresh_from_db()
    assert scene.linje.siden_sidst == "Nyt.\nOg mere."
    assert (foerste.url, sidste.url) == (
        naeste.get_absolute_url(),
        reverse("rapportering:statusrapport-kontrol", args=[scene.rapport.pk]),
    )


def test_statuslinje_update_saves_and_leads_back_to_the_report(formand, scene):
    svar = formand.post(scene.linje.get_absolute_url(), skrevet(scene.linje, handling="gem"))

    assert svar.url == scene.rapport.get_absolute_url()


def test_statuslinje_update_says_that_a_copy_is_still_a_copy(formand, scene):
    kopi = StatuslinjeFactory.create(statusrapport=scene.rapport, faerdig=True, kopieret=True)

    uroert = formand.post(kopi.get_absolute_url(), skrevet(kopi, handling="naeste"), follow=True)
    bekraeftet = formand.post(kopi.get_absolute_url(), skrevet(kopi, handling="ingen_aendring"), follow=True)

    assert "Teksten er stadig kopieret fra sidste status." in uroert.content.decode()
    assert "er gemt." in bekraeftet.content.decode()
    kopi.refresh_from_db()
    assert kopi.kopieret is False


def test_statuslinje_autosave_takes_half_a_line_and_hands_back_the_new_version(formand, scene):
    linje = StatuslinjeFactory.create(statusrapport=scene.rapport, kopieret=True)

    svar = formand.post(linje.get_absolute_url(), skrevet(linje, naeste_skridt="Vi mødes."), headers=HTMX)

    linje.refresh_from_db()
    tekst = svar.content.decode()
    assert (svar.status_code, linje.naeste_skridt, linje.version) == (200, "Vi mødes.", 2)
    assert "Kladde gemt kl. " in tekst
    assert '<input type="hidden" name="version" value="2" id="id_version" hx-swap-oob="true">' in tekst
    assert '<div id="kopieret" hx-swap-oob="true"></div>' in tekst
    assert "<html" not in tekst


def test_statuslinje_autosave_of_a_stale_version_saves_nothing_and_says_so(formand, scene):
    gammel = skrevet(scene.linje, siden_sidst="Min tekst.")
    scene.linje.siden_sidst = "Kollegaens tekst."
    scene.linje.save()

    svar = formand.post(scene.linje.get_absolute_url(), gammel, headers=HTMX)

    assert svar.status_code == 409
    assert "Kladden er ikke gemt." in svar.content.decode()
    assert "En anden har gemt ændringer i indsatsen." in svar.content.decode()
    assert Statuslinje.objects.get(pk=scene.linje.pk).siden_sidst == "Kollegaens tekst."


def test_statuslinje_update_of_a_stale_version_shows_both_texts(formand, scene):
    gammel = skrevet(scene.linje, siden_sidst="Min tekst.")
    scene.linje.siden_sidst = "Kollegaens tekst."
    scene.linje.save()

    svar = formand.post(scene.linje.get_absolute_url(), gammel)

    assert svar.status_code == 409
    assert "Min tekst." in svar.content.decode()
    assert "Kollegaens tekst." in svar.content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["button", "autosave"])
def test_statuslinje_update_stops_a_cpr_number_at_its_field_and_saves_nothing(formand, scene, cpr, headers):
    tekst = f"Borgeren {cpr} har fået hjælp."

    svar = formand.post(scene.linje.get_absolute_url(), skrevet(scene.linje, risici=tekst), headers=headers)

    assert svar.status_code == 422
    assert "Risici og barrierer: Teksten indeholder et CPR-nummer" in svar.content.decode()
    assert Statuslinje.objects.get(pk=scene.linje.pk).risici == ""
    if headers:
        assert cpr not in svar.content.decode()
    else:
        assert svar.context["form"]["risici"].value() == tekst


def test_statuslinje_update_says_how_much_too_long_the_text_is(formand, scene):
    svar = formand.post(scene.linje.get_absolute_url(), skrevet(scene.linje, siden_sidst="a" * 1201))

    assert svar.context["form"].errors["siden_sidst"] == [
        "Teksten er på 1201 tegn. Der er plads til 1200. Forkort den."
    ]


def test_statuslinje_update_counts_a_line_break_as_the_browser_does(formand, scene):
    tekst = "a\r\n" * 600

    svar = formand.post(scene.linje.get_absolute_url(), skrevet(scene.linje, siden_sidst=tekst))

    assert svar.status_code == 302


def test_statuslinje_update_from_the_check_page_tells_what_is_missing_at_the_fields(formand, scene):
    linje = StatuslinjeFactory.create(statusrapport=scene.rapport, fremdrift=Statuslinje.Fremdrift.FORSINKET)

    svar = formand.get(f"{linje.get_absolute_url()}?kontrol")

    assert svar.context["form"].errors == {
        "begrundelse": ["Skriv, hvorfor indsatsen ikke følger planen."],
        "siden_sidst": ["Skriv, hvad der er sket siden sidste status."],
    }


def test_statuslinje_update_of_a_sent_report_leads_to_the_report(formand, scene):
    bring_til(scene, "indsendt")

    assert formand.get(scene.linje.get_absolute_url()).url == scene.rapport.get_absolute_url()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["button", "autosave"])
def test_statuslinje_update_of_a_sent_report_saves_nothing_and_keeps_the_text_on_the_page(formand, scene, headers):
    bring_til(scene, "indsendt")

    svar = formand.post(scene.linje.get_absolute_url(), skrevet(scene.linje, siden_sidst="For sent."), headers=headers)

    assert svar.status_code == 409
    assert FOR_SENT in svar.content.decode()
    assert Statuslinje.objects.get(pk=scene.linje.pk).siden_sidst == "Arbejdet følger planen."
    if not headers:
        assert svar.context["form"]["siden_sidst"].value() == "For sent."


def test_statuslinje_autosave_without_a_login_never_answers_with_the_login_page(client, scene):
    svar = client.post(scene.linje.get_absolute_url(), skrevet(scene.linje), headers=HTMX)

    assert (svar.status_code, svar.content) == (204, b"")
    assert svar.headers["HX-Redirect"].startswith(reverse("account_login"))


def test_statuslinje_update_keeps_the_text_of_a_login_that_ran_out(client, formand, scene):
    adresse = scene.linje.get_absolute_url()
    client.get(adresse)
    del client.cookies["sessionid"]

    svar = client.post(adresse, skrevet(scene.linje, siden_sidst="Skrevet lige før login udløb."))
    client.force_login(scene["regional formand"])
    igen = client.get(adresse)

    assert svar.status_code == 302
    assert "Skrevet lige før login udløb." in igen.content.decode()
    assert "Du blev logget ud, før der blev gemt." in igen.content.decode()
    assert Statuslinje.objects.get(pk=scene.linje.pk).siden_sidst != "Skrevet lige før login udløb."
