"""Years are set in the portfolio itself and in the whole grid: by mouse, by keyboard, by two at once."""

import re

import pytest
from playwright.sync_api import Page, expect

from indsatser.tests.browser.sider import ORGAN, ROEGFRI, felt, sekretariat

pytestmark = pytest.mark.browser

AMME = "Ammepolitikken"


def summen(side: Page, aar: int) -> int:
    """The section's number of X in a year, the same in its heading row and in the load above."""
    i_hovedet, i_belastningen = (side.locator(f'[id^="{navn}-"][id$="-{aar}"]').inner_text() for navn in ("sa", "va"))
    assert i_hovedet == i_belastningen
    return int(i_hovedet)


def test_a_year_is_toggled_with_the_mouse_and_with_the_keyboard(logget_ind):
    side = logget_ind
    side.goto(ORGAN)
    foer = summen(side, 2021)

    felt(side, 2021, AMME).click()

    expect(side.locator("#besked")).to_contain_text(
        re.compile(rf"2021 er nu markeret for {AMME}\. Gemt kl\. \d\d\.\d\d\.")
    )
    expect(felt(side, 2021, AMME)).to_have_attribute("aria-pressed", "true")
    expect(felt(side, 2021, AMME)).to_be_focused()
    assert summen(side, 2021) == foer + 1

    side.get_by_label("Begrundelse").fill("Besluttet i DAK")
    felt(side, 2020, AMME).focus()
    side.keyboard.press("ArrowRight")
    expect(felt(side, 2021, AMME)).to_be_focused()
    side.keyboard.press("Space")

    expect(side.locator("#besked")).to_contain_text(f"2021 er nu uden kryds for {AMME}.")
    expect(felt(side, 2021, AMME)).to_be_focused()
    assert summen(side, 2021) == foer
    side.keyboard.press("x")
    expect(felt(side, 2021, AMME)).to_have_attribute("aria-pressed", "true")
    side.keyboard.press("Control+z")
    expect(side.get_by_text(f"Fortrudt: 2021 for {AMME} er som før.")).to_be_visible()
    expect(felt(side, 2021, AMME)).to_be_focused()
    assert summen(side, 2021) == foer
    side.keyboard.press("ArrowUp")
    side.keyboard.press("ArrowDown")
    side.keyboard.press("End")
    expect(felt(side, 2023, AMME)).to_be_focused()
    side.keyboard.press("Home")
    expect(felt(side, 2019, AMME)).to_be_focused()

    side.get_by_role("link", name=AMME, exact=True).click()
    historik = side.locator(".historik > li")
    expect(historik.first).to_contain_text("Sekretariat")
    expect(historik.first).to_contain_text("Fortrudt")
    expect(historik.filter(has_text="Besluttet i DAK").first).to_be_visible()
    expect(historik.first).to_contain_text("2021 i Følgegruppen for forebyggelse")


def test_quick_presses_on_several_cells_are_all_saved(logget_ind):
    side = logget_ind
    side.goto("/organer/foelgegruppen-uddannelse-og-arbejde/portefoelje/")
    knapper = side.locator('button.kryds[aria-pressed="false"]')
    ider = [str(knapper.nth(nummer).get_attribute("id")) for nummer in range(5)]

    side.evaluate("ider => ider.forEach((id) => document.getElementById(id).click())", ider)

    for en in ider:
        expect(side.locator(f"#{en}")).to_have_attribute("aria-pressed", "true")
    side.reload()
    for en in ider:
        expect(side.locator(f"#{en}")).to_have_attribute("aria-pressed", "true")


def test_enter_in_the_reason_toggles_nothing(logget_ind):
    side = logget_ind
    side.goto(ORGAN)
    foer = [summen(side, aar) for aar in range(2019, 2024)]

    side.get_by_label("Begrundelse").fill("Bare en tanke")
    side.keyboard.press("Enter")

    expect(side).to_have_url(re.compile(ORGAN))
    side.reload()
    assert [summen(side, aar) for aar in range(2019, 2024)] == foer


def test_the_whole_grid_is_saved_with_one_button(logget_ind):
    side = logget_ind
    side.goto(ORGAN)
    side.get_by_role("link", name="Rediger hele skemaet").click()
    side.get_by_role("checkbox", name=f"2022: {AMME}").check()
    side.get_by_role("checkbox", name=f"2023: {AMME}").focus()
    side.keyboard.press("Space")
    side.get_by_label("Begrundelse").fill("Revision af tillægget")
    side.get_by_role("button", name="Gem ændringerne").click()

    expect(side.get_by_text("2 felter er ændret og gemt.")).to_be_visible()
    expect(felt(side, 2022, AMME)).to_have_attribute("aria-pressed", "true")
    expect(felt(side, 2023, AMME)).to_have_attribute("aria-pressed", "true")


def test_of_two_browsers_on_one_cell_the_second_is_told_what_stands_there(browser, portal):
    with sekretariat(browser, portal) as den_ene, sekretariat(browser, portal) as den_anden:
        den_ene.goto(ORGAN)
        felt(den_ene, 2019, ROEGFRI).click()
        expect(den_ene.locator("#besked")).to_contain_text("2019 er nu uden kryds")
        den_anden.goto(ORGAN)
        felt(den_ene, 2019, ROEGFRI).click()
        expect(den_ene.locator("#besked")).to_contain_text("2019 er nu markeret")
        felt(den_ene, 2019, ROEGFRI).click()
        expect(den_ene.locator("#besked")).to_contain_text("2019 er nu uden kryds")

        felt(den_anden, 2019, ROEGFRI).click()

        expect(den_anden.locator("#besked")).to_contain_text("En anden har ændret 2019")
        expect(felt(den_anden, 2019, ROEGFRI)).to_have_attribute("aria-pressed", "false")
        felt(den_anden, 2019, ROEGFRI).click()
        expect(den_anden.locator("#besked")).to_contain_text("2019 er nu markeret")


def test_a_login_that_ran_out_at_a_cell_leads_to_the_login_page_and_back(logget_ind, portal):
    side = logget_ind
    side.goto(f"{ORGAN}?slags=eksisterende")
    side.context.clear_cookies(name="sessionid")

    felt(side, 2023, "Aftale om sårbare gravide").click()

    side.wait_for_url(re.compile("log-ind"))
    side.fill("input[name=login]", portal.email("sekretariat"))
    side.fill("input[name=password]", portal.kode)
    side.locator("form[method=post] button[type=submit]:has-text('Log ind')").click()
    expect(side).to_have_url(re.compile(r"portefoelje/\?slags=eksisterende"))
    expect(felt(side, 2023, "Aftale om sårbare gravide")).to_have_attribute("aria-pressed", "false")
