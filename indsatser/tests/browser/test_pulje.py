"""A pool is entered as printed, and the portal tells that it does not close; a task transfer is settled."""

import pytest
from playwright.sync_api import expect

from indsatser.tests.browser.sider import sekretariat
from sundhedsaftale.tools.testbrowser import axe

pytestmark = pytest.mark.browser

TVAERSEKTORIEL = "/aftaler/sundhedsaftalen-2019-2023-region-sjaelland/puljer/"
PULJER = "/aftaler/sundhedsaftalen-2019-2023/puljer/"
OVERDRAGELSER = "/aftaler/sundhedsaftalen-2019-2023/opgaveoverdragelser/"
LINJER = [
    ("Løbende drift", "Igangværende", "11,0", "", ""),
    ("Forløbsprogram", "Reserveret", "0,6", "2020", "2020"),
    ("IV-behandling", "Reserveret", "1", "2020", "2020"),
    ("Fælles data", "Reserveret", "7,5", "2021", "2021"),
]


def skriv_linje(side, nummer, titel, slags, beloeb, fra, til):
    for navn, tekst in (("Titel", titel), ("Beløb", beloeb), ("Fra år", fra), ("Til og med år", til)):
        side.get_by_label(f"{navn} i linje {nummer}", exact=True).fill(tekst)
    side.get_by_label(f"Slags i linje {nummer}", exact=True).select_option(slags)


def test_a_pool_is_entered_and_is_told_not_to_close(browser, portal):
    with sekretariat(browser, portal) as side:
        side.goto(PULJER)
        side.get_by_role("link", name="Ny pulje").first.click()
        side.get_by_label("Navn").fill("Rejsens pulje")
        side.get_by_label("År", exact=True).fill("2021")
        side.get_by_label("Puljens beløb i mio. kr.").fill("19,8")
        side.get_by_label("Frie midler ifølge kilden").fill("0")
        side.get_by_role("button", name="Gem puljen").click()
        for nummer, linje in enumerate(LINJER, start=1):
            skriv_linje(side, nummer, *linje)
        side.get_by_label("Beløb i linje 1", exact=True).fill("1.234")
        side.get_by_role("button", name="Gem linjerne").click()

        expect(side.get_by_role("alert")).to_contain_text("Linje 1, beløb: Et punktum alene kan læses på to måder.")
        axe(side)
        side.get_by_label("Beløb i linje 1", exact=True).fill("11,0")
        side.get_by_role("button", name="Gem linjerne").click()

        dom = "Puljen går ikke op: linjerne giver 20,1 mio. kr., puljen er 19,8 mio. kr., 0,3 mio. kr. for meget."
        expect(side.get_by_text(dom)).to_be_visible()
        expect(side.get_by_role("heading", name="2 linjer nævner et andet år end 2021")).to_be_visible()
        axe(side)
        side.get_by_role("link", name="Puljer", exact=True).first.click()
        expect(side.get_by_role("row", name="Rejsens pulje")).to_contain_text("0,3 mio. kr. for meget")


@pytest.mark.parametrize("bredde", [1280, 320])
def test_everybody_reads_the_shipped_pool_as_printed_at_every_width(side, bredde):
    side.set_viewport_size({"width": bredde, "height": 900})
    side.goto(TVAERSEKTORIEL)
    axe(side)
    side.get_by_role("link", name="Region Sjællands tværsektorielle pulje").click()

    expect(side.get_by_text("Puljen går ikke op: linjerne giver 20,1")).to_be_visible()
    expect(side.get_by_role("row", name="IV-behandling")).to_contain_text("Andet år")
    expect(side.get_by_role("row", name="Røgfri fremtid")).to_contain_text("2020–2022, år 2 af 3")
    axe(side)
    assert side.evaluate("document.documentElement.scrollWidth") <= bredde


def test_a_task_transfer_is_assessed_before_it_is_settled(browser, portal):
    with sekretariat(browser, portal) as side:
        side.goto(OVERDRAGELSER)
        side.get_by_role("link", name="Ny opgaveoverdragelse").first.click()
        side.get_by_label("Opgave").fill("Rejsens opgave")
        side.get_by_label("Fra", exact=True).fill("Sygehusene")
        side.get_by_label("Til", exact=True).fill("Kommunerne")
        side.get_by_label("Indsats").select_option("Fleksible indlæggelser")
        side.get_by_role("button", name="Gem", exact=True).click()
        side.get_by_role("button", name="Klar til beslutning").click()
        expect(side.get_by_role("alert")).to_contain_text("Før der kan besluttes, mangler: patientgruppe")

        side.get_by_role("link", name="Rediger", exact=True).click()
        for felt in (
            "Patientgruppe",
            "Faglige konsekvenser",
            "Økonomiske konsekvenser",
            "Kvalitet og patientsikkerhed",
            "Laveste effektive omkostningsniveau",
            "Rammer og ansvarsplacering",
        ):
            side.get_by_label(felt).fill("Vurderet til prøven.")
        side.get_by_role("button", name="Gem", exact=True).click()
        side.get_by_role("button", name="Klar til beslutning").click()
        side.get_by_role("link", name="Skriv beslutningen").click()
        side.get_by_label("Besluttet ikke overdraget").check()
        side.get_by_label("Begrundelse").fill("For få patienter")
        side.get_by_role("button", name="Gem beslutningen").click()
        expect(side.locator(".historik > li").first).to_contain_text("For få patienter")
        axe(side)

        side.get_by_role("link", name="Fleksible indlæggelser").click()
        expect(side.locator(".opgave", has_text="Rejsens opgave")).to_contain_text("Besluttet ikke overdraget")
