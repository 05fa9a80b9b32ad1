from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from indsatser.tests.browser.sider import sekretariat
from sundhedsaftale.tools.testportal import Portal


@pytest.fixture
def logget_ind(browser: Browser, portal: Portal) -> Iterator[Page]:
    """A page logged in as the secretariat."""
    with sekretariat(browser, portal) as side:
        yield side
