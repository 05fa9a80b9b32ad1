"""Minutes from the held meeting to the published page, in a real browser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sundhedsaftale.tools.testbrowser import aaben_side, knap, link, log_ind, se_efter, som
from sundhedsaftale.tools.testportal import Portal

pytestmark = pytest.mark.browser

NYT_MOEDE = """
from datetime import timedelta
from django.db.models import Max
from django.utils import timezone
from organisering.models import Dagsordenspunkt, Indstilling, Moede, Organ, Sag
organ = Organ.objects.get(slug="implementeringsgruppen-uddannelse-og-arbejde")
sidste = organ.moeder.aggregate(Max("starter"))["starter__max"] or timezone.now() - timedelta(days=900)
moede = Moede.objects.create(organ=organ, starter=sidste + timedelta(days=1), tilstand="dagsorden_udsendt")
for nummer, titel in enumerate(("Status på indsatser", "Fælles plan", "Personsag"), 1):
    punkt = Dagsordenspunkt.objects.create(
        moede=moede,
        sag=Sag.objects.create(titel=titel, organ=organ),
        titel=titel,
        nummer=str(nummer),
        raekkefoelge=nummer,
        lukket=titel == "Personsag",
    )
    Indstilling.objects.create(punkt=punkt, indstiller="Sekretariatet", tekst="gruppen godkender planen")
print(moede.uuid, *(punkt.pk for punkt in moede.punkter.all()))
"""
GEMT = re.compile(r"^Kladde gemt kl\. \d\d\.\d\d$")


@dataclass(frozen=True)
class Proevemoede:
    adresse: str
    punkter: list[str]


@pytest.fixture
def moede(portal: Portal) -> Proevemoede:
    """A meeting whose agenda has been sent out, of the group whose chairs have logins."""
    uuid, *punkter = portal.manage("shell", "--no-imports", "-c", NYT_MOEDE).split()[-4:]
    return Proevemoede(f"/moeder/{uuid}/", punkter)


def punktet(side: Page, moede: Proevemoede, nummer: int) -> Locator:
    return side.locator(f"#punkt-{moede.punkter[nummer - 1]}")


def begynd(side: Page, moede: Proevemoede) -> None:
    side.goto(moede.adresse)
    link(side, "Begynd referatet")
    knap(side, "Mødet er afholdt, begynd referatet")
    side.wait_for_url("**/referat/")


def test_minutes_go_from_the_held_meeting_to_the_public_page(browser, portal, moede):
    with som(browser, portal, "formand.region") as side:
        begynd(side, moede)
        se_efter(side)
        side.get_by_label("Fremmøde: Kommunal formand (demo)").select_option("Afbud")
        expect(side.locator("#kladde-fremmoede")).to_have_text(GEMT)
        with side.expect_response(lambda svar: svar.request.method == "POST"):
            knap(side, "Marker resten som til stede")
        for nummer in (1, 2, 3):
            punktet(side, moede, nummer).get_by_role("button", name="Indstillingen blev godkendt.").click()
            expect(punktet(side, moede, nummer).locator(".kladde")).to_have_text(GEMT)
        punktet(side, moede, 2).get_by_text("Deltog ikke i punktet").click()
        punktet(side, moede, 2).get_by_role("group", name="Inhabile").get_by_label("Sekretær (demo)").check()
        with side.expect_response(lambda svar: svar.request.method == "POST"):
            punktet(side, moede, 2).get_by_role("button", name="Gem").click()
        se_efter(side)
        punktet(side, moede, 2).get_by_role("link", name="Tilføj bemærkning").click()
        se_efter(side)
        side.get_by_label("Fra").fill("PLO Prøve")
        side.get_by_role("textbox", name="Bemærkning").fill("Vi savner tallene.")
        knap(side, "Tilføj bemærkningen")
        expect(punktet(side, moede, 2)).to_contain_text("PLO Prøve: Vi savner tallene.")
        expect(side.get_by_label("Fremmøde: Sekretær (demo)")).to_have_value("til_stede")
        expect(side.get_by_label("Fremmøde: Kommunal formand (demo)")).to_have_value("afbud")
        link(side, "Send referatet ud")
        se_efter(side)
        knap(side, "Send referatet ud")
        se_efter(side)
        link(side, "Godkend referatet")
        se_efter(side)
        knap(side, "Godkend referatet")
        expect(side.locator(".referatventer")).to_contain_text("Kommunal formand (demo) (kommunal formand)")

    with som(browser, portal, "formand.kommune") as side:
        side.locator(f"a[href='{moede.adresse}']", has_text="Godkend referatet fra").click()
        link(side, "Send tilbage")
        se_efter(side)
        side.get_by_label("Hvad skal rettes?").fill("Pkt. 2 blev udsat.")
        knap(side, "Tag referatet tilbage")
        link(side, "Skriv referat")
        punktet(side, moede, 2).get_by_label("Beslutning").fill("Udsat.")
        expect(punktet(side, moede, 2).locator(".kladde")).to_have_text(GEMT)
        link(side, "Send referatet ud")
        knap(side, "Send referatet ud")
        link(side, "Godkend referatet")
        knap(side, "Godkend referatet")

    with som(browser, portal, "sekretariat") as side:
        side.goto(moede.adresse)
        link(side, "Notér en formands godkendelse")
        knap(side, "Notér godkendelsen")
        expect(side.locator("#id_noteret_error")).to_contain_text("Skriv, hvor og hvordan godkendelsen er givet.")
        se_efter(side)
        side.get_by_label("Hvordan er godkendelsen givet?").fill("Mail til sekretariatet")
        knap(side, "Notér godkendelsen")
        expect(side.get_by_text("Referat godkendt").first).to_be_visible()
        link(side, "Offentliggør referatet")
        expect(side.get_by_text("Et lukket punkt mangler sin offentlige ordlyd")).to_be_visible()
        se_efter(side)
        side.get_by_role("main").get_by_role("link", name="Pkt. 3 Personsag").click()
        side.get_by_label("Offentlig titel").fill("Personalesag")
        side.get_by_label("Offentlig beslutning").fill("Godkendt.")
        side.get_by_role("main").locator("form button[type=submit]").first.click()
        side.goto(f"{moede.adresse}referat/udgiv/")
        expect(side.get_by_role("main")).not_to_contain_text("Personsag")
        se_efter(side)
        knap(side, "Offentliggør referatet")
        expect(side.get_by_text("Referatet er offentliggjort.")).to_be_visible()
        punktet(side, moede, 1).get_by_role("link", name="Tilføj bemærkning").click()
        expect(side.get_by_text("Beslutningen kan ikke ændres.")).to_be_visible()
        se_efter(side)

    with aaben_side(browser, portal.adresse) as side:
        side.goto(moede.adresse)
        expect(side.get_by_role("main")).to_contain_text("Personalesag")
        expect(side.get_by_role("main")).to_contain_text("Udsat.")
        expect(side.get_by_role("main")).not_to_contain_text("Personsag")
        se_efter(side)


def test_minutes_are_written_without_javascript(browser, portal, moede):
    with som(browser, portal, "formand.region", java_script_enabled=False) as side:
        begynd(side, moede)
        side.get_by_label("Fremmøde: Kommunal formand (demo)").select_option("Afbud")
        knap(side, "Marker resten som til stede")
        expect(side.get_by_text("Fremmødet er gemt.")).to_be_visible()
        expect(side.get_by_label("Fremmøde: Kommunal formand (demo)")).to_have_value("afbud")
        expect(side.get_by_label("Fremmøde: Regional formand (demo)")).to_have_value("til_stede")
        for nummer in (1, 2, 3):
            punktet(side, moede, nummer).get_by_label("Beslutning").fill("Drøftet.")
            punktet(side, moede, nummer).get_by_role("button", name="Gem").click()
            expect(side.locator(".alert-success")).to_contain_text(f"Pkt. {nummer}")
        link(side, "Send referatet ud")
        knap(side, "Send referatet ud")
        link(side, "Godkend referatet")
        knap(side, "Godkend referatet")
        expect(side.get_by_text("Du har godkendt referatet som regional formand.")).to_be_visible()


def test_two_who_write_on_the_same_item_see_both_texts_and_on_different_items_nothing(browser, portal, moede):
    with som(browser, portal, "formand.region") as den_ene, som(browser, portal, "formand.kommune") as den_anden:
        begynd(den_ene, moede)
        den_anden.goto(f"{moede.adresse}referat/")
        punktet(den_ene, moede, 1).get_by_label("Beslutning").fill("Regionens tekst.")
        expect(punktet(den_ene, moede, 1).locator(".kladde")).to_have_text(GEMT)
        punktet(den_anden, moede, 2).get_by_label("Beslutning").fill("Kommunens punkt.")
        expect(punktet(den_anden, moede, 2).locator(".kladde")).to_have_text(GEMT)

        punktet(den_anden, moede, 1).get_by_label("Beslutning").fill("Kommunens tekst.")
        expect(punktet(den_anden, moede, 1).locator(".kladde")).to_contain_text("En anden har gemt")
        punktet(den_anden, moede, 1).get_by_role("button", name="Gem").click()
        forskelle = den_anden.locator("table")
        expect(forskelle).to_contain_text("Regionens tekst.")
        expect(forskelle).to_contain_text("Kommunens tekst.")
        se_efter(den_anden)
        knap(den_anden, "Gem min tekst alligevel")
        den_anden.wait_for_url("**/referat/**")
        expect(punktet(den_anden, moede, 1).get_by_label("Beslutning")).to_have_value("Kommunens tekst.")


@pytest.fixture
def referatside(browser: Browser, portal: Portal, moede: Proevemoede) -> Iterator[Page]:
    """Minutes being written, in a context that may log the network errors it provokes."""
    kontekst = browser.new_context(base_url=portal.adresse, locale="da-DK")
    side = kontekst.new_page()
    log_ind(side, portal.email("formand.region"), portal.kode)
    begynd(side, moede)
    yield side
    kontekst.close()


def test_an_item_keeps_its_text_when_the_login_runs_out_and_saves_it_after_a_new_one(referatside, portal, moede):
    punkt = punktet(referatside, moede, 1)
    referatside.context.clear_cookies(name="sessionid")
    punkt.get_by_label("Beslutning").fill("Skrevet efter udløb.")
    expect(punkt.locator(".kladde")).to_contain_text("Kladden er ikke gemt. Du er logget ud.")

    with referatside.context.expect_page() as ny:
        punkt.get_by_role("link", name="Log ind i en ny fane").click()
    log_ind(ny.value, portal.email("formand.region"), portal.kode)
    referatside.bring_to_front()
    punkt.get_by_role("button", name="Gem").click()

    expect(punkt.locator(".kladde")).to_have_text(GEMT)
    referatside.reload()
    expect(punkt.get_by_label("Beslutning")).to_have_value("Skrevet efter udløb.")


def test_every_part_saves_itself_when_the_connection_is_back(referatside, moede):
    referatside.context.set_offline(True)
    for nummer in (1, 2):
        punktet(referatside, moede, nummer).get_by_label("Beslutning").fill(f"Skrevet i toget, {nummer}.")
    expect(punktet(referatside, moede, 2).locator(".kladde")).to_contain_text("Der er ingen forbindelse")

    referatside.context.set_offline(False)

    for nummer in (1, 2):
        expect(punktet(referatside, moede, nummer).locator(".kladde")).to_have_text(GEMT)
    referatside.reload()
    for nummer in (1, 2):
        felt = punktet(referatside, moede, nummer).get_by_label("Beslutning")
        expect(felt).to_have_value(f"Skrevet i toget, {nummer}.")
