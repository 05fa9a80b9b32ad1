"""Whole numbers that come from outside: one that no column holds belongs to no row, and is no error of the server."""

from typing import Any

from django.db.models.lookups import In
from django.urls.converters import IntConverter

HOEJST = 2**63 - 1


class Heltal(IntConverter):
    """`<heltal:pk>` in an address; a number that no column holds is an address that does not exist."""

    def to_python(self, value: str) -> int:
        tal = super().to_python(value)
        if tal > HOEJST:
            raise ValueError
        return tal


class HeltalIn(In):
    """`pk__in=…` leaves out what no column holds, as Django's own `pk=…` does."""

    def get_prep_lookup(self) -> Any:
        rhs = super().get_prep_lookup()
        if not isinstance(rhs, list):  # a subquery
            return rhs
        return [tal for tal in rhs if not isinstance(tal, int) or -HOEJST <= tal <= HOEJST]
