"""An initiative's own page, and figure 1: edited by the secretariat, read by all at both widths."""

import re

import pytest
from playwright.sync_api import Page, expect

from indsatser.tests.browser.sider import sekretariat
from sundhedsaftale.tools.testbrowser import aaben_side, axe

pytestmark = pytest.mark.browser
RAMMEPAPIR = "/aftaler/rammepapir-arbejdsmarkedstilknytning"


def aaben_indsats(side: Page, titel: str) -> None:
    side.goto(f"{RAMMEPAPIR}/portefoelje/")
    side.get_by_role("link", name=titel, exact=True).click()
    expect(side.get_by_role("heading", level=1)).to_contain_text(titel)


def test_the_secretariat_edits_an_initiative_whole_and_its_milestones(logget_ind):
    side = logget_ind
    aaben_indsats(side, "Telemedicin, herunder videokonferencer")
    axe(side)
    side.get_by_role("link", name="Rediger", exact=True).click()
    axe(side)
    side.get_by_label("Tænk nyt").check()
    side.get_by_label("Tovholder").select_option("Regionshuset, Region Syddanmark")
    side.get_by_label("Mellemrisikogruppen").check()
    side.get_by_label("Begrundelse").fill("Drøftet med sygehusene")
    side.get_by_role("button", name="Gem indsatsen").click()
    expect(side.locator(".indsats__fakta")).to_contain_text("Tænk nyt")
    expect(side.locator(".indsats__fakta")).to_contain_text("Regionshuset, Region Syddanmark")

    side.get_by_role("link", name="Tilføj milepæl").click()
    side.get_by_label("Titel").fill("Prøvens milepæl")
    side.get_by_label("Planlagt").fill("31-12-2020")
    side.get_by_role("button", name="Gem milepælen").click()
    milepael = side.locator(".opgave").filter(has_text="Prøvens milepæl")
    expect(milepael).to_contain_text("Forsinket")
    milepael.get_by_role("button", name="Nået i dag").click()
    expect(milepael).to_contain_text("senere end planlagt")
    axe(side)
    expect(side.locator(".historik")).to_contain_text("Drøftet med sygehusene")
    expect(side.locator(".historik")).to_contain_text("Prøvens milepæl")


def test_figure_1_is_edited_without_javascript_and_read_on_a_narrow_screen(browser, portal):
    with sekretariat(browser, portal, java_script_enabled=False) as side:
        side.goto(f"{RAMMEPAPIR}/risikogrupper/")
        side.get_by_role("link", name="Rediger figuren").click()
        side.get_by_label("Almen praksis, Højrisikogruppen").fill("Prøvens tekst om sygemeldinger")
        side.get_by_role("button", name="Gem figuren").click()
        expect(side.get_by_text("1 felt er gemt.")).to_be_visible()
        side.get_by_role("link", name="Rediger figuren").click()
        side.get_by_role("button", name=re.compile(r"Ned ?: Regionen")).click()
        expect(side.locator(".risikoskema tbody th").first).to_have_text("Almen praksis")

    with aaben_side(browser, portal.adresse, viewport={"width": 320, "height": 800}) as side:
        side.goto(f"{RAMMEPAPIR}/risikogrupper/")
        billede = side.get_by_role("img", name="Risikogrupper, aktører og indsatser")
        expect(billede).to_have_count(1)
        expect(billede).to_contain_text("sygemeldinger")
        expect(side.get_by_text("Portalen rummer ingen borgere.").first).to_be_visible()
        assert side.evaluate("document.documentElement.scrollWidth") == 320
        axe(side)
        side.goto(f"{RAMMEPAPIR}/virkemidler/")
        axe(side)
        aaben_indsats(side, "Samme dag under samme tag")
        assert side.evaluate("document.documentElement.scrollWidth") == 320
        axe(side)
