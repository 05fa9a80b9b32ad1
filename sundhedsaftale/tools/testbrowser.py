"""A real Chromium for the journey tests; what the browser complains of is a failed test."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from sundhedsaftale.tools.systempakker import chromium

if TYPE_CHECKING:
    from sundhedsaftale.tools.testportal import Portal

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
FLAG = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# An answer such as 404 or 409 is part of a journey; the browser's note about it is no defect of the page.
SVARKODE = "Failed to load resource: the server responded with a status of"
TAALMODIGHED = 20_000  # ms; how long a busy machine may take over one step
expect.set_options(timeout=TAALMODIGHED)
AXE_REGLER = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def aaben_browser() -> Iterator[Browser]:
    """Yield a headless Chromium; raises FileNotFoundError when there is none."""
    program = chromium()
    if program is None:
        raise FileNotFoundError("Chromium mangler: installér pakken chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAG)
        yield browser
        browser.close()


@contextmanager
def aaben_side(browser: Browser, adresse: str, **valg: Any) -> Iterator[Page]:
    """Yield a page in a context of its own; console errors, CSP violations and page errors raise at the end.

    `valg` are Playwright's options of a context, such as `java_script_enabled` and `viewport`.
    """
    valg = {"locale": "da-DK", "timezone_id": "Europe/Copenhagen", "viewport": {"width": 1280, "height": 900}, **valg}
    kontekst = browser.new_context(base_url=adresse, **valg)
    klager: list[str] = []

    def hoer(besked: ConsoleMessage) -> None:
        if besked.type in {"error", "warning"} and not besked.text.startswith(SVARKODE):
            klager.append(f"{besked.type}: {besked.text}")

    side = kontekst.new_page()
    side.set_default_timeout(TAALMODIGHED)
    kontekst.on("console", hoer)
    kontekst.on("weberror", lambda fejl: klager.append(f"fejl i siden: {fejl.error}"))
    try:
        yield side
    finally:
        kontekst.close()
    if klager:
        raise AssertionError("\n".join(klager))


def log_ind(side: Page, email: str, kode: str) -> None:
    """Log in on the portal's own page and wait until the login page is left."""
    side.goto("/konto/log-ind/")
    side.fill("input[name=login]", email)
    side.fill("input[name=password]", kode)
    side.locator("form[method=post] button[type=submit]:has-text('Log ind')").click()
    side.wait_for_url(lambda url: "/konto/log-ind" not in url)


@contextmanager
def som(browser: Browser, portal: "Portal", navn: str, **valg: Any) -> Iterator[Page]:
    """Yield a page of its own, logged in with a demo account such as `sekretariat` or `formand.region`."""
    with aaben_side(browser, portal.adresse, **valg) as side:
        log_ind(side, portal.email(navn), portal.kode)
        yield side


def knap(side: Page, tekst: str) -> None:
    side.get_by_role("button", name=tekst, exact=True).click()


def link(side: Page, tekst: str) -> None:
    side.get_by_role("link", name=tekst, exact=True).first.click()


def se_efter(side: Page) -> None:
    """Assert that the page is sound once it is there, wide and narrow, and never wider than the window."""
    side.wait_for_load_state()
    for bredde in (1280, 320):
        side.set_viewport_size({"width": bredde, "height": 900})
        axe(side)
        if side.evaluate("document.documentElement.scrollWidth") > bredde:
            raise AssertionError(f"{side.url} er bredere end {bredde}")
    side.set_viewport_size({"width": 1280, "height": 900})


def axe(side: Page) -> None:
    """Assert that axe-core finds no violation on the page as it stands; the script goes round the CSP."""
    side.evaluate(AXE.read_text())
    svar = side.evaluate(
        "regler => axe.run(document, {runOnly: {type: 'tag', values: regler}, resultTypes: ['violations']})", AXE_REGLER
    )
    brud = [
        f"{regel['id']} ({regel['help']}): {knude['target']}"
        for regel in svar["violations"]
        for knude in regel["nodes"]
    ]
    if brud:
        raise AssertionError("\n".join(brud))
