"""A chair's status report from the empty draft to the secretariat's acceptance, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sundhedsaftale.tools.testbrowser import knap, log_ind, se_efter, som
from sundhedsaftale.tools.testportal import Portal

pytestmark = pytest.mark.browser

NY_RUNDE = """
from datetime import timedelta
from django.db.models import Max
from organisering.models import Aftale, Moede, Organ
from rapportering.domain.rapporteringsrunde import aabn_runde
gruppe = Organ.objects.get(slug="implementeringsgruppen-uddannelse-og-arbejde")
sof = gruppe.refererer_til
sidste = sof.moeder.aggregate(Max("starter"))["starter__max"]
moede = Moede.objects.create(organ=sof, starter=sidste + timedelta(days=30))
aftale = Aftale.objects.get(slug="sundhedsaftalen-2019-2023")
runde = aabn_runde(moede, aftale=aftale, frist=(moede.starter - timedelta(days=7)).date())
print(runde.rapporter.get(organ=gruppe).pk)
"""


@pytest.fixture
def rapport(portal: Portal) -> str:
    """The address of a fresh draft for the group whose chairs have logins."""
    return f"/status/{portal.manage('shell', '--no-imports', '-c', NY_RUNDE).split()[-1]}/"


def skriv_linjer(side: Page, rapport: str) -> None:
    """Finish every line of the report, from the first to the check page, in words no earlier report has."""
    side.goto(rapport)
    side.locator(".opgave a").first.click()
    side.wait_for_url("**/linjer/**")
    while "/linjer/" in side.url:
        foer = side.url
        side.get_by_label("Kræver opmærksomhed").check()
        side.get_by_label("Begrundelse").fill("Parterne mangler en fælles plan.")
        side.get_by_label("Status siden sidst").fill(f"Der er holdt to møder ({rapport}).")
        side.locator("button[value=naeste]").click()
        side.wait_for_url(lambda url, foer=foer: url != foer)


def indsend(side: Page) -> None:
    knap(side, "Indsend til sekretariatet")
    expect(side.get_by_text("Rapporten er indsendt til sekretariatet med din underskrift.")).to_be_visible()


def underskriv(browser: Browser, portal: Portal, rapport: str, uenighed: str = "") -> None:
    with som(browser, portal, "formand.kommune") as side:
        expect(side.get_by_role("link", name=re.compile("^Skriv status fra .* under$")).first).to_be_visible()
        side.goto(rapport)
        side.get_by_role("link", name="Skriv under", exact=True).click()
        se_efter(side)
        side.get_by_label("Uenighed mellem parterne").fill(uenighed)
        knap(side, "Skriv rapporten under")
        expect(side.get_by_text("Du har skrevet rapporten under.")).to_be_visible()


def test_statusrapport_goes_from_draft_to_accepted_through_a_return(browser, portal, rapport):
    with som(browser, portal, "formand.region") as side:
        se_efter(side)
        side.goto(rapport)
        se_efter(side)
        side.locator(".opgave a").first.click()
        side.get_by_label("Næste skridt").fill("Vi mødes igen til foråret.")
        expect(side.locator("#kladde")).to_have_text(re.compile(r"^Kladde gemt kl\. \d\d\.\d\d$"))
        side.get_by_label("Risici og barrierer").fill("Vi mangler hænder.")
        with side.expect_response(lambda svar: svar.request.method == "POST"):
            side.get_by_label("Risici og barrierer").blur()
        se_efter(side)
        side.goto(f"{rapport}kontrol/")
        se_efter(side)
        knap(side, "Indsend til sekretariatet")
        expect(side.locator(".form-opsummering")).to_be_focused()
        side.locator(".form-opsummering a").first.click()
        expect(side.locator("#id_siden_sidst_error")).to_be_visible()
        se_efter(side)
        skriv_linjer(side, rapport)
        se_efter(side)
        indsend(side)
        se_efter(side)

    underskriv(browser, portal, rapport, uenighed="Kommunerne ønsker en anden tidsplan.")

    with som(browser, portal, "sekretariat") as side:
        side.goto(rapport)
        expect(side.get_by_text("Kommunerne ønsker en anden tidsplan.").first).to_be_visible()
        side.get_by_role("link", name="Returner med begrundelse").click()
        knap(side, "Returner til gruppen")
        expect(side.locator("#id_begrundelse_error")).to_have_text("Fejl: Skriv, hvad gruppen skal rette.")
        se_efter(side)
        side.get_by_label("Hvorfor returneres rapporten?").fill("Skriv, hvem der følger op.")
        knap(side, "Returner til gruppen")
        expect(side.get_by_text("Rapporten er returneret til gruppen.")).to_be_visible()

    with som(browser, portal, "formand.region") as side:
        expect(side.get_by_role("link", name=re.compile("^Ret status fra "))).to_be_visible()
        side.goto(rapport)
        expect(side.get_by_role("main").get_by_text("Skriv, hvem der følger op.").first).to_be_visible()
        se_efter(side)
        side.locator(".opgave a").first.click()
        side.get_by_label("Opfølgning").fill("Fællessekretariatet følger op i maj.")
        with side.expect_navigation():
            side.locator("button[value=naeste]").click()
        side.goto(f"{rapport}kontrol/")
        indsend(side)

    underskriv(browser, portal, rapport)

    with som(browser, portal, "sekretariat") as side:
        se_efter(side)
        side.goto(rapport)
        side.get_by_role("link", name="Godkend", exact=True).click()
        se_efter(side)
        knap(side, "Godkend rapporten")
        expect(side.get_by_text("Rapporten er godkendt og klar til mødet.")).to_be_visible()
        expect(side.get_by_text("Fællessekretariatet følger op i maj.")).to_be_visible()


def test_statusrapport_works_without_javascript(browser, portal, rapport):
    with som(browser, portal, "formand.region", java_script_enabled=False) as side:
        skriv_linjer(side, rapport)
        indsend(side)
    with som(browser, portal, "formand.kommune", java_script_enabled=False) as side:
        side.goto(f"{rapport}underskriv/")
        knap(side, "Skriv rapporten under")
        expect(side.get_by_text("Du har skrevet rapporten under.")).to_be_visible()
    with som(browser, portal, "sekretariat", java_script_enabled=False) as side:
        side.goto(f"{rapport}godkend/")
        knap(side, "Godkend rapporten")
        expect(side.get_by_text("Rapporten er godkendt og klar til mødet.")).to_be_visible()


def test_statuslinje_shows_both_texts_when_two_chairs_write_in_it(browser, portal, rapport):
    with som(browser, portal, "formand.region") as den_ene, som(browser, portal, "formand.kommune") as den_anden:
        for side in (den_ene, den_anden):
            side.goto(rapport)
            side.locator(".opgave a").first.click()
        den_ene.get_by_label("Status siden sidst").fill("Regionens tekst.")
        expect(den_ene.locator("#kladde")).to_contain_text("Kladde gemt kl.")
        den_anden.get_by_label("Status siden sidst").fill("Kommunens tekst.")
        expect(den_anden.locator("#kladde")).to_contain_text("En anden har gemt ændringer i indsatsen.")
        se_efter(den_anden)
        den_anden.locator("button[value=naeste]").click()
        forskelle = den_anden.locator("table")
        expect(forskelle).to_contain_text("Regionens tekst.")
        expect(forskelle).to_contain_text("Kommunens tekst.")
        expect(den_anden.get_by_label("Status siden sidst")).to_have_value("Kommunens tekst.")
        se_efter(den_anden)
        knap(den_anden, "Gem min tekst alligevel")
        expect(den_anden.locator(".alert-success")).to_contain_text("er gemt.")


def test_statuslinje_button_never_meets_its_own_draft_as_a_conflict(browser, portal, rapport):
    with som(browser, portal, "formand.region") as side:
        side.goto(rapport)
        side.locator(".opgave a").first.click()
        # The answer to the draft is held back until the button has been pressed.
        tilbageholdt = []
        side.route("**/linjer/**", lambda rute: tilbageholdt.append(rute), times=1)
        side.get_by_label("Status siden sidst").fill("Den første sætning.")
        with side.expect_request(lambda r: r.method == "POST"):
            side.get_by_label("Status siden sidst").blur()
        side.get_by_label("Næste skridt").fill("Den anden sætning.")
        side.locator("button[value=gem]").click()
        assert "/linjer/" in side.url
        tilbageholdt[0].continue_()
        expect(side.locator(".alert-success")).to_contain_text("er gemt.")
        side.locator(".opgave a").first.click()
        expect(side.get_by_label("Status siden sidst")).to_have_value("Den første sætning.")
        expect(side.get_by_label("Næste skridt")).to_have_value("Den anden sætning.")


@pytest.fixture
def linjeside(browser: Browser, portal: Portal, rapport: str) -> Iterator[Page]:
    """A line being written, in a context that may log the network errors it provokes."""
    kontekst = browser.new_context(base_url=portal.adresse, locale="da-DK")
    side = kontekst.new_page()
    log_ind(side, portal.email("formand.region"), portal.kode)
    side.goto(rapport)
    with side.expect_navigation():  # with its scripts, before a test takes the network away
        side.locator(".opgave a").first.click()
    yield side
    kontekst.close()


@pytest.mark.parametrize("udloebet", [{"name": "sessionid"}, {}], ids=["expired", "all cookies gone"])
def test_statuslinje_keeps_the_text_when_logged_out_and_saves_it_after_a_new_login(linjeside, portal, udloebet):
    linjeside.context.clear_cookies(**udloebet)
    linjeside.get_by_label("Status siden sidst").fill("Skrevet efter udløb.")

    expect(linjeside.locator("#kladde")).to_contain_text("Kladden er ikke gemt. Du er logget ud.")
    expect(linjeside.get_by_label("Status siden sidst")).to_have_value("Skrevet efter udløb.")
    linjeside.locator("button[value=gem]").click()
    expect(linjeside.locator("#kladde")).to_contain_text("Du er logget ud.")
    expect(linjeside.get_by_label("Status siden sidst")).to_have_value("Skrevet efter udløb.")

    with linjeside.context.expect_page() as ny:
        linjeside.get_by_role("link", name="Log ind i en ny fane").click()
    log_ind(ny.value, portal.email("formand.region"), portal.kode)
    linjeside.bring_to_front()
    linjeside.locator("button[value=gem]").click()

    expect(linjeside.locator(".alert-success")).to_contain_text("er gemt.")
    linjeside.locator(".opgave a").first.click()
    expect(linjeside.get_by_label("Status siden sidst")).to_have_value("Skrevet efter udløb.")


def test_statuslinje_says_that_there_is_no_connection_and_saves_when_it_is_back(linjeside):
    linjeside.context.set_offline(True)
    linjeside.get_by_label("Status siden sidst").fill("Skrevet i toget.")
    expect(linjeside.locator("#kladde")).to_contain_text("Kladden er ikke gemt. Der er ingen forbindelse")

    linjeside.context.set_offline(False)

    expect(linjeside.locator("#kladde")).to_have_text(re.compile(r"^Kladde gemt kl\."))
    linjeside.reload()
    expect(linjeside.get_by_label("Status siden sidst")).to_have_value("Skrevet i toget.")
