"""Targets, measurements and the categories that they stand under."""

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke, alle

SKJULT = (302, *UKENDT[1:])
# The categories are shared: any region's secretariat keeps them.
ET_SEKRETARIAT = (302, 200, 403, 403, 403, 200, 200)
ET_SEKRETARIAT_POST = (302, 422, 403, 403, 403, 422, 422)

RAEKKER = [
    Raekke("indsatser:maaltal-list", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("indsatser:maaltal-list", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:maaltal-detail", "get", alle(200), lambda v: [v.maal.maaltal.pk]),
    Raekke("indsatser:maaltal-detail", "get", UKENDT, lambda v: [v.maal.skjult_maaltal.pk], "skjult"),
    Raekke("indsatser:maalsaetning-create", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:maalsaetning-create", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("indsatser:maalsaetning-update", "get", SEKRETARIAT, lambda v: [v.maal.maalsaetning.pk]),
    Raekke("indsatser:maalsaetning-update", "post", SEKRETARIAT_POST, lambda v: [v.maal.maalsaetning.pk]),
    Raekke("indsatser:maaltal-create", "get", SEKRETARIAT, lambda v: [v.maal.maalsaetning.pk]),
    Raekke("indsatser:maaltal-create", "post", SEKRETARIAT_POST, lambda v: [v.maal.maalsaetning.pk]),
    Raekke("indsatser:maaltal-update", "get", SEKRETARIAT, lambda v: [v.maal.maaltal.pk]),
    Raekke("indsatser:maaltal-update", "post", SEKRETARIAT_POST, lambda v: [v.maal.maaltal.pk]),
    Raekke("indsatser:maaltal-update", "get", SKJULT, lambda v: [v.maal.skjult_maaltal.pk], "skjult"),
    Raekke("indsatser:maaltal-revider", "get", SEKRETARIAT, lambda v: [v.maal.maaltal.pk]),
    Raekke("indsatser:maaltal-revider", "post", SEKRETARIAT_POST, lambda v: [v.maal.maaltal.pk]),
    Raekke("indsatser:maaling-create", "get", SEKRETARIAT, lambda v: [v.maal.maaltal.pk]),
    Raekke("indsatser:maaling-create", "post", SEKRETARIAT_POST, lambda v: [v.maal.maaltal.pk]),
    Raekke("indsatser:maaling-update", "get", SEKRETARIAT, lambda v: [v.maal.maaling.pk]),
    Raekke("indsatser:maaling-update", "post", SEKRETARIAT_POST, lambda v: [v.maal.maaling.pk]),
    Raekke("indsatser:maaling-update", "get", SKJULT, lambda v: [v.maal.skjult_maaling.pk], "skjult"),
    Raekke("indsatser:maaling-delete", "get", SEKRETARIAT, lambda v: [v.maal.maaling.pk]),
    Raekke("indsatser:maaling-delete", "post", SEKRETARIAT_POST, lambda v: [v.maal.maaling.pk]),
    Raekke("indsatser:maalingsark", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:maalingsark", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("indsatser:maalingsark", "get", SKJULT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:maalingsskabelon", "get", SEKRETARIAT, lambda v: [v.aftale.slug, "xlsx"]),
    Raekke("indsatser:maalkategori-list", "get", alle(200)),
    Raekke("indsatser:maalkategori-detail", "get", alle(200), lambda v: [v.maal.kategori.pk]),
    Raekke("indsatser:maalkategori-create", "get", ET_SEKRETARIAT),
    Raekke("indsatser:maalkategori-create", "post", ET_SEKRETARIAT_POST),
    Raekke("indsatser:maalkategori-update", "get", ET_SEKRETARIAT, lambda v: [v.maal.kategori.pk]),
    Raekke("indsatser:maalkategori-update", "post", ET_SEKRETARIAT_POST, lambda v: [v.maal.kategori.pk]),
]
