"""A whole running portal for the journey tests: web, broker, worker and beat as child processes of the test."""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

from sundhedsaftale.tools.broker import Broker
from sundhedsaftale.tools.postgres import Postgresdatabase
from sundhedsaftale.tools.proces import Barn, fri_port
from sundhedsaftale.tools.run import procfil

BASE_DIR = Path(__file__).resolve().parents[2]
DEMO_DOMAENE = "demo.example"


class Portal:
    """The portal at `adresse`, with the demo's data and accounts; each part can be stopped, killed and started."""

    def __init__(self, mappe: Path) -> None:
        self.mappe = mappe
        self.port = fri_port()
        self.adresse = f"http://127.0.0.1:{self.port}"
        self.kode = secrets.token_urlsafe(12)
        self.broker = Broker(mappe, port=fri_port())
        self.oprydning = contextlib.ExitStack()

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as oprydning:
            self.miljoe = self._miljoe(oprydning)
            self._koer("-m", "sundhedsaftale.tools.demodata")
            oprydning.enter_context(self.broker)
            for start, stop in (
                (self.start_web, self.stop_web),
                (self.start_worker, self.draeb_worker),
                (self.start_beat, self.stop_beat),
            ):
                start()
                oprydning.callback(stop)
            self.oprydning = oprydning.pop_all()
        return self

    def __exit__(self, art: type[BaseException] | None, fejl: BaseException | None, spor: TracebackType | None) -> None:
        self.oprydning.close()

    def _miljoe(self, oprydning: contextlib.ExitStack) -> dict[str, str]:
        """Return the children's environment: a database of their own, of the kind that DATABASE_URL names."""
        miljoe = {
            **os.environ,
            "DATA_DIR": str(self.mappe / "data"),
            "REDIS_URL": self.broker.adresse,
            "EMAIL_URL": f"filemail://{self.mappe / 'mail'}",
            "DEMO_KODEORD": self.kode,
            "PYTHON": sys.executable,
            "PORT": str(self.port),
        }
        del miljoe["DATABASE_URL"]
        server = os.environ["DATABASE_URL"]
        if server.startswith("postgres"):
            miljoe["DATABASE_URL"] = oprydning.enter_context(Postgresdatabase(server)).adresse
        return miljoe

    def email(self, navn: str) -> str:
        """Return the address of a demo account, such as `sekretariat` or `formand.region`."""
        return f"{navn}@{DEMO_DOMAENE}"

    def manage(self, *argumenter: str) -> str:
        """Run a management command on the portal's own database and return what it printed."""
        return self._koer("manage.py", *argumenter)

    def _koer(self, *argumenter: str) -> str:
        svar = subprocess.run(
            [sys.executable, *argumenter], cwd=BASE_DIR, env=self.miljoe, capture_output=True, text=True, check=False
        )
        if svar.returncode:
            raise RuntimeError(f"{' '.join(argumenter)}: {svar.stderr}{svar.stdout}")
        return svar.stdout

    def _barn(self, navn: str) -> Barn:
        """Start a part with the very command that `make run` uses."""
        return Barn(["sh", "-c", procfil()[navn]], log=self.mappe / f"{navn}.log", miljoe=self.miljoe)

    def start_web(self) -> None:
        self.web = self._barn("web")
        self.web.vent_klar(self.svarer)

    def stop_web(self) -> None:
        self.web.stop()

    def svarer(self) -> bool:
        """Ask for a small page; any answer below 500 means that the web processes are up."""
        try:
            with urllib.request.urlopen(f"{self.adresse}/konto/log-ind/", timeout=10) as svar:
                return int(svar.status) < 500
        except urllib.error.HTTPError as fejl:
            return fejl.code < 500
        except OSError:
            return False

    def start_worker(self) -> None:
        log = self.mappe / "worker.log"
        foer = log.stat().st_size if log.exists() else 0
        self.worker = self._barn("worker")
        self.worker.vent_klar(lambda: b" ready." in log.read_bytes()[foer:])

    def draeb_worker(self) -> None:
        """SIGKILL the worker and everything it started, as a power cut would."""
        self.worker.draeb()

    def start_beat(self) -> None:
        log = self.mappe / "beat.log"
        self.beat = self._barn("beat")
        self.beat.vent_klar(lambda: b"beat: Starting" in log.read_bytes())

    def stop_beat(self) -> None:
        self.beat.stop(signal.SIGTERM)

    def stop_broker(self) -> None:
        self.broker.stop()

    def start_broker(self) -> None:
        self.broker.start()

    def udskrift(self) -> str:
        """Return the logs of all parts, for a test that failed or looks for what must not be there."""
        return "\n".join(
            f"== {log.name}\n{log.read_text(errors='replace')}" for log in sorted(self.mappe.glob("*.log"))
        )
