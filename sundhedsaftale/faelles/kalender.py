"""Danish days off, so that a deadline falls on a day when somebody is at work."""

from datetime import date, timedelta
from functools import cache

import holidays


@cache
def _fridage(aar: int) -> dict[date, str]:
    """The public holidays of a year, with 5 June, 24 and 31 December, when public offices are closed."""
    lukket = {date(aar, 6, 5): "Grundlovsdag", date(aar, 12, 24): "Juleaftensdag", date(aar, 12, 31): "Nytårsaftensdag"}
    return {**lukket, **holidays.country_holidays("DK", years=aar, language="da")}


def fridag(dag: date) -> str:
    """Return the name of a day off that is not just a weekend, or nothing."""
    return _fridage(dag.year).get(dag, "")


def er_arbejdsdag(dag: date) -> bool:
    return dag.weekday() < 5 and not fridag(dag)


def senest_arbejdsdag(dag: date) -> date:
    """The day itself when it is a working day, otherwise the last one before it."""
    while not er_arbejdsdag(dag):
        dag -= timedelta(days=1)
    return dag
