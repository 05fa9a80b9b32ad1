"""The agenda in a real browser: begun, filled, arranged by keyboard, sent up, sent out and published, with and without
JavaScript."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from sundhedsaftale.tools.testbrowser import aaben_side, axe, knap, log_ind
from sundhedsaftale.tools.testportal import Portal

pytestmark = pytest.mark.browser

NYE_MOEDER = """
from datetime import timedelta
from django.db.models import Max
from django.utils import timezone
from organisering.models import Moede, Organ
organ = Organ.objects.get(slug="implementeringsgruppen-forebyggelse")
for sted in (organ, organ.refererer_til):
    sidste = max(sted.moeder.aggregate(Max("starter"))["starter__max"] or timezone.now(), timezone.now())
    print(Moede.objects.create(organ=sted, starter=sidste + timedelta(days=30)).uuid)
"""
FASTE = ["Godkendelse af dagsorden", "Godkendelse af referat", "Skriftlige beretninger", "Eventuelt"]


@pytest.fixture
def moeder(portal: Portal) -> list[str]:
    """The pages of two planned meetings, of a group and of the body it refers to."""
    return [f"/moeder/{uuid}/" for uuid in portal.manage("shell", "--no-imports", "-c", NYE_MOEDER).split()[-2:]]


@pytest.fixture(params=[True, False], ids=["JavaScript", "no JavaScript"])
def side(request: pytest.FixtureRequest, browser: Browser, portal: Portal) -> Iterator[Page]:
    with aaben_side(browser, portal.adresse, java_script_enabled=request.param) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        yield side


def titler(side: Page) -> list[str]:
    return side.locator(".bygning__titel").all_inner_texts()


def tilfoej(side: Page, titel: str) -> None:
    side.get_by_role("link", name="Tilføj punkt").first.click()
    side.get_by_label("Titel").fill(titel)
    knap(side, "Opret punktet")


def test_an_agenda_is_built_sent_up_sent_out_and_published(side, moeder):
    moede = moeder[0]
    side.goto(moede)
    side.get_by_role("link", name="Skriv dagsordenen").first.click()
    knap(side, "Begynd dagsordenen")
    tilfoej(side, "Fælles tavler")
    side.get_by_label("Sagsfremstilling").fill("Tavlerne afprøves i to kommuner.")
    side.get_by_label("Indstilling 1").fill("tavlerne indføres")
    knap(side, "Tilføj en indstilling")
    side.get_by_label("Indstilling 2").fill("der gøres status efter et år")
    side.get_by_label("Uenighed mellem parterne").fill("Kommunerne ønsker et år mere.")
    knap(side, "Gem punktet")
    tilfoej(side, "Personsag")
    side.get_by_label("Punktet er lukket").check()
    knap(side, "Gem punktet")
    side.get_by_label("Offentlig titel").fill("En sag om personale")
    knap(side, "Gem den offentlige ordlyd")
    side.get_by_role("button", name="Flyt op: Personsag").click()
    expect(side.locator(".bygning__titel").nth(2)).to_have_text("Personsag")
    assert titler(side) == [*FASTE[:2], "Personsag", "Fælles tavler", *FASTE[2:]]

    side.goto(moede)
    expect(side.get_by_text("Kommunerne ønsker et år mere.")).to_have_count(2)
    side.get_by_role("link", name=re.compile("Send til .*Fælles tavler")).click()
    side.get_by_role("radio").first.check()
    knap(side, "Send sagen")
    expect(side.get_by_text("Fælles tavler er sendt til")).to_be_visible()
    side.get_by_text(re.compile("^Sendt til")).get_by_role("link").click()
    expect(side.get_by_role("heading", name="Fælles tavler").first).to_be_visible()
    expect(side.get_by_text(re.compile("^Implementeringsgruppen .* indstiller, at$")).first).to_be_visible()

    side.goto(moede)
    side.get_by_role("link", name="Send dagsordenen ud").click()
    knap(side, "Send dagsordenen ud")
    side.get_by_role("link", name="Offentliggør dagsordenen").click()
    expect(side.get_by_role("heading", name="En sag om personale")).to_be_visible()
    expect(side.get_by_text("Personsag")).to_have_count(0)
    knap(side, "Offentliggør dagsordenen")
    expect(side.get_by_text("Dagsordenen er offentliggjort. Alle kan læse den her.")).to_be_visible()


def test_an_item_is_arranged_by_keyboard_and_the_focus_follows_it(browser, portal, moeder):
    with aaben_side(browser, portal.adresse) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        side.goto(f"{moeder[0]}dagsorden/")
        knap(side, "Begynd dagsordenen")
        pil = side.get_by_role("button", name="Flyt op: Eventuelt")
        pil.focus()
        side.keyboard.press("Enter")
        expect(side.locator("#besked")).to_have_text("Eventuelt er nu punkt 3.")
        expect(pil).to_be_focused()
        # The button has the focus a moment before htmx has taken hold of it.
        expect(side.locator(".htmx-request, .htmx-added, .htmx-settling")).to_have_count(0)
        side.keyboard.press("Enter")
        expect(side.locator("#besked")).to_have_text("Eventuelt er nu punkt 2.")
        expect(pil).to_be_focused()

        assert titler(side) == [FASTE[0], FASTE[3], FASTE[1], FASTE[2]]


def test_a_draft_saves_itself_with_its_recommendations(browser, portal, moeder):
    with aaben_side(browser, portal.adresse) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        side.goto(f"{moeder[0]}punkter/nyt/")
        side.get_by_label("Titel").fill("Kladdesag")
        knap(side, "Opret punktet")
        for tekst in ("først dette", "så dette"):
            side.get_by_label("Indstilling 1").fill(tekst)
            with side.expect_response(lambda svar: svar.request.method == "POST" and svar.status == 200):
                side.get_by_label("Sagsresumé").fill(f"Om {tekst}")
            expect(side.locator("#kladde")).to_contain_text("Kladde gemt kl.")

        side.goto(side.url)

        expect(side.get_by_label("Indstilling 1")).to_have_value("så dette")
        expect(side.get_by_label("Sagsresumé")).to_have_value("Om så dette")


@pytest.mark.parametrize("bredde", [1280, 320])
def test_the_agenda_s_pages_are_sound_at_every_width(browser, portal, moeder, bredde):
    moede = moeder[0]
    with aaben_side(browser, portal.adresse, viewport={"width": bredde, "height": 900}) as side:
        log_ind(side, portal.email("sekretariat"), portal.kode)
        sider = [moede, f"{moede}dagsorden/", f"{moede}punkter/nyt/", f"{moede}dagsorden/udsend/"]
        for adresse in sider:
            side.goto(adresse)
            se_efter(side, bredde)
        side.goto(f"{moede}dagsorden/")
        knap(side, "Begynd dagsordenen")
        tilfoej(side, "En sag")
        punkt = side.url.removesuffix("rediger/")
        for adresse in (
            *sider,
            f"{moede}dagsorden/udgiv/",
            *(punkt + del_ for del_ in ("rediger/", "ordlyd/", "send/")),
        ):
            side.goto(adresse)
            se_efter(side, bredde)
        for adresse in (f"{punkt}slet/", f"{punkt}bilag/nyt/"):
            side.goto(adresse)
            se_efter(side, bredde)


def se_efter(side: Page, bredde: int) -> None:
    axe(side)
    assert side.evaluate("document.documentElement.scrollWidth") <= bredde, side.url
