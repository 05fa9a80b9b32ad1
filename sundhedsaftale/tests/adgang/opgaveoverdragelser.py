"""Task transfers."""

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke, alle

LUKKET = (302, *UKENDT[1:])
TRIN = ("update", "afgoer", "traek", "genoptag")

RAEKKER = [
    Raekke("indsatser:opgaveoverdragelse-list", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("indsatser:opgaveoverdragelse-list", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:opgaveoverdragelse-create", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:opgaveoverdragelse-create", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("indsatser:opgaveoverdragelse-create", "get", LUKKET, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:opgaveoverdragelse-detail", "get", alle(200), lambda v: [v.midler.overdragelse.pk]),
    Raekke("indsatser:opgaveoverdragelse-detail", "get", UKENDT, lambda v: [v.midler.skjult_overdragelse.pk], "skjult"),
    *(
        raekke
        for trin in TRIN
        for raekke in (
            Raekke(f"indsatser:opgaveoverdragelse-{trin}", "get", SEKRETARIAT, lambda v: [v.midler.overdragelse.pk]),
            Raekke(
                f"indsatser:opgaveoverdragelse-{trin}", "post", SEKRETARIAT_POST, lambda v: [v.midler.overdragelse.pk]
            ),
            Raekke(
                f"indsatser:opgaveoverdragelse-{trin}",
                "get",
                LUKKET,
                lambda v: [v.midler.skjult_overdragelse.pk],
                "skjult",
            ),
        )
    ),
    Raekke("indsatser:opgaveoverdragelse-klar", "get", (302, *alle(405)[1:]), lambda v: [v.midler.overdragelse.pk]),
    Raekke(
        "indsatser:opgaveoverdragelse-klar",
        "post",
        (302, 403, 403, 403, 403, 302, 302),
        lambda v: [v.midler.overdragelse.pk],
    ),
]
