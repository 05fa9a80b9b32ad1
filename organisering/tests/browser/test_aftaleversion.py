"""A version goes round the parties: noted row by row, without script and on a small screen too."""

import pytest
from playwright.sync_api import expect

from sundhedsaftale.tools.testbrowser import aaben_side, axe, log_ind

pytestmark = pytest.mark.browser

AFTALE = "/aftaler/sundhedsaftalen-2019-2023/"


@pytest.mark.parametrize("valg", [{"java_script_enabled": False}, {}], ids=["without script", "with script"])
def test_a_version_goes_round_the_parties_on_a_small_screen(browser, portal, valg):
    with aaben_side(browser, portal.adresse, viewport={"width": 320, "height": 900}, **valg) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        side.goto(AFTALE)
        side.get_by_role("link", name="Ny version").click()
        side.get_by_role("button", name="Opret versionen").click()
        side.get_by_role("link", name="Send til parterne").click()
        side.get_by_label("Sendt til parterne den").fill("24-04-2021")
        side.get_by_role("button", name="Send til parterne").click()
        side.get_by_role("link", name="Notér godkendelser").click()
        side.get_by_label("Assens Kommune, godkendt den").fill("1. april")
        side.get_by_label("Aabenraa Kommune, godkendt den").fill("28-05-2021")
        side.get_by_label("Aabenraa Kommune, journalnummer").fill("21/7")
        side.get_by_role("button", name="Gem godkendelserne").click()

        expect(side.get_by_label("Assens Kommune, godkendt den")).to_have_value("1. april")
        expect(side.get_by_label("Aabenraa Kommune, journalnummer")).to_have_value("21/7")
        assert side.evaluate("document.documentElement.scrollWidth") <= 320
        side.get_by_label("Assens Kommune, godkendt den").fill("27-05-2021")
        side.get_by_role("button", name="Gem godkendelserne").click()

        expect(side.get_by_text("2 parter er gemt.")).to_be_visible()
        expect(side.get_by_text("2 af 23 har godkendt")).to_be_visible()
        expect(side.get_by_role("row", name="Aabenraa Kommune")).to_contain_text("28. maj 2021")
        assert side.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("bredde", [1280, 320])
def test_pages_of_versions_and_documents_have_no_axe_violation_and_do_not_scroll_sideways(browser, portal, bredde):
    with aaben_side(browser, portal.adresse, viewport={"width": bredde, "height": 900}) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        for adresse in (
            AFTALE,
            f"{AFTALE}versioner/1/",
            f"{AFTALE}versioner/1/rediger/",
            f"{AFTALE}versioner/1/parter/",
            f"{AFTALE}versioner/ny/",
            f"{AFTALE}dokumenter/ny/",
        ):
            side.goto(adresse)
            axe(side)
            assert side.evaluate("document.documentElement.scrollWidth") <= bredde, adresse
