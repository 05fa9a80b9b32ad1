"""The ladder of bodies on a day: who reports to whom, as a list in reading order with a depth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from organisering.models import Aftale, Besoegende, Organ, Organisation
from organisering.models.organ import OrganQuerySet
from organisering.queries.afloesning import Afloesning
from sundhedsaftale.faelles.dansk import sorteringsnoegle

_HOEJESTE_INDRYK = 4
_EN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Trin:
    """One body on the ladder; `dybde` is 0 for a body that reports to nobody the reader sees on the day."""

    organ: Organ
    dybde: int
    refererer_til: Organ | None
    spejler: Organ | None

    @property
    def indryk(self) -> int:
        """How far in the row is drawn; deeper ladders do not walk off the page."""
        return min(self.dybde, _HOEJESTE_INDRYK)


@dataclass(frozen=True, slots=True)
class Organstige:
    """A region's ladder on a day."""

    region: Organisation
    dag: date
    trin: list[Trin]


@dataclass(frozen=True, slots=True)
class Regionsorganer:
    """A region's bodies of all days; `skift` are the days on which the ladder changes.

    Bodies without a first day have always been there: the start of the region's first agreement comes before them.
    """

    region: Organisation
    organer: list[Organ]
    skift: frozenset[date]

    def stige(self, dag: date) -> Organstige:
        return Organstige(self.region, dag, byg_stige(self.organer, dag))


def laes_regionsorganer(bruger: Besoegende) -> list[Regionsorganer]:
    """The bodies the reader may see, region by region in Danish order: two queries."""
    pr_region: dict[int, list[Organ]] = {}
    for organ in _organer(bruger):
        pr_region.setdefault(organ.region_id, []).append(organ)
    starter: dict[int, list[date]] = {}
    for region_id, start in Aftale.objects.synlige_for(bruger).order_by().values_list("region_id", "gyldig_fra"):
        starter.setdefault(region_id, []).append(start)
    regioner = [
        Regionsorganer(organer[0].region, organer, _skift(organer, starter.get(region_id, [])))
        for region_id, organer in pr_region.items()
    ]
    return sorted(regioner, key=lambda en: sorteringsnoegle(en.region.navn))


def laes_organstige(bruger: Besoegende, *, region: Organisation, dag: date) -> list[Trin]:
    """One region's ladder on a day: one query."""
    return byg_stige(list(_organer(bruger).filter(region=region)), dag)


def byg_stige(organer: Sequence[Organ], dag: date) -> list[Trin]:
    """Put each body of the day under the one it reports to; `organer` are a region's bodies of all days."""
    afloesning = Afloesning(organer)
    dagens = sorted((organ for organ in organer if organ.bestaar(dag)), key=lambda o: (o.type.niveau_id, o.sortering))
    over = {organ.pk: _anden(organ, afloesning.paa(organ.refererer_til_id, dag)) for organ in dagens}
    under: dict[int | None, list[Organ]] = {}
    for organ in dagens:
        overordnet = over[organ.pk]
        under.setdefault(overordnet.pk if overordnet else None, []).append(organ)
    trin: list[Trin] = []
    naaet: set[int] = set()

    def gaa(fra: Iterable[Organ]) -> None:
        rest = [(organ, 0) for organ in fra][::-1]
        while rest:
            organ, dybde = rest.pop()
            if organ.pk in naaet:
                continue
            naaet.add(organ.pk)
            trin.append(Trin(organ, dybde, over[organ.pk], _anden(organ, afloesning.paa(organ.spejler_id, dag))))
            rest.extend((barn, dybde + 1) for barn in reversed(under.get(organ.pk, [])))

    gaa(under.get(None, []))
    # Two bodies that came to report to each other through a succession hang under nobody; none of them is lost.
    gaa(dagens)
    return trin


def skiftedage(regioner: Iterable[Regionsorganer]) -> list[date]:
    """The days on which any of the ladders changes, oldest first."""
    return sorted({dag for en in regioner for dag in en.skift})


def _organer(bruger: Besoegende) -> OrganQuerySet:
    return Organ.objects.synlige_for(bruger).select_related("type__niveau", "region")


def _anden(organ: Organ, fundet: Organ | None) -> Organ | None:
    """A body that succeeded the one it reported to does not report to itself."""
    return None if fundet is None or fundet.pk == organ.pk else fundet


def _skift(organer: Iterable[Organ], aftalestarter: Sequence[date]) -> frozenset[date]:
    begyndt = {organ.gyldig_fra for organ in organer if organ.gyldig_fra}
    endt = {organ.gyldig_til + _EN_DAG for organ in organer if organ.gyldig_til and organ.gyldig_til < date.max}
    return frozenset(begyndt | endt | set(sorted(aftalestarter)[:1]))
