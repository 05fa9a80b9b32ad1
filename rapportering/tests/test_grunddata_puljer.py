"""The pools as their sources print them: what does not add up is shown, not mended."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from indsatser.models import Disponering, Pulje
from indsatser.queries.pulje import daekker, opgoer
from sundhedsaftale.faelles.dansk import HAARDT_MELLEMRUM

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def puljer(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[int, Pulje]]:
    """Load once for all tests here; each works inside the transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("indlaes_grunddata", verbosity=0)
        yield {pulje.aar: pulje for pulje in Pulje.objects.all()}
        transaction.set_rollback(True)


def dom(pulje: Pulje) -> str:
    return opgoer(pulje, pulje.disponeringer.all()).dom.replace(HAARDT_MELLEMRUM, " ")


def test_the_tvaersektorielle_pulje_of_2021_is_told_not_to_close(puljer: dict[int, Pulje]) -> None:
    pulje = puljer[2021]
    opgoerelse = opgoer(pulje, pulje.disponeringer.all())

    assert (str(pulje), pulje.aftale.region.navn) == ("Region Sjællands tværsektorielle pulje 2021", "Region Sjælland")
    assert opgoerelse.sum_pr_slags == {
        "igangvaerende": Decimal("11.0"),
        "bevilget": Decimal(0),
        "reserveret": Decimal("9.1"),
    }
    assert (opgoerelse.antal, opgoerelse.besluttet, opgoerelse.fri) == (13, Decimal("11.0"), Decimal(0))
    assert dom(pulje) == (
        "Puljen går ikke op: linjerne giver 20,1 mio. kr., puljen er 19,8 mio. kr., 0,3 mio. kr. for meget."
    )


def test_two_lines_of_2021_name_2020_and_keep_their_printed_words(puljer: dict[int, Pulje]) -> None:
    andre = [linje for linje in puljer[2021].disponeringer.all() if not daekker(linje, 2021)]

    assert [(linje.beloeb, linje.fra_aar, linje.til_aar, linje.ordlyd) for linje in andre] == [
        (Decimal("0.60"), 2020, 2020, "Der er ansøgt 0,6 mio. kr. i 2020."),
        (Decimal("1.00"), 2020, 2020, "Der foreslås reserveret 1 mio. kr. i 2020"),
    ]
    assert not Disponering.objects.filter(ordlyd="").exists()


def test_what_runs_for_three_years_from_2020_runs_to_2022(puljer: dict[int, Pulje]) -> None:
    treaarige = puljer[2021].disponeringer.filter(ordlyd__contains="3-årig periode")

    assert list(treaarige.values_list("beloeb", "fra_aar", "til_aar", "tilstand")) == [
        (Decimal("2.20"), 2020, 2022, "besluttet"),
        (Decimal("1.30"), 2020, 2022, "besluttet"),
    ]


def test_new_lines_are_proposed_since_the_minutes_only_recommend_them(puljer: dict[int, Pulje]) -> None:
    assert set(puljer[2021].disponeringer.values_list("slags", "tilstand")) == {
        ("igangvaerende", "besluttet"),
        ("reserveret", "foreslaaet"),
    }


def test_the_two_pools_of_the_rammepapir_are_not_divided(puljer: dict[int, Pulje]) -> None:
    assert [dom(puljer[aar]) for aar in (2018, 2020)] == [
        "Puljen er ikke fordelt: puljen er 2,0 mio. kr., og der er ingen linjer.",
        "Puljen er ikke fordelt: puljen er ca. 20,0 mio. kr., og der er ingen linjer.",
    ]
    assert {puljer[aar].aftale.type.slug for aar in (2018, 2020)} == {"rammepapir"}
