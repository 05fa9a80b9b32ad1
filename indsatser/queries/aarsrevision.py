"""The walk of a year as its page shows it: body by body, what is answered and what lacks."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from indsatser.models import Aarsrevision, Indsats, Portefoeljepost, Ressourcetraek, Revisionsvalg
from indsatser.queries.spejling import foelgende
from organisering.models import Organ
from sundhedsaftale.faelles.dansk import sorteringsnoegle


@dataclass(frozen=True, slots=True)
class Revisionslinje:
    """One initiative in its first body; `andre` are the other bodies it stands in, `uroert` an "Ændret" without one."""

    indsats: Indsats
    valg: Revisionsvalg | None
    andre: tuple[str, ...]
    uroert: bool


@dataclass(frozen=True, slots=True)
class Revisionsafsnit:
    """`organ` is None for initiatives that stand in no portfolio."""

    organ: Organ | None
    linjer: tuple[Revisionslinje, ...]

    @property
    def besvarede(self) -> int:
        return sum(linje.valg is not None for linje in self.linjer)


@dataclass(frozen=True, slots=True)
class Revisionsside:
    afsnit: tuple[Revisionsafsnit, ...]

    @property
    def linjer(self) -> tuple[Revisionslinje, ...]:
        return tuple(linje for afsnit in self.afsnit for linje in afsnit.linjer)

    @property
    def i_alt(self) -> int:
        return len(self.linjer)

    @property
    def besvarede(self) -> int:
        return sum(afsnit.besvarede for afsnit in self.afsnit)

    @property
    def opgjort(self) -> list[tuple[str, int]]:
        """How many of each answer."""
        svar = [linje.valg.valg for linje in self.linjer if linje.valg is not None]
        return [(valg.label, svar.count(valg.value)) for valg in Revisionsvalg.Valg]

    @property
    def mangler(self) -> list[Indsats]:
        return [linje.indsats for linje in self.linjer if linje.valg is None]


def ubesvarede(revision: Aarsrevision) -> QuerySet[Indsats]:
    """The initiatives that run and lack an answer; also those that came while the walk was under way."""
    return Indsats.objects.filter(aftale=revision.aftale_id).aktive().exclude(revisionsvalg__revision=revision)


def laes_aarsrevision(revision: Aarsrevision) -> Revisionsside:
    """Those that run, and those that are answered; a finished walk is the answers it ended with."""
    valg = {en.indsats_id: en for en in revision.valg.all()}
    loebende = Q(afsluttet_den__isnull=True) if revision.afsluttet_den is None else Q(pk__in=())
    indsatser = list(Indsats.objects.filter(loebende | Q(pk__in=valg.keys()), aftale=revision.aftale_id))
    steder: dict[int, list[Organ]] = defaultdict(list)
    alle = Portefoeljepost.objects.filter(indsats__aftale=revision.aftale_id)
    poster = list(
        alle.select_related("organ__type")
        .prefetch_related("traek")
        .order_by("organ__type__niveau", "raekkefoelge", "pk")
    )
    foelger = foelgende(poster)
    for post in poster:
        if post.pk not in foelger:
            steder[post.indsats_id].append(post.organ)
    roerte = _roerte_siden(revision)
    afsnit: dict[Organ | None, list[Revisionslinje]] = defaultdict(list)
    for indsats in indsatser:
        organer = sorted(steder[indsats.pk], key=lambda organ: organ.sortering)
        svar = valg.get(indsats.pk)
        uroert = svar is not None and svar.valg == Revisionsvalg.Valg.AENDRET and indsats.pk not in roerte
        andre = tuple(str(organ) for organ in organer[1:])
        afsnit[organer[0] if organer else None].append(Revisionslinje(indsats, svar, andre, uroert))
    i_orden = sorted(afsnit, key=lambda organ: (organ is None, organ.sortering if organ else (0, "")))
    return Revisionsside(
        tuple(
            Revisionsafsnit(
                organ, tuple(sorted(afsnit[organ], key=lambda linje: sorteringsnoegle(linje.indsats.titel)))
            )
            for organ in i_orden
        )
    )


def naeste_ubesvarede(revision: Aarsrevision, efter: Indsats) -> Indsats | None:
    """The next in the page's order that lacks an answer, from the top again when none comes after."""
    linjer = laes_aarsrevision(revision).linjer
    plads = next((n for n, linje in enumerate(linjer) if linje.indsats == efter), 0)
    return next((linje.indsats for linje in (*linjer[plads:], *linjer[:plads]) if linje.valg is None), None)


def _roerte_siden(revision: Aarsrevision) -> set[int]:
    """The initiatives of which fields, places or years have been saved since the walk began."""
    fra = revision.historik.order_by("history_id").values_list("history_date", flat=True)[0]
    egne = Indsats.historik.filter(aftale_id=revision.aftale_id, history_date__gte=fra).values_list("id", flat=True)
    poster = Portefoeljepost.objects.filter(indsats__aftale=revision.aftale_id)
    i_poster = Portefoeljepost.historik.filter(history_date__gte=fra).values("id")
    i_aar = Ressourcetraek.historik.filter(history_date__gte=fra).values("post_id")
    return {*egne, *poster.filter(Q(pk__in=i_poster) | Q(pk__in=i_aar)).values_list("indsats_id", flat=True)}
