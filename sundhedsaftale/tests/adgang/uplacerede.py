"""Tasks that stand in no portfolio yet."""

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke, alle

RAEKKER = [
    Raekke("indsatser:uplaceret-list", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("indsatser:uplaceret-list", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:uplaceret-create", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:uplaceret-create", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("indsatser:uplaceret-placer", "get", SEKRETARIAT, lambda v: [v.indsats.pk]),
    Raekke("indsatser:uplaceret-placer", "post", SEKRETARIAT_POST, lambda v: [v.indsats.pk]),
]
