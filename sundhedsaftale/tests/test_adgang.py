"""What each role is answered at each URL and method. A URL without a row fails; what may not be seen is 404."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from sundhedsaftale.tests.verden import ROLLER, Verden

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Raekke:
    """`svar` holds one status for each of ROLLER."""

    navn: str
    metode: str
    svar: tuple[int, ...]
    args: Callable[[Verden], list[Any]] = lambda verden: []
    sted: str = ""


def alle(status: int) -> tuple[int, ...]:
    return (status,) * len(ROLLER)


#              anonym fremmed medlem sekretaer formand sekretariat administrator
SEKRETARIAT = (302, 403, 403, 403, 403, 200, 200)
SEKRETARIAT_POST = (302, 403, 403, 403, 403, 422, 422)
LOGGET_IND = (302, 200, 200, 200, 200, 200, 200)
GRUPPEN_LAESER = (302, 404, 404, 200, 200, 200, 200)
GRUPPEN_SKRIVER = (302, 404, 404, 200, 200, 403, 200)
GRUPPEN_OG_SOF_LAESER = (302, 404, 200, 200, 200, 200, 200)
UKENDT = (404, 404, 404, 404, 404, 404, 200)

TABEL = [
    Raekke("forside", "get", alle(200)),
    Raekke("forside", "post", alle(405)),
    Raekke("was", "get", alle(404)),
    Raekke("organisering:aftale-list", "get", alle(200)),
    Raekke("organisering:aftale-list", "post", alle(405)),
    Raekke("organisering:aftale-detail", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("organisering:aftale-detail", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("organisering:organ-list", "get", alle(200)),
    Raekke("organisering:organ-detail", "get", alle(200), lambda v: [v.organ.slug]),
    Raekke("organisering:organ-detail", "get", UKENDT, lambda v: [v.skjult_organ.slug], "skjult"),
    Raekke("indsatser:portefoelje-aftale", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("indsatser:portefoelje-aftale", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:risikogruppe-list", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("indsatser:risikogruppe-list", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:portefoelje-organ", "get", alle(200), lambda v: [v.organ.slug]),
    Raekke("indsatser:portefoelje-organ", "get", UKENDT, lambda v: [v.skjult_organ.slug], "skjult"),
    Raekke("indsatser:portefoelje-rediger", "get", SEKRETARIAT, lambda v: [v.organ.slug]),
    Raekke("indsatser:portefoelje-rediger", "post", SEKRETARIAT_POST, lambda v: [v.organ.slug]),
    Raekke("indsatser:indsats-create", "get", SEKRETARIAT, lambda v: [v.organ.slug]),
    Raekke("indsatser:indsats-create", "post", SEKRETARIAT_POST, lambda v: [v.organ.slug]),
    Raekke("indsatser:post-create", "get", SEKRETARIAT, lambda v: [v.organ.slug]),
    Raekke("indsatser:post-create", "post", SEKRETARIAT_POST, lambda v: [v.organ.slug]),
    Raekke("indsatser:post-update", "get", SEKRETARIAT, lambda v: [v.post.pk]),
    Raekke("indsatser:post-update", "post", SEKRETARIAT_POST, lambda v: [v.post.pk]),
    Raekke("indsatser:post-update", "get", (302, *UKENDT[1:]), lambda v: [v.skjult_post.pk], "skjult"),
    Raekke("indsatser:post-flyt", "get", SEKRETARIAT, lambda v: [v.post.pk]),
    Raekke("indsatser:post-flyt", "post", SEKRETARIAT_POST, lambda v: [v.post.pk]),
    Raekke("indsatser:post-aar", "get", alle(405), lambda v: [v.post.pk, 2020]),
    Raekke("indsatser:post-aar", "post", (302, 403, 403, 403, 403, 302, 302), lambda v: [v.post.pk, 2020]),
    Raekke("indsatser:post-aar", "post", (302, *UKENDT[1:-1], 302), lambda v: [v.skjult_post.pk, 2020], "skjult"),
    Raekke("indsatser:indsats-detail", "get", alle(200), lambda v: [v.indsats.pk]),
    Raekke("indsatser:indsats-detail", "get", UKENDT, lambda v: [v.skjult_indsats.pk], "skjult"),
    Raekke("indsatser:indsats-afslut", "get", SEKRETARIAT, lambda v: [v.indsats.pk]),
    Raekke("indsatser:indsats-afslut", "post", SEKRETARIAT_POST, lambda v: [v.indsats.pk]),
    Raekke("rapportering:statusrapport-list", "get", LOGGET_IND),
    Raekke("rapportering:statusrapport-detail", "get", GRUPPEN_LAESER, lambda v: [v.kladde.pk], "kladde"),
    Raekke("rapportering:statusrapport-detail", "get", GRUPPEN_OG_SOF_LAESER, lambda v: [v.indsendt.pk], "indsendt"),
    Raekke("rapportering:statuslinje-update", "get", GRUPPEN_SKRIVER, lambda v: v.linje),
    Raekke("rapportering:statuslinje-update", "post", (302, 404, 404, 422, 422, 403, 422), lambda v: v.linje),
    Raekke("rapportering:statusrapport-kontrol", "get", GRUPPEN_SKRIVER, lambda v: [v.kladde.pk]),
    Raekke("rapportering:statusrapport-indsend", "get", (302, 404, 404, 403, 302, 403, 302), lambda v: [v.kladde.pk]),
    Raekke("rapportering:statusrapport-indsend", "post", (302, 404, 404, 403, 302, 403, 302), lambda v: [v.kladde.pk]),
    Raekke(
        "rapportering:statusrapport-underskriv", "get", (302, 404, 403, 403, 200, 403, 200), lambda v: [v.indsendt.pk]
    ),
    Raekke(
        "rapportering:statusrapport-underskriv", "post", (302, 404, 403, 403, 422, 403, 422), lambda v: [v.indsendt.pk]
    ),
    Raekke("rapportering:statusrapport-godkend", "get", (302, 404, 403, 403, 403, 200, 200), lambda v: [v.indsendt.pk]),
    Raekke(
        "rapportering:statusrapport-godkend", "post", (302, 404, 403, 403, 403, 422, 422), lambda v: [v.indsendt.pk]
    ),
    Raekke(
        "rapportering:statusrapport-returner", "get", (302, 404, 403, 403, 403, 200, 200), lambda v: [v.indsendt.pk]
    ),
    Raekke(
        "rapportering:statusrapport-returner", "post", (302, 404, 403, 403, 403, 422, 422), lambda v: [v.indsendt.pk]
    ),
    Raekke("rapportering:afrapportering-list", "get", alle(200)),
    Raekke("rapportering:afrapportering-bestil", "get", (302, 200, 403, 403, 403, 200, 200)),
    Raekke("rapportering:afrapportering-bestil", "post", (302, 200, 403, 403, 403, 200, 200)),
    Raekke("rapportering:afrapportering-detail", "get", alle(200), lambda v: [v.udgivet.uuid], "udgivet"),
    Raekke(
        "rapportering:afrapportering-detail",
        "get",
        (404, 404, 404, 404, 404, 200, 200),
        lambda v: [v.udkast.uuid],
        "udkast",
    ),
    Raekke("rapportering:afrapportering-pdf", "get", alle(200), lambda v: [v.udgivet.uuid], "udgivet"),
    Raekke(
        "rapportering:afrapportering-pdf",
        "get",
        (404, 404, 404, 404, 404, 200, 200),
        lambda v: [v.udkast.uuid],
        "udkast",
    ),
    Raekke(
        "rapportering:afrapportering-fremdrift", "get", (302, 404, 404, 404, 404, 200, 200), lambda v: [v.udkast.uuid]
    ),
    Raekke("rapportering:afrapportering-udgiv", "get", (302, 404, 404, 404, 404, 200, 200), lambda v: [v.udkast.uuid]),
    Raekke("rapportering:afrapportering-udgiv", "post", (302, 404, 404, 404, 404, 302, 302), lambda v: [v.udkast.uuid]),
    Raekke("rapportering:afrapportering-igen", "get", (302, 404, 404, 404, 404, 302, 302), lambda v: [v.udkast.uuid]),
    Raekke("rapportering:afrapportering-igen", "post", (302, 404, 404, 404, 404, 302, 302), lambda v: [v.udkast.uuid]),
    Raekke("account_login", "get", (200, 302, 302, 302, 302, 302, 302)),
    Raekke("account_login", "post", (200, 302, 302, 302, 302, 302, 302)),
    Raekke("account_logout", "get", LOGGET_IND),
    Raekke("account_logout", "post", alle(302)),
    Raekke("account_inactive", "get", alle(200)),
    Raekke("account_signup", "get", (200, 302, 302, 302, 302, 302, 302)),
    Raekke("account_signup", "post", (200, 302, 302, 302, 302, 302, 302)),
    Raekke("account_reauthenticate", "get", LOGGET_IND),
    Raekke("account_change_password", "get", LOGGET_IND),
    Raekke("account_reset_password", "get", alle(200)),
    Raekke("account_reset_password", "post", alle(200)),
    Raekke("account_reset_password_done", "get", alle(200)),
    Raekke("account_reset_password_from_key", "get", alle(200), lambda v: ["0", "forkert-noegle"]),
    Raekke("account_reset_password_from_key_done", "get", alle(200)),
    Raekke("mfa_index", "get", LOGGET_IND),
    Raekke("mfa_authenticate", "get", alle(302)),
    Raekke("mfa_reauthenticate", "get", alle(302)),
    Raekke("mfa_activate_totp", "get", alle(302)),
    Raekke("mfa_deactivate_totp", "get", (302, 404, 404, 404, 404, 404, 404)),
    Raekke("mfa_view_recovery_codes", "get", (302, 404, 404, 404, 404, 404, 404)),
    Raekke("mfa_generate_recovery_codes", "get", alle(302)),
    Raekke("mfa_download_recovery_codes", "get", (302, 404, 404, 404, 404, 404, 404)),
]


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
