"""The portfolio as it is read, at every width, and all of it without script."""

import re

import pytest
from playwright.sync_api import expect

from indsatser.tests.browser.sider import ORGAN, felt, rediger, sekretariat
from sundhedsaftale.tools.testbrowser import axe

pytestmark = pytest.mark.browser

AFTALE = "/aftaler/sundhedsaftalen-2019-2023/portefoelje/"
BREDDER = [1280, 768, 320]


def test_a_reader_filters_and_can_mail_the_address(side):
    side.goto(AFTALE)
    alle = side.locator(".portefoelje__antal").inner_text()
    i_alt = re.match(r"(\d+) rækker", alle)[1]
    summer = [int(antal) for antal in side.locator('tfoot [id^="st-"]').all_inner_texts()]
    assert sum(summer) == side.locator("td.har-kryds").count() > 0

    side.get_by_label("Kryds i år").select_option("2023")
    side.get_by_role("combobox", name="Slags").select_option("Ny indsats")
    side.get_by_role("button", name="Vis", exact=True).click()

    expect(side).to_have_url(re.compile(r"aar=2023"))
    viser = side.locator(".portefoelje__antal").inner_text()
    assert re.match(rf"Viser \d+ af {i_alt} rækker", viser)
    side.goto(side.url)
    assert side.locator(".portefoelje__antal").inner_text() == viser
    side.get_by_role("link", name="Nulstil").click()
    expect(side.locator(".portefoelje__antal")).to_have_text(alle)


@pytest.mark.parametrize("bredde", BREDDER)
def test_readers_pages_have_no_axe_violation_and_do_not_scroll_sideways(side, bredde):
    side.set_viewport_size({"width": bredde, "height": 900})
    for adresse in (AFTALE, f"{AFTALE}?aar=2023", f"{AFTALE}?aar=2031", ORGAN, "/indsatser/1/"):
        side.goto(adresse)
        axe(side)
        assert side.evaluate("document.documentElement.scrollWidth") <= bredde, adresse


@pytest.mark.parametrize("bredde", BREDDER)
def test_the_secretariats_pages_have_no_axe_violation_and_do_not_scroll_sideways(browser, portal, bredde):
    with sekretariat(browser, portal, viewport={"width": bredde, "height": 900}) as side:
        for adresse in (
            AFTALE,
            ORGAN,
            f"{ORGAN}rediger/",
            f"{ORGAN}ny/",
            f"{ORGAN}tilfoej/",
            "/poster/1/rediger/",
            "/poster/1/flyt/",
            "/indsatser/1/",
            "/indsatser/1/afslut/",
            "/aftaler/rammepapir-arbejdsmarkedstilknytning/risikogrupper/",
        ):
            side.goto(adresse)
            axe(side)
            assert side.evaluate("document.documentElement.scrollWidth") <= bredde, adresse
        side.goto(f"{ORGAN}ny/")
        side.get_by_role("button", name="Tilføj indsatsen").click()
        expect(side.locator(".form-opsummering")).to_be_focused()
        axe(side)


def test_everything_works_without_script(browser, portal):
    with sekretariat(browser, portal, java_script_enabled=False) as side:
        side.goto(ORGAN)
        side.get_by_role("combobox", name="Slags").select_option("Eksisterende indsats")
        side.get_by_role("button", name="Vis", exact=True).click()
        felt(side, 2023, "Aftale om sårbare gravide").click()
        expect(side.get_by_text("2023 er nu markeret for Aftale om sårbare gravide.")).to_be_visible()
        expect(side).to_have_url(re.compile(r"slags=eksisterende.*#c\d+-2023$"))
        felt(side, 2023, "Aftale om sårbare gravide").click()
        expect(side.get_by_text("2023 er nu uden kryds for Aftale om sårbare gravide.")).to_be_visible()

        rediger(side, "Aftale om sårbare gravide")
        side.get_by_label("Titel").fill("")
        side.get_by_role("button", name="Gem rækken").click()
        expect(side.locator(".form-opsummering")).to_contain_text("Skriv indsatsens titel.")
        side.get_by_label("Titel").fill("Aftale om sårbare gravide")
        side.get_by_label("Begrundelse").fill("Uden script")
        side.get_by_role("checkbox", name="2022").check()
        side.get_by_role("button", name="Gem rækken").click()
        expect(side.get_by_text("Aftale om sårbare gravide er gemt.")).to_be_visible()

        side.get_by_role("link", name="Rediger hele skemaet").click()
        side.get_by_role("checkbox", name="2022: Aftale om sårbare gravide").uncheck()
        side.get_by_role("button", name="Gem ændringerne").click()
        expect(side.get_by_text("1 felt er ændret og gemt.")).to_be_visible()
