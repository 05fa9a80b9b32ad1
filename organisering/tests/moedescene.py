"""The form of a meeting, filled in for tests."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse

DK = ZoneInfo("Europe/Copenhagen")


def kl(time, minut=0, dag=16):
    return datetime(2027, 3, dag, time, minut, tzinfo=DK)


def nyt(organ, **query):
    return reverse("organisering:moede-create", args=[organ.slug], query=query)


def liste(organ, **query):
    return reverse("organisering:moede-list", args=[organ.slug], query=query)


def skrevet(**felter):
    return {
        "dato": "16-03-2027",
        "fra": "10.00",
        "til": "12.00",
        "sted": "Regionshuset",
        "slags": "ordinaert",
        **felter,
    }


def beskeder(svar):
    return [str(besked) for besked in svar.context["messages"]]
