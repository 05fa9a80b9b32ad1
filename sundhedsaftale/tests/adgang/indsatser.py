"""The portfolio."""

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke, alle

# The items are of the forum that the group refers to: the secretariat writes them, the group does not see the draft.
FORUMS = (302, 404, 404, 404, 404, 200, 200)
# What the secretariat has taken away the administrator does not find.
FJERNET = (302, 404, 404, 404, 404, 302, 404)
UDGIVET = (302, 403, 403, 403, 403, 200, 200)

RAEKKER = [
    Raekke("indsatser:portefoelje-aftale", "get", alle(200), lambda v: [v.aftale.slug]),
    Raekke("indsatser:portefoelje-aftale", "get", UKENDT, lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:portefoelje-organ", "get", alle(200), lambda v: [v.organ.slug]),
    Raekke("indsatser:portefoelje-organ", "get", UKENDT, lambda v: [v.skjult_organ.slug], "skjult"),
    Raekke("indsatser:portefoelje-rediger", "get", SEKRETARIAT, lambda v: [v.organ.slug]),
    Raekke("indsatser:portefoelje-rediger", "post", SEKRETARIAT_POST, lambda v: [v.organ.slug]),
    Raekke("indsatser:indsats-create", "get", SEKRETARIAT, lambda v: [v.organ.slug]),
    Raekke("indsatser:indsats-create", "post", SEKRETARIAT_POST, lambda v: [v.organ.slug]),
    Raekke("indsatser:post-create", "get", SEKRETARIAT, lambda v: [v.organ.slug]),
    Raekke("indsatser:post-create", "post", SEKRETARIAT_POST, lambda v: [v.organ.slug]),
    Raekke("indsatser:post-update", "get", SEKRETARIAT, lambda v: [v.post.pk]),
    Raekke("indsatser:post-update", "post", SEKRETARIAT_POST, lambda v: [v.post.pk]),
    Raekke("indsatser:post-update", "get", (302, *UKENDT[1:]), lambda v: [v.skjult_post.pk], "skjult"),
    Raekke("indsatser:post-flyt", "get", SEKRETARIAT, lambda v: [v.post.pk]),
    Raekke("indsatser:post-flyt", "post", SEKRETARIAT_POST, lambda v: [v.post.pk]),
    Raekke("indsatser:post-aar", "get", alle(405), lambda v: [v.post.pk, 2020]),
    Raekke("indsatser:post-aar", "post", (302, 403, 403, 403, 403, 302, 302), lambda v: [v.post.pk, 2020]),
    Raekke("indsatser:post-aar", "post", (302, *UKENDT[1:-1], 302), lambda v: [v.skjult_post.pk, 2020], "skjult"),
    Raekke("indsatser:punkt-virkninger", "get", FORUMS, lambda v: [v.moeder.kladdepunkt.pk], "kladde"),
    Raekke("indsatser:punkt-virkninger", "get", UDGIVET, lambda v: [v.moeder.aabent.pk], "udgivet"),
    Raekke(
        "indsatser:punkt-virkninger", "post", (302, 404, 404, 404, 404, 422, 422), lambda v: [v.moeder.kladdepunkt.pk]
    ),
    *(
        Raekke("indsatser:punkt-virkninger-slags", "get", FORUMS, lambda v, s=s: [v.moeder.kladdepunkt.pk, s], s)
        for s in ("placering", "maal", "pulje")
    ),
    Raekke(
        "indsatser:punkt-virkninger-slags",
        "get",
        (302, 404, 404, 404, 404, 404, 404),
        lambda v: [v.moeder.kladdepunkt.pk, "andet"],
        "ukendt",
    ),
    Raekke("indsatser:punkt-emner", "get", FORUMS, lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("indsatser:punkt-emner", "post", (302, 404, 404, 404, 404, 422, 422), lambda v: [v.moeder.kladdepunkt.pk]),
    Raekke("indsatser:virkning-fjern", "get", (302, 405, 405, 405, 405, 405, 405), lambda v: ["aar", v.virkning.pk]),
    Raekke("indsatser:virkning-fjern", "post", FJERNET, lambda v: ["aar", v.virkning.pk]),
    Raekke(
        "indsatser:emne-fjern",
        "post",
        FJERNET,
        lambda v: [v.moeder.kladdepunkt.emner.get().pk],
    ),
]
