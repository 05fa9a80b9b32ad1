"""A throwaway PostgreSQL for the tests, on a free loopback port in a folder that is removed."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import uuid
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlparse

import psycopg2

from sundhedsaftale.tools.proces import Barn, fri_port, svarer
from sundhedsaftale.tools.systempakker import postgres_mappe


class Postgres:
    """A PostgreSQL cluster of its own; it refuses root, so root runs it as `postgres` or `nobody`."""

    def __init__(self) -> None:
        self.mappe = Path(tempfile.mkdtemp(prefix="sundhedsaftale-pg-"))
        self.port = fri_port()
        self.bruger = ufarlig_bruger() if os.geteuid() == 0 else None
        self.program = postgres_mappe()
        if self.program is None:
            raise FileNotFoundError("PostgreSQL mangler: installér pakken postgresql.")
        self.kode = uuid.uuid4().hex

    @property
    def adresse(self) -> str:
        return f"postgres://portal:{self.kode}@127.0.0.1:{self.port}/postgres"

    def opret(self) -> None:
        """Make the cluster; nothing in it is worth an fsync."""
        kodefil = self.mappe / "kode"
        kodefil.write_text(self.kode)
        if self.bruger is not None:
            for sti in (self.mappe, kodefil):
                os.chown(sti, self.bruger, pwd.getpwuid(self.bruger).pw_gid)
        subprocess.run(
            [
                f"{self.program}/initdb",
                *("--pgdata", str(self.mappe / "data"), "--username", "portal", "--auth", "scram-sha-256"),
                *("--pwfile", str(kodefil), "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self.mappe,
            user=self.bruger,
            group=self.bruger and pwd.getpwuid(self.bruger).pw_gid,
            extra_groups=[] if self.bruger is not None else None,
        )

    def start(self) -> None:
        valg = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "unix_socket_directories=", "jit=off"]
        self.barn = Barn(
            [
                f"{self.program}/postgres",
                *("-D", str(self.mappe / "data"), "-p", str(self.port), "-h", "127.0.0.1"),
                *[del_ for v in valg for del_ in ("-c", v)],
            ],
            log=self.mappe / "postgres.log",
            bruger=self.bruger,
        )
        self.barn.vent_klar(self.svarer)

    def svarer(self) -> bool:
        if not svarer(self.port):
            return False
        try:
            psycopg2.connect(self.adresse, connect_timeout=2).close()
        except psycopg2.OperationalError:
            return False
        return True

    def stop(self) -> None:
        """Stop at once; SIGINT is PostgreSQL's fast shutdown."""
        self.barn.stop(signal.SIGINT)

    def __enter__(self) -> Self:
        self.opret()
        self.start()
        return self

    def __exit__(self, art: type[BaseException] | None, fejl: BaseException | None, spor: TracebackType | None) -> None:
        self.stop()
        shutil.rmtree(self.mappe, ignore_errors=True)


def ufarlig_bruger() -> int:
    """Return the user id PostgreSQL may run as when we are root."""
    for navn in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(navn).pw_uid
        except KeyError:
            continue
    raise LookupError("PostgreSQL kan ikke køre som root: opret brugeren postgres.")


class Postgresdatabase:
    """A fresh database on the server that an address names, dropped again at the end."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.navn = f"portal_{uuid.uuid4().hex[:12]}"

    @property
    def adresse(self) -> str:
        return urlparse(self.server)._replace(path=f"/{self.navn}").geturl()

    def udfoer(self, saetning: str) -> None:
        """Run one statement outside a transaction."""
        forbindelse = psycopg2.connect(self.server)
        forbindelse.autocommit = True
        try:
            forbindelse.cursor().execute(saetning)
        finally:
            forbindelse.close()

    def __enter__(self) -> Self:
        self.udfoer(f"CREATE DATABASE \"{self.navn}\" TEMPLATE template0 ENCODING 'UTF8'")
        return self

    def __exit__(self, art: type[BaseException] | None, fejl: BaseException | None, spor: TracebackType | None) -> None:
        self.udfoer(f'DROP DATABASE "{self.navn}" WITH (FORCE)')
