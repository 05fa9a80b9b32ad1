"""The environment, read strictly: nonsense raises `ImproperlyConfigured` with one sentence that names the variable."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import ParseResult, quote, urlparse

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()


def krav(navn: str, forklaring: str) -> str:
    """Return a variable that production cannot do without; the sentence names it."""
    vaerdi: str = env.str(navn, default="").strip()
    if not vaerdi:
        raise ImproperlyConfigured(f"{navn} mangler: {forklaring} (eller sæt DEBUG=on for demo på egen maskine).")
    return vaerdi


def ja_nej(navn: str, *, standard: str) -> bool:
    """Read on/off strictly: a misspelt value stops the start instead of meaning off."""
    vaerdi: str = env.str(navn, default=standard).strip().lower()
    if vaerdi in {"on", "true", "1", "yes", "ja"}:
        return True
    if vaerdi in {"off", "false", "0", "no", "nej"}:
        return False
    raise ImproperlyConfigured(f"{navn} skal være on eller off.")


def adresse(navn: str, vaerdi: str, *, skemaer: set[str], form: str) -> ParseResult:
    """Take a URL apart; `form` is the example shown when it is not one. The value itself is never echoed."""
    try:
        dele = urlparse(vaerdi)
        port_er_et_tal = dele.port is None or dele.port > 0
    except ValueError:
        port_er_et_tal = False
    if not port_er_et_tal or dele.scheme not in skemaer:
        raise ImproperlyConfigured(f"{navn} skal være en adresse som {form}.")
    return dele


def noegle(navn: str) -> str:
    """Return the secret key of production: long and varied enough to sign sessions with."""
    vaerdi = krav(navn, "skriv en lang tilfældig nøgle")
    if len(vaerdi) < 50 or len(set(vaerdi)) < 5:
        raise ImproperlyConfigured(f"{navn} skal være mindst 50 tilfældige tegn.")
    return vaerdi


def vaertsnavne(navn: str) -> list[str]:
    """Return the host names that production answers to; a star would answer to anyone's."""
    navne = [vaert.strip() for vaert in krav(navn, "skriv portalens værtsnavne").split(",") if vaert.strip()]
    if not navne or any("*" in vaert or "/" in vaert for vaert in navne):
        raise ImproperlyConfigured(f"{navn} skal være værtsnavne adskilt af komma, uden stjerne og uden https://.")
    return navne


def mappe(navn: str, *, standard: Path) -> Path:
    """Return a folder that exists and can be written in; it is made if need be."""
    sti = Path(env.str(navn, default="").strip() or standard).resolve()
    try:
        sti.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=sti):
            return sti
    except OSError as fejl:
        raise ImproperlyConfigured(f"{navn} skal være en mappe, der kan skrives i: {fejl.strerror}.") from fejl


def database(navn: str, vaerdi: str) -> dict[str, Any]:
    """Return Django's database settings from a PostgreSQL or SQLite address."""
    form = "postgres://bruger:kode@vaert:5432/navn"
    dele = adresse(navn, vaerdi, skemaer={"postgres", "postgresql", "sqlite"}, form=form)
    if len(dele.path) < 2:
        raise ImproperlyConfigured(f"{navn} mangler databasens navn: {form}.")
    opsaetning: dict[str, Any] = env.db_url_config(vaerdi)
    return opsaetning


def sqlite_fil(sti: Path) -> str:
    """Return the address of an SQLite file; the folder may have any name."""
    return f"sqlite:///{quote(str(sti))}"


def mailserver(navn: str, *, standard: str) -> Mapping[str, Any]:
    """Return Django's EMAIL_ settings from an address."""
    vaerdi = env.str(navn, default=standard)
    form = "smtp+tls://bruger:kode@vaert:587"
    skemaer = {"smtp", "smtp+tls", "smtp+ssl", "smtps", "consolemail", "filemail", "memorymail"}
    dele = adresse(navn, vaerdi, skemaer=skemaer, form=form)
    if dele.scheme.startswith("smtp") and not dele.hostname:
        raise ImproperlyConfigured(f"{navn} mangler mailserverens navn: {form}.")
    opsaetning: dict[str, Any] = env.email_url_config(vaerdi)
    return opsaetning


def broker(navn: str) -> str:
    """Return the address of the broker."""
    vaerdi: str = env.str(navn, default="redis://127.0.0.1:6379/0")
    form = "redis://vaert:6379/0"
    dele = adresse(navn, vaerdi, skemaer={"redis", "rediss"}, form=form)
    nummer = dele.path.strip("/")
    if not dele.hostname or not (nummer.isdigit() or nummer == ""):
        raise ImproperlyConfigured(f"{navn} skal være en adresse som {form}.")
    return vaerdi


def hjemmeside(navn: str) -> str:
    """Return a web address, or an empty string when none is set."""
    vaerdi: str = env.str(navn, default="").strip()
    form = "https://www.was.digst.dk/portalen"
    if vaerdi and not adresse(navn, vaerdi, skemaer={"http", "https"}, form=form).hostname:
        raise ImproperlyConfigured(f"{navn} skal være en adresse som {form}.")
    return vaerdi
