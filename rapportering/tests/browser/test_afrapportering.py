"""The report from order to a politician's download, in a real browser against a running portal."""

import pytest
from playwright.sync_api import Page, expect

from sundhedsaftale.tools.testbrowser import axe, log_ind
from sundhedsaftale.tools.testportal import Portal

pytestmark = pytest.mark.browser


@pytest.fixture
def sekretariat(side: Page, portal: Portal) -> Page:
    """A page where the secretariat is logged in."""
    log_ind(side, portal.email("sekretariat"), portal.kode)
    return side


def test_report_is_ordered_watched_published_and_downloaded(sekretariat: Page, portal: Portal):
    side = sekretariat
    side.goto("/rapporter/")
    side.get_by_role("link", name="Bestil rapport").click()
    axe(side)
    side.get_by_label("Aftale").select_option("sundhedsaftalen-2019-2023")
    side.get_by_label("År").fill("2018")
    side.get_by_role("button", name="Bestil rapport").click()
    expect(side.locator("#id_aar_error")).to_contain_text("kan følges fra 2019 til 2023")
    expect(side.get_by_label("År")).to_have_value("2018")

    side.get_by_label("År").fill("2020")
    side.get_by_role("button", name="Bestil rapport").click()
    expect(side.get_by_text("Rapporten er færdig")).to_be_visible(timeout=90_000)
    expect(side.locator("[hx-trigger]")).to_have_count(0)
    axe(side)

    side.get_by_role("link", name="Se rapporten").click()
    adresse = side.url
    side.get_by_role("link", name="Udgiv rapporten").click()
    side.get_by_role("button", name="Udgiv rapporten").click()
    expect(side.get_by_text("er udgivet som udgave 1")).to_be_visible()

    side.context.clear_cookies()
    side.goto("/rapporter/")
    side.get_by_role("main").get_by_role("link", name="Årlig status 2020").first.click()
    expect(side).to_have_url(adresse)
    expect(side.get_by_role("heading", level=1)).to_have_text("Årlig status 2020")
    expect(side.get_by_role("heading", name="Følgegruppen for forebyggelse")).to_be_visible()
    svar = side.request.get(f"{adresse}rapport.pdf")
    assert svar.headers["content-type"] == "application/pdf"
    assert svar.body().startswith(b"%PDF-")

    side.set_viewport_size({"width": 320, "height": 800})
    assert side.evaluate("document.documentElement.scrollWidth") <= 320
    axe(side)
