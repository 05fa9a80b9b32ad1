"""Meetings: plan, calendar, agenda, minutes, cases."""

from typing import Any

from organisering.domain.kalender import ny_kalendernoegle
from sundhedsaftale.tests.adgang.dagsordener import RAEKKER as DAGSORDENER
from sundhedsaftale.tests.adgang.raekke import UKENDT, Raekke, alle
from sundhedsaftale.tests.verden import Verden

SKRIVER = (302, 403, 403, 200, 200, 200, 200)
SKRIVER_POST = (302, 403, 403, 422, 422, 422, 422)
PUNKT = (302, 404, 404, 200, 200, 200, 200)
PUNKT_POST = (302, 404, 404, 422, 422, 422, 422)

INDLAESER = (302, 200, 403, 200, 200, 200, 200)
INDLAESER_POST = (302, 422, 403, 422, 422, 422, 422)


def _kalendernoegle(verden: Verden) -> list[Any]:
    """The address of the secretary's own calendar; whoever has it reads it."""
    sekretaer = verden.brugere["sekretaer"]
    assert sekretaer is not None
    ny_kalendernoegle(sekretaer)
    return [sekretaer.kalendernoegle]


RAEKKER: list[Raekke] = [
    *DAGSORDENER,
    Raekke("organisering:aarshjul", "get", alle(200)),
    Raekke("organisering:moedeimport", "get", INDLAESER),
    Raekke("organisering:moedeimport", "post", INDLAESER_POST),
    Raekke("organisering:moede-list", "get", alle(200), lambda v: [v.organ.slug]),
    Raekke("organisering:moede-list", "get", UKENDT, lambda v: [v.skjult_organ.slug], "skjult"),
    Raekke("organisering:moede-create", "get", SKRIVER, lambda v: [v.gruppe.slug]),
    Raekke("organisering:moede-create", "post", SKRIVER_POST, lambda v: [v.gruppe.slug]),
    Raekke("organisering:moede-plan", "get", SKRIVER, lambda v: [v.gruppe.slug]),
    Raekke("organisering:moede-plan", "post", SKRIVER_POST, lambda v: [v.gruppe.slug]),
    Raekke("organisering:referat-indlaes", "get", SKRIVER, lambda v: [v.gruppe.slug]),
    Raekke("organisering:referat-indlaes", "post", SKRIVER_POST, lambda v: [v.gruppe.slug]),
    Raekke("organisering:referat-indlaes", "get", (302, *UKENDT[1:]), lambda v: [v.skjult_organ.slug], "skjult"),
    Raekke("organisering:moede-update", "get", SKRIVER, lambda v: [v.referater.plan.uuid]),
    Raekke("organisering:moede-update", "post", SKRIVER_POST, lambda v: [v.referater.plan.uuid]),
    Raekke("organisering:moede-aflys", "get", SKRIVER, lambda v: [v.referater.plan.uuid]),
    Raekke("organisering:moede-aflys", "post", SKRIVER_POST, lambda v: [v.referater.plan.uuid]),
    Raekke("organisering:organ-kalender", "get", alle(200), lambda v: [v.organ.slug]),
    Raekke("organisering:organ-kalender", "get", UKENDT, lambda v: [v.skjult_organ.slug], "skjult"),
    Raekke("organisering:kalender", "get", alle(200)),
    Raekke("organisering:kalender-noegle", "get", (302, *(405,) * 6)),
    Raekke("organisering:kalender-noegle", "post", alle(302)),
    Raekke("organisering:bruger-kalender", "get", alle(200), _kalendernoegle),
    Raekke("organisering:bruger-kalender", "get", alle(404), lambda v: [v.referater.plan.uuid], "ukendt"),
    Raekke("organisering:moede-afhold", "get", SKRIVER, lambda v: [v.referater.plan.uuid]),
    Raekke("organisering:moede-afhold", "post", SKRIVER_POST, lambda v: [v.referater.plan.uuid]),
    Raekke("organisering:referat", "get", SKRIVER, lambda v: [v.referater.skrives.uuid]),
    Raekke("organisering:referat", "post", (302, *(405,) * 6), lambda v: [v.referater.skrives.uuid]),
    Raekke("organisering:fremmoede-update", "get", SKRIVER, lambda v: [v.referater.skrives.uuid]),
    Raekke("organisering:fremmoede-update", "post", SKRIVER_POST, lambda v: [v.referater.skrives.uuid]),
    Raekke("organisering:gaest-create", "get", SKRIVER, lambda v: [v.referater.skrives.uuid]),
    Raekke("organisering:gaest-create", "post", SKRIVER_POST, lambda v: [v.referater.skrives.uuid]),
    Raekke("organisering:gaest-delete", "get", SKRIVER, lambda v: [v.referater.skrives.uuid, v.referater.gaest.pk]),
    Raekke("organisering:beslutning-update", "get", PUNKT, lambda v: [v.referater.punkt.pk]),
    Raekke("organisering:beslutning-update", "post", PUNKT_POST, lambda v: [v.referater.punkt.pk]),
    Raekke("organisering:bemaerkning-create", "get", PUNKT, lambda v: [v.referater.punkt.pk]),
    Raekke("organisering:bemaerkning-create", "post", PUNKT_POST, lambda v: [v.referater.punkt.pk]),
    Raekke("organisering:bemaerkning-update", "get", PUNKT, lambda v: v.referater.bemaerkningen()),
    Raekke("organisering:bemaerkning-update", "post", PUNKT_POST, lambda v: v.referater.bemaerkningen()),
    Raekke("organisering:bemaerkning-delete", "get", PUNKT, lambda v: v.referater.bemaerkningen()),
    Raekke("organisering:referat-udsend", "get", SKRIVER, lambda v: [v.referater.skrives.uuid]),
    Raekke("organisering:referat-udsend", "post", SKRIVER_POST, lambda v: [v.referater.skrives.uuid]),
    # The secretariat's and the administrator's own approval is not waited for: back to the meeting.
    Raekke(
        "organisering:referat-godkend", "get", (302, 403, 403, 403, 200, 302, 302), lambda v: [v.referater.udsendt.uuid]
    ),
    Raekke(
        "organisering:referat-godkend",
        "post",
        (302, 403, 403, 403, 422, 302, 302),
        lambda v: [v.referater.udsendt.uuid],
    ),
    Raekke(
        "organisering:referat-noter", "get", (302, 403, 403, 403, 403, 200, 200), lambda v: [v.referater.udsendt.uuid]
    ),
    Raekke(
        "organisering:referat-noter", "post", (302, 403, 403, 403, 403, 422, 422), lambda v: [v.referater.udsendt.uuid]
    ),
    Raekke("organisering:referat-returner", "get", SKRIVER, lambda v: [v.referater.udsendt.uuid]),
    Raekke("organisering:referat-returner", "post", SKRIVER_POST, lambda v: [v.referater.udsendt.uuid]),
    Raekke("organisering:referat-udgiv", "get", SKRIVER, lambda v: [v.referater.godkendt.uuid]),
    Raekke("organisering:referat-udgiv", "post", SKRIVER_POST, lambda v: [v.referater.godkendt.uuid]),
]
