"""A meeting with its secretary logged in, for the tests of the agenda's pages."""

from dataclasses import dataclass

from django.test import Client
from django.urls import reverse

from organisering.models import Bruger, Dagsordenspunkt, Moede
from organisering.tests.factories import BrugerFactory, MedlemskabFactory, MoedeFactory, RolleFactory

BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass
class Scene:
    moede: Moede
    sekretaer: Bruger
    client: Client

    def get(self, navn: str, *args: object):
        return self.client.get(reverse(f"organisering:{navn}", args=args))

    def post(self, navn: str, *args: object, htmx: bool = False, **data: object):
        headers = {"HX-Request": "true"} if htmx else {}
        return self.client.post(reverse(f"organisering:{navn}", args=args), data, headers=headers)

    def titler(self) -> list[str]:
        return titler(self.moede)


def byg_scene(client: Client, **moede: object) -> Scene:
    """A meeting of a body whose secretary uses `client`."""
    moedet = MoedeFactory(**moede)
    sekretaer = BrugerFactory()
    MedlemskabFactory(person=sekretaer.person, organ=moedet.organ, rolle=RolleFactory(sekretaer=True))
    client.force_login(sekretaer, BACKEND)
    return Scene(moedet, sekretaer, client)


def felter(punkt: Dagsordenspunkt, **andre: object) -> dict[str, object]:
    """What the item's form sends, with one empty row of recommendation."""
    return {
        "titel": punkt.titel,
        "slags": "beslutning",
        "version": punkt.version,
        "sete_indstillinger": "[]",
        "indstiller_0": "Sekretariatet",
        "indstilling_0": "",
        **andre,
    }


def titler(moede: Moede) -> list[str]:
    """The items of an agenda as they are listed, with their numbers."""
    return [str(punkt) for punkt in moede.punkter.all()]
