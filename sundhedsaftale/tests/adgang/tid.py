"""The portfolio in time: earlier days, named versions, comparison."""

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke, alle

DAG = "2020-03-12"
UDEN_VERSION = (302, 403, 403, 403, 403, 302, 302)  # nothing is deleted that was not seen
VIDERE = (302, 403, 403, 403, 403, 302, 302)
REGIONEN = (302, 403, 200, 200, 200, 200, 200)

RAEKKER = [
    Raekke("indsatser:portefoelje-aftale-find", "get", alle(302), lambda v: [v.aftale.slug]),
    Raekke("indsatser:portefoelje-aftale-find", "get", (*UKENDT[:-1], 302), lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:portefoelje-organ-find", "get", alle(302), lambda v: [v.organ.slug]),
    Raekke("indsatser:portefoelje-organ-find", "get", (*UKENDT[:-1], 302), lambda v: [v.skjult_organ.slug], "skjult"),
    Raekke("indsatser:portefoelje-aftale-paa", "get", alle(200), lambda v: [v.aftale.slug, DAG]),
    Raekke("indsatser:portefoelje-aftale-paa", "get", UKENDT, lambda v: [v.skjult_aftale.slug, DAG], "skjult"),
    Raekke("indsatser:portefoelje-organ-paa", "get", alle(200), lambda v: [v.organ.slug, DAG]),
    Raekke("indsatser:portefoelje-organ-paa", "get", UKENDT, lambda v: [v.skjult_organ.slug, DAG], "skjult"),
    Raekke("indsatser:portefoeljeversion-list", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("indsatser:portefoeljeversion-list", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:portefoeljeversion-detail", "get", alle(200), lambda v: [v.portefoeljeversion.uuid]),
    Raekke(
        "indsatser:portefoeljeversion-detail", "get", UKENDT, lambda v: [v.skjult_portefoeljeversion.uuid], "skjult"
    ),
    Raekke("indsatser:portefoeljeversion-create", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:portefoeljeversion-create", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("indsatser:portefoeljeversion-update", "get", SEKRETARIAT, lambda v: [v.portefoeljeversion.uuid]),
    Raekke("indsatser:portefoeljeversion-update", "post", SEKRETARIAT_POST, lambda v: [v.portefoeljeversion.uuid]),
    Raekke("indsatser:portefoeljeversion-delete", "get", SEKRETARIAT, lambda v: [v.portefoeljeversion.uuid]),
    Raekke("indsatser:portefoeljeversion-delete", "post", UDEN_VERSION, lambda v: [v.portefoeljeversion.uuid]),
    Raekke("indsatser:sammenligning", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("indsatser:sammenligning", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:siden-sidste-moede", "get", alle(200), lambda v: [v.organ.slug]),
    Raekke("indsatser:siden-sidste-moede", "get", (*UKENDT[:-1], 302), lambda v: [v.skjult_organ.slug], "skjult"),
    Raekke("indsatser:aarsrevision-list", "get", REGIONEN, lambda v: [v.aftale.slug]),
    Raekke("indsatser:aarsrevision-list", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("indsatser:aarsrevision-list", "get", (302, *UKENDT[1:]), lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:aarsrevision-detail", "get", REGIONEN, lambda v: [v.aftale.slug, 2021]),
    Raekke("indsatser:aarsrevision-afslut", "post", VIDERE, lambda v: [v.aftale.slug, 2021]),
    Raekke("indsatser:revisionsvalg-update", "get", SEKRETARIAT, lambda v: [v.aftale.slug, 2021, v.indsats.pk]),
    Raekke("indsatser:revisionsvalg-update", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug, 2021, v.indsats.pk]),
    Raekke("indsatser:revisionsvalg-behold", "post", VIDERE, lambda v: [v.aftale.slug, 2021, v.indsats.pk]),
    Raekke("indsatser:overdragelse", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:overdragelse", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("indsatser:overdragelse", "get", (302, *UKENDT[1:]), lambda v: [v.skjult_aftale.slug], "skjult"),
]
