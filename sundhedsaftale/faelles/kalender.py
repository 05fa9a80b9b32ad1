"""Danish days off, so that a deadline falls on a day when somebody is at work."""

from datetime import date, timedelta
from functools import cache

import holidays


@cache
def _helligdage(aar: int) -> frozenset[date]:
    """The public holidays of a year, with 5 June, 24 and 31 December, when public offices are closed."""
    lukket = {date(aar, 6, 5), date(aar, 12, 24), date(aar, 12, 31)}
    return frozenset(holidays.country_holidays("DK", years=aar)) | lukket


def er_arbejdsdag(dag: date) -> bool:
    return dag.weekday() < 5 and dag not in _helligdage(dag.year)


def senest_arbejdsdag(dag: date) -> date:
    """The day itself when it is a working day, otherwise the last one before it."""
    while not er_arbejdsdag(dag):
        dag -= timedelta(days=1)
    return dag
