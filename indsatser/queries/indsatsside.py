"""Everything the page of one initiative tells."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from indsatser.models import (
    Indsats,
    Maalsaetning,
    Maaltal,
    Portefoeljepost,
    Ressourcetraek,
    Risikogruppe,
    Spor,
    Virkemiddel,
)
from indsatser.queries.beslutning import (
    Beslutningslinje,
    besluttede,
    laes_henvisninger,
    laes_indsatsens_beslutninger,
)
from indsatser.queries.celle import Celle, Henvisning
from indsatser.queries.indsatskaede import Indsatskaede, laes_indsatskaede
from indsatser.queries.maaltalslinje import Maaltalslinje, maaltalslaeser
from indsatser.queries.milepael import Milepaellinje, laes_milepaele
from indsatser.queries.opgaveoverdragelse import Overdragelseslinje, laes_indsatsens_overdragelser
from indsatser.queries.pulje import Midler, laes_midler
from indsatser.queries.spejling import foelgende
from indsatser.udvidelser import Statuspunkt, tilmeldte
from organisering.models import Besoegende, Organ
from organisering.queries.dokument import Dokumentlinje, laes_dokumenter


@dataclass(frozen=True, slots=True)
class Maallinje:
    tekst: str
    organ: str
    maaltal: tuple[Maaltalslinje, ...]


@dataclass(frozen=True, slots=True)
class Postlinje:
    """The initiative's place in one body, with a cell for each year of the agreement.

    `opgjorte` are the years that have an amount, or of which it is known what they drew; `foelger` is the body whose
    portfolio is shown in its place.
    """

    post: Portefoeljepost
    celler: tuple[Celle, ...]
    opgjorte: tuple[Ressourcetraek, ...]
    foelger: Organ | None

    @property
    def har_aar(self) -> bool:
        return any(celle.planlagt for celle in self.celler)


@dataclass(frozen=True, slots=True)
class Indsatsside:
    poster: tuple[Postlinje, ...]
    maal: tuple[Maallinje, ...]
    risikogrupper: Sequence[Risikogruppe]
    virkemidler: Sequence[Virkemiddel]
    spor: Sequence[Spor]
    dele: Sequence[Indsats]
    kaede: Indsatskaede
    milepaele: Sequence[Milepaellinje]
    statusser: Sequence[Statuspunkt]
    beslutninger: Sequence[Beslutningslinje]
    dokumenter: Sequence[Dokumentlinje]
    midler: Sequence[Midler]
    overdragelser: Sequence[Overdragelseslinje]

    @property
    def har_aar(self) -> bool:
        return any(linje.har_aar for linje in self.poster)

    @property
    def opgjorte(self) -> list[Ressourcetraek]:
        return [traek for linje in self.poster for traek in linje.opgjorte]


def laes_indsatsside(indsats: Indsats, *, bruger: Besoegende, dag: date) -> Indsatsside:
    """Read it as this reader may see it; the number of queries does not grow with what stands there."""
    synlige = Organ.objects.synlige_for(bruger)
    poster = list(indsats.poster.filter(organ__in=synlige).select_related("organ__spejler").prefetch_related("traek"))
    henvisninger = laes_henvisninger(besluttede(traek for post in poster for traek in post.traek.all()), bruger)
    foelger = foelgende(poster)
    maal = (
        Maalsaetning.objects.synlige_for(bruger)
        .filter(indsatser=indsats)
        .select_related("organ")
        .prefetch_related(Prefetch("maaltal", queryset=Maaltal.objects.prefetch_related("maalinger")))
    )
    laes_maaltal = maaltalslaeser(bruger, indsats.aftale)
    return Indsatsside(
        poster=tuple(_postlinje(post, indsats.aftale.aar, henvisninger, foelger) for post in poster),
        maal=tuple(
            Maallinje(et.tekst, str(et.organ), tuple(laes_maaltal(maaltal) for maaltal in et.maaltal.all()))
            for et in maal
        ),
        risikogrupper=list(indsats.risikogrupper.all()),
        virkemidler=list(indsats.virkemidler.all()),
        spor=list(indsats.spor.prefetch_related("organisationer")),
        dele=list(indsats.delindsatser.order_by("nummer", "pk")),
        kaede=laes_indsatskaede(indsats, bruger=bruger),
        milepaele=laes_milepaele(indsats.milepaele.all(), dag=dag),
        statusser=[punkt for udvidelse in tilmeldte() for punkt in udvidelse.statusser(indsats, bruger=bruger)],
        beslutninger=laes_indsatsens_beslutninger(indsats, bruger=bruger),
        dokumenter=laes_dokumenter(indsats.dokumenter.all(), bruger=bruger, dag=dag),
        midler=laes_midler(list(indsats.disponeringer.select_related("pulje")), bruger),
        overdragelser=laes_indsatsens_overdragelser(indsats, bruger=bruger),
    )


def _postlinje(
    post: Portefoeljepost, aarraekke: list[int], henvisninger: Mapping[int, Henvisning], foelger: Collection[int]
) -> Postlinje:
    celler = {
        traek.aar: Celle(traek.aar, traek.planlagt, traek.version, henvisninger.get(traek.besluttet_i_id or 0))
        for traek in post.traek.all()
    }
    return Postlinje(
        post,
        tuple(celler.get(aar, Celle(aar)) for aar in aarraekke),
        tuple(et for et in post.traek.all() if (et.beloeb, et.realiseret, et.faktisk) != (None, None, None)),
        post.organ.spejler if post.pk in foelger else None,
    )
