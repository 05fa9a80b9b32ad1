"""`make run`: the whole portal on one machine, for a demo. Data are kept in `data/`, the choices in `.env`."""

import os
import secrets
import signal
import socket
import subprocess
import sys
from pathlib import Path
from types import FrameType

from honcho.environ import parse_procfile
from honcho.manager import Manager

from sundhedsaftale.tools.broker import broker_kommando
from sundhedsaftale.tools.proces import fri_port

BASE_DIR = Path(__file__).resolve().parents[2]
ENV_FIL = BASE_DIR / ".env"


def sikr_env_fil() -> None:
    """Write `.env` the first time, and add the demo's password where it is missing; a file that is there is kept."""
    linjer = ENV_FIL.read_text().splitlines() if ENV_FIL.exists() else []
    navne = {linje.split("=")[0].strip() for linje in linjer}
    nye = []
    if not linjer:
        nye = [
            "# Demo på egen maskine, skrevet af `make run`. Drift: docs/operations.md.",
            "DEBUG=on",
            f"SECRET_KEY={secrets.token_urlsafe(48)}",
        ]
    if "DEMO_KODEORD" not in navne:
        nye.append(f"DEMO_KODEORD={secrets.token_urlsafe(9)}")
    if nye:
        ENV_FIL.touch(mode=0o600)
        ENV_FIL.write_text("\n".join([*linjer, *nye]) + "\n")


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


def goer_data_klar() -> None:
    """Migrate the database and load the portfolio and the demo's accounts; nothing is loaded twice."""
    import django  # the environment stands first
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sundhedsaftale.settings")
    try:
        django.setup()
    except ImproperlyConfigured as fejl:
        sys.exit(f"Portalen kan ikke starte. {fejl}")
    if not settings.INDLEJRET:
        sys.exit("make run er til demo, men .env hører til drift (DEBUG=off). Se docs/operations.md.")
    print("Gør data klar …", flush=True)
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    call_command("indlaes_demo")


def stop_ved_lukket_terminal(signal_nr: int, ramme: FrameType | None) -> None:
    """Stop the children as Ctrl-C does; they stand in sessions of their own and would otherwise go on."""
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> int:
    sikr_env_fil()
    port = sikr_port()
    goer_data_klar()
    from django.conf import settings  # ready only now

    broker_port = fri_port()
    miljoe = {
        **os.environ,
        "PYTHON": sys.executable,
        "PORT": str(port),
        "REDIS_URL": f"redis://127.0.0.1:{broker_port}/0",
        "PYTHONUNBUFFERED": "1",
    }
    manager = Manager()
    kommandoer = parse_procfile((BASE_DIR / "Procfile").read_text()).processes
    broker = " ".join(f"'{led}'" for led in broker_kommando(broker_port, settings.DATA_DIR))
    for navn, kommando in {"broker": f"exec {broker}", **kommandoer}.items():
        manager.add_process(navn, kommando, env=miljoe, cwd=str(BASE_DIR))
    signal.signal(signal.SIGHUP, stop_ved_lukket_terminal)
    subprocess.Popen([sys.executable, "-m", "sundhedsaftale.tools.velkomst", str(port)], cwd=BASE_DIR, env=miljoe)
    manager.loop()
    return 0 if manager.returncode == 130 else int(manager.returncode or 0)


if __name__ == "__main__":
    sys.exit(main())
