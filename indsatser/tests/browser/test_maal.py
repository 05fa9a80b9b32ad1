"""A sundhedsprofil's figures: measurements in by hand and by spreadsheet, and the targets' states change."""

import re

import pytest
from playwright.sync_api import expect

from sundhedsaftale.tools.testbrowser import se_efter

pytestmark = pytest.mark.browser
MAAL = "/aftaler/sundhedsaftalen-2019-2023/maal/"


def test_a_profiles_figures_change_the_states_and_can_be_undone(logget_ind):
    side = logget_ind
    side.goto(MAAL)
    se_efter(side)
    side.get_by_role("link", name="Andel daglige rygere").click()
    expect(side.locator(".maaltal__dom")).to_contain_text("Ingen ny måling siden 2017")
    se_efter(side)

    # By hand, first as nobody can read it; the figures of this journey are made up.
    side.get_by_role("link", name="Ny måling").click()
    side.get_by_label("År", exact=True).fill("2021")
    side.get_by_label("Værdi (%)").fill("1.234")
    side.get_by_label("Kilde", exact=True).fill("Opdigtet til rejsen")
    side.get_by_role("button", name="Gem måling").click()
    expect(side.locator("#id_vaerdi_error")).to_contain_text("kan læses på to måder")
    se_efter(side)
    side.get_by_label("Værdi (%)").fill("12,5 %")
    side.get_by_role("button", name="Gem måling").click()
    expect(side.locator(".maaltal__dom")).to_contain_text("Nået")
    expect(side.locator("svg.maalkurve desc")).to_contain_text("12,5")

    # The target itself is made stricter; what it was stays.
    side.get_by_role("link", name="Ændr målet").click()
    side.locator("#id_maal").fill("10")
    side.locator("#id_maalaar").fill("2030")
    side.get_by_label("Aftalt ordlyd").fill("maksimalt 10 %")
    side.get_by_label("Begrundelse").fill("Målet var nået før tid")
    side.get_by_role("button", name="Gem det nye mål").click()
    expect(side.get_by_text(re.compile("Ændret fra højst 13.% i 2023 til højst 10.% i 2030"))).to_be_visible()
    se_efter(side)

    # Several by spreadsheet: seen first, saved as one, undone as one.
    side.goto(MAAL)
    side.get_by_role("link", name="Indlæs målinger").click()
    linjer = ["måltal;år;værdi;kilde", "Andel unge, der ryger;2021;9,5;Opdigtet til rejsen", "Findes ikke;2021;1;X"]
    side.get_by_label("Regneark med målinger").set_input_files(
        {"name": "profil.csv", "mimeType": "text/csv", "buffer": "\n".join(linjer).encode()}
    )
    side.get_by_role("button", name="Se forslaget").click()
    raekke = side.get_by_role("row").filter(has_text="Andel unge, der ryger")
    expect(raekke).to_contain_text("Nået")
    expect(raekke).to_contain_text("Nu: Ingen data")
    expect(side.get_by_role("row").filter(has_text="Findes ikke")).to_contain_text("intet måltal")
    se_efter(side)
    side.get_by_role("button", name="Gem 1 ændring").click()
    expect(side.get_by_role("heading", name="1 måling er gemt")).to_be_visible()
    se_efter(side)
    gemt = side.get_by_role("link", name="Se, hvad der er gemt").get_attribute("href")
    side.get_by_role("link", name="Se målene").click()
    expect(side.locator("li").filter(has_text="Andel unge, der ryger").last).to_contain_text("Nået")
    side.goto(gemt)
    side.get_by_role("link", name=re.compile("Fortryd")).first.click()
    side.get_by_role("button", name=re.compile("Fortryd")).click()
    side.goto(f"{MAAL}?tilstand=ingen_data")
    expect(side.get_by_role("link", name="Andel unge, der ryger")).to_be_visible()
