from decimal import Decimal

import pytest

from indsatser.models import Disponering, Pulje
from indsatser.queries.pulje import daekker, laes_puljer, opgoer, periode
from indsatser.tests.factories import DisponeringFactory, PuljeFactory
from sundhedsaftale.faelles.dansk import HAARDT_MELLEMRUM

D = Decimal


def dom(beloeb, linjer, *, fri=None, ca=False):
    """The sentence for a pool with lines of (kind, state, amount), with ordinary spaces."""
    pulje = Pulje(navn="Prøve", aar=2021, beloeb=D(beloeb), fri_oplyst=None if fri is None else D(fri), omtrentligt=ca)
    sum_ = opgoer(pulje, [Disponering(slags=slags, tilstand=stand, beloeb=D(et)) for slags, stand, et in linjer])
    return sum_.dom.replace(HAARDT_MELLEMRUM, " ")


IG, BEV, R = "igangvaerende", "bevilget", "reserveret"
FOR, BES, BORT = "foreslaaet", "besluttet", "bortfaldet"


@pytest.mark.parametrize(
    ("beloeb", "fri", "linjer", "saetning"),
    [
        ("10", None, [], "Puljen er ikke fordelt: puljen er 10,0 mio. kr., og der er ingen linjer."),
        ("10", None, [(R, BORT, "3")], "Puljen er ikke fordelt: puljen er 10,0 mio. kr., og der er ingen linjer."),
        ("10", None, [(IG, BES, "10")], "Puljen går op: linjerne giver 10,0 mio. kr., lige så meget som puljen."),
        (
            "10",
            None,
            [(IG, BES, "4"), (BEV, BES, "1.5"), (R, FOR, "0.25")],
            "Puljen går op: puljen er 10,0 mio. kr., linjerne giver 5,75 mio. kr., og resten på 4,25 mio. kr. er fri.",
        ),
        (
            "19.8",
            "0",
            [(IG, BES, "11"), (R, FOR, "9.1"), (R, BORT, "5")],
            "Puljen går ikke op: linjerne giver 20,1 mio. kr., puljen er 19,8 mio. kr., 0,3 mio. kr. for meget.",
        ),
        (
            "10",
            None,
            [(R, FOR, "10.01")],
            "Puljen går ikke op: linjerne giver 10,01 mio. kr., puljen er 10,0 mio. kr., 0,01 mio. kr. for meget.",
        ),
        (
            "10",
            "2",
            [(R, FOR, "8")],
            "Puljen går op: linjerne og det frie giver 10,0 mio. kr., lige så meget som puljen.",
        ),
        (
            "10",
            "2",
            [(R, FOR, "7")],
            "Puljen går ikke op: linjerne og det frie giver 9,0 mio. kr., puljen er 10,0 mio. kr., "
            "1,0 mio. kr. mangler.",
        ),
        (
            "10",
            "0",
            [],
            "Puljen går ikke op: linjerne giver 0,0 mio. kr., puljen er 10,0 mio. kr., 10,0 mio. kr. mangler.",
        ),
    ],
)
def test_whether_a_pool_closes_is_one_sentence(beloeb, fri, linjer, saetning):
    assert dom(beloeb, linjer, fri=fri) == saetning


def test_what_rests_on_an_approximate_amount_says_ca():
    assert dom("20", [(R, FOR, "21")], ca=True) == (
        "Puljen går ikke op: linjerne giver 21,0 mio. kr., puljen er ca. 20,0 mio. kr., ca. 1,0 mio. kr. for meget."
    )


@pytest.mark.parametrize(
    ("fra", "til", "daekket", "tekst"),
    [
        (None, None, True, ""),
        (2020, 2022, True, "2020–2022, år 2 af 3"),
        (2021, 2022, True, "2021–2022, år 1 af 2"),
        (2020, 2020, False, "2020"),
        (2018, 2020, False, "2018–2020"),
        (2022, 2024, False, "2022–2024"),
        (2020, None, True, "fra 2020"),
        (2022, None, False, "fra 2022"),
        (None, 2020, False, "til og med 2020"),
        (None, 2021, True, "til og med 2021"),
    ],
)
def test_a_lines_own_years_cover_the_pools_year_or_name_another(fra, til, daekket, tekst):
    linje = Disponering(fra_aar=fra, til_aar=til)

    assert (daekker(linje, 2021), periode(linje, 2021)) == (daekket, tekst)


@pytest.mark.django_db
@pytest.mark.parametrize("antal", [1, 4])
def test_an_agreements_pools_are_added_up_in_two_queries(django_assert_num_queries, antal):
    aftale = PuljeFactory().aftale
    for nummer in range(antal):
        DisponeringFactory(pulje__aftale=aftale, pulje__aar=2022 + nummer, fra_aar=2021, til_aar=2021)

    with django_assert_num_queries(2):
        opgjort = laes_puljer(aftale)

    assert [(et.pulje.aar, et.antal, et.andre_aar) for et in opgjort] == [
        *((2022 + nummer, 1, 1) for nummer in reversed(range(antal))),
        (2021, 0, 0),
    ]
