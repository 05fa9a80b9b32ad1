"""A transactional test ends by deleting from every table, which append-only history refuses on SQLite.

`conftest.py` imports the fixtures: the triggers are taken away before that flush and put back after it.
"""

from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker


@pytest.fixture
def _vagter() -> list[str]:
    """The SQL of the triggers that are away."""
    return []


@pytest.fixture
def _vagt_genskabes(django_db_setup: None, django_db_blocker: DjangoDbBlocker, _vagter: list[str]) -> Iterator[None]:
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for sql in _vagter:
            cursor.execute(sql)


@pytest.fixture
def _django_db_helper(_vagt_genskabes: None, _django_db_helper: None, _vagter: list[str]) -> Iterator[None]:
    yield
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        for navn, sql in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {navn}")
            _vagter.append(sql)
