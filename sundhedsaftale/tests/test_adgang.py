"""What each role is answered at each URL and method. A URL without a row fails; what may not be seen is 404."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from sundhedsaftale.tests.adgang import TABEL
from sundhedsaftale.tests.verden import ROLLER

pytestmark = pytest.mark.django_db


def alle_urler() -> Iterator[str]:
    """Every named URL of the portal; the administration has its own test."""

    def gaa(moenstre: list[URLPattern | URLResolver], rum: str) -> Iterator[str]:
        for moenster in moenstre:
            if isinstance(moenster, URLPattern):
                yield f"{rum}{moenster.name}"
            elif moenster.namespace != "admin":
                yield from gaa(moenster.url_patterns, f"{rum}{moenster.namespace}:" if moenster.namespace else rum)

    yield from gaa(get_resolver().url_patterns, "")


def test_every_url_has_a_row():
    assert set(alle_urler()) - {raekke.navn for raekke in TABEL} == set()


@pytest.mark.parametrize("raekke", TABEL, ids=lambda r: f"{r.navn}-{r.metode}{'-' + r.sted if r.sted else ''}")
def test_each_role_is_answered_as_the_table_says(raekke, verden):
    adresse = reverse(raekke.navn, args=raekke.args(verden))
    svar = {}
    for rolle, bruger in verden.brugere.items():
        client = Client()
        if bruger is not None:
            client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")
        svar[rolle] = getattr(client, raekke.metode)(adresse).status_code

    assert svar == dict(zip(ROLLER, raekke.svar, strict=True))


@pytest.mark.parametrize("rolle", [rolle for rolle in ROLLER if rolle != "administrator"])
def test_the_administration_is_for_the_administrator_alone(rolle, verden):
    client = Client()
    if (bruger := verden.brugere[rolle]) is not None:
        client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")

    for adresse in ("admin:index", "admin:organisering_bruger_changelist", "admin:organisering_medlemskab_add"):
        assert client.get(reverse(adresse)).status_code == 302


def test_the_administration_has_no_login_of_its_own():
    svar = Client().get(reverse("admin:login"))

    assert (svar.status_code, svar.headers["Location"].split("?")[0]) == (302, reverse("account_login"))
