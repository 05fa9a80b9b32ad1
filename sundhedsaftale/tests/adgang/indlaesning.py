"""Spreadsheets of the portfolio, and what was saved as one act."""

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke, alle

# Who may not see the agreement does not see its acts; those who are not logged in are asked to.
SKJULT = (302, *UKENDT[1:])
FORTRUDT = (302, 403, 403, 403, 403, 302, 302)

RAEKKER = [
    Raekke("indsatser:regneark-aftale", "get", alle(200), lambda v: [v.aftale.slug, "xlsx"]),
    Raekke("indsatser:regneark-aftale", "get", UKENDT, lambda v: [v.skjult_aftale.slug, "xlsx"], "skjult"),
    Raekke("indsatser:regneark-aftale", "post", alle(405), lambda v: [v.aftale.slug, "xlsx"]),
    Raekke("indsatser:regneark-organ", "get", alle(200), lambda v: [v.organ.slug, "csv"]),
    Raekke("indsatser:regneark-organ", "get", UKENDT, lambda v: [v.skjult_organ.slug, "csv"], "skjult"),
    Raekke("indsatser:regneark", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:regneark", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("indsatser:regneark", "get", SKJULT, lambda v: [v.skjult_aftale.slug], "skjult"),
    # Nobody has a proposal here: who may read sheets in is sent to choose a file.
    Raekke("indsatser:regneark-forslag", "get", FORTRUDT, lambda v: [v.aftale.slug, "findes-ikke"]),
    Raekke("indsatser:regneark-forslag", "post", FORTRUDT, lambda v: [v.aftale.slug, "findes-ikke"]),
    Raekke("indsatser:indlaesning-list", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:indlaesning-list", "get", SKJULT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:indlaesning-detail", "get", SEKRETARIAT, lambda v: [v.indlaesning.uuid]),
    Raekke("indsatser:indlaesning-detail", "get", SKJULT, lambda v: [v.skjult_indlaesning.uuid], "skjult"),
    Raekke("indsatser:indlaesning-fortryd", "get", SEKRETARIAT, lambda v: [v.indlaesning.uuid]),
    Raekke("indsatser:indlaesning-fortryd", "post", FORTRUDT, lambda v: [v.indlaesning.uuid]),
]
