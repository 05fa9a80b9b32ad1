"""What stands around an item's form: its papers, where it can go, and what other apps hang on it."""

from dataclasses import dataclass

from django.utils import timezone

from organisering.models import Bilag, Dagsordenspunkt, Moede
from organisering.queries.afloesning import overordnet
from organisering.udvidelser import Emne, tilmeldte


@dataclass(frozen=True, slots=True)
class Punktredigering:
    """`offentlig` says that what is saved can be read by everybody at once."""

    bilag: tuple[Bilag, ...]
    sider: tuple[Emne, ...]
    modtager: str
    sendt_til: tuple[Dagsordenspunkt, ...]
    offentlig: bool


def laes_punktredigering(punkt: Dagsordenspunkt) -> Punktredigering:
    moede: Moede = punkt.moede
    over = overordnet(moede.organ, timezone.localdate())
    return Punktredigering(
        bilag=tuple(punkt.bilag.all()),
        sider=tuple(udvidelse.redigering(punkt) for udvidelse in tilmeldte()),
        modtager="" if punkt.fast else over.kaldes if over else "et andet organ",
        sendt_til=tuple(punkt.sendt_til.select_related("moede__organ")),
        offentlig=bool(moede.dagsorden_udgivet or moede.referat_udgivet),
    )
