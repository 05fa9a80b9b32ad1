"""DAK places a task that stood nowhere and changes a target; portfolio and target cite the decision."""

import re

import pytest
from playwright.sync_api import Page, expect

from sundhedsaftale.tools.testbrowser import aaben_side, link, se_efter, som
from sundhedsaftale.tools.testportal import Portal

pytestmark = pytest.mark.browser

TITEL = "Placering af ledelsesinformation"
OPGAVE, ORGAN, MAALTAL = "Ledelsesinformation", "Følgegruppen for forebyggelse", "Andel unge, der ryger"
AFTALE = "/aftaler/sundhedsaftalen-2019-2023"

# A meeting of DAK that was held today, with one item; the demo's two chairs chair DAK too.
MOEDET = """
from datetime import date
from django.utils import timezone
from indsatser.models import Maaltal, Punktemne, Indsats
from organisering.models import Bruger, Dagsordenspunkt, Medlemskab, Moede, Organ, Rolle, Sag
dak = Organ.objects.get(slug="dak")
for email, rolle in (("formand.region", "regional-formand"), ("formand.kommune", "kommunal-formand")):
    person = Bruger.objects.get(email=f"{email}@demo.example").person
    plads = dict(person=person, organ=dak, rolle=Rolle.objects.get(slug=rolle))
    Medlemskab.objects.get_or_create(**plads, defaults={"fra": date(2019, 7, 1)})
moede = Moede.objects.create(organ=dak, starter=timezone.now(), tilstand="afholdt")
sag = Sag.objects.create(titel="%s", organ=dak)
punkt = Dagsordenspunkt.objects.create(moede=moede, sag=sag, titel="%s", raekkefoelge=1, nummer="1")
Punktemne.objects.create(punkt=punkt, indsats=Indsats.objects.get(titel="%s"))
print(moede.uuid, punkt.pk, Maaltal.objects.get(betegnelse="%s").pk)
"""


def send(side: Page, tekst: str) -> None:
    """Press a button that sends a form, and wait for the answer."""
    with side.expect_navigation():
        side.get_by_role("button", name=tekst, exact=True).click()


def vaelg(side: Page, felt: str, tekst: str) -> None:
    """Choose the option that holds a text."""
    valg = side.locator(f"#id_{felt} option", has_text=tekst).first
    side.locator(f"#id_{felt}").select_option(valg.get_attribute("value"))


def test_a_decision_places_a_task_and_changes_a_target(browser, portal: Portal) -> None:
    uuid, punkt, maaltal = portal.manage(
        "shell", "--no-imports", "-c", MOEDET % (TITEL, TITEL, OPGAVE, MAALTAL)
    ).split()
    moede, maalside = f"/moeder/{uuid}/", f"/maaltal/{maaltal}/"

    with som(browser, portal, "sekretariat") as side:
        side.goto(f"{AFTALE}/ikke-placeret/")
        expect(side.locator(".opgave")).to_have_count(7)
        se_efter(side)

        # What the decision places, with its years; what it does not choose is told.
        side.goto(f"/punkter/{punkt}/virkninger/")
        link(side, "Placering af en indsats")
        send(side, "Tilføj virkning")
        expect(side.get_by_text("Vælg det organ, indsatsen placeres i.").first).to_be_visible()
        vaelg(side, "indsats", OPGAVE)
        vaelg(side, "organ", ORGAN)
        for aar in ("2022", "2023"):
            side.get_by_label(aar, exact=True).check()
        send(side, "Tilføj virkning")
        expect(side.get_by_text(f"{ORGAN}: placeres i porteføljen med X i 2022 og 2023")).to_be_visible()
        se_efter(side)

        # And the target it changes.
        link(side, "Mål")
        vaelg(side, "maaltal", MAALTAL)
        side.locator("#id_maal").fill("1.5")
        send(side, "Tilføj virkning")
        expect(side.locator("#id_maal_error")).to_be_visible()  # what is ambiguous is asked about
        side.locator("#id_maal").fill("8,5")
        side.locator("#id_maalaar").fill("2023")
        send(side, "Tilføj virkning")
        expect(side.locator(".opgave__tekst", has_text="målet bliver højst 8,5")).to_be_visible()
        se_efter(side)

        side.goto(f"{moede}referat/")
        felt = side.locator("textarea[name$=beslutning]").first
        felt.fill("Indstillingen blev godkendt.")
        with side.expect_response(lambda svar: svar.request.method == "POST"):
            felt.blur()
        link(side, "Send referatet ud")
        send(side, "Send referatet ud")
        side.goto(f"{AFTALE}/ikke-placeret/")
        opgave = side.locator(".opgave", has_text=OPGAVE)
        expect(opgave.get_by_text("(når referatet er godkendt)")).to_be_visible()
        se_efter(side)

    for formand in ("formand.region", "formand.kommune"):
        with som(browser, portal, formand) as side:
            side.goto(f"{moede}referat/godkend/")
            send(side, "Godkend referatet")

    with som(browser, portal, "sekretariat") as side:
        side.goto(moede)
        link(side, "Offentliggør referatet")
        send(side, "Offentliggør referatet")
        side.goto(f"{AFTALE}/kontrol/")
        expect(side.get_by_role("heading", name=re.compile(r"Indsatser uden organ \(6\)"))).to_be_visible()
        se_efter(side)

    with aaben_side(browser, portal.adresse) as side:
        side.goto(f"{AFTALE}/ikke-placeret/")
        expect(side.locator(".opgave")).to_have_count(6)
        side.goto("/organer/foelgegruppen-forebyggelse/portefoelje/")
        kryds = side.get_by_role("row", name=re.compile(OPGAVE)).get_by_role("link", name=re.compile("besluttet: DAK"))
        expect(kryds).to_have_count(2)
        side.goto(maalside)
        expect(side.get_by_text(re.compile("Ændret fra .*10.* til .*8,5"))).to_be_visible()
        side.get_by_role("link", name=re.compile("^DAK ")).first.click()
        expect(side).to_have_url(re.compile(rf"{uuid}.*#punkt-{punkt}$"))
        expect(side.get_by_text(f"{OPGAVE} ({ORGAN}): placeres i porteføljen med X i 2022 og 2023")).to_be_visible()
        se_efter(side)
