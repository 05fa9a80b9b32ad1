"""The whole way of a decision: a SOF plans, sends a case up, DAK decides, its chairs approve, and the X has moved."""

import re

import pytest
from playwright.sync_api import Page, expect

from sundhedsaftale.tools.testbrowser import aaben_side, link, se_efter, som
from sundhedsaftale.tools.testportal import Portal

pytestmark = pytest.mark.browser

AAR = 2027
SOF, DAK = "sof-soenderjylland", "dak"
TITEL = "Mere tid til sårbare gravide"
INDSATS = "Aftale om sårbare gravide"
FOELGEGRUPPE = "/organer/foelgegruppen-forebyggelse/portefoelje/"

# The demo's two chairs also chair DAK, so that both can approve.
FORMAND = """
from datetime import date
from organisering.models import Bruger, Medlemskab, Organ, Rolle
for email, rolle in (("formand.region", "regional-formand"), ("formand.kommune", "kommunal-formand")):
    person = Bruger.objects.get(email=f"{email}@demo.example").person
    plads = dict(person=person, organ=Organ.objects.get(slug="dak"), rolle=Rolle.objects.get(slug=rolle))
    Medlemskab.objects.get_or_create(**plads, defaults={"fra": date(2019, 7, 1)})
"""

DAGEN_ER_HER = """
from django.utils import timezone
from organisering.models import Moede
moede = Moede.objects.get(uuid="{uuid}")
moede.starter, moede.slutter = timezone.now(), None
moede.save()
"""


@pytest.fixture
def formaend(portal: Portal) -> None:
    portal.manage("shell", "--no-imports", "-c", FORMAND)


def send(side: Page, tekst: str) -> None:
    """Press a button that sends a form, and wait for the answer."""
    with side.expect_navigation():
        side.get_by_role("button", name=tekst, exact=True).click()


def vaelg(side: Page, felt: str, tekst: str) -> None:
    """Choose the option that holds a text."""
    valg = side.locator(f"#id_{felt} option", has_text=tekst).first
    side.locator(f"#id_{felt}").select_option(valg.get_attribute("value"))


def planlaeg(side: Page, organ: str, dag: str) -> str:
    """Plan a meeting and return the address of its page."""
    side.goto(f"/organer/{organ}/moeder/nyt/")
    side.get_by_label("Dato").fill(dag)
    side.locator("#id_fra").fill("10.00")
    side.locator("#id_til").fill("12.00")
    se_efter(side)
    send(side, "Planlæg mødet")
    expect(side.locator(".alert-success")).to_be_visible()
    return re.sub(r"^https?://[^/]+", "", side.url)


def send_ud_og_hold(side: Page, moede: str) -> None:
    side.goto(moede)
    link(side, "Send dagsordenen ud")
    se_efter(side)
    send(side, "Send dagsordenen ud")
    link(side, "Begynd referatet")
    send(side, "Mødet er afholdt, begynd referatet")


def test_a_decision_goes_from_the_agenda_to_the_cell_it_moves(browser, portal, formaend):
    with som(browser, portal, "sekretariat") as side:
        dak = planlaeg(side, DAK, f"15-03-{AAR}")
        sof = planlaeg(side, SOF, f"01-02-{AAR}")

        # The agenda of the SOF, with its standing items, and a case that goes up.
        link(side, "Skriv dagsordenen")
        send(side, "Begynd dagsordenen")
        expect(side.get_by_text("Godkendelse af dagsorden").first).to_be_visible()
        se_efter(side)
        link(side, "Tilføj punkt")
        side.get_by_label("Titel").fill(TITEL)
        send(side, "Opret punktet")
        side.get_by_label("Sagsresumé").fill("Samarbejdet kommer senere i gang end ventet.")
        side.get_by_label("Sagsfremstilling").fill("Parterne mangler tid til at forberede det.")
        side.get_by_label("Uenighed mellem parterne").fill("Almen praksis ønsker at begynde i 2021.")
        side.locator("textarea[name^=indstilling]").first.fill("DAK flytter indsatsen fra 2021 til 2022")
        se_efter(side)
        send(side, "Gem punktet")
        side.goto(sof)
        expect(side.locator(".punkt", has_text=TITEL).locator(".uenighed")).to_have_count(2)
        side.get_by_role("link", name=re.compile(r"^Send til DAK\s*: Mere tid")).click()
        se_efter(side)
        side.get_by_label(re.compile(f"15. marts {AAR}")).check()
        send(side, "Send sagen")

        # DAK has got it with all its texts; what its decision changes is said there.
        side.goto(dak)
        punkt = side.locator(".punkt", has_text=TITEL)
        expect(punkt.get_by_text("DAK flytter indsatsen fra 2021 til 2022")).to_be_visible()
        expect(punkt.get_by_text("Sendt fra")).to_be_visible()
        side.get_by_role("link", name=re.compile("^Ret Mere tid")).click()
        link(side, "Emner og virkninger")
        se_efter(side)
        vaelg(side, "emne_indsats", INDSATS)
        send(side, "Tilføj emne")
        vaelg(side, "post", INDSATS)
        side.get_by_label("flytter X til året fra et andet år").check()
        vaelg(side, "aar", "2022")
        vaelg(side, "fra_aar", "2021")
        send(side, "Tilføj virkning")
        expect(side.locator(".opgave__tekst", has_text="X sættes i 2022")).to_be_visible()
        se_efter(side)

        # The day comes: a decision on every item, then the minutes go to the chairs.
        portal.manage("shell", "--no-imports", "-c", DAGEN_ER_HER.format(uuid=dak.strip("/").split("/")[-1]))
        send_ud_og_hold(side, dak)
        se_efter(side)
        for felt in side.locator("textarea[name$=beslutning]").all():
            felt.fill("Indstillingen blev godkendt.")
            with side.expect_response(lambda svar: svar.request.method == "POST"):
                felt.blur()
        link(side, "Send referatet ud")
        se_efter(side)
        send(side, "Send referatet ud")
        expect(side.get_by_text("Venter på:")).to_be_visible()
        side.goto(FOELGEGRUPPE)
        expect(side.get_by_role("button", name=f"2022: {INDSATS}", exact=True)).to_have_attribute(
            "aria-pressed", "false"
        )

    for formand in ("formand.region", "formand.kommune"):
        with som(browser, portal, formand) as side:
            side.goto(dak)
            link(side, "Godkend referatet")
            se_efter(side)
            send(side, "Godkend referatet")

    with som(browser, portal, "sekretariat") as side:
        side.goto(dak)
        expect(side.get_by_text("Referat godkendt").first).to_be_visible()
        expect(side.get_by_text("X flyttes fra 2021 til 2022")).to_be_visible()
        link(side, "Offentliggør referatet")
        se_efter(side)
        send(side, "Offentliggør referatet")

    # Everybody sees the X where it is now, and reads why.
    with aaben_side(browser, portal.adresse) as side:
        side.goto(FOELGEGRUPPE)
        raekke = side.get_by_role("row", name=re.compile(INDSATS))
        flyttet = raekke.get_by_role("link", name=re.compile("^planlagt, besluttet: DAK .*, pkt. "))
        expect(flyttet).to_have_count(1)
        se_efter(side)
        flyttet.click()
        expect(side).to_have_url(re.compile(r"/moeder/.*#punkt-\d+$"))
        punkt = side.locator(".punkt", has_text=TITEL)
        expect(punkt.get_by_text("Indstillingen blev godkendt.")).to_be_visible()
        expect(punkt.get_by_text("X flyttes fra 2021 til 2022")).to_be_visible()
        se_efter(side)
        link(side, "Sagens gang")
        # The SOF has published nothing, so its treatment is not told.
        expect(side.locator("main h2")).to_have_text([re.compile("^DAK, ")])
        se_efter(side)
        side.goto("/soeg/?q=gravide")
        expect(side.get_by_role("link", name=TITEL).first).to_be_visible()
        se_efter(side)
