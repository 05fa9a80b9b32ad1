"""A meeting on paper: ordered, watched and fetched. The member sits in the body; secretary and chair sit in another."""

from typing import Any

from organisering.models import Moede
from rapportering.tests.factories import MoedetrykFactory
from sundhedsaftale.tests.adgang.raekke import Raekke, alle

MEDLEMMERNE = (404, 404, 200, 404, 404, 200, 200)
BESTILLER = (302, 404, 302, 404, 404, 302, 302)


def _tryk(moede: Moede, **felter: bool) -> list[Any]:
    return [MoedetrykFactory.create(moede=moede, **felter).uuid]


RAEKKER = [
    Raekke("rapportering:moedetryk-bestil", "get", BESTILLER, lambda v: [v.moeder.udsendt.uuid, "dagsorden"], "sendt"),
    Raekke("rapportering:moedetryk-bestil", "post", BESTILLER, lambda v: [v.moeder.udsendt.uuid, "dagsorden"], "sendt"),
    Raekke("rapportering:moedetryk-bestil", "post", alle(302), lambda v: [v.moeder.udgivet.uuid, "referat"], "udgivet"),
    Raekke(
        "rapportering:moedetryk-bestil",
        "post",
        (302, 404, 404, 404, 404, 404, 404),
        lambda v: [v.moeder.udsendt.uuid, "referat"],
        "ikke skrevet",
    ),
    Raekke("rapportering:moedetryk-offentlig", "get", alle(302), lambda v: [v.moeder.udgivet.uuid, "pakke"], "udgivet"),
    Raekke("rapportering:moedetryk-offentlig", "get", alle(404), lambda v: [v.moeder.udsendt.uuid, "pakke"], "sendt"),
    Raekke(
        "rapportering:moedetryk-offentlig",
        "get",
        (404, 404, 404, 404, 404, 404, 302),
        lambda v: [v.moeder.skjult.uuid, "pakke"],
        "skjult",
    ),
    Raekke("rapportering:moedetryk-detail", "get", MEDLEMMERNE, lambda v: _tryk(v.moeder.udsendt), "internt"),
    Raekke("rapportering:moedetryk-detail", "get", alle(200), lambda v: _tryk(v.moeder.udgivet, offentlig=True)),
    Raekke(
        "rapportering:moedetryk-pdf",
        "get",
        MEDLEMMERNE,
        lambda v: _tryk(v.moeder.udgivet, faerdig=True),
        "internt",
    ),
    Raekke("rapportering:moedetryk-pdf", "get", alle(302), lambda v: _tryk(v.moeder.udgivet, offentlig=True)),
]
