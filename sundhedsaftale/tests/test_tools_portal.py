"""The running portal of the journey tests: every part can fall and come back, and reading goes on meanwhile."""

import re
import urllib.request

import pytest

from sundhedsaftale.tools.proces import vent_paa
from sundhedsaftale.tools.testbrowser import aaben_side, axe, log_ind


def hent(portal, sti: str) -> str:
    with urllib.request.urlopen(portal.adresse + sti, timeout=30) as svar:
        return svar.read().decode()


def fejninger(portal) -> int:
    """How often the worker has done the task that beat rings for."""
    return len(re.findall(r"rapportering\.tasks\.fej_op\[.*succeeded", (portal.mappe / "worker.log").read_text()))


def test_the_portal_answers_with_the_demo_loaded(portal):
    assert "Sundhedsaftaleportalen" in hent(portal, "/")
    assert "sekretariat@demo.example" in portal.manage(
        "shell",
        "--no-imports",
        "-c",
        "from organisering.models import Bruger; print(list(Bruger.objects.values_list('email', flat=True)))",
    )


def test_beat_rings_and_a_worker_that_was_killed_is_replaced(portal):
    vent_paa(lambda: fejninger(portal) > 0, "at beat ringer første gang")

    portal.draeb_worker()
    assert not portal.worker.lever
    foer = fejninger(portal)
    portal.start_worker()

    vent_paa(lambda: fejninger(portal) > foer, "at den nye worker arbejder")


def test_reading_goes_on_without_a_broker_and_the_worker_comes_back_with_it(portal):
    portal.stop_broker()
    try:
        assert "Sundhedsaftaleportalen" in hent(portal, "/")
        assert "Log ind" in hent(portal, "/konto/log-ind/")
    finally:
        portal.start_broker()
    foer = fejninger(portal)

    vent_paa(lambda: fejninger(portal) > foer, "at worker og beat finder brokeren igen", frist=60)


@pytest.mark.browser
def test_a_demo_account_logs_in_on_an_accessible_page(side, portal):
    side.goto("/konto/log-ind/")
    axe(side)

    log_ind(side, portal.email("sekretariat"), portal.kode)

    assert side.get_by_role("button", name="Log ud").count() == 1


@pytest.mark.browser
def test_what_the_browser_complains_of_fails_the_test(browser, portal):
    def besoeg() -> None:
        with aaben_side(browser, portal.adresse) as side:
            side.goto("/konto/log-ind/")
            side.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">rød</p>')")

    with pytest.raises(AssertionError, match="Content Security Policy"):
        besoeg()
