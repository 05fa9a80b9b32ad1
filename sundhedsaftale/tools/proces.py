"""Child processes on loopback: started in a group of their own, awaited on conditions, stopped or killed whole."""

import contextlib
import os
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic

RYTME = threading.Event()


def fri_port() -> int:
    """Return a port on 127.0.0.1 that nothing listens on now."""
    with socket.socket() as sok:
        sok.bind(("127.0.0.1", 0))
        port: int = sok.getsockname()[1]
        return port


def svarer(port: int) -> bool:
    """Tell whether something accepts connections on 127.0.0.1:port."""
    with socket.socket() as sok:
        sok.settimeout(1)
        return sok.connect_ex(("127.0.0.1", port)) == 0


def vent_paa(betingelse: Callable[[], object], hvad: str, *, frist: float = 30) -> None:
    """Return when the condition holds; raise TimeoutError naming `hvad` after `frist` seconds."""
    slut = monotonic() + frist
    while not betingelse():
        if monotonic() > slut:
            raise TimeoutError(f"Ventede {frist:g} sekunder forgæves på: {hvad}")
        RYTME.wait(0.05)


class Barn:
    """One child process with its own process group and a log file."""

    def __init__(
        self, kommando: Sequence[str], *, log: Path, miljoe: Mapping[str, str] | None = None, bruger: int | None = None
    ) -> None:
        self.kommando = list(kommando)
        self.log = log
        with log.open("ab") as udskrift:
            self.proces = subprocess.Popen(
                self.kommando,
                stdin=subprocess.DEVNULL,
                stdout=udskrift,
                stderr=subprocess.STDOUT,
                env=dict(miljoe) if miljoe is not None else None,
                start_new_session=True,
                user=bruger,
                group=bruger and os_gruppe(bruger),
                extra_groups=[] if bruger is not None else None,
            )

    @property
    def lever(self) -> bool:
        return self.proces.poll() is None

    def vent_klar(self, betingelse: Callable[[], object], *, frist: float = 60) -> None:
        """Wait until the child is ready; if it dies or is late, kill the group and show the end of its log."""
        with contextlib.suppress(TimeoutError):
            vent_paa(lambda: betingelse() or not self.lever, self.kommando[0], frist=frist)
            if self.lever:
                return
        self.draeb()
        raise RuntimeError(f"{' '.join(self.kommando)} kom ikke i gang: {self.log.read_text(errors='replace')[-3000:]}")

    def stop(self, signal_nr: signal.Signals = signal.SIGTERM) -> None:
        """Ask the leader to stop, and kill what is left of the group after ten seconds."""
        if self.lever:
            self.proces.send_signal(signal_nr)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.proces.wait(10)
        self.draeb()

    def draeb(self) -> None:
        """SIGKILL the whole group, as a power cut would."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.proces.pid, signal.SIGKILL)
        self.proces.wait()


def os_gruppe(bruger: int) -> int:
    """Return the primary group of a user id."""
    import pwd  # only needed where the throwaway PostgreSQL runs as another user

    return pwd.getpwuid(bruger).pw_gid
