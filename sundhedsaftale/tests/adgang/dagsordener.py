"""A meeting's page, its agenda, papers and cases. The member sits in the body; secretary and chair sit in another."""

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke, alle

# A planned agenda is seen by those who write it; its items are unknown to the rest.
SKJULT = (302, 404, 404, 404, 404, 200, 200)
SKJULT_POST = (302, 404, 404, 404, 404, 422, 422)
SENDT = (302, 403, 403, 403, 403, 302, 302)
SLETTET = (302, 404, 404, 404, 404, 302, 404)  # the secretariat has deleted it before the administrator asks
UDEN_RETNING = (302, 404, 404, 404, 404, 400, 400)
KUN_POST = (302, *(405,) * 6)
MEDLEMMERNE = (404, 404, 200, 404, 404, 200, 200)

RAEKKER = [
    Raekke("organisering:moede-detail", "get", alle(200), lambda v: [v.moeder.kladde.uuid], "kladde"),
    Raekke("organisering:moede-detail", "get", alle(200), lambda v: [v.moeder.udgivet.uuid], "udgivet"),
    Raekke("organisering:moede-detail", "get", UKENDT, lambda v: [v.moeder.skjult.uuid], "skjult"),
    Raekke("organisering:moede-detail", "post", alle(405), lambda v: [v.moeder.kladde.uuid]),
    Raekke("organisering:dagsorden-rediger", "get", SEKRETARIAT, lambda v: [v.moeder.kladde.uuid]),
    Raekke("organisering:dagsorden-begynd", "get", KUN_POST, lambda v: [v.moeder.kladde.uuid]),
    Raekke("organisering:dagsorden-begynd", "post", SENDT, lambda v: [v.moeder.kladde.uuid]),
    Raekke("organisering:dagsorden-udsend", "get", SEKRETARIAT, lambda v: [v.moeder.kladde.uuid]),
    Raekke("organisering:dagsorden-udsend", "post", SENDT, lambda v: [v.moeder.kladde.uuid]),
    Raekke("organisering:dagsorden-udgiv", "get", SEKRETARIAT, lambda v: [v.moeder.udsendt.uuid]),
    Raekke(
        "organisering:dagsorden-udgiv",
        "post",
        (302, 403, 403, 403, 403, 409, 409),
        lambda v: [v.moeder.udsendt.uuid],
    ),
    Raekke("organisering:punkt-create", "get", SEKRETARIAT, lambda v: [v.moeder.kladde.uuid]),
    Raekke("organisering:punkt-create", "post", SEKRETARIAT_POST, lambda v: [v.moeder.kladde.uuid]),
    Raekke("organisering:punkt-update", "get", SKJULT, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("organisering:punkt-update", "post", SKJULT_POST, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke(
        "organisering:punkt-update", "get", (302, 403, 403, 403, 403, 302, 302), lambda v: [v.moeder.aabent.pk], "set"
    ),
    Raekke("organisering:punkt-slet", "get", SKJULT, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("organisering:punkt-slet", "post", SLETTET, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("organisering:punkt-flyt", "get", KUN_POST, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("organisering:punkt-flyt", "post", UDEN_RETNING, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("organisering:punkt-ordlyd", "get", SKJULT, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("organisering:punkt-ordlyd", "post", SKJULT_POST, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("organisering:punkt-send", "get", SKJULT, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("organisering:punkt-send", "post", SKJULT_POST, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("organisering:bilag-create", "get", SKJULT, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("organisering:bilag-create", "post", SKJULT_POST, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("organisering:bilag-fil", "get", alle(200), lambda v: [v.moeder.aabent_bilag.uuid], "aabent"),
    Raekke("organisering:bilag-fil", "get", MEDLEMMERNE, lambda v: [v.moeder.lukket_bilag.uuid], "lukket"),
    Raekke("organisering:bilag-update", "get", SKJULT, lambda v: [v.moeder.kladdebilag.uuid]),
    Raekke("organisering:bilag-update", "post", SKJULT_POST, lambda v: [v.moeder.kladdebilag.uuid]),
    Raekke("organisering:bilag-slet", "get", SKJULT, lambda v: [v.moeder.kladdebilag.uuid]),
    Raekke("organisering:bilag-slet", "post", SLETTET, lambda v: [v.moeder.kladdebilag.uuid]),
    Raekke("organisering:bilag-flyt", "get", KUN_POST, lambda v: [v.moeder.kladdebilag.uuid]),
    Raekke("organisering:bilag-flyt", "post", UDEN_RETNING, lambda v: [v.moeder.kladdebilag.uuid]),
    Raekke("organisering:sag-detail", "get", alle(200), lambda v: [v.moeder.aabent.sag.uuid], "aaben"),
    Raekke("organisering:sag-detail", "get", MEDLEMMERNE, lambda v: [v.moeder.lukket.sag.uuid], "lukket"),
]
