"""A body that mirrors another: row by row it follows, differs, or has its own; the rule is in `docs/portefoelje.md`."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from indsatser.models import Portefoeljepost
from indsatser.queries.celle import Celle
from indsatser.queries.grundlag import Grundlag, Post
from organisering.models import Organ


class Forhold(StrEnum):
    """How a row stands to the one it mirrors."""

    FOELGER = "følger"
    SAMME_AAR = "egne år, de samme"
    ANDRE_AAR = "andre år"
    FOELGER_IKKE = "følger ikke"
    KUN_HER = "kun her"


@dataclass(frozen=True, slots=True)
class Spejling:
    """`aar` are the years with an X in the mirrored body."""

    forhold: Forhold
    aar: tuple[int, ...] = ()

    @property
    def foelger(self) -> bool:
        return self.forhold is Forhold.FOELGER

    @property
    def har_forbillede(self) -> bool:
        """Whether the mirrored body has the initiative too."""
        return self.forhold is not Forhold.KUN_HER

    @property
    def afviger(self) -> bool:
        return self.forhold in {Forhold.ANDRE_AAR, Forhold.FOELGER_IKKE, Forhold.KUN_HER}


@dataclass(frozen=True, slots=True)
class Plads:
    """A row of a section: the post whose cells it shows."""

    post: Post
    spejling: Spejling | None = None


def aftalens_pladser(grundlag: Grundlag, aftale_id: int, organ: Organ) -> list[Plads]:
    """The rows that count in the agreement: what only follows is counted where it stands."""
    if organ.spejler_id is None:
        return [Plads(post) for post in grundlag.poster.get((aftale_id, organ.pk), ())]
    kildens = {post.indsats_id: post for post in grundlag.poster.get((aftale_id, organ.spejler_id), ())}
    return [
        Plads(post, _spejling(kildens.get(post.indsats_id), post, grundlag.celler))
        for post in grundlag.selvstaendige(aftale_id, organ)
    ]


def organets_pladser(grundlag: Grundlag, aftale_id: int, organ: Organ, kilde: Organ) -> list[Plads]:
    """The rows of the body's own page: the mirrored body's in their order, then its own."""
    egne = grundlag.poster.get((aftale_id, organ.pk), [])
    if kilde.pk == organ.pk:
        return [Plads(post) for post in egne]
    kildens = grundlag.poster.get((aftale_id, kilde.pk), [])
    mine = {post.indsats_id: post for post in egne if post.pk in grundlag.celler}
    spejlede = [
        Plads(mine.get(post.indsats_id, post), _spejling(post, mine.get(post.indsats_id), grundlag.celler))
        for post in kildens
    ]
    kendte = {post.indsats_id for post in kildens}
    return spejlede + [Plads(post, Spejling(Forhold.KUN_HER)) for post in egne if post.indsats_id not in kendte]


def foelgende(poster: Collection[Portefoeljepost]) -> set[int]:
    """Of rows that stand beside each other, those that follow: no cells, and the mirrored body has the initiative."""
    steder = {(post.organ_id, post.indsats_id) for post in poster}
    return {
        post.pk
        for post in poster
        if (post.organ.spejler_id, post.indsats_id) in steder and not post.traek.all()  # read ahead by the caller
    }


def _spejling(kildens: Post | None, egen: Post | None, celler: Mapping[int, Mapping[int, Celle]]) -> Spejling:
    if kildens is None:
        return Spejling(Forhold.KUN_HER)
    aar = _kryds(celler.get(kildens.pk, {}).values())
    if egen is None:
        return Spejling(Forhold.FOELGER, aar)
    egne = _kryds(celler.get(egen.pk, {}).values())
    if egne == aar:
        return Spejling(Forhold.SAMME_AAR, aar)
    return Spejling(Forhold.ANDRE_AAR if egne else Forhold.FOELGER_IKKE, aar)


def _kryds(celler: Iterable[Celle]) -> tuple[int, ...]:
    return tuple(sorted(celle.aar for celle in celler if celle.planlagt))
