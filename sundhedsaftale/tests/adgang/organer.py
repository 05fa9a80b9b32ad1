"""Bodies, their kinds, members and persons."""

from sundhedsaftale.tests.adgang.raekke import UKENDT, Raekke, alle

RAEKKER = [
    Raekke("organisering:organ-list", "get", alle(200)),
    Raekke("organisering:organ-detail", "get", alle(200), lambda v: [v.organ.slug]),
    Raekke("organisering:organ-detail", "get", UKENDT, lambda v: [v.skjult_organ.slug], "skjult"),
]
