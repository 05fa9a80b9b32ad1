"""Minutes sent to be read in, in tests."""

from django.urls import reverse

from organisering.tests.laesning.dokumenter import KOMMUNALT


def send(client, **data):
    return client.post(reverse("organisering:referat-indlaes", args=["udvalget"]), data)


def bekraeftet(**andet):
    svar = {"trin": "gem", "tekst": KOMMUNALT, "dato": "21-08-2012", "fra": "09.00", "til": "", "sted": "Mødelokale 2"}
    return {**svar, "rigtigt_organ": "on", **andet}


def tekst(svar) -> str:
    return svar.content.decode()
