"""Risk groups with figure 1, actors, means and tracks."""

from typing import Any

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke, alle
from sundhedsaftale.tests.verden import Verden

SKJULT = (302, *UKENDT[1:])
SENDT = (302, 403, 403, 403, 403, 302, 302)
UDEN_FELTER = (302, 403, 403, 403, 403, 302, 302)  # nothing was changed, which is no error
KUN_POST = (302, *(405,) * 6)
UDEN_PLADS = (302, 403, 403, 403, 403, 404, 404)  # risk groups stand in the order of their level


def _gruppe(verden: Verden) -> list[Any]:
    return [verden.aftale.slug, "risikogrupper", verden.aftale.risikogrupper.get().pk]


RAEKKER = [
    Raekke("indsatser:risikogruppe-list", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("indsatser:risikogruppe-list", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:risikofigur-svg", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("indsatser:risikofigur-svg", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:risikofigur-update", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:risikofigur-update", "get", SKJULT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:risikofigur-update", "post", UDEN_FELTER, lambda v: [v.aftale.slug]),
    Raekke("indsatser:virkemiddel-list", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("indsatser:virkemiddel-list", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:aftaledel-create", "get", SEKRETARIAT, lambda v: [v.aftale.slug, "spor"]),
    Raekke("indsatser:aftaledel-create", "get", SKJULT, lambda v: [v.skjult_aftale.slug, "spor"], "skjult"),
    Raekke("indsatser:aftaledel-create", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug, "virkemidler"]),
    Raekke("indsatser:aftaledel-update", "get", SEKRETARIAT, _gruppe),
    Raekke("indsatser:aftaledel-update", "post", SEKRETARIAT_POST, _gruppe),
    Raekke("indsatser:aftaledel-flyt", "get", KUN_POST, _gruppe),
    Raekke("indsatser:aftaledel-flyt", "post", UDEN_PLADS, _gruppe),
    Raekke("indsatser:aftaledel-delete", "get", SEKRETARIAT, _gruppe),
    Raekke("indsatser:aftaledel-delete", "post", SENDT, _gruppe),
]
