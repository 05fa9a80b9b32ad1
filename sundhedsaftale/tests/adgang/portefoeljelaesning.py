"""A portfolio read from a document."""

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke

SKJULT = (302, *UKENDT[1:])
# Nobody has a proposal here: who may read documents in is sent to choose one.
INTET_FORSLAG = (302, 403, 403, 403, 403, 302, 302)

RAEKKER = [
    Raekke("indsatser:portefoelje-laes", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:portefoelje-laes", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("indsatser:portefoelje-laes", "get", SKJULT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:portefoelje-laest", "get", INTET_FORSLAG, lambda v: [v.aftale.slug, "findes-ikke"]),
    Raekke("indsatser:portefoelje-laest", "post", INTET_FORSLAG, lambda v: [v.aftale.slug, "findes-ikke"]),
]
