"""PostgreSQL restarted under a running portal costs a worker process one request at most."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from sundhedsaftale.tools.postgres import Postgres
from sundhedsaftale.tools.proces import Barn, fri_port, svarer

ROD = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.langsom


@pytest.fixture
def server() -> Iterator[Postgres]:
    with Postgres() as server:
        yield server


@pytest.fixture
def forside(server: Postgres, tmp_path: Path) -> Iterator[str]:
    """The front page of a portal with one web process on that server; it reads the database each time."""
    port = fri_port()
    miljoe = {**os.environ, "DATABASE_URL": server.adresse, "DATA_DIR": str(tmp_path)}
    for kommando in ("migrate", "createcachetable"):
        subprocess.run([sys.executable, "manage.py", kommando, "-v0"], cwd=ROD, env=miljoe, check=True)
    web = Barn(
        [sys.executable, "-m", "gunicorn", "sundhedsaftale.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "1"],
        log=tmp_path / "web.log",
        miljoe=miljoe,
    )
    try:
        web.vent_klar(lambda: svarer(port))
        yield f"http://127.0.0.1:{port}/"
    finally:
        web.stop()


def status(adresse: str) -> int:
    try:
        with urllib.request.urlopen(adresse, timeout=30) as svar:
            return int(svar.status)
    except urllib.error.HTTPError as fejl:
        return fejl.code


def test_a_restarted_postgresql_costs_at_most_one_request(server, forside):
    foer = [status(forside) for _ in range(3)]
    server.stop()
    server.start()
    efter = [status(forside) for _ in range(5)]

    assert foer == [200] * 3
    assert efter.count(200) >= 4
    assert efter[-1] == 200
