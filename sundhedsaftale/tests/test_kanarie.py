"""No page tells what its reader may not see: canaries in every closed and draft field, crawled as each role."""

import json
import re
from collections import deque
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from organisering.domain.kalender import ny_kalendernoegle
from rapportering.queries.aarlig_status import aarlig_status
from rapportering.tests.factories import RapporttypeFactory
from sundhedsaftale.tests.moedeverden import MEDLEMMERNES, SKRIVERNES, Moedeverden
from sundhedsaftale.tests.verden import ROLLER, Verden

pytestmark = pytest.mark.django_db

# What each role may meet; every other canary is a leak. The stranger is a secretariat of another region.
I_REGIONEN = {"skjult_dokument", "skjult_filnavn", "intern_note", "lille_tals_bemaerkning"}
KONTAKT = {"persons_email", "persons_telefon"}
KLADDEN = {
    "returbegrundelse",
    "kladde_siden_sidst",
    "kladde_naeste_skridt",
    "kladde_opfoelgning",
    "kladde_risici",
    "kladde_indstilling",
    "kladde_begrundelse",
    "kladde_intern_note",
}
REFERATER = {
    "referat_titel",
    "referat_beslutning",
    "referat_gaest",
    "referat_bemaerkning",
    "udsendt_beslutning",
    "godkendt_beslutning",
}
INDSENDT = {"indsendt_siden_sidst", "indsendt_intern_note", "tidligere_returbegrundelse"}
MAA_SE: dict[str, set[str]] = {
    "anonym": set(),
    "fremmed": KONTAKT,
    "medlem": I_REGIONEN | MEDLEMMERNES | {"indsendt_siden_sidst"},
    "sekretaer": I_REGIONEN | KLADDEN | INDSENDT | REFERATER,
    "formand": I_REGIONEN | KLADDEN | INDSENDT | REFERATER,
    "sekretariat": I_REGIONEN
    | MEDLEMMERNES
    | SKRIVERNES
    | REFERATER
    | KONTAKT
    | KLADDEN
    | INDSENDT
    | {"udkast_snapshot", "versionsudkast", "indlaesning_kilde", "virkning"},
}


def adresser(verden: Verden) -> list[str]:
    """Where the crawl begins: the front page, and every page about something closed, as if its address had leaked."""
    kladde, linje = verden.linje
    return [
        reverse("forside"),
        f"{reverse('rapportering:soegning')}?q=kanarie",
        reverse("organisering:aftale-detail", args=[verden.skjult_aftale.slug]),
        reverse("organisering:dokument-detail", args=[verden.skjult_dokument.pk]),
        reverse("organisering:aftaleversion-detail", args=[verden.aftale.slug, 2]),
        reverse("indsatser:portefoelje-aftale", args=[verden.skjult_aftale.slug]),
        reverse("indsatser:indsats-detail", args=[verden.indsats.pk]),
        reverse("indsatser:indsats-detail", args=[verden.skjult_indsats.pk]),
        reverse("indsatser:post-update", args=[verden.skjult_post.pk]),
        *(
            objekt.get_absolute_url()
            for objekt in (
                verden.midler.pulje,
                verden.midler.skjult_pulje,
                verden.midler.overdragelse,
                verden.midler.skjult_overdragelse,
            )
        ),
        reverse("indsatser:maaltal-list", args=[verden.skjult_aftale.slug]),
        reverse("indsatser:maaltal-detail", args=[verden.maal.maaltal.pk]),
        reverse("indsatser:maaltal-detail", args=[verden.maal.skjult_maaltal.pk]),
        reverse("indsatser:maaling-update", args=[verden.maal.skjult_maaling.pk]),
        reverse("indsatser:maalkategori-detail", args=[verden.maal.kategori.pk]),
        reverse("organisering:organ-detail", args=[verden.skjult_organ.slug]),
        reverse("organisering:person-detail", args=[verden.plads.person_id]),
        reverse("organisering:person-update", args=[verden.plads.person_id]),
        reverse("organisering:medlemskab-list", args=[verden.organ.slug]),
        reverse("organisering:referat", args=[verden.referater.skrives.uuid]),
        reverse("organisering:fremmoede-update", args=[verden.referater.skrives.uuid]),
        reverse("organisering:beslutning-update", args=[verden.referater.punkt.pk]),
        reverse("organisering:bemaerkning-update", args=verden.referater.bemaerkningen()),
        reverse("organisering:moede-detail", args=[verden.referater.udsendt.uuid]),
        reverse("organisering:referat-godkend", args=[verden.referater.udsendt.uuid]),
        reverse("organisering:referat-udgiv", args=[verden.referater.godkendt.uuid]),
        *moedeadresser(verden.moeder),
        reverse("rapportering:statusrapport-detail", args=[verden.kladde.pk]),
        reverse("rapportering:statusrapport-detail", args=[verden.indsendt.pk]),
        reverse("rapportering:statuslinje-update", args=[kladde, linje]),
        reverse("rapportering:afrapportering-detail", args=[verden.udkast.uuid]),
        reverse("rapportering:afrapportering-pdf", args=[verden.udkast.uuid]),
        reverse("rapportering:afrapportering-fremdrift", args=[verden.udkast.uuid]),
    ]


def moedeadresser(moeder: Moedeverden) -> list[str]:
    """The meetings, and every page about the closed item, its papers and its case."""
    lukket = moeder.lukket
    return [
        *(moede.get_absolute_url() for moede in (moeder.kladde, moeder.udsendt, moeder.udgivet)),
        *(
            reverse(f"organisering:{navn}", args=[lukket.pk])
            for navn in ("punkt-update", "punkt-slet", "punkt-ordlyd", "punkt-send", "bilag-create")
        ),
        *(reverse("organisering:bilag-fil", args=[bilag.uuid]) for bilag in (moeder.lukket_bilag, *lukket.bilag.all())),
        reverse("organisering:bilag-update", args=[moeder.lukket_bilag.uuid]),
        reverse("organisering:sag-detail", args=[lukket.sag.uuid]),
        reverse("organisering:dagsorden-rediger", args=[moeder.kladde.uuid]),
        reverse("organisering:dagsorden-udgiv", args=[moeder.udsendt.uuid]),
    ]


def krybende_laesning(client: Client, verden: Verden) -> tuple[int, set[str]]:
    """Read every page that can be reached; return how many, and the places whose canary was met."""
    koe, sete, fundne = deque(adresser(verden)), set(), set()
    while koe:
        adresse = koe.popleft()
        if adresse in sete:
            continue
        sete.add(adresse)
        svar = client.get(adresse, follow=False)
        tekst = str(dict(svar.headers)) + b"".join(svar).decode(errors="replace")
        fundne |= {sted for sted, fugl in verden.kanariefugle.items() if fugl in tekst}
        if svar.headers.get("Location", "").startswith("/"):
            koe.append(svar.headers["Location"])
        if svar.headers.get("Content-Type", "").startswith("text/html"):
            koe.extend(sti.replace("&amp;", "&") for sti in re.findall(r'(?:href|hx-get)="(/[^"#]*)', tekst))
    return len(sete), fundne


@pytest.mark.parametrize("rolle", [rolle for rolle in ROLLER if rolle != "administrator"])
def test_no_role_meets_a_canary_it_may_not_see(rolle, verden):
    client = Client()
    if (bruger := verden.brugere[rolle]) is not None:
        client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")

    antal, fundne = krybende_laesning(client, verden)

    assert fundne - MAA_SE[rolle] == set()
    assert fundne == MAA_SE[rolle], "a canary nobody meets proves nothing"
    assert antal > 20


def test_no_canary_stands_in_the_frozen_data_of_a_report(verden):
    """The snapshot is all that page, PDF and metadata of an edition are made from."""
    snapshot = aarlig_status(RapporttypeFactory(), verden.aftale, 2020, udgave=1, dag=date(2021, 1, 31))

    assert snapshot["kapitler"], "an empty report proves nothing"
    assert {sted for sted, fugl in verden.kanariefugle.items() if fugl in json.dumps(snapshot)} == set()


@pytest.mark.parametrize("rolle", ROLLER)
def test_no_calendar_tells_of_more_than_when_and_where(rolle, verden):
    """The feeds of bodies that hold closed items, and the user's own."""
    client = Client()
    adresser = [
        reverse("organisering:organ-kalender", args=[moede.organ.slug])
        for moede in (verden.moeder.kladde, verden.moeder.udsendt, verden.referater.plan)
    ]
    if (bruger := verden.brugere[rolle]) is not None:
        client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")
        ny_kalendernoegle(bruger)
        adresser.append(reverse("organisering:bruger-kalender", args=[bruger.kalendernoegle]))

    feeds = [client.get(adresse).content.decode().replace("\r\n ", "") for adresse in adresser]

    assert "BEGIN:VEVENT" in feeds[0], "an empty calendar proves nothing"
    assert {sted for sted, fugl in verden.kanariefugle.items() if any(fugl in feed for feed in feeds)} == set()
