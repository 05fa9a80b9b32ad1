"""Spreadsheets that a meeting plan comes in."""

from datetime import date, datetime, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from organisering.models import Moede
from organisering.tests.factories import (
    MoedeFactory,
    OrganFactory,
    sekretariatsbruger,
)
from organisering.tests.moedeplanscene import MARTS, bekraeft, csv, kl, linjer, send, xlsx

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def organ():
    return OrganFactory(navn="Det Administrative Kontaktforum", kortnavn="DAK", slug="dak")


@pytest.fixture
def bruger(organ):
    return sekretariatsbruger(organ.region)


@pytest.fixture
def sekretariat(client, bruger):
    client.force_login(bruger, MOTOR)
    return client


def test_excel_cells_headings_in_any_order_and_lines_above_them_are_understood(sekretariat, organ):
    fil = xlsx(
        ["Mødeplan 2027"],
        [],
        ["Sted", "Starttid", "Bemærkning", "Mødedato", "FORUM", "Slut:"],
        ["Regionshuset", time(10), "husk kage", datetime(2027, 3, 16), "DAK", time(12)],
        [None, 0.4375, None, date(2027, 6, 15), "Dak", 0.5],
        [None, "10.00-12.30", None, "21-09-2027", "dak", None],
    )

    bekraeft(sekretariat, send(sekretariat, fil))

    assert [(m.starter, m.slutter, m.sted) for m in Moede.objects.all()] == [
        (kl(MARTS, 10), kl(MARTS, 12), "Regionshuset"),
        (kl(date(2027, 6, 15), 10, 30), kl(date(2027, 6, 15), 12), ""),
        (kl(date(2027, 9, 21), 10), kl(date(2027, 9, 21), 12, 30), ""),
    ]


@pytest.mark.parametrize(
    ("overskrift", "linje", "kodning"),
    [
        ("Organ;Dato;Fra;Sted", "DAK;16-03-2027;10.00;Sønderjylland, Aabenraa", "cp1252"),
        ("Organ,Dato,Fra,Sted", 'DAK,16-03-2027,10.00,"Sønderjylland, Aabenraa"', "utf-8"),
        ("Organ;Dato;Fra;Sted", "DAK;16-03-2027;10.00;Sønderjylland, Aabenraa", "utf-8-sig"),
    ],
)
def test_danish_letters_and_either_separator_are_read(sekretariat, organ, overskrift, linje, kodning):
    bekraeft(sekretariat, send(sekretariat, csv(linje, overskrift=overskrift, kodning=kodning)))

    assert Moede.objects.get().sted == "Sønderjylland, Aabenraa"


@pytest.mark.parametrize(
    ("linje", "saetning"),
    [
        (";16-03-2027;10.00;;;", "Skriv, hvilket organ der mødes."),
        ("DAK;;10.00;;;", "Skriv en dato."),
        ("DAK;16-03-1927;10.00;;;", "Skriv et årstal fra 1990 til 2100."),
        ("DAK;16-03-2027;;;;", "Skriv, hvornår mødet begynder."),
        ("DAK;16-03-2027;25.00;;;", "Skriv et klokkeslæt, fx 10.00."),
        ("DAK;16-03-2027;10.00;9.00;;", "Mødet kan ikke slutte, før det begynder."),
        ("DAK;16-03-2027;10.00;;;Fest", "Slags skal være ordinært møde, ekstraordinært møde eller dialogmøde."),
        ("DAK;16-03-2027;10.00;;" + "x" * 201 + ";", "Stedet må højst fylde 200 tegn."),
        (
            'DAK;16-03-2027;10.00;;"=HYPERLINK(""http://ond.example"";""Klik"")";',
            "Cellen under sted er en formel. Sæt værdien ind i stedet.",
        ),
        ("DAK;01-01-2030;10.00;;;", "DAK findes kun til og med 31. december 2029."),
        ("Andet;01-01-2027;10.30;;;", "Andet har allerede et møde 1. januar 2027 kl. 10.00–12.00."),
        ("DAK;02-02-2027;10.00;;;", "Mødet er holdt og kan ikke flyttes."),
        ("DAK;03-03-2027;12.00;;;", "Organet har flere møder den dag. Ret mødet i portalen."),
    ],
)
def test_a_row_that_cannot_stand_says_why(sekretariat, organ, linje, saetning):
    organ.gyldig_til = date(2029, 12, 31)
    organ.save()
    andet = OrganFactory(region=organ.region, kortnavn="Andet", slug="andet")
    nytaar = date(2027, 1, 1)
    MoedeFactory(organ=organ, starter=kl(nytaar, 10), slutter=kl(nytaar, 12)).gem_med(faelles_med=[andet])
    MoedeFactory(organ=organ, starter=kl(date(2027, 2, 2), 9), afholdt=True)
    for time_ in (8, 15):
        MoedeFactory(organ=organ, starter=kl(date(2027, 3, 3), time_))

    assert linjer(send(sekretariat, csv(linje))) == [(2, "fejl", saetning)]


@pytest.mark.parametrize(
    ("fil", "saetning"),
    [
        (csv(overskrift="Organ;Dato;Fra"), "Der er ingen møder under overskrifterne."),
        (csv("DAK;16-03-2027", overskrift="Hvem;Hvornår"), "Arket mangler overskrifterne organ, dato og fra."),
        (SimpleUploadedFile("plan.csv", b""), "Filen er tom."),
        (SimpleUploadedFile("plan.csv", b"\n\n"), "Arket mangler overskrifterne organ, dato og fra."),
        (SimpleUploadedFile("plan.pdf", b"%PDF-1.7"), "Filen skal være af typen xlsx eller csv."),
        (SimpleUploadedFile("plan.xlsx", b"PK\x03\x04 noget"), "Filen kan ikke læses som xlsx."),
        (csv(*["DAK;16-03-2027;10.00"] * 10_000), "Arket har mere end 500 rækker. Del det i flere filer."),
    ],
)
def test_a_file_that_is_no_plan_is_told_in_a_sentence(sekretariat, organ, fil, saetning):
    fil.seek(0)

    svar = send(sekretariat, fil)

    assert (svar.status_code, svar.context["form"].errors) == (422, {"fil": [saetning]})


def test_no_file_is_told(sekretariat):
    svar = sekretariat.post(reverse("organisering:moedeimport"), {})

    assert svar.context["form"].errors == {"fil": ["Vælg den fil, mødeplanen står i."]}


def test_a_formula_in_a_workbook_is_text_that_is_shown_as_an_error(sekretariat, organ):
    svar = send(
        sekretariat, xlsx(["Organ", "Dato", "Fra"], ['=HYPERLINK("http://ond.example";"DAK")', MARTS, time(10)])
    )

    assert linjer(svar) == [(2, "fejl", "Cellen under organ er en formel. Sæt værdien ind i stedet.")]
    assert "=HYPERLINK(&quot;http://ond.example&quot;" in svar.content.decode()
    assert 'href="http://ond.example' not in svar.content.decode()
