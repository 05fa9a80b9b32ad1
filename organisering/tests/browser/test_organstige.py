"""The ladder in a real browser: the picture is legible, scrolls in its own frame and leads to the bodies."""

import pytest
from playwright.sync_api import expect

from sundhedsaftale.tools.testbrowser import aaben_side, axe, log_ind

pytestmark = pytest.mark.browser

STIGE = "/organer/?dag=01-09-2019&region=Region+Syddanmark"
TEKSTER_UDEN_FOR_KASSEN = """
    () => [...document.querySelectorAll('.organfigur__organ')].flatMap(organ => {
        const kasse = organ.querySelector('rect').getBBox();
        return [...organ.querySelectorAll('text')]
            .filter(tekst => {
                const ramme = tekst.getBBox();
                return ramme.x < kasse.x + 3 || ramme.x + ramme.width > kasse.x + kasse.width - 3
                    || ramme.y < kasse.y || ramme.y + ramme.height > kasse.y + kasse.height;
            })
            .map(tekst => tekst.textContent);
    })
"""


@pytest.mark.parametrize("bredde", [1280, 320])
@pytest.mark.parametrize("dag", ["01-09-2019", "01-07-2022", "01-01-2027"])
def test_the_picture_of_each_era_is_legible_and_the_page_never_scrolls_sideways(browser, portal, bredde, dag):
    with aaben_side(browser, portal.adresse, viewport={"width": bredde, "height": 900}) as side:
        side.goto(f"/organer/?dag={dag}")

        expect(side.locator(".organfigur__organ").first).to_be_visible()
        assert side.evaluate(TEKSTER_UDEN_FOR_KASSEN) == []
        assert side.evaluate("document.documentElement.scrollWidth") <= bredde
        axe(side)


def test_the_picture_leads_to_a_body_and_by_its_days_through_the_reforms_by_keyboard(browser, portal):
    with aaben_side(browser, portal.adresse) as side:
        side.goto(STIGE)
        side.get_by_role("link", name="1. juli 2022").press("Enter")
        expect(side.get_by_role("heading", level=1)).to_have_text("Organer den 1. juli 2022")

        side.locator(".organfigur__organ", has_text="SSU").press("Enter")
        expect(side.get_by_role("heading", level=1)).to_have_text("Sundhedssamarbejdsudvalget")
        side.locator(".fakta").get_by_role("link", name="Sundhedskoordinationsudvalget", exact=True).click()
        expect(
            side.locator(".fakta").get_by_role("link", name="Sundhedssamarbejdsudvalget", exact=True)
        ).to_be_visible()


@pytest.mark.parametrize("bredde", [1280, 320])
def test_the_secretariats_pages_of_bodies_have_no_axe_violation_and_do_not_scroll_sideways(browser, portal, bredde):
    with aaben_side(browser, portal.adresse, viewport={"width": bredde, "height": 900}) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        for adresse in (
            "/organer/",
            "/organer/dak/",
            "/organer/dak/rediger/",
            "/organer/ny/",
            "/organer/dak/omraade/ny/",
            "/grunddata/",
            "/grunddata/roller/ny/",
            "/grunddata/organtyper/ny/",
        ):
            side.goto(adresse)
            axe(side)
            assert side.evaluate("document.documentElement.scrollWidth") <= bredde, adresse


def test_a_reform_is_carried_out_on_the_pages(browser, portal):
    with aaben_side(browser, portal.adresse) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        side.goto("/organer/kompetencegruppen-oekonomi/rediger/")
        side.get_by_label("Sidste dag").fill("31-12-2020")
        side.get_by_role("button", name="Gem organet").click()
        expect(side.get_by_text("er gemt.")).to_be_visible()

        side.goto("/organer/ny/")
        side.get_by_label("Region").select_option("Region Syddanmark")
        side.get_by_label("Navn", exact=True).fill("Rejsens kompetencegruppe")
        side.get_by_label("Type").select_option("Kompetencegruppe")
        side.get_by_label("Første dag").fill("1/1 2021")
        side.get_by_label("Afløser").select_option("Kompetencegruppen for økonomi, Sønderjylland (Region Syddanmark)")
        side.get_by_label("Refererer til").select_option("SOF i Sønderjylland")
        side.get_by_role("button", name="Opret organet").click()

        expect(side.get_by_text("Rejsens kompetencegruppe er oprettet.")).to_be_visible()
        for dag, navn in (("31-12-2020", "Kompetencegruppen for økonomi"), ("01-01-2021", "Rejsens kompetencegruppe")):
            side.goto(f"/organer/?dag={dag}&region=Region+Syddanmark")
            expect(side.locator(".organfigur__organ", has_text=navn)).to_have_count(1)
        expect(side.locator(".organfigur__organ", has_text="Kompetencegruppen for økonomi")).to_have_count(0)
