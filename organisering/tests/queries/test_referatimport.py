import pytest

from organisering.laesning import LaestPunkt, laes_referat
from organisering.queries.referatimport import laes_forhaandsvisning, punkttekster
from organisering.tests.factories import MedlemskabFactory, OrganFactory
from organisering.tests.laesning.dokumenter import KOMMUNALT


def test_texts_without_a_room_of_their_own_go_with_those_that_are_shown_at_the_same_time() -> None:
    punkt = LaestPunkt(
        "1",
        "Sag",
        felter={
            "oevrigt": "Før.",
            "sagsfremstilling": "Fremstilling.",
            "lovgrundlag": "Loven.",
            "droeftelse": "Snak.",
            "inhabilitet": "Ingen.",
        },
        beslutning="Godkendt.",
    )

    tekster = punkttekster(punkt)

    assert tekster["sagsfremstilling"] == "Fremstilling.\n\nFør.\n\nLovgrundlag\nLoven."
    assert tekster["beslutning"] == "Godkendt.\n\nDrøftelse\nSnak.\n\nInhabilitet\nIngen."


def test_item_without_headings_is_minutes_from_end_to_end() -> None:
    tekster = punkttekster(LaestPunkt("1", "Velkomst", felter={"oevrigt": "Formanden bød velkommen."}))

    assert {navn: tekst for navn, tekst in tekster.items() if tekst} == {"beslutning": "Formanden bød velkommen."}


@pytest.mark.django_db
def test_preview_tells_who_has_a_seat_and_what_each_item_would_say(django_assert_num_queries) -> None:
    organ = OrganFactory()
    MedlemskabFactory(organ=organ, person__navn="Opdigtet Formand")

    with django_assert_num_queries(1):
        visning = laes_forhaandsvisning(laes_referat(KOMMUNALT.replace("2012", "2020")), organ)

    assert [(d.laest.navn, d.fremmoede, d.har_plads) for d in visning.deltagere] == [
        ("Opdigtet Formand", "Til stede", True),
        ("Opfundet Næstformand", "Til stede", False),
        ("Tredje Medlemsen", "Afbud", False),
    ]
    assert [[afsnit.overskrift for afsnit in punkt.afsnit] for punkt in visning.punkter] == [
        ["Sagsresumé", "Sagsfremstilling", "Økonomi"],
        ["Sagsfremstilling", "Tidligere beslutninger"],
        [],
    ]
    assert visning.antal_bilag == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("navn", "andet"), [("Social- og Sundhedsudvalget", False), ("SOCIAL- OG SUNDHEDSUDVALGET", False), ("Rådet", True)]
)
def test_preview_tells_when_the_text_names_another_body(navn: str, andet: bool) -> None:
    visning = laes_forhaandsvisning(laes_referat(KOMMUNALT), OrganFactory(navn=navn))

    assert ("I teksten står" in visning.advarsel) is andet
