"""A secretary pastes minutes in, sees them through, puts a line right and saves, with and without script."""

import pytest
from playwright.sync_api import expect

from organisering.tests.laesning.dokumenter import FORUM_MED_PUNKTORD
from sundhedsaftale.tools.testbrowser import aaben_side, axe, log_ind

pytestmark = pytest.mark.browser

ADRESSE = "/organer/dak/moeder/indlaes/"


@pytest.mark.parametrize(
    ("valg", "bredde", "dag"),
    [({"java_script_enabled": False}, 1280, "6. maj 2021"), ({}, 320, "7. maj 2021")],
    ids=["without script", "with script on a small screen"],
)
def test_minutes_are_pasted_in_seen_through_and_saved(browser, portal, valg, bredde, dag):
    referat = FORUM_MED_PUNKTORD.replace("6. maj 2015", dag)
    with aaben_side(browser, portal.adresse, viewport={"width": bredde, "height": 900}, **valg) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        side.goto("/organer/dak/moeder/")
        side.get_by_role("link", name="Indlæs et referat").click()
        side.get_by_label("Referatets tekst").fill("Kære alle\n\nTak for i dag.")
        side.get_by_role("button", name="Læs teksten").click()
        expect(side.get_by_label("Referatets tekst")).to_have_value("Kære alle\n\nTak for i dag.")
        expect(side.get_by_text("Teksten ligner ikke et referat").first).to_be_visible()

        side.get_by_label("Referatets tekst").fill(f"{referat}\n")
        side.get_by_role("button", name="Læs teksten").click()
        expect(side.get_by_role("heading", name="Se referatet igennem")).to_be_visible()
        expect(side.get_by_text("Alle linjer er forstået.")).to_be_visible()
        assert side.evaluate("document.documentElement.scrollWidth") <= bredde
        side.get_by_role("button", name="Ret teksten").click()
        side.get_by_label("Referatets tekst").fill(f"Hilsen fra sekretariatet\n{referat}")
        side.get_by_role("button", name="Læs teksten").click()
        expect(side.get_by_role("heading", name="1 linje er ikke forstået")).to_be_visible()
        expect(side.get_by_label("Fra", exact=True)).to_have_value("13.00")

        side.get_by_role("button", name="Gem mødet").click()
        expect(side.get_by_text("Bekræft, at referatet er fra det rigtige organ").first).to_be_visible()
        side.get_by_label("Referatet er fra et møde i").check(force=True)
        side.get_by_role("button", name="Gem mødet").click()

        expect(side.get_by_text(f"Mødet {dag} er gemt med 4 punkter.")).to_be_visible()
        expect(side.get_by_role("heading", name="2 Orientering fra implementeringsgrupperne")).to_be_visible()
        expect(side.get_by_text("Forum tog orienteringen til efterretning.")).to_be_visible()


@pytest.mark.parametrize("bredde", [1280, 320])
def test_its_pages_have_no_axe_violation_and_do_not_scroll_sideways(browser, portal, bredde):
    with aaben_side(browser, portal.adresse, viewport={"width": bredde, "height": 900}) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        side.goto(ADRESSE)
        axe(side)
        assert side.evaluate("document.documentElement.scrollWidth") <= bredde
        side.get_by_label("Referatets tekst").fill(f"Hilsen fra sekretariatet\n{FORUM_MED_PUNKTORD}")
        side.get_by_role("button", name="Læs teksten").click()
        expect(side.get_by_role("heading", name="Se referatet igennem")).to_be_visible()
        axe(side)
        assert side.evaluate("document.documentElement.scrollWidth") <= bredde
