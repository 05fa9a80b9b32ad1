"""The secretariat names a moment, walks through the year and shows what has changed since."""

import re

import pytest
from playwright.sync_api import expect

from sundhedsaftale.tools.testbrowser import knap, link, se_efter

pytestmark = pytest.mark.browser

AFTALE = "/aftaler/sundhedsaftalen-2019-2023"


def test_the_year_is_revised_and_what_changed_since_the_meeting_is_shown(logget_ind, side):
    mit = logget_ind
    mit.goto(f"{AFTALE}/versioner-af-portefoeljen/")
    link(mit, "Ny version")
    mit.get_by_label("Navn").fill("Forelagt DAK før revisionen")
    knap(mit, "Gem versionen")
    expect(mit.get_by_role("heading", level=1)).to_have_text("Forelagt DAK før revisionen")
    version = mit.url
    se_efter(mit)

    mit.goto(f"{AFTALE}/aarsrevision/")
    mit.get_by_label("År").select_option("2022")
    knap(mit, "Begynd revisionen")
    mit.get_by_role("button", name=re.compile("^Uændret ?: ")).first.click()
    expect(mit.get_by_text(re.compile(r"^1 af \d+ gennemgået$"))).to_be_visible()
    se_efter(mit)
    link(mit, "Fortsæt gennemgangen")
    titel = mit.get_by_role("heading", level=1).inner_text()
    se_efter(mit)
    mit.get_by_label("Ændres: gem svaret, og ret rækken bagefter").check()
    knap(mit, "Gem, og gå videre")
    mit.get_by_label("Fase").select_option("I drift")
    knap(mit, "Gem rækken")
    expect(mit.get_by_text(re.compile(r"^2 af \d+ gennemgået$"))).to_be_visible()
    knap(mit, "Afslut revisionen")
    expect(mit.get_by_text(re.compile(r"indsatser mangler svar: "))).to_be_visible()

    mit.goto(version)
    link(mit, "Sammenlign med i dag")
    raekke = mit.get_by_role("row").filter(has_text=titel)
    expect(raekke).to_contain_text("I drift")
    expect(raekke).to_contain_text("Sekretariat (demo)")
    se_efter(mit)

    side.goto(mit.url)
    expect(side.get_by_role("row").filter(has_text=titel)).to_contain_text("I drift")
    expect(side.get_by_text("Sekretariat (demo)")).to_have_count(0)
    link(side, "Tekst")
    expect(side.get_by_role("textbox", name="Teksten kan kopieres")).to_contain_text(titel)
    se_efter(side)


def test_the_handover_is_sound_on_every_page(logget_ind):
    logget_ind.goto(f"{AFTALE}/overdragelse/")
    se_efter(logget_ind)
    logget_ind.get_by_label("Indsatser uden valg herunder").select_option("Videreført")
    logget_ind.get_by_label("Begrundelse").fill("Ny aftale")
    logget_ind.get_by_label("Til", exact=True).select_option(index=1)
    knap(logget_ind, "Se forslaget")
    expect(logget_ind.get_by_role("button", name=re.compile(r"^Gennemfør for \d+ indsatser$"))).to_be_visible()
    se_efter(logget_ind)
