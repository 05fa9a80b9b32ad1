"""The settings start or stop the portal; each case is a real start in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

DRIFT = {
    "SECRET_KEY": "aB3" + "kun-til-test-" * 5,
    "ALLOWED_HOSTS": "portal.example",
    "DATABASE_URL": "postgres://portal:kode@127.0.0.1:1/portal",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "EMAIL_URL": "smtp+tls://portal:kode@mail.example:587",
}


def manage(tmp_path: Path, *argumenter: str, **miljoe: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with this environment and nothing from the developer's own."""
    grund = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path / "data"), "DEBUG": "off"}
    return subprocess.run(
        [sys.executable, "manage.py", *argumenter],
        cwd=settings.BASE_DIR,
        env=grund | miljoe,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_settings_pass_the_deploy_check_without_warnings(tmp_path):
    svar = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **DRIFT)

    assert (svar.returncode, svar.stderr) == (0, "")


def test_every_static_file_finds_what_it_refers_to_in_production(settings, tmp_path):
    # Production's storage without its compression, which takes a minute and refuses nothing.
    navngivning = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": navngivning}
    settings.STATIC_ROOT = tmp_path

    call_command("collectstatic", "--no-input", verbosity=0)

    assert (tmp_path / "staticfiles.json").is_file()


@pytest.mark.parametrize("navn", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL"])
def test_production_does_not_start_without_a_required_variable(tmp_path, navn):
    svar = manage(tmp_path, "check", **DRIFT | {navn: ""})

    assert svar.returncode == 1
    assert svar.stderr.startswith(f"Portalen kan ikke starte. {navn} mangler")
    assert svar.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("navn", "vaerdi"),
    [
        ("DEBUG", "måske"),
        ("SECRET_KEY", "for-kort"),
        ("SECRET_KEY", "x" * 60),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "https://portal.example"),
        ("DATABASE_URL", "sqlite:////tmp/portal.sqlite3"),
        ("DATABASE_URL", "mysql://portal@127.0.0.1/portal"),
        ("DATABASE_URL", "postgres://portal@127.0.0.1"),
        ("DATABASE_URL", "postgres://portal@127.0.0.1:abc/portal"),
        ("DATA_DIR", "/dev/null/data"),
        ("REDIS_URL", "127.0.0.1:6379"),
        ("REDIS_URL", "redis://127.0.0.1:6379/nul"),
        ("EMAIL_URL", "mail.example"),
        ("EMAIL_URL", "smtp://"),
        ("WAS_URL", "javascript:alert(1)"),
        ("WAS_URL", "https://"),
        ("BAG_PROXY", "1.2.3.4"),
    ],
)
def test_nonsense_stops_the_start_with_one_sentence_that_names_the_variable(tmp_path, navn, vaerdi):
    svar = manage(tmp_path, "check", **DRIFT | {navn: vaerdi})

    assert svar.returncode == 1
    assert svar.stderr.startswith(f"Portalen kan ikke starte. {navn} ")
    assert svar.stderr.count("\n") == 1


def test_a_secret_in_a_bad_address_is_not_printed(tmp_path):
    svar = manage(tmp_path, "check", **DRIFT | {"DATABASE_URL": "mysql://portal:hemmelig-kode@vaert/navn"})

    assert "hemmelig-kode" not in svar.stderr + svar.stdout


def laes(tmp_path: Path, udtryk: str, **miljoe: str) -> str:
    """Return what an expression on the settings prints."""
    kommando = f"from django.conf import settings; print({udtryk})"
    svar = manage(tmp_path, "shell", "--no-imports", "-c", kommando, **miljoe)
    assert svar.returncode == 0, svar.stderr
    return svar.stdout.strip()


def test_a_proxy_is_trusted_only_when_it_is_there(tmp_path):
    udtryk = "settings.SECURE_PROXY_SSL_HEADER, settings.ALLAUTH_TRUSTED_PROXY_COUNT"

    assert laes(tmp_path, udtryk, **DRIFT) == "None 0"
    assert laes(tmp_path, udtryk, **DRIFT, BAG_PROXY="on") == "('HTTP_X_FORWARDED_PROTO', 'https') 1"


def test_production_cookies_are_for_https_only(tmp_path):
    udtryk = "settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT, settings.DEBUG"

    assert laes(tmp_path, udtryk, **DRIFT) == "True True True False"


def test_the_embedded_default_keeps_its_database_in_any_folder(tmp_path):
    mappe = tmp_path / "mappe med+tegn æ%20"

    navn = laes(tmp_path, "settings.DATABASES['default']['NAME']", DEBUG="on", DATA_DIR=str(mappe))

    assert navn == str(mappe / "portal.sqlite3")


def test_the_dot_env_file_is_no_part_of_the_tests():
    assert str(settings.DATA_DIR) == os.environ["DATA_DIR"]
    assert settings.SECRET_KEY.startswith("kun-til-test-")
