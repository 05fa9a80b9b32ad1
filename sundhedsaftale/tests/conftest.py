from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from sundhedsaftale.tests.verden import Verden, byg_verden


@pytest.fixture(scope="module")
def verden(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Verden]:
    """The small world, built once for a module; what a test changes in it is rolled back with the test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield byg_verden()
        transaction.set_rollback(True)
