"""`make run`: the whole portal on one machine, for a demo. Data are kept in `data/`, the choices in `.env`."""

import os
import secrets
import shlex
import signal
import socket
import subprocess
import sys
from pathlib import Path
from types import FrameType

from django.conf import settings
from honcho.environ import parse_procfile
from honcho.manager import Manager

from sundhedsaftale.tools.broker import broker_kommando
from sundhedsaftale.tools.demodata import goer_data_klar
from sundhedsaftale.tools.proces import fri_port

BASE_DIR = Path(__file__).resolve().parents[2]
ENV_FIL = BASE_DIR / ".env"


def sikr_env_fil() -> str:
    """Write `.env` the first time and return the demo's password; what stands in the file already is kept.

    The accounts were made with the password in the file, so it goes before the one in the environment.
    """
    linjer = ENV_FIL.read_text().splitlines() if ENV_FIL.exists() else []
    kodeord = next((linje.partition("=")[2] for linje in linjer if linje.startswith("DEMO_KODEORD=")), "")
    nye = []
    if not linjer:
        nye = [
            "# Demo på egen maskine, skrevet af `make run`. Drift: docs/operations.md.",
            "DEBUG=on",
            f"SECRET_KEY={secrets.token_urlsafe(48)}",
        ]
    if not kodeord:
        kodeord = os.environ.get("DEMO_KODEORD") or secrets.token_urlsafe(9)
        nye.append(f"DEMO_KODEORD={kodeord}")
    if nye:
        ENV_FIL.touch(mode=0o600)
        ENV_FIL.write_text("\n".join([*linjer, *nye]) + "\n")
    return kodeord


def sikr_port() -> int:
    """Return the port that PORT names; end with a sentence when it is no port or somebody has it."""
    tekst = os.environ.get("PORT", "8000")
    if not tekst.isdecimal() or not 0 < int(tekst) < 65536:
        sys.exit("PORT skal være et tal mellem 1 og 65535.")
    with socket.socket() as sok:
        sok.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sok.bind(("127.0.0.1", int(tekst)))
        except OSError:
            sys.exit(f"Porten {tekst} er optaget. Vælg en anden: PORT={int(tekst) + 1} make run")
    return int(tekst)


def procfil() -> dict[str, str]:
    """Return the commands of web, worker and beat by name; they read PYTHON and PORT from their environment."""
    return dict(parse_procfile((BASE_DIR / "Procfile").read_text()).processes)


def ti_stille() -> None:
    """Let go of a terminal that may be gone; writing to it would stop the stopping."""
    with open(os.devnull, "w") as ingenting:
        os.dup2(ingenting.fileno(), sys.stdout.fileno())


def stop_ved_lukket_terminal(signal_nr: int, ramme: FrameType | None) -> None:
    """Stop the children as Ctrl-C does; they stand in sessions of their own and would otherwise go on."""
    ti_stille()
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> int:
    port = sikr_port()
    os.environ["DEMO_KODEORD"] = sikr_env_fil()
    goer_data_klar()
    broker_port = fri_port()
    miljoe = {
        **os.environ,
        "PYTHON": sys.executable,
        "PYTHONUNBUFFERED": "1",
        "PORT": str(port),
        "REDIS_URL": f"redis://127.0.0.1:{broker_port}/0",
    }
    broker = {"broker": f"exec {shlex.join(broker_kommando(broker_port, settings.DATA_DIR))}"}
    manager = Manager()
    for navn, kommando in {**broker, **procfil()}.items():
        manager.add_process(navn, kommando, env=miljoe, cwd=str(BASE_DIR))
    signal.signal(signal.SIGHUP, stop_ved_lukket_terminal)
    hilsen = [sys.executable, "-m", "sundhedsaftale.tools.velkomst", str(port)]
    with subprocess.Popen(hilsen, cwd=BASE_DIR, env=miljoe) as velkomst:
        try:
            manager.loop()
        finally:
            velkomst.terminate()
            ti_stille()
            manager.kill()
    return 0 if manager.returncode == 130 else int(manager.returncode or 0)


if __name__ == "__main__":
    sys.exit(main())
