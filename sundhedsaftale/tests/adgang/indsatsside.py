"""An initiative's own pages."""

from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, UKENDT, Raekke, alle

SKJULT = (302, *UKENDT[1:])
# It is open and has nothing to reopen: sent back with a message.
AABEN = (302, 403, 403, 403, 403, 302, 302)
SENDT = (302, 403, 403, 403, 403, 302, 302)
KUN_POST = (302, *(405,) * 6)

RAEKKER = [
    Raekke("indsatser:indsats-detail", "get", alle(200), lambda v: [v.indsats.pk]),
    Raekke("indsatser:indsats-detail", "get", UKENDT, lambda v: [v.skjult_indsats.pk], "skjult"),
    Raekke("indsatser:indsats-detail", "post", alle(405), lambda v: [v.indsats.pk]),
    Raekke("indsatser:indsats-update", "get", SEKRETARIAT, lambda v: [v.indsats.pk]),
    Raekke("indsatser:indsats-update", "get", SKJULT, lambda v: [v.skjult_indsats.pk], "skjult"),
    Raekke("indsatser:indsats-update", "post", SEKRETARIAT_POST, lambda v: [v.indsats.pk]),
    Raekke("indsatser:indsats-afslut", "get", SEKRETARIAT, lambda v: [v.indsats.pk]),
    Raekke("indsatser:indsats-afslut", "post", SEKRETARIAT_POST, lambda v: [v.indsats.pk]),
    Raekke("indsatser:indsats-genoptag", "get", AABEN, lambda v: [v.indsats.pk]),
    Raekke("indsatser:indsats-genoptag", "post", SEKRETARIAT_POST, lambda v: [v.indsats.pk]),
    Raekke("indsatser:milepael-create", "get", SEKRETARIAT, lambda v: [v.indsats.pk]),
    Raekke("indsatser:milepael-create", "post", SEKRETARIAT_POST, lambda v: [v.indsats.pk]),
    Raekke("indsatser:milepael-update", "get", SEKRETARIAT, lambda v: [v.milepael.pk]),
    Raekke("indsatser:milepael-update", "post", SEKRETARIAT_POST, lambda v: [v.milepael.pk]),
    Raekke("indsatser:milepael-naaet", "get", KUN_POST, lambda v: [v.milepael.pk]),
    Raekke("indsatser:milepael-naaet", "post", SENDT, lambda v: [v.milepael.pk]),
    Raekke("indsatser:milepael-delete", "get", SEKRETARIAT, lambda v: [v.milepael.pk]),
    Raekke("indsatser:milepael-delete", "post", SENDT, lambda v: [v.milepael.pk]),
]
