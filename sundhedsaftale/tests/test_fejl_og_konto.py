"""Error pages, mail and two-factor, which the portal words itself."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from organisering.models import Bruger


@pytest.mark.parametrize("kode", ["400", "403_csrf", "413", "500"])
def test_error_page_needs_neither_context_nor_database(kode):
    kilde = render_to_string(f"{kode}.html")

    assert 'lang="da"' in kilde
    assert 'href="/"' in kilde


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("email", "emne", "ord"),
    [
        ("kendt@eksempel.dk", "Sundhedsaftaleportalen: Vælg ny adgangskode", "Åbn linket"),
        ("ukendt@eksempel.dk", "Sundhedsaftaleportalen: Ingen konto med den adresse", "ingen konto med den adresse"),
    ],
)
def test_mail_about_a_lost_password_is_plain_danish(client: Client, email: str, emne: str, ord: str):
    Bruger.objects.create_user("kendt@eksempel.dk", "en-lang-adgangskode", navn="Kendt Bruger")

    client.post(reverse("account_reset_password"), {"email": email})

    (brev,) = mail.outbox
    assert brev.subject == emne
    assert ord in brev.body
    assert "signup" not in brev.body


@pytest.mark.django_db
def test_invited_user_can_turn_two_factor_on(client: Client):
    bruger = Bruger.objects.create_user("kendt@eksempel.dk", "en-lang-adgangskode", navn="Kendt Bruger")
    EmailAddress.objects.create(user=bruger, email=bruger.email, verified=False, primary=True)
    client.post(reverse("account_login"), {"login": bruger.email, "password": "en-lang-adgangskode"})
    client.post(reverse("account_reauthenticate"), {"password": "en-lang-adgangskode"})

    response = client.get(reverse("mfa_activate_totp"))

    assert "Slå to-faktor-login til" in response.content.decode()
