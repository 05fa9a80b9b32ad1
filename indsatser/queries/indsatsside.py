"""Everything the page of one initiative tells."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Prefetch

from indsatser.models import Indsats, Maaltal, Portefoeljepost
from indsatser.queries.beslutning import (
    Beslutningslinje,
    besluttede,
    laes_henvisninger,
    laes_indsatsens_beslutninger,
)
from indsatser.queries.celle import Celle, Henvisning
from indsatser.queries.maaltalslinje import Maaltalslinje, laes_maaltalslinje
from organisering.models import Besoegende, Organ


@dataclass(frozen=True, slots=True)
class Maallinje:
    tekst: str
    organ: str
    maaltal: tuple[Maaltalslinje, ...]


@dataclass(frozen=True, slots=True)
class Postlinje:
    """The initiative's place in one body, with a cell for each year of the agreement."""

    post: Portefoeljepost
    celler: tuple[Celle, ...]


@dataclass(frozen=True, slots=True)
class Indsatsside:
    poster: tuple[Postlinje, ...]
    maal: tuple[Maallinje, ...]
    risikogrupper: tuple[str, ...]
    beslutninger: tuple[Beslutningslinje, ...]


def laes_indsatsside(indsats: Indsats, *, bruger: Besoegende) -> Indsatsside:
    """Years for each body that the reader sees, targets with their state, and risk groups."""
    synlige = Organ.objects.synlige_for(bruger)
    poster = list(indsats.poster.filter(organ__in=synlige).select_related("organ__spejler").prefetch_related("traek"))
    henvisninger = laes_henvisninger(besluttede(traek for post in poster for traek in post.traek.all()), bruger)
    maal = indsats.maalsaetninger.select_related("organ").prefetch_related(
        Prefetch("maaltal", queryset=Maaltal.objects.prefetch_related("maalinger"))
    )
    return Indsatsside(
        poster=tuple(_postlinje(post, indsats.aftale.aar, henvisninger) for post in poster),
        maal=tuple(
            Maallinje(et.tekst, str(et.organ), tuple(laes_maaltalslinje(maaltal) for maaltal in et.maaltal.all()))
            for et in maal
        ),
        risikogrupper=tuple(gruppe.navn for gruppe in indsats.risikogrupper.all()),
        beslutninger=tuple(laes_indsatsens_beslutninger(indsats, bruger=bruger)),
    )


def _postlinje(post: Portefoeljepost, aarraekke: list[int], henvisninger: Mapping[int, Henvisning]) -> Postlinje:
    celler = {
        traek.aar: Celle(traek.aar, traek.planlagt, traek.version, henvisninger.get(traek.besluttet_i_id or 0))
        for traek in post.traek.all()
    }
    return Postlinje(post, tuple(celler.get(aar, Celle(aar)) for aar in aarraekke))
