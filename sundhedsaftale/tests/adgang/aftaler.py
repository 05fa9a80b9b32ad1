"""Agreements, their versions and documents."""

from typing import Any

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke, alle
from sundhedsaftale.tests.verden import Verden

#           anonym fremmed medlem sekretaer formand sekretariat administrator
UDKASTET = (404, 404, 404, 404, 404, 200, 200)
UDKASTETS = (302, 404, 404, 404, 404, 200, 200)
SKJULTES = (302, 404, 404, 404, 404, 404, 200)
I_REGIONEN = (404, 404, 200, 200, 200, 200, 200)
SKRIVER = (302, 403, 403, 200, 200, 200, 200)
SKRIVER_POST = (302, 403, 403, 422, 422, 422, 422)
SKRIVERS = (302, 404, 403, 200, 200, 200, 200)


def _part(verden: Verden) -> list[Any]:
    version = verden.aftale.versioner.get(nummer=1)
    return [verden.aftale.slug, 1, version.partsgodkendelser.get().pk]


RAEKKER = [
    Raekke("organisering:aftale-list", "get", alle(200)),
    Raekke("organisering:aftale-list", "post", alle(405)),
    Raekke("organisering:aftale-detail", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("organisering:aftale-detail", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("organisering:aftaleversion-detail", "get", alle(200), lambda v: [v.aftale.slug, 1]),
    Raekke("organisering:aftaleversion-detail", "get", UDKASTET, lambda v: [v.aftale.slug, 2], "udkast"),
    Raekke("organisering:aftaleversion-detail", "post", alle(405), lambda v: [v.aftale.slug, 1]),
    *(
        raekke
        for navn in ("update", "send", "godkend", "indsend")
        for raekke in (
            Raekke(f"organisering:aftaleversion-{navn}", "get", SEKRETARIAT, lambda v: [v.aftale.slug, 1]),
            Raekke(f"organisering:aftaleversion-{navn}", "get", UDKASTETS, lambda v: [v.aftale.slug, 2], "udkast"),
            Raekke(f"organisering:aftaleversion-{navn}", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug, 1]),
        )
    ),
    Raekke("organisering:aftaleversion-create", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("organisering:aftaleversion-create", "get", SKJULTES, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("organisering:aftaleversion-create", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("organisering:partsgodkendelse-skema", "get", SEKRETARIAT, lambda v: [v.aftale.slug, 1]),
    Raekke("organisering:partsgodkendelse-skema", "get", UDKASTETS, lambda v: [v.aftale.slug, 2], "udkast"),
    Raekke("organisering:partsgodkendelse-skema", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug, 1]),
    Raekke("organisering:partsgodkendelse-update", "get", SEKRETARIAT, _part),
    Raekke("organisering:partsgodkendelse-update", "get", (302, *[404] * 6), lambda v: [v.aftale.slug, 2, 0], "udkast"),
    Raekke("organisering:partsgodkendelse-update", "post", SEKRETARIAT_POST, _part),
    Raekke("organisering:dokument-create-aftale", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("organisering:dokument-create-aftale", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("organisering:dokument-create-organ", "get", SKRIVER, lambda v: [v.gruppe.slug]),
    Raekke("organisering:dokument-create-organ", "get", SEKRETARIAT, lambda v: [v.organ.slug], "andet"),
    Raekke("organisering:dokument-create-organ", "get", SKJULTES, lambda v: [v.skjult_organ.slug], "skjult"),
    Raekke("organisering:dokument-create-organ", "post", SKRIVER_POST, lambda v: [v.gruppe.slug]),
    Raekke("organisering:dokument-detail", "get", alle(200), lambda v: [v.dokument.pk]),
    Raekke("organisering:dokument-detail", "get", I_REGIONEN, lambda v: [v.skjult_dokument.pk], "skjult"),
    Raekke("organisering:dokumentversion-fil", "get", alle(200), lambda v: [v.dokument.pk, 1]),
    Raekke("organisering:dokumentversion-fil", "get", I_REGIONEN, lambda v: [v.skjult_dokument.pk, 1], "skjult"),
    Raekke("organisering:dokumentversion-fil", "post", alle(405), lambda v: [v.dokument.pk, 1]),
    *(
        raekke
        for navn in ("dokument-update", "dokumentversion-create")
        for raekke in (
            Raekke(f"organisering:{navn}", "get", SKRIVER, lambda v: [v.dokument.pk]),
            Raekke(f"organisering:{navn}", "get", SKRIVERS, lambda v: [v.skjult_dokument.pk], "skjult"),
            Raekke(f"organisering:{navn}", "post", SKRIVER_POST, lambda v: [v.dokument.pk]),
        )
    ),
]
