"""`make bench`: that it runs end to end, measures what it says, and prints what falls short as it is."""

import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.db.models import F

from indsatser.models import Indsats, Maaling, Maalsaetning, Maaltal, Portefoeljepost, Ressourcetraek
from organisering.tests.factories import AftaletypeFactory, OrgantypeFactory, RolleFactory
from rapportering.models import Statuslinje
from sundhedsaftale.tools.bench.arbejdstabel import Arbejdstal, arbejdsmaal
from sundhedsaftale.tools.bench.data import opret_portefoelje
from sundhedsaftale.tools.bench.gittertabel import Gittertal, gittermaal
from sundhedsaftale.tools.bench.gulv import Gulv
from sundhedsaftale.tools.bench.maaler import Tid, Tider, skiftevis
from sundhedsaftale.tools.bench.rapporttabel import Rapporttal, rapportmaal, rapporttabel
from sundhedsaftale.tools.bench.sidetabel import Sidetal, sidemaal
from sundhedsaftale.tools.bench.tabel import Maal, tabel, tal

GITTER = {"opslag": 16, "median": 0.011, "gulv_median": 0.001}
LINJE = {"sekunder": 11.0, "cpu": 9.0, "arbejder_mb": 70.0, "barn_mb": 331.0, "sider": 19}
GULV = Gulv(sekunder=10.0, cpu=9.0, mb=300.0, sider=19)


@pytest.mark.langsom
def test_the_quick_bench_prints_the_grid_and_the_report_beside_their_floors():
    kommando = [sys.executable, "-m", "sundhedsaftale.tools.bench", "--hurtig"]

    svar = subprocess.run(kommando, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)

    assert svar.returncode == 0, svar.stderr
    gitre = re.findall(r"^SQLite, (\w+) +(\d+) +\d+ +\d+ ", svar.stdout, re.M)
    assert gitre == [("virkelig", "47"), ("50", "50")]
    (rapport,) = re.findall(r"^virkelig +(\d+) .* (\d+) +[\d,]+ +[\d,]+ +1$", svar.stdout, re.M)
    assert rapport[0] == rapport[1]  # the floor printed the same document
    assert len(re.findall(r"(nået|IKKE NÅET)$", svar.stdout, re.M)) == 16


def test_the_bench_refuses_an_option_it_does_not_know():
    kommando = [sys.executable, "-m", "sundhedsaftale.tools.bench", "--hurtigt"]

    svar = subprocess.run(kommando, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)

    assert (svar.returncode, svar.stdout) == (1, "")
    assert svar.stderr.startswith("Brug: ")


@pytest.mark.django_db
def test_a_made_up_portfolio_has_its_size_the_real_proportions_and_a_history():
    AftaletypeFactory(), OrgantypeFactory(), OrgantypeFactory(sekretariat=True), RolleFactory()

    aftale = opret_portefoelje(96)

    antal = {model: model.objects.count() for model in (Indsats, Portefoeljepost, Maalsaetning, Maaltal, Statuslinje)}
    assert antal == {Indsats: 96, Portefoeljepost: 96, Maalsaetning: 32, Maaltal: 32, Statuslinje: 96}
    assert aftale.indsatser.filter(slags="ny").count() == 24
    assert aftale.indsatser.filter(maalsaetninger__organ=F("poster__organ")).count() == 24
    assert Ressourcetraek.objects.count() == 96 // 8 * 17
    for model in (*antal, Maaling, Ressourcetraek):
        assert model.historik.count() == model.objects.count()


def test_the_floor_and_what_is_measured_take_turns():
    kald = []

    gulv, maalt = skiftevis(lambda: kald.append("gulv"), lambda: kald.append("maalt"), antal=2)

    assert kald == ["gulv", "maalt"] * 2
    assert (gulv.antal, maalt.antal) == (2, 2)


def test_median_and_p95_are_of_the_wall_clock():
    tider = Tider([Tid(vaeg=n / 100, cpu=1.0) for n in range(101)])

    assert (tider.median, round(tider.p95, 3), tider.cpu) == (0.5, 0.95, 1.0)


@pytest.mark.parametrize(("vaerdi", "dom"), [(10.0, "nået"), (10.01, "IKKE NÅET"), (None, "IKKE NÅET")])
def test_an_aim_is_reached_at_its_limit_and_not_beyond(vaerdi, dom):
    assert Maal("noget", vaerdi, 10, "×").raekke[-1] == dom


def test_a_figure_that_falls_short_is_printed_as_it_is():
    assert Maal("opslag", 1234.0, 15).raekke == ["opslag", "1.234", "15", "IKKE NÅET"]
    assert Maal("rapporten", None, 1.1, "×").raekke == ["rapporten", "fejlede", "1,1 ×", "IKKE NÅET"]


def test_the_grid_has_an_aim_for_its_queries_and_the_real_one_for_its_time():
    maal = gittermaal([Gittertal("SQLite", navn, GITTER) for navn in ("virkelig", "5000")])

    assert [(et.hvad, et.vaerdi, et.er_naaet) for et in maal] == [
        ("SQLite, virkelig: opslag", 16, False),
        ("SQLite, 5000: opslag", 16, False),
        ("SQLite, virkelig: porteføljen mod tom visning", 11.0, False),
    ]


def test_the_reports_memory_is_the_worker_and_the_child_together():
    maal = rapportmaal([Rapporttal("virkelig", [LINJE], [GULV])])

    assert [(et.vaerdi, et.er_naaet) for et in maal] == [(1.1, True), (11.0, False), (401.0, False)]


def test_a_report_that_was_given_up_says_so_and_has_no_ratio():
    rapport = Rapporttal("1000", [{**LINJE, "sider": None}], [GULV])

    assert rapport.gange is None
    assert "INGEN FIL" in rapporttabel([rapport])


def test_a_table_lines_its_columns_up():
    assert tabel(["navn", "tal"], [["a", tal(1.5)], ["bcdef", tal(12345.0)]]).splitlines() == [
        "navn        tal",
        "-----  --------",
        "a           1,5",
        "bcdef  12.345,0",
    ]


def test_search_has_its_aim_in_milliseconds_and_other_pages_against_the_floor():
    linje = {"median": 0.05, "gulv_median": 0.002}

    maal = sidemaal([Sidetal("SQLite", {**linje, "side": side}) for side in ("organ", "søg blandt 20000: ord")])

    assert [(et.hvad, et.vaerdi, et.enhed, et.er_naaet) for et in maal] == [
        ("SQLite, organ", 25.0, "×", False),
        ("SQLite, søg blandt 20000: ord", 50.0, "ms", True),
    ]


def test_the_secretarys_work_has_its_aim_in_p95_and_some_of_it_in_queries():
    linje = {"p95": 0.25, "opslag": 16}
    felt = {**linje, "arbejde": "et felt gemmes", "hoejst": 0.2, "opslag_hoejst": None}
    versioner = {**linje, "arbejde": "to versioner sammenlignes", "hoejst": 2, "opslag_hoejst": 15}

    maal = arbejdsmaal([Arbejdstal("SQLite", "50", felt), Arbejdstal("SQLite", "50", versioner)])

    assert [(et.hvad, et.vaerdi, et.er_naaet) for et in maal] == [
        ("SQLite, 50: et felt gemmes", 250.0, False),
        ("SQLite, 50: to versioner sammenlignes", 250.0, True),
        ("SQLite, 50: to versioner sammenlignes, opslag", 16, False),
    ]
