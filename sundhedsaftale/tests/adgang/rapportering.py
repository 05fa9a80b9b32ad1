"""The front page, status reports, the yearly report and search."""

from sundhedsaftale.tests.adgang.moedetryk import RAEKKER as MOEDETRYK
from sundhedsaftale.tests.adgang.raekke import (
    GRUPPEN_LAESER,
    GRUPPEN_OG_SOF_LAESER,
    GRUPPEN_SKRIVER,
    LOGGET_IND,
    Raekke,
    alle,
)

RAEKKER = [
    Raekke("forside", "get", alle(200)),
    Raekke("forside", "post", alle(405)),
    Raekke("was", "get", alle(404)),
    Raekke("rapportering:soegning", "get", alle(200)),
    Raekke("rapportering:soegning", "post", alle(405)),
    Raekke("rapportering:statusrapport-list", "get", LOGGET_IND),
    Raekke("rapportering:statusrapport-detail", "get", GRUPPEN_LAESER, lambda v: [v.kladde.pk], "kladde"),
    Raekke("rapportering:statusrapport-detail", "get", GRUPPEN_OG_SOF_LAESER, lambda v: [v.indsendt.pk], "indsendt"),
    Raekke("rapportering:statuslinje-update", "get", GRUPPEN_SKRIVER, lambda v: v.linje),
    Raekke("rapportering:statuslinje-update", "post", (302, 404, 404, 422, 422, 403, 422), lambda v: v.linje),
    Raekke("rapportering:statusrapport-kontrol", "get", GRUPPEN_SKRIVER, lambda v: [v.kladde.pk]),
    Raekke("rapportering:statusrapport-indsend", "get", (302, 404, 404, 403, 302, 403, 302), lambda v: [v.kladde.pk]),
    Raekke("rapportering:statusrapport-indsend", "post", (302, 404, 404, 403, 302, 403, 302), lambda v: [v.kladde.pk]),
    Raekke(
        "rapportering:statusrapport-underskriv", "get", (302, 404, 403, 403, 200, 403, 200), lambda v: [v.indsendt.pk]
    ),
    Raekke(
        "rapportering:statusrapport-underskriv", "post", (302, 404, 403, 403, 422, 403, 422), lambda v: [v.indsendt.pk]
    ),
    Raekke("rapportering:statusrapport-godkend", "get", (302, 404, 403, 403, 403, 200, 200), lambda v: [v.indsendt.pk]),
    Raekke(
        "rapportering:statusrapport-godkend", "post", (302, 404, 403, 403, 403, 422, 422), lambda v: [v.indsendt.pk]
    ),
    Raekke(
        "rapportering:statusrapport-returner", "get", (302, 404, 403, 403, 403, 200, 200), lambda v: [v.indsendt.pk]
    ),
    Raekke(
        "rapportering:statusrapport-returner", "post", (302, 404, 403, 403, 403, 422, 422), lambda v: [v.indsendt.pk]
    ),
    Raekke("rapportering:afrapportering-list", "get", alle(200)),
    Raekke("rapportering:afrapportering-bestil", "get", (302, 200, 403, 403, 403, 200, 200)),
    Raekke("rapportering:afrapportering-bestil", "post", (302, 200, 403, 403, 403, 200, 200)),
    Raekke("rapportering:afrapportering-detail", "get", alle(200), lambda v: [v.udgivet.uuid], "udgivet"),
    Raekke(
        "rapportering:afrapportering-detail",
        "get",
        (404, 404, 404, 404, 404, 200, 200),
        lambda v: [v.udkast.uuid],
        "udkast",
    ),
    Raekke("rapportering:afrapportering-pdf", "get", alle(200), lambda v: [v.udgivet.uuid], "udgivet"),
    Raekke(
        "rapportering:afrapportering-pdf",
        "get",
        (404, 404, 404, 404, 404, 200, 200),
        lambda v: [v.udkast.uuid],
        "udkast",
    ),
    Raekke(
        "rapportering:afrapportering-fremdrift", "get", (302, 404, 404, 404, 404, 200, 200), lambda v: [v.udkast.uuid]
    ),
    Raekke("rapportering:afrapportering-udgiv", "get", (302, 404, 404, 404, 404, 200, 200), lambda v: [v.udkast.uuid]),
    Raekke("rapportering:afrapportering-udgiv", "post", (302, 404, 404, 404, 404, 302, 302), lambda v: [v.udkast.uuid]),
    Raekke("rapportering:afrapportering-igen", "get", (302, 404, 404, 404, 404, 302, 302), lambda v: [v.udkast.uuid]),
    Raekke("rapportering:afrapportering-igen", "post", (302, 404, 404, 404, 404, 302, 302), lambda v: [v.udkast.uuid]),
    *MOEDETRYK,
]
