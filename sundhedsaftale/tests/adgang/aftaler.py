"""Agreements, their versions and documents."""

from sundhedsaftale.tests.adgang.raekke import UKENDT, Raekke, alle

RAEKKER = [
    Raekke("organisering:aftale-list", "get", alle(200)),
    Raekke("organisering:aftale-list", "post", alle(405)),
    Raekke("organisering:aftale-detail", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("organisering:aftale-detail", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
]
