"""Agreements, their versions and documents."""

from sundhedsaftale.tests.adgang.raekke import UKENDT, Raekke, alle

#           anonym fremmed medlem sekretaer formand sekretariat administrator
UDKASTET = (404, 404, 404, 404, 404, 200, 200)

RAEKKER = [
    Raekke("organisering:aftale-list", "get", alle(200)),
    Raekke("organisering:aftale-list", "post", alle(405)),
    Raekke("organisering:aftale-detail", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("organisering:aftale-detail", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("organisering:aftaleversion-detail", "get", alle(200), lambda v: [v.aftale.slug, 1]),
    Raekke("organisering:aftaleversion-detail", "get", UDKASTET, lambda v: [v.aftale.slug, 2], "udkast"),
    Raekke("organisering:aftaleversion-detail", "post", alle(405), lambda v: [v.aftale.slug, 1]),
]
