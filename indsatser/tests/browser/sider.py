"""The pages that the journeys begin on, and what stands on them."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page

from sundhedsaftale.tools.testbrowser import aaben_side, log_ind
from sundhedsaftale.tools.testportal import Portal

ORGAN = "/organer/foelgegruppen-forebyggelse/portefoelje/"
ROEGFRI = 'Implementering af partnerskabsprojektet "Røgfri fremtid"'


@contextmanager
def sekretariat(browser: Browser, portal: Portal, **valg: object) -> Iterator[Page]:
    """A page of its own, logged in as the secretariat."""
    with aaben_side(browser, portal.adresse, **valg) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        yield side


def felt(side: Page, aar: int, titel: str) -> Locator:
    return side.get_by_role("button", name=f"{aar}: {titel}", exact=True)


def rediger(side: Page, titel: str) -> None:
    side.goto(ORGAN)
    side.get_by_role("link", name=f"Rediger {titel}", exact=True).click()
