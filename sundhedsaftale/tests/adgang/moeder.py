"""Meetings: plan, calendar, agenda, minutes, cases."""

from sundhedsaftale.tests.adgang.raekke import Raekke

SKRIVER = (302, 403, 403, 200, 200, 200, 200)
SKRIVER_POST = (302, 403, 403, 422, 422, 422, 422)
PUNKT = (302, 404, 404, 200, 200, 200, 200)
PUNKT_POST = (302, 404, 404, 422, 422, 422, 422)

RAEKKER: list[Raekke] = [
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
