"""The way of a case up the ladder, as one reader may see it."""

from dataclasses import dataclass
from datetime import date

from organisering.models import Besoegende, Dagsordenspunkt, Moede, Ordlyd, Organ, Sag
from organisering.queries.indblik import indblik_i
from organisering.queries.moedebillede import LUKKET


@dataclass(frozen=True, slots=True)
class Behandlingstrin:
    """One treatment. `skjult` is a closed item of which only the public wording is told."""

    dag: date
    organ: Organ
    nummer: str
    titel: str
    url: str
    tilstand: str
    beslutning: str
    skjult: bool


@dataclass(frozen=True, slots=True)
class Sagsgang:
    """`titel` is the newest that the reader may read: the case's own may be that of a closed item."""

    titel: str
    trin: tuple[Behandlingstrin, ...]


def laes_sagsgang(sag: Sag, *, bruger: Besoegende) -> Sagsgang | None:
    """Return the treatments, oldest first, or nothing when the reader may read none of them in the body's own words."""
    trin = [trin for punkt in _behandlinger(sag, bruger) if (trin := _trin(punkt, bruger))]
    egne = [et.titel for et in trin if not et.skjult]
    return Sagsgang(titel=egne[-1], trin=tuple(trin)) if egne else None


def _behandlinger(sag: Sag, bruger: Besoegende) -> list[Dagsordenspunkt]:
    return list(
        sag.punkter.filter(moede__in=Moede.objects.synlige_for(bruger))
        .select_related("moede__organ", "ordlyd")
        .prefetch_related("moede__faelles_med")
        .order_by("moede__starter", "pk")
    )


def _trin(punkt: Dagsordenspunkt, bruger: Besoegende) -> Behandlingstrin | None:
    indblik = indblik_i(punkt.moede, bruger)
    if not indblik.dagsorden:
        return None
    ordlyd: Ordlyd | None = getattr(punkt, "ordlyd", None)
    skjult = punkt.lukket and not indblik.lukkede
    offentlig_titel = (ordlyd.titel if ordlyd else "") or LUKKET
    offentlig_beslutning = ordlyd.beslutning if ordlyd else ""
    return Behandlingstrin(
        dag=punkt.moede.dag,
        organ=punkt.moede.organ,
        nummer=punkt.nummer,
        titel=offentlig_titel if skjult else punkt.titel,
        url=punkt.get_absolute_url(),
        tilstand=punkt.moede.get_tilstand_display(),
        beslutning=(offentlig_beslutning if skjult else punkt.beslutning) if indblik.beslutninger else "",
        skjult=skjult,
    )
