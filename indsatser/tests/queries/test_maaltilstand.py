"""The rule of `docs/maaltal.md`: its table of worked examples is the test."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from indsatser.models import Maaling, Maaltal
from indsatser.queries.maaltilstand import intern_maaltilstand, maaltilstand, tal_udeblevet_siden
from sundhedsaftale.faelles.dansk import laes_tal

KOLONNER = ["nr", "mål", "målår", "udgangspunkt", "målinger", "hver", "set i", "tilstand"]
_MAALING = re.compile(r"(\d{4}): (\S+)( brud)?(?: n=(\d+))?")


def eksempler() -> list[dict[str, str]]:
    linjer = (Path(settings.BASE_DIR) / "docs" / "maaltal.md").read_text(encoding="utf-8").splitlines()
    celler = [[celle.strip() for celle in linje.strip("|").split("|")] for linje in linjer if linje.startswith("|")]
    return [dict(zip(KOLONNER, raekke, strict=True)) for raekke in celler if raekke[0].isdigit() and len(raekke) == 8]


def heltal(celle: str) -> int | None:
    return int(celle) if celle else None


def laes(raekke: dict[str, str]) -> tuple[Maaltal, list[Maaling], int]:
    retning, maal = raekke["mål"].split()
    basis = re.fullmatch(r"(\S+)(?: \((\d+)\))?", raekke["udgangspunkt"])
    maaltal = Maaltal(
        retning={"højst": "hoejst", "mindst": "mindst"}[retning],
        enhed="procent",
        maal=None if maal == "xx" else laes_tal(maal),
        maalaar=heltal(raekke["målår"]),
        basisvaerdi=laes_tal(basis[1]) if basis else None,
        basisaar=heltal(basis[2] or "") if basis else None,
        hyppighed=heltal(raekke["hver"]),
    )
    maalinger = []
    for del_ in filter(None, raekke["målinger"].split("; ")):
        aar, vaerdi, brud, antal = _MAALING.fullmatch(del_).groups()
        maalinger.append(
            Maaling(
                maaltal=maaltal, aar=int(aar), vaerdi=laes_tal(vaerdi), databrud=bool(brud), antal=heltal(antal or "")
            )
        )
    return maaltal, maalinger, int(raekke["set i"])


def test_the_document_has_its_examples():
    assert [int(raekke["nr"]) for raekke in eksempler()] == list(range(1, 25))


@pytest.mark.parametrize("raekke", eksempler(), ids=lambda raekke: raekke["nr"])
def test_worked_example(raekke):
    maaltal, maalinger, aar = laes(raekke)

    assert maaltilstand(maaltal, maalinger, til_aar=aar).tekst == raekke["tilstand"]


@pytest.mark.parametrize(("nummer", "tekst"), [("22", "Nået"), ("23", "Går den forkerte vej")])
def test_the_regions_own_are_told_what_rests_on_a_hidden_figure(nummer, tekst):
    maaltal, maalinger, aar = laes(next(raekke for raekke in eksempler() if raekke["nr"] == nummer))

    assert intern_maaltilstand(maaltal, maalinger, til_aar=aar).tekst == tekst


def test_a_count_under_five_hides_the_state_that_it_or_a_baseline_like_it_decides():
    maaltal = Maaltal(retning="hoejst", enhed="antal", maal=Decimal(2), basisvaerdi=Decimal(4), basisaar=2017)

    assert maaltilstand(maaltal, [Maaling(maaltal=maaltal, aar=2020, vaerdi=3)], til_aar=2020).tilstand == "skjult"
    assert maaltilstand(maaltal, [Maaling(maaltal=maaltal, aar=2020, vaerdi=9)], til_aar=2020).tilstand == "skjult"
    assert intern_maaltilstand(maaltal, [Maaling(maaltal=maaltal, aar=2020, vaerdi=3)], til_aar=2020).tekst == "På vej"


def test_a_break_of_the_baselines_own_time_does_not_move_the_starting_point():
    maaltal = Maaltal(retning="hoejst", enhed="procent", maal=Decimal(10), basisvaerdi=Decimal(18), basisaar=2017)
    serie = [
        Maaling(maaltal=maaltal, aar=2016, vaerdi=Decimal(12), databrud=True),
        Maaling(maaltal=maaltal, aar=2021, vaerdi=Decimal(15)),
    ]

    assert maaltilstand(maaltal, serie, til_aar=2021).tekst == "På vej"


@pytest.mark.parametrize(
    ("hyppighed", "basisaar", "maalt", "aar", "ventet"),
    [
        (4, 2017, [], 2022, None),
        (4, 2017, [], 2023, 2021),
        (4, 2017, [2021], 2026, None),
        (4, 2017, [2021], 2027, 2025),
        (1, None, [2021], 2024, 2022),
        (1, None, [], 2024, None),
        (None, 2017, [2021], 2040, None),
    ],
)
def test_figures_are_overdue_from_the_second_year_after_those_they_should_tell_of(
    hyppighed, basisaar, maalt, aar, ventet
):
    maaltal = Maaltal(retning="hoejst", enhed="procent", hyppighed=hyppighed, basisaar=basisaar)

    assert tal_udeblevet_siden(maaltal, [Maaling(maaltal=maaltal, aar=et) for et in maalt], aar=aar) == ventet
