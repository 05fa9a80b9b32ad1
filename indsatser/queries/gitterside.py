"""The rows of one page of the grid, with what the chosen columns say of each."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef, Q

from indsatser.models import Indsats, Portefoeljepost, Ressourcetraek
from indsatser.queries.afsnit import Afsnit, Del, Portefoelje, Raekke
from indsatser.queries.kolonne import STANDARD, Kolonne
from organisering.models import Besoegende, Organ

PR_SIDE = 250
_FASER = dict(Indsats.Fase.choices)


class Sted(NamedTuple):
    """Another body that has the initiative."""

    navn: str
    slug: str


class Tekstfelt(NamedTuple):
    """One cell of a chosen column."""

    kolonne: Kolonne
    linjer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gitterraekke:
    raekke: Raekke
    tekster: tuple[Tekstfelt, ...]
    ogsaa_i: tuple[Sted, ...]


@dataclass(frozen=True, slots=True)
class Gitterdel:
    en_del: Del
    raekker: tuple[Gitterraekke, ...]


@dataclass(frozen=True, slots=True)
class Gruppe:
    """A section as far as it stands on this page."""

    afsnit: Afsnit
    dele: tuple[Gitterdel, ...]


@dataclass(frozen=True, slots=True)
class Gitterside:
    """`side` counts from 1; `sider` is 1 when everything stands on one page."""

    grupper: tuple[Gruppe, ...]
    kolonner: tuple[Kolonne, ...]
    side: int
    sider: int

    @property
    def forrige(self) -> int:
        return self.side - 1

    @property
    def naeste(self) -> int:
        return self.side + 1

    @property
    def tekstkolonner(self) -> tuple[Kolonne, ...]:
        """The chosen columns that stand beside the years."""
        return tuple(en for en in self.kolonner if not en.i_aar)


def laes_gitterside(
    portefoelje: Portefoelje, kolonner: Sequence[Kolonne], bruger: Besoegende, *, side: int, pr_side: int = PR_SIDE
) -> Gitterside:
    """Cut one page out; the sums stay those of all the rows. A page that does not exist is the nearest that does."""
    udsnit = _Udsnit(portefoelje, side, pr_side)
    return udsnit.skrevet(_Skriver(kolonner, udsnit.raekker, bruger))


def laes_tidligere_gitterside(portefoelje: Portefoelje, *, side: int, pr_side: int = PR_SIDE) -> Gitterside:
    """The same of a portfolio as it stood: with its målsætninger, and nothing of what is so today."""
    return _Udsnit(portefoelje, side, pr_side).skrevet(_Skriver(STANDARD, (), AnonymousUser()))


class _Udsnit:
    """The rows of one page in their sections and parts."""

    def __init__(self, portefoelje: Portefoelje, side: int, pr_side: int) -> None:
        self.sider = max(1, ceil(len(portefoelje.raekker) / pr_side))
        self.side = min(max(side, 1), self.sider)
        self.afsnit = list(self._skaer(portefoelje, (self.side - 1) * pr_side, self.side * pr_side))

    @property
    def raekker(self) -> list[Raekke]:
        return [raekke for _, dele in self.afsnit for _, dens in dele for raekke in dens]

    def skrevet(self, skriver: "_Skriver") -> Gitterside:
        grupper = tuple(
            Gruppe(afsnit, tuple(Gitterdel(en, skriver.skriv(afsnit, dens)) for en, dens in dele))
            for afsnit, dele in self.afsnit
        )
        return Gitterside(grupper, tuple(skriver.kolonner), self.side, self.sider)

    def _skaer(
        self, portefoelje: Portefoelje, fra: int, til: int
    ) -> Iterable[tuple[Afsnit, list[tuple[Del, tuple[Raekke, ...]]]]]:
        plads = 0
        for afsnit in portefoelje.afsnit:
            dele = []
            begynder = plads
            for en_del in afsnit.dele:
                dens = en_del.raekker[max(0, fra - plads) : max(0, til - plads)]
                plads += len(en_del.raekker)
                if dens:
                    dele.append((en_del, dens))
            if dele or (not afsnit.dele and fra <= begynder < til):
                yield afsnit, dele


class _Skriver:
    """Reads what the chosen columns need of these rows, in a fixed number of queries."""

    def __init__(self, kolonner: Collection[Kolonne], raekker: Iterable[Raekke], bruger: Besoegende) -> None:
        self.kolonner = [en for en in Kolonne if en in kolonner]
        self.tekstkolonner = [en for en in self.kolonner if not en.i_aar]
        raekker = list(raekker)
        indsatser = {raekke.indsats_id for raekke in raekker} - {None}
        self.steder: dict[int, list[tuple[int, Sted]]] = defaultdict(list)
        for indsats_id, organ_id, navn, kort, slug in _andre_steder(indsatser, bruger):
            self.steder[indsats_id].append((organ_id, Sted(kort or navn, slug)))
        self.virkemidler: dict[int, list[str]] = defaultdict(list)
        if Kolonne.VIRKEMIDLER in kolonner:
            par = Indsats.virkemidler.through.objects.filter(indsats__in=indsatser)
            for indsats_id, navn in par.order_by("virkemiddel").values_list("indsats_id", "virkemiddel__navn"):
                self.virkemidler[indsats_id].append(navn)

    def skriv(self, afsnit: Afsnit, raekker: Iterable[Raekke]) -> tuple[Gitterraekke, ...]:
        her = {afsnit.organ.pk, afsnit.kilde.pk}
        return tuple(
            Gitterraekke(
                raekke,
                tuple(Tekstfelt(kolonne, self._linjer(kolonne, raekke)) for kolonne in self.tekstkolonner),
                tuple(sted for organ_id, sted in self.steder.get(raekke.indsats_id or 0, ()) if organ_id not in her),
            )
            for raekke in raekker
        )

    def _linjer(self, kolonne: Kolonne, raekke: Raekke) -> tuple[str, ...]:
        if kolonne is Kolonne.MAAL:
            return raekke.maalsaetninger
        if raekke.indsats_id is None:
            return ()
        match kolonne:
            case Kolonne.SLAGS:
                return ("Ny" if raekke.slags == Indsats.Slags.NY else "Eksisterende",)
            case Kolonne.FASE:
                return (_FASER[raekke.fase],)
            case Kolonne.VIRKEMIDLER:
                return tuple(self.virkemidler.get(raekke.indsats_id, ()))
            case _:
                return (raekke.tovholder,) if raekke.tovholder else ()


def _andre_steder(indsatser: Collection[int | None], bruger: Besoegende) -> Iterable[tuple[int, int, str, str, str]]:
    """The places of the initiatives in bodies that the reader sees; a row that only follows another body's is none."""
    if not indsatser:
        return ()
    spejlet = Portefoeljepost.objects.filter(organ=OuterRef("organ__spejler"), indsats=OuterRef("indsats"))
    selvstaendige = Q(organ__spejler=None) | ~Exists(spejlet)
    egne_celler = Exists(Ressourcetraek.objects.filter(post=OuterRef("pk")))
    flere = Portefoeljepost.objects.filter(indsats=OuterRef("indsats")).exclude(organ=OuterRef("organ")).order_by()
    return (
        Portefoeljepost.objects.filter(
            Exists(flere),
            selvstaendige | egne_celler,
            indsats__in=indsatser,
            organ__in=Organ.objects.synlige_for(bruger),
        )
        .order_by("organ__raekkefoelge", F("organ__navn"))
        .values_list("indsats_id", "organ_id", "organ__navn", "organ__kortnavn", "organ__slug")
    )
