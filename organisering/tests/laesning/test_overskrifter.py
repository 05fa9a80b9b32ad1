import pytest

from organisering.laesning.overskrifter import OVERSKRIFTER, Overskrift, find_overskrift


@pytest.mark.parametrize(("felt", "stavning"), [(f, s) for f, stavninger in OVERSKRIFTER.items() for s in stavninger])
def test_every_spelling_opens_its_field_with_and_without_colon(felt: str, stavning: str) -> None:
    fundet = [find_overskrift(linje) for linje in (stavning, f"{stavning}:", stavning.upper())]

    assert [o.felt for o in fundet if o] == [felt] * 3


@pytest.mark.parametrize(
    ("linje", "overskrift"),
    [
        ("Beslutning: Godkendt", Overskrift("beslutning", "Beslutning", "Godkendt")),
        ("Økonomi\tIngen udgifter", Overskrift("oekonomi", "Økonomi", "Ingen udgifter")),
        (
            "Beslutning fra Udvalget den 3. maj 2019:",
            Overskrift("beslutning", "Beslutning fra Udvalget den 3. maj 2019:"),
        ),
    ],
)
def test_text_on_the_headings_line_is_kept(linje: str, overskrift: Overskrift) -> None:
    assert find_overskrift(linje) == overskrift


@pytest.mark.parametrize(
    "linje",
    [
        "Bilag sendes med posten.",
        "Beslutning om budgettet træffes senere",
        "Beslutning fra udvalget den 3. maj 2019 blev ikke fulgt.",
        "- Økonomi: 12 kr.",
        "Bilag.",
        "",
    ],
)
def test_running_text_is_no_heading(linje: str) -> None:
    assert find_overskrift(linje) is None
