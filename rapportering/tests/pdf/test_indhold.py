"""The file as a reader on paper meets it."""

import re
from typing import Any

from rapportering.domain.rapporthtml import rapport_html
from rapportering.queries.rapport import sha256
from rapportering.tests.eksempelsnapshot import kapitel, raekke, snapshot
from rapportering.tests.pdf.conftest import laes_sider, print_rapport

# Keys whose values are not printed as they stand: slugs, sort orders and the curve's own coordinates.
IKKE_TRYKT = {"slug", "skema", "orden", "tal", "maalgraense", "tilstand", "fremdrift", "fra", "til", "pr_dato", "er_ny"}


def tal_i(vaerdi: Any) -> set[str]:
    """Every number a snapshot shows a reader."""
    match vaerdi:
        case dict():
            return set().union(*(tal_i(v) for k, v in vaerdi.items() if k not in IKKE_TRYKT))
        case list():
            return set().union(*(tal_i(v) for v in vaerdi))
        case bool() | None:
            return set()
        case _:
            return set(re.findall(r"\d+(?:[.,]\d+)*", str(vaerdi)))


def test_every_number_of_the_snapshot_is_on_paper(sider):
    data = snapshot()
    # What only the curve shows is told in its text alternative; the newest and the baseline stand beside it.
    for et_kapitel in data["kapitler"]:
        for maalsaetning in et_kapitel["maalsaetninger"]:
            for maaltal in maalsaetning["maaltal"]:
                del maaltal["maalinger"]

    assert tal_i(data) - set(re.findall(r"\d+(?:[.,]\d+)*", " ".join(sider))) == set()


def test_cover_says_what_it_is_and_that_it_is_an_example(sider):
    for tekst in ("Region Eksempel", "Årlig status 2020", "Eksempelaftalen 2019-2023", "Udgave 1", "1. februar 2021"):
        assert tekst in sider[0]
    assert "EKSEMPEL" in sider[0].upper()


def test_summary_is_one_page_and_counts_a_shared_initiative_once(sider):
    assert "Året kort" in sider[1]
    assert "Indhold" in sider[2]
    assert "I alt, hver indsats talt én gang 43 2 10" in sider[1]


def test_contents_give_the_page_each_chapter_stands_on(sider):
    punkter = re.findall(r"(Følgegruppen for [a-zæøå ]+?|Det mangler|Om rapporten)\W*\.[. ]*(\d+)", sider[2])

    assert len(punkter) == 4
    for titel, side in punkter:
        assert titel in sider[int(side) - 1]


def test_table_head_is_repeated_on_every_page_of_a_long_matrix(sider):
    med_raekker = [side for side in sider if "Samarbejdsaftale nummer" in side]

    assert len(med_raekker) > 1
    assert all("Indsats Slags 2019 2020 2021 2022 2023" in side for side in med_raekker)


def test_no_row_of_a_long_matrix_stands_alone_on_its_last_page(tmp_path):
    antal = range(20, 40)  # rows of one line: in some chapter the page is full before the last one
    data = snapshot(
        kapitler=[kapitel(f"Gruppe {n}", matrix=[raekke(f"Aftale {n}", 2020) for _ in range(n)]) for n in antal]
    )

    sider = laes_sider(print_rapport(rapport_html(data, sha256(data), lambda tekst: None), tmp_path))

    paa_siderne = {n: [side.count(f"Aftale {n} ") for side in sider if f"Aftale {n} " in side] for n in antal}
    assert {n: sum(fordeling) for n, fordeling in paa_siderne.items()} == {n: n for n in antal}
    assert {len(fordeling) for fordeling in paa_siderne.values()} == {1, 2}
    assert min(fordeling[-1] for fordeling in paa_siderne.values()) == 3


def test_all_forty_rows_are_printed_once(sider):
    numre = re.findall(r"Samarbejdsaftale nummer (\d+) med", " ".join(sider))

    assert numre == [str(n) for n in range(40)]


def test_pages_are_numbered_and_named(sider):
    assert [f"Side {n} af {len(sider)}" in side for n, side in enumerate(sider, 1)] == [False] + [True] * (
        len(sider) - 1
    )
    assert len(sider) == 10


def test_states_are_words_and_an_unsettled_target_keeps_what_was_agreed(sider):
    tekst = " ".join(sider)

    for ord_ in ("Nået", "På vej", "Går den forkerte vej", "Mål ikke fastsat", "Ikke fastsat (xx %)", "Forsinket"):
        assert ord_ in tekst


def test_colophon_carries_the_snapshots_hash(sider):
    assert sha256(snapshot()) in sider[-1]


def test_missing_page_names_who_is_to_deliver(sider):
    side = next(side for side in sider[3:] if "Det mangler" in side)

    assert "Mål for Unge med psykiske lidelser er ikke fastsat. Følgegruppen for forebyggelse" in side
