"""The secretariat fetches the sheet, a colleague's changes come back, and the whole of it is undone."""

import io

import openpyxl
import pytest
from playwright.sync_api import Browser, expect

from indsatser.tests.browser.sider import ROEGFRI, sekretariat
from sundhedsaftale.tools.testbrowser import se_efter
from sundhedsaftale.tools.testportal import Portal

pytestmark = pytest.mark.browser
REGNEARK = "/aftaler/sundhedsaftalen-2019-2023/regneark/"


def test_a_sheet_is_fetched_changed_read_back_and_undone(browser: Browser, portal: Portal) -> None:
    with sekretariat(browser, portal) as side:
        side.goto(REGNEARK)
        se_efter(side)
        with side.expect_download() as hentet:
            side.get_by_role("link", name="Hent dataarket (.xlsx)").click()
        bog = openpyxl.load_workbook(io.BytesIO(hentet.value.path().read_bytes()))
        ark = bog.active
        hoved = [str(celle.value) for celle in ark[1]]
        ark.cell(2, hoved.index("Fase") + 1).value = "I drift"
        ark.cell(3, hoved.index("2023") + 1).value = "x"
        ark.cell(4, hoved.index("2023") + 1).value = "måske"
        rettet = io.BytesIO()
        bog.save(rettet)
        side.get_by_label("Regneark", exact=True).set_input_files(
            {"name": "rettet.xlsx", "mimeType": "application/octet-stream", "buffer": rettet.getvalue()}
        )
        side.get_by_role("button", name="Se forslaget").click()
        expect(side.get_by_text("Kolonnen 2023 kan ikke læses som et kryds.")).to_be_visible()
        se_efter(side)
        side.get_by_role("checkbox", name="Gem række 3").uncheck()
        side.get_by_role("button", name="Gem 1 ændring", exact=True).click()
        expect(side.get_by_text("1 ændring er gemt.")).to_be_visible()
        expect(side.get_by_role("link", name=ROEGFRI)).to_be_visible()
        se_efter(side)
        side.get_by_role("link", name="Fortryd det hele").click()
        se_efter(side)
        side.get_by_role("button", name="Fortryd det hele").click()
        expect(side.get_by_text("Det hele er fortrudt.")).to_be_visible()
