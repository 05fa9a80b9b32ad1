"""A table is pasted, seen through, chosen, saved and undone: also without JavaScript on a narrow screen."""

import re

import pytest
from playwright.sync_api import Browser, expect

from indsatser.tests.browser.sider import ROEGFRI, sekretariat
from sundhedsaftale.tools.testbrowser import se_efter
from sundhedsaftale.tools.testportal import Portal

pytestmark = pytest.mark.browser
LAES = "/aftaler/sundhedsaftalen-2019-2023/laes-portefoelje/"
AMME = "Ammepolitikken"
TEKST = (
    "Gruppen for prøver\t\tRESSOURCETRÆK\nMålsætning\tIndsats\t2019\t2020\t2021\t2022\t2023\n"
    f"Vi vil reducere andelen af daglige rygere til maksimalt 13 %\t{ROEGFRI}\tX\tX\tX\t\tX\n"
    "\tRejsens helt nye indsats\t\t\t\tX\tmåske\n\n"
    f"Eksisterende indsatser\t2019\t2020\t2021\t2022\t2023\t\n{AMME.replace('kk', 'k')}\tX\tX\t\t\t\t\n"
)


@pytest.mark.parametrize("valg", [{}, {"java_script_enabled": False, "viewport": {"width": 320, "height": 800}}])
def test_a_table_is_pasted_seen_through_saved_and_undone(browser: Browser, portal: Portal, valg: dict) -> None:
    with sekretariat(browser, portal, **valg) as side:
        side.goto(LAES)
        if not valg:
            se_efter(side)
        side.get_by_label("Tabellen").fill("Kære alle")
        side.get_by_role("button", name="Læs tabellen").click()
        expect(side.get_by_text("Der er ingen porteføljetabel i teksten").first).to_be_visible()
        expect(side.get_by_label("Tabellen")).to_have_value("Kære alle")
        side.get_by_label("Tabellen").fill(TEKST)
        side.get_by_role("button", name="Læs tabellen").click()
        expect(side.get_by_text("2023: måske")).to_be_visible()
        expect(side.get_by_role("button", name="Gem")).to_have_count(0)
        if not valg:
            se_efter(side)
        side.get_by_label("Organ: Gruppen for prøver").select_option("Følgegruppen for forebyggelse")
        side.get_by_role("button", name="Opdater forslaget").click()
        expect(side.get_by_text("X fjernes i 2022", exact=True)).to_be_visible()
        if not valg:
            se_efter(side)
        side.get_by_role("button", name=re.compile("^Gem [0-9]+ ændring")).click()
        expect(side.get_by_text("er gemt som én ændring")).to_be_visible()
        expect(side.get_by_text("Ikke forstået, linje 4: 2023: måske")).to_be_visible()
        side.get_by_role("link", name="Fortryd det hele").click()
        side.get_by_role("button", name="Fortryd det hele").click()
        expect(side.get_by_text("Det hele er fortrudt.")).to_be_visible()
