import pytest

from organisering.queries.figurtekst import bredde, ombryd


@pytest.mark.parametrize(
    ("tekst", "linjer"),
    [
        ("DAK", ["DAK"]),
        ("Følgegruppen for forebyggelse", ["Følgegruppen for", "forebyggelse"]),
        ("", []),
        ("En to tre fire fem seks syv otte ni ti elleve", ["En to tre", "fire fem", "seks syv…"]),
    ],
)
def test_ombryd_breaks_at_words_and_ends_in_an_ellipsis_when_there_is_more(tekst, linjer):
    assert ombryd(tekst, plads=120 if "for" in tekst else 70, stoerrelse=13, hoejst=3) == linjer


def test_ombryd_hyphenates_a_word_wider_than_the_line_and_loses_no_letter():
    linjer = ombryd("Sundhedskoordinationsudvalgsmedlemmerne", plads=100, stoerrelse=13, hoejst=9)

    assert all(bredde(linje, 13) <= 100 for linje in linjer)
    assert all(linje.endswith("-") for linje in linjer[:-1])
    assert "".join(linje.removesuffix("-") for linje in linjer) == "Sundhedskoordinationsudvalgsmedlemmerne"
