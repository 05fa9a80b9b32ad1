"""The set-up, run and server tools, each with the real program where it starts one."""

import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings

from sundhedsaftale.tools import run, setup, systempakker, vendor
from sundhedsaftale.tools.broker import Broker
from sundhedsaftale.tools.postgres import Postgres, Postgresdatabase
from sundhedsaftale.tools.proces import Barn, fri_port, svarer, vent_paa
from sundhedsaftale.tools.velkomst import KONTI, velkomst

TOOLS = settings.BASE_DIR / "sundhedsaftale" / "tools"
ENHEDER = settings.BASE_DIR / "docs" / "systemd"


@pytest.mark.parametrize("navn", ["setup.py", "systempakker.py", "vendor.py"])
def test_the_first_steps_need_no_package_at_all(navn):
    kode = f"import runpy; runpy.run_path('{TOOLS / navn}', run_name='kun_indlaesning')"

    svar = subprocess.run([sys.executable, "-I", "-S", "-c", kode], capture_output=True, text=True, check=False)

    assert (svar.returncode, svar.stderr) == (0, "")


def test_a_change_of_requirements_changes_the_mark(tmp_path):
    krav = tmp_path / "requirements.txt"
    krav.write_text("django==5.2.19")
    foer = setup.aftryk(krav)

    krav.write_text("django==5.2.20")

    assert setup.aftryk(krav) != foer


def test_every_pinned_requirement_has_exactly_one_version():
    linjer = (settings.BASE_DIR / "constraints.txt").read_text().splitlines()

    assert [linje for linje in linjer if not re.fullmatch(r"[\w.-]+==[\w.]+", linje)] == []


def test_a_missing_system_package_is_named_in_one_sentence(monkeypatch, capsys):
    behov = systempakker.Behov("Prøven", ("findes-ikke",), lambda: None)
    monkeypatch.setitem(systempakker.BEHOV, "proeve", behov)
    monkeypatch.setenv("PATH", "")  # no apt-get

    with pytest.raises(SystemExit, match="1"):
        systempakker.sikr(["proeve"])

    assert capsys.readouterr().err == "Prøven mangler en systempakke: installér findes-ikke.\n"


def test_vendor_follows_every_reference_of_the_stylesheet():
    maal = {str(sti) for sti in vendor.filer().values()}
    stil = (settings.BASE_DIR / "static/vendor/dkfds/css/dkfds.min.css").read_text()
    naevnt = {f"dkfds/{sti}" for sti in re.findall(r"url\(\.\./([^)?#]+)", stil)}

    assert naevnt - maal == set()
    assert [sti for sti in maal if not (vendor.VENDOR / sti).is_file()] == []


def test_run_writes_its_env_file_once_and_keeps_what_stands_there(tmp_path, monkeypatch):
    fil = tmp_path / ".env"
    monkeypatch.setattr(run, "ENV_FIL", fil)
    monkeypatch.setenv("DEMO_KODEORD", "mit-eget-kodeord")

    assert run.sikr_env_fil() == "mit-eget-kodeord"
    foerste = fil.read_text()
    monkeypatch.setenv("DEMO_KODEORD", "et-andet")

    assert run.sikr_env_fil() == "mit-eget-kodeord"
    assert fil.read_text() == foerste
    assert fil.stat().st_mode & 0o077 == 0


def test_run_names_a_port_that_is_taken(monkeypatch):
    with socket.socket() as sok:
        sok.bind(("127.0.0.1", 0))
        sok.listen()
        monkeypatch.setenv("PORT", str(sok.getsockname()[1]))

        with pytest.raises(SystemExit, match="er optaget"):
            run.sikr_port()


@pytest.mark.parametrize("port", ["otte", "0", "65536", "-1"])
def test_run_refuses_a_port_that_is_none(monkeypatch, port):
    monkeypatch.setenv("PORT", port)

    with pytest.raises(SystemExit, match="PORT skal være et tal"):
        run.sikr_port()


def test_the_welcome_names_address_password_and_every_account():
    tekst = velkomst(8123, "hemmeligt")

    assert "http://127.0.0.1:8123" in tekst
    assert "hemmeligt" in tekst
    assert [navn for navn in KONTI if f"{navn}@demo.example" not in tekst] == []


def test_a_broker_stops_and_starts_on_the_same_port(tmp_path):
    with Broker(tmp_path, port=fri_port()) as broker:
        assert broker.svarer()
        broker.stop()
        assert not broker.svarer()
        broker.start()
        assert broker.svarer()
    assert not broker.svarer()


def test_a_child_is_killed_with_everything_it_started(tmp_path):
    port = fri_port()
    program = f"{sys.executable} -m http.server {port} --bind 127.0.0.1 & wait"
    barn = Barn(["sh", "-c", program], log=tmp_path / "log")
    vent_paa(lambda: svarer(port), "barnebarnet")

    barn.draeb()

    vent_paa(lambda: not svarer(port), "at barnebarnet er væk", frist=5)
    assert barn.proces.returncode == -signal.SIGKILL


def test_a_child_that_dies_shows_its_log(tmp_path):
    barn = Barn(["sh", "-c", "echo det gik galt; exit 3"], log=tmp_path / "log")

    with pytest.raises(RuntimeError, match="det gik galt"):
        barn.vent_klar(lambda: False)


def test_waiting_gives_up_at_its_deadline_and_says_for_what():
    with pytest.raises(TimeoutError, match="på: godot"):
        vent_paa(lambda: False, "godot", frist=0.1)


@pytest.mark.system
def test_a_throwaway_postgresql_restarts_with_its_data_and_leaves_nothing():
    with Postgres() as server, Postgresdatabase(server.adresse) as database:
        with psycopg2.connect(database.adresse) as forbindelse:
            forbindelse.cursor().execute("CREATE TABLE proeve (tekst text); INSERT INTO proeve VALUES ('Aabenraa')")
        forbindelse.close()
        server.stop()
        server.start()
        forbindelse = psycopg2.connect(database.adresse)
        markoer = forbindelse.cursor()
        markoer.execute("SELECT upper(tekst || 'æøå') FROM proeve")
        assert markoer.fetchone() == ("AABENRAAÆØÅ",)
        forbindelse.close()
    assert not server.mappe.exists()


@pytest.mark.system
@pytest.mark.parametrize("enhed", sorted(sti.name for sti in ENHEDER.glob("*.service")))
def test_the_systemd_units_are_accepted_by_systemd(tmp_path, enhed):
    tekst = (ENHEDER / enhed).read_text()
    programmer = Path(sys.executable).parent
    # The unit's own paths exist on a server only; here the same programs stand in this clone.
    kopi = tmp_path / enhed
    kopi.write_text(tekst.replace("/opt/sundhedsaftale/.venv/bin", str(programmer)).replace("/opt/", f"{tmp_path}/"))
    program = shutil.which("systemd-analyze") or "systemd-analyze"

    svar = subprocess.run([program, "verify", "--man=no", str(kopi)], capture_output=True, text=True, check=False)

    assert (svar.returncode, svar.stdout, svar.stderr) == (0, "", "")
