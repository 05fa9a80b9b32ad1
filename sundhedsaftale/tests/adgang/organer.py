"""Bodies, their kinds, members and persons."""

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke, alle

# Persons belong to no region; every region's secretariat keeps them.
ET_SEKRETARIAT = (302, 200, 403, 403, 403, 200, 200)
ET_SEKRETARIAT_POST = (302, 422, 403, 403, 403, 422, 422)
# A seat stands under its own body's address alone.
ANDET_ORGAN = (302, 403, 403, 403, 403, 404, 404)

RAEKKER = [
    Raekke("organisering:organ-list", "get", alle(200)),
    Raekke("organisering:organ-detail", "get", alle(200), lambda v: [v.organ.slug]),
    Raekke("organisering:organ-detail", "get", UKENDT, lambda v: [v.skjult_organ.slug], "skjult"),
    # There are several regions to draw, and none is asked for.
    Raekke("organisering:organ-figur", "get", alle(404)),
    Raekke("organisering:organ-create", "get", ET_SEKRETARIAT),
    Raekke("organisering:organ-create", "post", ET_SEKRETARIAT_POST),
    Raekke("organisering:organ-update", "get", SEKRETARIAT, lambda v: [v.organ.slug]),
    Raekke("organisering:organ-update", "post", SEKRETARIAT_POST, lambda v: [v.organ.slug]),
    Raekke("organisering:organ-update", "get", (302, *UKENDT[1:]), lambda v: [v.skjult_organ.slug], "skjult"),
    Raekke("organisering:omraade-create", "get", SEKRETARIAT, lambda v: [v.organ.slug]),
    Raekke("organisering:omraade-create", "post", SEKRETARIAT_POST, lambda v: [v.organ.slug]),
    Raekke("organisering:omraade-update", "get", ANDET_ORGAN, lambda v: [v.organ.slug, 0], "ukendt"),
    Raekke("organisering:grunddata", "get", ET_SEKRETARIAT),
    Raekke("organisering:grunddata-create", "get", ET_SEKRETARIAT, lambda v: ["roller"]),
    Raekke("organisering:grunddata-create", "post", ET_SEKRETARIAT_POST, lambda v: ["roller"]),
    Raekke("organisering:grunddata-update", "get", ET_SEKRETARIAT, lambda v: ["organtyper", v.organ.type_id]),
    Raekke("organisering:grunddata-update", "post", ET_SEKRETARIAT_POST, lambda v: ["organtyper", v.organ.type_id]),
    Raekke("organisering:grunddata-delete", "get", ET_SEKRETARIAT, lambda v: ["organtyper", v.organ.type_id]),
    Raekke("organisering:medlemskab-list", "get", alle(200), lambda v: [v.organ.slug]),
    Raekke("organisering:medlemskab-list", "get", UKENDT, lambda v: [v.skjult_organ.slug], "skjult"),
    Raekke("organisering:medlemskab-create", "get", SEKRETARIAT, lambda v: [v.organ.slug]),
    Raekke("organisering:medlemskab-create", "post", SEKRETARIAT_POST, lambda v: [v.organ.slug]),
    Raekke("organisering:medlemskab-create", "get", (302, *UKENDT[1:]), lambda v: [v.skjult_organ.slug], "skjult"),
    Raekke("organisering:medlemskab-update", "get", SEKRETARIAT, lambda v: [v.organ.slug, v.plads.pk]),
    Raekke("organisering:medlemskab-update", "post", SEKRETARIAT_POST, lambda v: [v.organ.slug, v.plads.pk]),
    Raekke("organisering:medlemskab-update", "get", ANDET_ORGAN, lambda v: [v.gruppe.slug, v.plads.pk], "andet organ"),
    Raekke("organisering:medlemskab-afslut", "get", SEKRETARIAT, lambda v: [v.organ.slug, v.plads.pk]),
    Raekke("organisering:medlemskab-afslut", "post", SEKRETARIAT_POST, lambda v: [v.organ.slug, v.plads.pk]),
    Raekke("organisering:medlemskab-afslut", "get", ANDET_ORGAN, lambda v: [v.gruppe.slug, v.plads.pk], "andet organ"),
    Raekke("organisering:person-list", "get", ET_SEKRETARIAT),
    Raekke("organisering:person-list", "post", (302, *alle(405)[1:])),
    Raekke("organisering:person-detail", "get", ET_SEKRETARIAT, lambda v: [v.plads.person_id]),
    Raekke("organisering:person-update", "get", ET_SEKRETARIAT, lambda v: [v.plads.person_id]),
    Raekke("organisering:person-update", "post", ET_SEKRETARIAT_POST, lambda v: [v.plads.person_id]),
    Raekke("organisering:person-laeg-sammen", "get", ET_SEKRETARIAT, lambda v: [v.plads.person_id]),
    Raekke("organisering:person-laeg-sammen", "post", ET_SEKRETARIAT_POST, lambda v: [v.plads.person_id]),
    Raekke("organisering:eftersyn", "get", ET_SEKRETARIAT),
]
