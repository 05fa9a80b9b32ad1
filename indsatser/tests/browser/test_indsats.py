"""The life of an initiative: added, edited by one and by two at once, moved, closed."""

import pytest
from playwright.sync_api import expect

from indsatser.tests.browser.sider import ORGAN, ROEGFRI, felt, rediger, sekretariat
from sundhedsaftale.tools.testbrowser import axe

pytestmark = pytest.mark.browser


def test_an_initiative_is_added_edited_moved_and_closed_and_its_history_tells_it(logget_ind):
    side = logget_ind
    side.goto(ORGAN)
    side.get_by_role("link", name="Tilføj indsats").click()
    side.get_by_label("Titel").fill("Rejsens indsats")
    side.get_by_role("checkbox", name="2021").check()
    side.get_by_label("Begrundelse").fill("Oprettet til prøven")
    side.get_by_role("button", name="Tilføj indsatsen").click()
    expect(side.get_by_text("Rejsens indsats er tilføjet")).to_be_visible()

    rediger(side, "Rejsens indsats")
    side.get_by_label("Titel").fill("Rejsens nye titel")
    side.get_by_role("checkbox", name="2022").check()
    side.get_by_role("button", name="Gem rækken").click()
    expect(side.get_by_text("Rejsens nye titel er gemt.")).to_be_visible()

    rediger(side, "Rejsens nye titel")
    side.get_by_role("link", name="Flyt til et andet organ").click()
    side.get_by_label("Flyt til").select_option("Følgegruppen for behandling og pleje")
    side.get_by_label("Begrundelse").fill("Ny ansvarlig")
    side.get_by_role("button", name="Flyt indsatsen").click()
    expect(side.get_by_text("er flyttet fra Følgegruppen for forebyggelse")).to_be_visible()

    side.get_by_role("link", name="Rejsens nye titel", exact=True).click()
    side.get_by_role("link", name="Afslut indsatsen").click()
    side.get_by_label("Videreført").check()
    side.get_by_label("Afsluttet den").fill("31-12-2022")
    side.get_by_label("Begrundelse").fill("Videreført i den nye aftale")
    side.get_by_role("button", name="Afslut indsatsen").click()
    expect(side.get_by_text("Rejsens nye titel er afsluttet.")).to_be_visible()

    historik = side.locator(".historik > li")
    expect(historik).to_have_count(4)
    for nummer, (hvad, hvorfor) in enumerate(
        [
            ("31. december 2022", "Videreført i den nye aftale"),
            ("Følgegruppen for behandling og pleje", "Ny ansvarlig"),
            ("Rejsens nye titel", ""),
            ("oprettet", "Oprettet til prøven"),
        ]
    ):
        expect(historik.nth(nummer)).to_contain_text("Sekretariat")
        expect(historik.nth(nummer)).to_contain_text(hvad)
        expect(historik.nth(nummer)).to_contain_text(hvorfor)


def test_an_initiative_of_the_agreement_is_added_to_one_more_body(logget_ind):
    side = logget_ind
    side.goto(ORGAN)
    side.get_by_role("link", name="Tilføj indsats").click()
    side.get_by_role("link", name="Indsats, der findes i aftalen").click()
    side.get_by_label("Indsats", exact=True).select_option("Fleksible indlæggelser")
    side.get_by_role("checkbox", name="2023").check()
    side.get_by_label("Begrundelse").fill("Besluttet i DAK")
    side.get_by_role("button", name="Tilføj indsatsen").click()

    expect(side.get_by_text("Fleksible indlæggelser er tilføjet")).to_be_visible()
    expect(felt(side, 2023, "Fleksible indlæggelser")).to_have_attribute("aria-pressed", "true")
    side.get_by_role("link", name="Fleksible indlæggelser", exact=True).click()
    expect(side.locator(".historik > li").first).to_contain_text("Besluttet i DAK")


def test_of_two_browsers_on_one_row_the_second_gets_the_conflict_page_and_loses_nothing(browser, portal):
    with sekretariat(browser, portal) as den_ene, sekretariat(browser, portal) as den_anden:
        for side in (den_ene, den_anden):
            rediger(side, ROEGFRI)
        den_ene.get_by_label("Beskrivelse").fill("Den enes beskrivelse")
        den_ene.get_by_role("button", name="Gem rækken").click()
        expect(den_ene.get_by_text(f"{ROEGFRI} er gemt.")).to_be_visible()

        den_anden.get_by_label("Beskrivelse").fill("Den andens beskrivelse")
        den_anden.get_by_label("Intern note").fill("Den andens note")
        den_anden.get_by_role("button", name="Gem rækken").click()

        expect(den_anden.get_by_role("heading", level=1)).to_contain_text("En anden har gemt før dig")
        for tekst in ("Den enes beskrivelse", "Den andens beskrivelse"):
            expect(den_anden.get_by_role("cell", name=tekst)).to_be_visible()
        expect(den_anden.get_by_label("Beskrivelse")).to_have_value("Den andens beskrivelse")
        expect(den_anden.get_by_label("Intern note")).to_have_value("Den andens note")
        axe(den_anden)

        den_anden.get_by_role("button", name="Gem min tekst alligevel").click()
        expect(den_anden.get_by_text(f"{ROEGFRI} er gemt.")).to_be_visible()
        den_anden.get_by_role("link", name=ROEGFRI, exact=True).click()
        expect(den_anden.locator(".indsats__tekst")).to_have_text("Den andens beskrivelse")
        expect(den_anden.locator(".historik")).to_contain_text("Den enes beskrivelse")


def test_a_login_that_ran_out_keeps_what_was_typed(logget_ind, portal):
    side = logget_ind
    rediger(side, "Aftale om sårbare gravide")
    side.context.clear_cookies(name="sessionid")
    side.get_by_label("Intern note").fill("Skrevet lige før")
    side.get_by_role("button", name="Gem rækken").click()

    side.fill("input[name=login]", portal.email("sekretariat"))
    side.fill("input[name=password]", portal.kode)
    side.locator("form[method=post] button[type=submit]:has-text('Log ind')").click()

    expect(side.get_by_text("Det, du skrev, står her endnu")).to_be_visible()
    expect(side.get_by_label("Intern note")).to_have_value("Skrevet lige før")
    side.get_by_role("button", name="Gem rækken").click()
    expect(side.get_by_text("Aftale om sårbare gravide er gemt.")).to_be_visible()
