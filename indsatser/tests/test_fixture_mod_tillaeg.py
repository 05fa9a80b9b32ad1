"""The shipped portfolio against a second, independent reading of the tillæg 2019-2023, cell by cell."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from indsatser.tests.transskription import MAALSAETNINGER, RAEKKER, SCANFEJL, Raekke

ROD = Path(__file__).resolve().parents[2]
FIXTURES = ROD / "fixtures"
KILDER = ROD.parent / "shared" / "seeds"  # the scanned source; stands beside some checkouts, not part of the product
AAR = (2019, 2020, 2021, 2022, 2023)
LISTETEGN = re.compile(r"<[^>]+>|•")


def laes(navn: str) -> list[dict[str, str]]:
    with (FIXTURES / navn).open(encoding="utf-8-sig", newline="") as fil:
        return list(csv.DictReader(fil, delimiter=";"))


def organnavne() -> dict[str, str]:
    return {organ["noegle"]: organ["navn"] for organ in laes("organer.csv")}


def nummereret(organer: list[str]) -> list[tuple[str, int]]:
    """Each body's entries counted from one, in the order they stand."""
    return [(organ, organer[: sted + 1].count(organ)) for sted, organ in enumerate(organer)]


def kildens_linjer(kilde: Path) -> list[list[str]]:
    """The cells of every table line; scan errors mended so that titles can be compared."""
    tekst = kilde.read_text(encoding="utf-8")
    for scannet, rettet in SCANFEJL.items():
        tekst = tekst.replace(scannet, rettet)
    return [linje.split("\t") for linje in tekst.splitlines() if "\t" in linje]


def kildens_raekker(kilde: Path) -> list[Raekke]:
    """Rows as the table's own header places them: the title stands just before the first year."""
    raekker: list[Raekke] = []
    organ, hoved = "", [""]
    for celler in kildens_linjer(kilde):
        if "RESSOURCETRÆK" in celler:
            organ = celler[0]
        elif "2019" in celler:
            hoved = celler
        else:
            assert len(celler) == len(hoved), celler
            foerste = hoved.index("2019")
            slags = "ny" if "Målsætning" in hoved else "eksisterende"
            aar = tuple(int(h) for h, c in zip(hoved, celler, strict=True) if h.isdigit() and c == "X")
            if celler[foerste - 1]:
                raekker.append(Raekke(organ, slags, celler[foerste - 1], aar))
            else:
                assert aar == (), celler
    return raekker


def kildens_saetninger(kilde: Path) -> list[tuple[str, str]]:
    """Every "Vi vil …" of the target column; list items of one sentence joined by commas."""
    saetninger: list[tuple[str, str]] = []
    organ = ""
    for celler in kildens_linjer(kilde):
        if "RESSOURCETRÆK" in celler:
            organ = celler[0]
        elif celler[0].startswith("Vi vil "):
            ren = " ".join(LISTETEGN.sub(" ", celler[0].replace("</li><li>", ", ")).split()).replace(" ,", ",")
            saetninger += [(organ, s) for s in re.split(r" (?=Vi vil )", ren)]
    return saetninger


def test_transcription_has_the_counts_of_the_tillaeg() -> None:
    med_huller = [r.titel for r in RAEKKER if len(r.aar) != r.aar[-1] - r.aar[0] + 1]

    assert len(RAEKKER) == 47
    assert len({r.titel for r in RAEKKER}) == 46
    assert Counter(aar for r in RAEKKER for aar in r.aar) == {
        2019: 33,
        2020: 29,
        2021: 18,
        2022: 11,
        2023: 7,
    }
    assert med_huller == [
        "Regional tværsektoriel aftale om infektionshygiejnisk rådgivning",
        "Samarbejdsaftale om patienter med uhelbredelig livstruende sygdom og forventet kort levetid"
        " i Region Syddanmark",
        "Samarbejdsaftale om ledsagelse og praktisk hjælp",
        "Telemedicinsk sårvurdering",
    ]
    assert len(MAALSAETNINGER) == 16


def test_fixture_has_the_titles_of_the_tillaeg_in_order() -> None:
    navne = organnavne()

    assert [(navne[r["organ"]], r["art"], r["titel"]) for r in laes("portefoelje.csv")] == [
        (r.foelgegruppe, r.slags, r.titel) for r in RAEKKER
    ]


def test_fixture_has_the_crosses_of_the_tillaeg_cell_by_cell() -> None:
    assert [(r["titel"], [r[str(aar)] for aar in AAR]) for r in laes("portefoelje.csv")] == [
        (r.titel, ["X" if aar in r.aar else "" for aar in AAR]) for r in RAEKKER
    ]


def test_fixture_numbers_rows_and_targets_as_they_stand_in_the_tillaeg() -> None:
    poster = [(r["organ"], int(r["raekkefoelge"])) for r in laes("portefoelje.csv")]
    maal = [(m["foelgegruppe"], int(m["raekkefoelge"])) for m in laes("maalsaetninger.csv")]

    assert poster == nummereret([organ for organ, _ in poster])
    assert maal == nummereret([organ for organ, _ in maal])


def test_fixture_shares_one_initiative_between_two_bodies() -> None:
    titler = {(r["indsats"], r["titel"]) for r in laes("portefoelje.csv")}
    delte = Counter(r["indsats"] for r in laes("portefoelje.csv")).most_common(2)

    assert len(titler) == len({indsats for indsats, _ in titler}) == len({titel for _, titel in titler}) == 46
    assert [antal for _, antal in delte] == [2, 1]


def test_fixture_has_the_targets_of_the_tillaeg_letter_by_letter() -> None:
    navne = organnavne()
    aftalens = [maal for maal in laes("maalsaetninger.csv") if maal["aftale"] == "sundhedsaftalen-2019-2023"]

    assert [(navne[m["foelgegruppe"]], m["tekst"]) for m in aftalens] == MAALSAETNINGER


def test_transcription_is_what_the_scan_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    kilder = sorted(KILDER.glob("002*.txt"))
    if not kilder:
        with capsys.disabled():
            print("\nThe scanned tillæg does not stand beside this checkout: the transcription is taken at its word.")
    for kilde in kilder:
        assert kildens_raekker(kilde) == RAEKKER
        assert kildens_saetninger(kilde) == MAALSAETNINGER
