"""A meeting on paper, in a real browser against a running portal with a worker."""

import pytest
from playwright.sync_api import Page, expect

from sundhedsaftale.tools.testbrowser import axe, log_ind
from sundhedsaftale.tools.testportal import Portal

pytestmark = pytest.mark.browser

MOEDE = """
from django.utils import timezone
from organisering.models import Dagsordenspunkt, Moede, Organ

organ = Organ.objects.filter(region__navn="Region Syddanmark", type__er_sekretariat=False).first()
nu = timezone.now()
moede = Moede.objects.create(
    organ=organ, starter=nu, tilstand="referat_godkendt", dagsorden_udgivet=nu, referat_udgivet=nu
)
for nr, (titel, lukket) in enumerate([("Et åbent emne", False), ("Et lukket emne", True)], 1):
    Dagsordenspunkt.objects.create(
        moede=moede, raekkefoelge=nr, nummer=str(nr), titel=titel, lukket=lukket, beslutning="Godkendt."
    )
print(moede.get_absolute_url())
"""


@pytest.fixture
def adresse(portal: Portal) -> str:
    """The page of a published meeting."""
    return portal.manage("shell", "-v0", "-c", MOEDE).strip()


def hent(side: Page) -> bytes:
    svar = side.request.get(str(side.get_by_role("link", name="Hent PDF").get_attribute("href")))
    assert svar.headers["content-type"] == "application/pdf"
    return svar.body()


def test_secretariat_orders_the_members_minutes_and_fetches_the_file(side: Page, portal: Portal, adresse: str):
    log_ind(side, portal.email("sekretariat"), portal.kode)
    side.goto(adresse)
    axe(side)
    side.get_by_role("button", name="Referat", exact=True).click()
    expect(side.get_by_role("heading", level=1)).to_have_text("Referat som PDF")

    expect(side.get_by_text("PDF'en er færdig")).to_be_visible(timeout=90_000)

    expect(side.locator("[hx-trigger]")).to_have_count(0)
    axe(side)
    assert hent(side).startswith(b"%PDF-")


def test_citizen_opens_the_public_address_and_has_the_file_when_it_is_made(side: Page, adresse: str):
    side.goto(adresse)
    side.get_by_role("link", name="Dagsorden med bilag").click()
    axe(side)

    expect(side.get_by_text("PDF'en er færdig")).to_be_visible(timeout=90_000)

    assert hent(side).startswith(b"%PDF-")
    assert side.request.get(f"{adresse}pakke.pdf").headers["cache-control"] == "public, no-cache"
