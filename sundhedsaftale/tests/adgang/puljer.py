"""Pools and their lines."""

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke, alle

LUKKET = (302, *UKENDT[1:])

RAEKKER = [
    Raekke("indsatser:pulje-list", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("indsatser:pulje-list", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:pulje-create", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:pulje-create", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("indsatser:pulje-create", "get", LUKKET, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:pulje-detail", "get", alle(200), lambda v: [v.midler.pulje.pk]),
    Raekke("indsatser:pulje-detail", "get", UKENDT, lambda v: [v.midler.skjult_pulje.pk], "skjult"),
    Raekke("indsatser:pulje-fil", "get", alle(200), lambda v: [v.midler.pulje.pk, "csv"]),
    Raekke("indsatser:pulje-fil", "get", alle(404), lambda v: [v.midler.pulje.pk, "exe"], "endelse"),
    Raekke("indsatser:pulje-fil", "get", UKENDT, lambda v: [v.midler.skjult_pulje.pk, "xlsx"], "skjult"),
    Raekke("indsatser:pulje-update", "get", SEKRETARIAT, lambda v: [v.midler.pulje.pk]),
    Raekke("indsatser:pulje-update", "post", SEKRETARIAT_POST, lambda v: [v.midler.pulje.pk]),
    Raekke("indsatser:pulje-update", "get", LUKKET, lambda v: [v.midler.skjult_pulje.pk], "skjult"),
    Raekke("indsatser:pulje-linjer", "get", SEKRETARIAT, lambda v: [v.midler.pulje.pk]),
    Raekke("indsatser:pulje-linjer", "post", SEKRETARIAT_POST, lambda v: [v.midler.pulje.pk]),
    Raekke("indsatser:pulje-linjer", "get", LUKKET, lambda v: [v.midler.skjult_pulje.pk], "skjult"),
    Raekke("indsatser:pulje-kopier", "get", SEKRETARIAT, lambda v: [v.midler.pulje.pk]),
    Raekke("indsatser:pulje-kopier", "post", SEKRETARIAT_POST, lambda v: [v.midler.pulje.pk]),
    Raekke("indsatser:pulje-kopier", "get", LUKKET, lambda v: [v.midler.skjult_pulje.pk], "skjult"),
    Raekke("indsatser:disponering-update", "get", SEKRETARIAT, lambda v: [v.midler.linje.pk]),
    Raekke("indsatser:disponering-update", "post", SEKRETARIAT_POST, lambda v: [v.midler.linje.pk]),
    Raekke("indsatser:disponering-update", "get", LUKKET, lambda v: [v.midler.skjult_linje.pk], "skjult"),
]
