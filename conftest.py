"""The tests' own environment, set before the settings are read, and the fixtures that run the real thing."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

DATA = Path(tempfile.mkdtemp(prefix="sundhedsaftale-test-"))
os.environ.update(
    {
        "DJANGO_SETTINGS_MODULE": "sundhedsaftale.settings",
        "DEBUG": "on",
        "DATA_DIR": str(DATA),
        "SECRET_KEY": "kun-til-test-" + "x" * 50,
        "ALLOWED_HOSTS": "localhost,127.0.0.1,testserver",
        "CSRF_TRUSTED_ORIGINS": "",
        "BAG_PROXY": "off",
        "EMAIL_URL": "memorymail://",
        "WAS_URL": "",
        # Playwright keeps an event loop in this thread; the tests' queries are synchronous all the same.
        "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
    }
)
os.environ.setdefault("DATABASE_URL", f"sqlite:///{DATA}/portal.sqlite3")

from sundhedsaftale.tools.proces import fri_port  # noqa: E402 - the environment stands first

# Two test processes side by side never share a queue: each has a broker of its own, or a database of the one named.
BROKER_PORT = fri_port()
EGEN_BROKER = "REDIS_URL" not in os.environ or "EGEN_BROKER" in os.environ
if EGEN_BROKER:
    os.environ |= {"REDIS_URL": f"redis://127.0.0.1:{BROKER_PORT}/0", "EGEN_BROKER": "ja"}
elif nummer := os.environ.get("PYTEST_XDIST_WORKER", "").removeprefix("gw"):
    os.environ["REDIS_URL"] = f"{os.environ['REDIS_URL'].rsplit('/', 1)[0]}/{nummer}"

import django  # noqa: E402

django.setup()
# The processes that run tests side by side inherit this environment, and must read their settings from their own.
del os.environ["DJANGO_SETTINGS_MODULE"]

from django.conf import settings  # noqa: E402

# The real hasher takes a third of a second by design; what hashes a password is no rule of the portal.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

from django.db import connections  # noqa: E402
from playwright.sync_api import Browser, Page  # noqa: E402

# History refuses the flush of a transactional test; these two lift its guard for just that moment.
from sundhedsaftale.faelles.tests.vagt import _django_db_helper, _vagt_genskabes, _vagter  # noqa: E402, F401
from sundhedsaftale.tools.broker import Broker  # noqa: E402
from sundhedsaftale.tools.testbrowser import aaben_browser, aaben_side  # noqa: E402
from sundhedsaftale.tools.testportal import Portal  # noqa: E402


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever starts a whole portal is slow; `make test-quick` leaves it to `make test`."""
    for item in items:
        if "portal" in getattr(item, "fixturenames", ()):
            item.add_marker("langsom")


def pytest_unconfigure() -> None:
    shutil.rmtree(DATA, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Use a file on SQLite, so that a test can hold two real connections."""
    database = connections["default"]
    if database.vendor == "sqlite":
        database.settings_dict["TEST"]["NAME"] = str(DATA / "test.sqlite3")


@pytest.fixture(scope="session")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running broker that the settings of this process name."""
    adresse = os.environ["REDIS_URL"]
    if not EGEN_BROKER:
        yield adresse
        return
    with Broker(tmp_path_factory.mktemp("broker"), port=BROKER_PORT):
        yield adresse


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A running portal with web, broker, worker and beat, and the demo's data; never the tests' own database."""
    with Portal(tmp_path_factory.mktemp("portal")) as portal:
        yield portal


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with aaben_browser() as browser:
        yield browser


@pytest.fixture
def side(browser: Browser, portal: Portal) -> Iterator[Page]:
    """A page in a context of its own; anything the browser complains of fails the test."""
    with aaben_side(browser, portal.adresse) as side:
        yield side
