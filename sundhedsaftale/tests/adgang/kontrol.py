"""The secretariat's control page."""

from indsatser.models import Kontrolsvar
from sundhedsaftale.tests.adgang.raekke import SEKRETARIAT, SEKRETARIAT_POST, Raekke
from sundhedsaftale.tests.verden import Verden


def _svar(verden: Verden) -> list[int]:
    svar, _ = Kontrolsvar.objects.get_or_create(aftale=verden.aftale, noegle="uden-aar:1", begrundelse="Prøve")
    return [svar.pk]


RAEKKER = [
    Raekke("indsatser:kontrol", "get", SEKRETARIAT, lambda v: [v.aftale.slug]),
    Raekke("indsatser:kontrol", "post", SEKRETARIAT_POST, lambda v: [v.aftale.slug]),
    Raekke("indsatser:kontrol", "get", (302, 404, 404, 404, 404, 404, 200), lambda v: [v.skjult_aftale.slug], "skjult"),
    Raekke("indsatser:kontrolsvar-fortryd", "get", (302, 405, 405, 405, 405, 405, 405), _svar),
    Raekke("indsatser:kontrolsvar-fortryd", "post", (302, 403, 403, 403, 403, 302, 404), _svar),
    Raekke("indsatser:post-udenfor", "get", SEKRETARIAT, lambda v: [v.post.pk]),
    Raekke("indsatser:post-udenfor", "post", SEKRETARIAT_POST, lambda v: [v.post.pk]),
]
