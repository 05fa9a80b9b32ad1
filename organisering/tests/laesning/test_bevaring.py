"""What stands in the text is found again in the reading, whatever order it comes in."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organisering.laesning import laes_referat, som_json
from organisering.laesning.etiketter import ALLE, DOKUMENTORD
from organisering.laesning.inventar import INVENTAR
from organisering.laesning.overskrifter import OVERSKRIFTER
from organisering.tests.laesning.dokumenter import ALLE as SKREVNE
from organisering.tests.laesning.dokumenter_web import ALLE as FRA_NETTET

DOKUMENTER = {**SKREVNE, **FRA_NETTET}
HOVED = "Referat fra møde i Opdigtet Udvalg den 6. maj 2015 kl. 13:00-15:00\n"
RAMME = (
    "1 (Åben) Første punkt",
    "2 (Lukket) Andet punkt",
    "3. Tredje punkt",
    "Ad 4.",
    "Pkt. 5: Femte punkt",
    "2.13 Med to tal",
    "LUKKET PUNKT – Lukket uden nummer",
    "Indholdsfortegnelse",
    "Dagsorden:",
    "Sagsresumé",
    "Sagsfremstilling",
    "Økonomi:",
    "Indstilling",
    "Det indstilles, at",
    "Beslutning",
    "Fraværende",
    "Bilag",
    "Deltagere:",
    "Afbud:",
    "Sagsnr. 12/838",
    "Mødested:",
    "til",
    "mødet i",
    "Side 3 af 12",
    ".",
    "-",
    "",
    "",
)
# Each line carries one word that occurs nowhere else; it must not get lost.
INDHOLD = (
    "{}",
    "{}.",
    "- {}",
    "1. {}",
    "2) {}",
    "7 {}",
    "12. {} og mere",
    "1 (Åben) {}",
    "1 (Åben) {} 8",
    "Punkt 4 om {}",
    "Punkt 6: {}",
    "Ad 2. {}",
    "LUKKET PUNKT {}",
    "Afbud fra {} til onsdag",
    "Afbud: {}",
    "Deltagere: {}, direktør",
    "Opdigtet {}",
    "Opdigtet {}, direktør, Opfundet Kommune",
    "Opdigtet Formand, {}",
    "Opdigtet Formand ({})",
    "Opdigtet Vikarsen, suppleant for Opdigtet {}",
    "Formand: Opdigtet {}",
    "Medlem {}",
    "Opfundet Region {}:",
    "Opfundet Region {}",
    "{} Kommune",
    "Fra {} Kommune: Opdigtet Formand",
    "Konsulent {}",
    "{} Andersen (A) og Bo Berg deltog ikke i behandlingen af sagen.",
    "Anna {} (A)- deltog ikke i behandlingen af punkt: 6",
    "Lægefaglig direktør Anna {}, Opfundet Hospital",
    "Direktør {}",
    "• {}",
    "fold dette punkt ind Resume {}",
    "fold dette punkt ind Beslutning i {} den 6. maj 2015",
    "Behandling i {} onsdag den 6. maj 2015, pkt. 1",
    "Opdigtet Udvalg Brevid: 123 {}",
    "Sagsnr.: 330-2020-164 {} Åbent",
    "Alle medlemmer var mødt undtagen Anna {}, der havde meldt afbud.",
    "{} Udvalg - Referat - 6. maj 2015",
    "Sagsnr.: 330-2020-164 Åbent",
    "Fraværende:",
    "1. Samme (B)",
    "1. Samme (B)",
    "Formand",
    "Læge",
    "Opdigtet Formand",
    "| {} | tal |",
    "at | {} |",
    "Navn\t{}",
    "Bilag {} vedlægges",
    "Bilag: {}",
    "Notat om {} (DokID: 1234567 - EMN-2021-00001)",
    "Notat (DokID: 1234567 - {})",
    "Notat ({} EMN-2021-00001)",
    "Beslutning: {}",
    "Beslutning fra {} den 3. maj 2019",
    "Indstilling: {} indstiller, at sagen drøftes",
    "{} indstiller til udvalget, at sagen drøftes",
    "Udvalget indstiller til {}, at sagen drøftes",
    "Det indstilles, at {}",
    "Dato: {}",
    "Dato: 6. maj 2015 {}",
    "Tid: kl. 13.00 {}",
    "Sted: {}",
    "Referat: {}",
    "Type: {}",
    "Sagsnr. 12/838 {}",
    "den 6. maj 2015 kl. 13:00 {}",
    "Mødet sluttede kl. 12 {}",
    "## {}",
    "**{}**",
    "**{}:** mere",
    "Søg {}",
    "Side 3 af {}",
)


def ord_i(referat: object) -> str:
    return json.dumps(referat, ensure_ascii=False)


def alt_i(tekst: str) -> str:
    """Everything a reading holds, furniture too."""
    laest = laes_referat(tekst)
    return ord_i(som_json(laest)) + " ".join(linje.tekst for linje in laest.inventar)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(RAMME), st.sampled_from(INDHOLD)), min_size=1, max_size=25))
def test_every_word_of_the_content_is_found_again(skabeloner: list[str]) -> None:
    linjer, ordene = [], []
    for nr, skabelon in enumerate(skabeloner):
        ordet = f"Kvidder{chr(97 + nr // 20)}{chr(97 + nr % 20)}"
        linjer.append(skabelon.format(ordet))
        ordene += [ordet] if "{}" in skabelon else []

    fundet = alt_i(HOVED + "\n".join(linjer))

    assert [ordet for ordet in ordene if ordet not in fundet] == []


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(alphabet="abæøåÅB 1.,:;-–()|*#\t\u00a0\u00adÉ/", max_size=40), max_size=20))
def test_every_word_of_any_text_is_found_again(linjer: list[str]) -> None:
    tekst = "\n".join(linjer).replace("\u00ad", "")

    fundet = alt_i(HOVED + tekst)

    assert [o for o in re.findall(r"[^\W\d_]{2,}", tekst) if o not in fundet] == []


def kendte_ord() -> set[str]:
    """Words that are understood and stand for something else in the reading: labels, headings, dates."""
    faste = [*ALLE, *DOKUMENTORD, *INVENTAR, *(o for ord_ in OVERSKRIFTER.values() for o in ord_)]
    andre = (
        "ad pkt punkt tekst side lukket åben sagsnr sagnr brevid dok nr dokid kl den til mødet møde i fra og at d af "
        "indstiller indstilles administrationen januar februar marts april maj november december august torsdag fredag "
        "indhold dagsorden beslutningspunkter lukkede punkter type orientering drøftelse suppleant for nr titel navn "
        "organisation forslag ingen afbud emn a b sag på dagsordenen formand fold dette punkt ind sag behandling pkt "
        "onsdag alle medlemmer var mødt undtagen der havde meldt blev"
    )
    return {o for tekst in (*faste, andre) for o in re.findall(r"[^\W\d_]+", tekst.casefold())}


@pytest.mark.parametrize("navn", DOKUMENTER)
def test_every_word_of_the_examples_is_read_or_known(navn: str) -> None:
    tekst = DOKUMENTER[navn].replace("\u00ad", "")
    fundet = alt_i(tekst).casefold()
    kendte = kendte_ord()

    mangler = [o for o in re.findall(r"[^\W\d_]{2,}", tekst.casefold()) if o not in fundet and o not in kendte]

    assert mangler == []
