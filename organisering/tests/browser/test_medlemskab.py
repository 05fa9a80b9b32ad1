"""A seat from hand to hand: given to somebody found while typing, ended, and given to a namesake without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sundhedsaftale.tools.testbrowser import aaben_side, axe, log_ind
from sundhedsaftale.tools.testportal import Portal

pytestmark = pytest.mark.browser

MEDLEMMER = "/organer/sof-soenderjylland/medlemmer/"


@pytest.fixture(params=[True, False], ids=["JavaScript", "no JavaScript"])
def side(request: pytest.FixtureRequest, browser: Browser, portal: Portal) -> Iterator[Page]:
    with aaben_side(browser, portal.adresse, java_script_enabled=request.param) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        side.goto(MEDLEMMER)
        yield side


def giv_plads(side: Page, navn: str) -> None:
    side.get_by_role("link", name="Tilføj medlem").click()
    side.get_by_role("textbox", name="Navn").fill(navn)
    side.get_by_label("Rolle").select_option(label="Tovholder")


def gem(side: Page) -> None:
    side.get_by_role("button", name="Gem medlemmet").click()


def test_a_seat_is_given_and_ended_and_a_namesake_is_asked_about(side, request):
    navn = f"Ærlig Prøve {request.node.callspec.id}"
    giv_plads(side, navn)
    gem(side)
    raekke = side.get_by_role("row").filter(has_text=navn)
    expect(raekke).to_contain_text("Tovholder")

    raekke.get_by_role("link", name="Afslut").click()
    side.get_by_label("Begrundelse").fill("Ny stilling")
    side.get_by_role("button", name="Afslut pladsen").click()
    expect(side.get_by_text(f"Pladsen for {navn} er afsluttet.")).to_be_visible()

    giv_plads(side, navn.upper())
    gem(side)
    expect(side.get_by_role("heading", name="Nyt medlem")).to_be_visible()
    expect(side.get_by_text("Vælg, hvem det er.").first).to_be_visible()
    side.get_by_label(f"En ny person ved navn {navn.upper()}").check()
    gem(side)
    side.goto(f"/personer/?q={navn}")
    expect(side.get_by_role("row").filter(has_text=navn[:11])).to_have_count(2)


def test_whoever_has_the_name_is_shown_while_it_is_typed(browser: Browser, portal: Portal):
    with aaben_side(browser, portal.adresse) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        side.goto(MEDLEMMER)
        axe(side)
        side.get_by_role("link", name="Tilføj medlem").click()
        side.get_by_role("textbox", name="Navn").press_sequentially("medlem (d")

        expect(side.get_by_label("Medlem (demo) (medlem i SOF Sønderjylland)")).to_be_visible()
        axe(side)
        side.get_by_role("textbox", name="Navn").press_sequentially("xyz")
        expect(side.get_by_text("Hvem er det?")).to_have_count(0)
