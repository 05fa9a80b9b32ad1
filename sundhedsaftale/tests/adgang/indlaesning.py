"""Spreadsheets of the portfolio, and what was saved as one act."""

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, UKENDT, Raekke

# Who may not see the agreement does not see its acts; those who are not logged in are asked to.
SKJULT = (302, *UKENDT[1:])
FORTRUDT = (302, 403, 403, 403, 403, 302, 302)

RAEKKER = [
    Raekke("indsatser:indlaesning-list", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:indlaesning-list", "get", SKJULT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:indlaesning-detail", "get", SEKRETARIAT, lambda v: [v.indlaesning.uuid]),
    Raekke("indsatser:indlaesning-detail", "get", SKJULT, lambda v: [v.skjult_indlaesning.uuid], "skjult"),
    Raekke("indsatser:indlaesning-fortryd", "get", SEKRETARIAT, lambda v: [v.indlaesning.uuid]),
    Raekke("indsatser:indlaesning-fortryd", "post", FORTRUDT, lambda v: [v.indlaesning.uuid]),
]
