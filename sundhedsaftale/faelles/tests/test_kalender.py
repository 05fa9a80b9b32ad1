from datetime import date

import pytest

from sundhedsaftale.faelles.kalender import er_arbejdsdag, fridag, senest_arbejdsdag


@pytest.mark.parametrize(
    ("dag", "arbejdsdag"),
    [
        (date(2027, 3, 24), date(2027, 3, 24)),  # Wednesday
        (date(2027, 3, 25), date(2027, 3, 24)),  # Skærtorsdag
        (date(2027, 3, 26), date(2027, 3, 24)),  # Langfredag
        (date(2027, 3, 27), date(2027, 3, 24)),  # Saturday
        (date(2027, 3, 28), date(2027, 3, 24)),  # Easter Day
        (date(2027, 3, 29), date(2027, 3, 24)),  # Easter Monday
        (date(2027, 3, 30), date(2027, 3, 30)),
        (date(2027, 5, 6), date(2027, 5, 5)),  # Kristi himmelfartsdag
        (date(2028, 6, 5), date(2028, 6, 2)),  # Grundlovsdag is Whit Monday as well
        (date(2026, 6, 5), date(2026, 6, 4)),  # Grundlovsdag alone
        (date(2026, 12, 24), date(2026, 12, 23)),
        (date(2026, 12, 27), date(2026, 12, 23)),
        (date(2026, 12, 28), date(2026, 12, 28)),
        (date(2026, 12, 31), date(2026, 12, 30)),
        (date(2027, 1, 1), date(2026, 12, 30)),  # back across the turn of the year
        (date(2027, 3, 7), date(2027, 3, 5)),  # Sunday
    ],
)
def test_a_day_off_gives_the_last_working_day_before_it(dag, arbejdsdag):
    assert senest_arbejdsdag(dag) == arbejdsdag
    assert er_arbejdsdag(dag) == (dag == arbejdsdag)


def test_store_bededag_was_a_day_off_until_it_was_abolished():
    assert senest_arbejdsdag(date(2023, 5, 5)) == date(2023, 5, 4)
    assert senest_arbejdsdag(date(2024, 4, 26)) == date(2024, 4, 26)


@pytest.mark.parametrize(
    ("dag", "navn"),
    [
        (date(2027, 3, 25), "Skærtorsdag"),
        (date(2026, 6, 5), "Grundlovsdag"),
        (date(2026, 12, 24), "Juleaftensdag"),
        (date(2027, 3, 27), ""),
        (date(2027, 3, 30), ""),
    ],
)
def test_a_day_off_has_a_name_and_a_plain_weekend_has_none(dag, navn):
    assert fridag(dag) == navn
