"""The portfolio as it stood at a moment, in the shape of today's, so that page and spreadsheet read one model.

Bodies are named as they were. Who may see what is asked today: what is hidden now was not open then.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from indsatser.queries.beslutning import laes_henvisninger
from indsatser.queries.celle import Celle
from indsatser.queries.forloeb import Forloeb, Udsnit, laes_forloeb
from indsatser.queries.grundlag import Grundlag, Maal, Post, Sted
from organisering.models import Aftale, Besoegende, Organ


def aftalens_grundlag_paa(aftale: Aftale, tidspunkt: datetime, bruger: Besoegende) -> Grundlag:
    """All bodies that the reader sees under one agreement."""
    return _laes(Udsnit([aftale]), tidspunkt, Organ.objects.synlige_for(bruger), bruger)


def organets_grundlag_paa(organ: Organ, aftaler: Sequence[Aftale], tidspunkt: datetime, bruger: Besoegende) -> Grundlag:
    """One body and the one it mirrors, under each of `aftaler`."""
    ider = frozenset({organ.pk, organ.portefoeljeorgan.pk})
    return _laes(Udsnit(aftaler, ider), tidspunkt, Organ.objects.synlige_for(bruger).filter(pk__in=ider), bruger)


def organer_som_paa(organer: QuerySet[Organ], tidspunkt: datetime) -> list[Organ]:
    """The bodies under the names they had; one that was not there yet keeps the name it has. One query."""
    udgave = Organ.historik.filter(id=OuterRef("pk"), history_date__lte=tidspunkt).order_by("-history_id")
    fundne: list[Organ] = list(
        organer.annotate(
            navn_da=Coalesce(Subquery(udgave.values("navn")[:1]), "navn"),
            kortnavn_da=Coalesce(Subquery(udgave.values("kortnavn")[:1]), "kortnavn"),
        )
    )
    for organ in fundne:
        organ.navn, organ.kortnavn = vars(organ)["navn_da"], vars(organ)["kortnavn_da"]
    return fundne


def _laes(udsnit: Udsnit, tidspunkt: datetime, organer: QuerySet[Organ], bruger: Besoegende) -> Grundlag:
    forloeb = laes_forloeb(udsnit, tidspunkt, tidspunkt)
    poster, maal = _poster(forloeb), _maal(forloeb)
    brugte = organer.filter(pk__in={organ_id for _, organ_id in (*poster, *maal)}).order_by()
    indsatser = forloeb.indsatser.foer
    return Grundlag(
        aftaler=udsnit.aftaler,
        organer=sorted(organer_som_paa(brugte, tidspunkt), key=lambda organ: organ.sortering),
        poster=poster,
        celler=_celler(forloeb, bruger),
        maal=maal,
        tjener={et.pk: forloeb.tjener.get(et.historie, set()) for et in indsatser.values()},
    )


def _poster(forloeb: Forloeb) -> dict[Sted, list[Post]]:
    poster: dict[Sted, list[Post]] = defaultdict(list)
    indsatser = forloeb.indsatser.foer
    for et in sorted(forloeb.poster.foer.values(), key=lambda et: (et.raekkefoelge, et.pk)):
        if (indsats := indsatser.get(et.indsats_id)) is not None:
            poster[indsats.aftale_id, et.organ_id].append(
                Post(
                    et.pk,
                    indsats.aftale_id,
                    et.organ_id,
                    indsats.pk,
                    indsats.titel,
                    indsats.slags,
                    indsats.afsluttet_den,
                )
            )
    return poster


def _celler(forloeb: Forloeb, bruger: Besoegende) -> dict[int, dict[int, Celle]]:
    traek = forloeb.traek.foer.values()
    henvisninger = laes_henvisninger((et.besluttet_i_id for et in traek if et.besluttet_i_id is not None), bruger)
    celler: dict[int, dict[int, Celle]] = defaultdict(dict)
    for et in traek:
        besluttet = henvisninger.get(et.besluttet_i_id) if et.besluttet_i_id else None
        celler[et.post_id][et.aar] = Celle(et.aar, et.planlagt, 0, besluttet)
    return celler


def _maal(forloeb: Forloeb) -> dict[Sted, list[Maal]]:
    maal: dict[Sted, list[Maal]] = defaultdict(list)
    for et in sorted(forloeb.maal.foer.values(), key=lambda et: (et.raekkefoelge, et.pk)):
        maal[et.aftale_id, et.organ_id].append(Maal(et.pk, et.aftale_id, et.organ_id, et.tekst))
    return maal
