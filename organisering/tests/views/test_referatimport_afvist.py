"""Minutes that are not read in, and why."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from organisering.models import Moede
from organisering.tests.factories import OrganFactory, sekretariatsbruger
from organisering.tests.laesning.dokumenter import KOMMUNALT
from organisering.tests.referatimportscene import bekraeftet, send, tekst

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"
INTET = "Teksten ligner ikke et referat"
# No number anybody has: the serial is all zeros.
CPR = "010199-0000"


@pytest.fixture
def organ():
    return OrganFactory(navn="Social- og Sundhedsudvalget", slug="udvalget")


@pytest.fixture
def skriver(client, organ):
    client.force_login(sekretariatsbruger(organ.region), MOTOR)
    return client


@pytest.mark.parametrize("trin", ["", "gem"])
def test_text_that_is_no_minutes_is_told_at_the_field_and_kept(skriver, trin) -> None:
    svar = send(skriver, **bekraeftet(trin=trin, tekst="Kære alle\n\nTak for i dag."))

    assert svar.status_code == 422
    assert INTET in tekst(svar)
    assert svar.context["form"]["tekst"].value() == "Kære alle\n\nTak for i dag."


@pytest.mark.parametrize("trin", ["", "gem"])
def test_cpr_number_stops_with_line_and_character_and_is_never_shown_again_as_an_error(skriver, trin) -> None:
    svar = send(skriver, **bekraeftet(trin=trin, tekst=f"{KOMMUNALT}\nBorgeren {CPR} klagede."))

    assert svar.status_code == 422
    fejl = svar.context["form"].errors["tekst"][0]
    linje = len(KOMMUNALT.splitlines()) + 2
    assert fejl == f"Teksten indeholder et CPR-nummer (linje {linje}, tegn 10). Fjern nummeret, og prøv igen."
    assert Moede.objects.count() == 0


def test_cpr_number_in_a_file_stops_and_is_not_echoed(skriver) -> None:
    svar = send(skriver, fil=SimpleUploadedFile("referat.txt", f"{KOMMUNALT}\n{CPR}".encode()))

    assert svar.status_code == 422
    assert "Teksten indeholder et CPR-nummer" in svar.context["form"].errors["fil"][0]
    assert CPR not in tekst(svar)


def test_ten_digits_are_asked_about_and_the_answer_travels_along(skriver) -> None:
    cifre = KOMMUNALT.replace("Intet.", "Sagen har nummer 0101990000.")

    spurgt = send(skriver, tekst=cifre)
    svaret = send(skriver, tekst=cifre, cpr_bekraeftet="on")

    assert (spurgt.status_code, svaret.status_code) == (422, 200)
    assert '<input type="hidden" name="cpr_bekraeftet" value="on">' in tekst(svaret)
    assert send(skriver, **bekraeftet(tekst=cifre, cpr_bekraeftet="on")).status_code == 302


@pytest.mark.parametrize(
    ("fil", "saetning"),
    [
        (SimpleUploadedFile("referat.pdf", b"%PDF-1.7"), "Filen skal være af typen txt."),
        (SimpleUploadedFile("referat.txt", b"%PDF-1.7"), "Indholdet er ikke af typen txt."),
        (SimpleUploadedFile("referat.txt", b""), "Filen er tom."),
        (SimpleUploadedFile("referat.txt", b"\x81\x8d"), "tegnsæt kan ikke læses"),
        (SimpleUploadedFile("referat.txt", b"a\n" * 150_001), "Teksten må højst fylde 300.000 tegn."),
    ],
)
def test_file_of_the_wrong_kind_is_told_at_the_field(skriver, fil, saetning) -> None:
    fil.seek(0)
    svar = send(skriver, fil=fil)

    assert svar.status_code == 422
    assert saetning in svar.context["form"].errors["fil"][0]


def test_nothing_at_all_is_told(skriver) -> None:
    svar = send(skriver, tekst="")

    assert svar.status_code == 422
    assert "Sæt referatets tekst ind, eller vælg en tekstfil." in tekst(svar)


def test_more_items_than_a_meeting_has_room_for_is_told(skriver) -> None:
    punkter = "".join(f"{nummer}. Punkt\nBeslutning\nOk\n" for nummer in range(1, 302))

    svar = send(skriver, tekst=f"Referat af møde i Udvalget den 6. maj 2015\n{punkter}")

    assert svar.status_code == 422
    assert "Teksten har flere end 300 punkter." in tekst(svar)


def test_text_that_is_too_long_is_told(skriver) -> None:
    svar = send(skriver, tekst="a" * 300_001)

    assert svar.status_code == 422
    assert "Teksten må højst fylde 300.000 tegn." in tekst(svar)
