"""The secretariat edits the portfolio: the whole journey in a real browser, by mouse, by keyboard, without script."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sundhedsaftale.tools.testbrowser import aaben_side, axe, log_ind
from sundhedsaftale.tools.testportal import Portal

pytestmark = pytest.mark.browser

AFTALE = "/aftaler/sundhedsaftalen-2019-2023/portefoelje/"
ORGAN = "/organer/foelgegruppen-forebyggelse/portefoelje/"
BREDDER = [1280, 768, 320]
ROEGFRI = 'Implementering af partnerskabsprojektet "Røgfri fremtid"'
AMME = "Ammepolitikken"


@contextmanager
def sekretariat(browser: Browser, portal: Portal, **valg: object) -> Iterator[Page]:
    """A page of its own, logged in as the secretariat."""
    with aaben_side(browser, portal.adresse, **valg) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        yield side


@pytest.fixture
def logget_ind(browser: Browser, portal: Portal) -> Iterator[Page]:
    with sekretariat(browser, portal) as side:
        yield side


def felt(side: Page, aar: int, titel: str) -> Locator:
    return side.get_by_role("button", name=f"{aar}: {titel}", exact=True)


def rediger(side: Page, titel: str) -> None:
    side.goto(ORGAN)
    side.get_by_role("link", name=f"Rediger {titel}", exact=True).click()


def summen(side: Page, aar: int) -> int:
    """The section's number of X in a year, as the strip above it says."""
    stribe = side.locator("section.portefoelje .aarsstribe > div").filter(has_text=str(aar)).locator("dd").first
    return int(stribe.inner_text())


def test_a_reader_filters_and_can_mail_the_address(side):
    side.goto(AFTALE)
    expect(side.get_by_text("47 rækker, 46 forskellige indsatser.")).to_be_visible()
    assert side.locator(".aarsstribe--samlet dd").all_inner_texts() == ["33", "29", "18", "11", "7"]

    side.get_by_label("Kryds i år").select_option("2023")
    side.get_by_label("Slags").select_option("Ny indsats")
    side.get_by_role("button", name="Vis", exact=True).click()

    expect(side).to_have_url(re.compile(r"aar=2023"))
    viser = side.locator(".portefoelje__antal").inner_text()
    assert re.match(r"Viser \d+ af 47 rækker", viser)
    side.goto(side.url)
    assert side.locator(".portefoelje__antal").inner_text() == viser
    side.get_by_role("link", name="Nulstil").click()
    expect(side.get_by_text("47 rækker, 46 forskellige indsatser.")).to_be_visible()


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
    side.keyboard.press("ArrowUp")
    side.keyboard.press("ArrowDown")
    side.keyboard.press("End")
    expect(felt(side, 2023, AMME)).to_be_focused()
    side.keyboard.press("Home")
    expect(felt(side, 2019, AMME)).to_be_focused()

    side.get_by_role("link", name=AMME, exact=True).click()
    historik = side.locator(".historik > li")
    expect(historik.first).to_contain_text("Sekretariat")
    expect(historik.first).to_contain_text("Besluttet i DAK")
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


def test_everything_works_without_script(browser, portal):
    with sekretariat(browser, portal, java_script_enabled=False) as side:
        side.goto(ORGAN)
        side.get_by_label("Slags").select_option("Eksisterende indsats")
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
