"""The portfolio's grid: undo, rows that follow or differ, views, many rows at once."""

from sundhedsaftale.tests.adgang.raekke import LOGGET_IND, SEKRETARIAT, SEKRETARIAT_POST, Raekke, alle

# A view that a colleague has shared: seen in the region, and nobody's to change.
ANDENS = (302, 404, 403, 403, 403, 403, 200)
RETTET = (302, 403, 403, 403, 403, 302, 302)

RAEKKER = [
    Raekke("indsatser:celle-fortryd", "get", alle(405)),
    Raekke("indsatser:celle-fortryd", "post", alle(302)),
    Raekke("indsatser:post-afvig", "get", SEKRETARIAT, lambda v: [v.gruppe.slug, v.indsats.pk]),
    # What the secretariat has given years of its own differs already.
    Raekke(
        "indsatser:post-afvig", "post", (302, 403, 403, 403, 403, 302, 422), lambda v: [v.gruppe.slug, v.indsats.pk]
    ),
    Raekke("indsatser:post-foelg", "get", SEKRETARIAT, lambda v: [v.gruppepost.pk]),
    Raekke("indsatser:post-foelg", "post", RETTET, lambda v: [v.gruppepost.pk]),
    Raekke("indsatser:portefoelje-samlet", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:portefoelje-samlet", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("indsatser:portefoeljevisning-create", "get", LOGGET_IND, lambda v: [v.aftale.slug]),
    Raekke(
        "indsatser:portefoeljevisning-create", "post", (302, 422, 422, 422, 422, 422, 422), lambda v: [v.aftale.slug]
    ),
    Raekke("indsatser:portefoeljevisning-update", "get", ANDENS, lambda v: [v.visning.pk]),
    Raekke("indsatser:portefoeljevisning-update", "post", (*ANDENS[:-1], 422), lambda v: [v.visning.pk]),
    Raekke("indsatser:portefoeljevisning-delete", "get", ANDENS, lambda v: [v.visning.pk]),
    Raekke("indsatser:portefoeljevisning-delete", "post", (*ANDENS[:-1], 302), lambda v: [v.visning.pk]),
]
