"""What the database holds of an agreement's portfolio, now and as it was when a sheet was fetched."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from indsatser.models import Indsats, Maalsaetning, Portefoeljepost, Ressourcetraek
from indsatser.queries.arkfelter import CELLEFELTER, TOM_CELLE
from indsatser.queries.titel import titelnoegle
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.dansk import soegenoegle

_SKALARE = ("titel", "slags", "fase")
Felter = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Arkstand:
    """Rows by their keys; `dengang` are those of an earlier version, by key and version.

    `forbilleder` are the rows without cells that follow another body's row, each with the key of that row.
    """

    aftale: Aftale
    poster: dict[int, Portefoeljepost]
    indsatser: dict[int, Indsats]
    traek: dict[tuple[int, int], Ressourcetraek]
    organer: dict[int, Organ]
    organnavne: dict[str, int]
    maalsaetninger: dict[int, Maalsaetning]
    tekster: dict[int, str]
    tjener: dict[int, list[int]]
    titler: dict[str, int]
    pladser: set[tuple[int, int]]
    forbilleder: dict[int, int]
    indsatser_dengang: dict[tuple[int, int], Felter]
    celler_dengang: dict[tuple[int, int, int], Felter]

    @classmethod
    def laes(
        cls, aftale: Aftale, indsatsversioner: Iterable[tuple[int, int]], celleversioner: Iterable[tuple[int, int, int]]
    ) -> Self:
        """Read in nine queries; the versions are those that a sheet names, as (initiative, version) and (row, year,
        version), and history is asked for those alone that are no longer the stored ones."""
        indsatser = {indsats.pk: indsats for indsats in Indsats.objects.filter(aftale=aftale)}
        for indsats in indsatser.values():
            indsats.aftale = aftale
        poster = {post.pk: post for post in Portefoeljepost.objects.filter(indsats__aftale=aftale)}
        alle = Ressourcetraek.objects.filter(post__indsats__aftale=aftale).order_by()
        traek = {(et.post_id, et.aar): et for et in alle}
        tjener: dict[int, list[int]] = defaultdict(list)
        par = Indsats.maalsaetninger.through.objects.filter(indsats__aftale=aftale)
        for indsats_id, maal_id in par.values_list("indsats_id", "maalsaetning_id"):
            tjener[indsats_id].append(maal_id)
        maal = Maalsaetning.objects.filter(aftale=aftale).order_by("raekkefoelge", "pk")
        organer = Organ.objects.filter(region=aftale.region_id).select_related("type", "spejler")
        brugte = {post.organ_id for post in poster.values()}
        # Of several with one name it is the one that has rows, then the youngest.
        ordnet = sorted(organer, key=lambda organ: (organ.pk in brugte, organ.gyldig_fra or date.min))
        return cls(
            aftale=aftale,
            poster=poster,
            indsatser=indsatser,
            traek=traek,
            organer={organ.pk: organ for organ in ordnet},
            organnavne={navn: organ.pk for organ in ordnet for navn in _navne(organ)},
            maalsaetninger={et.pk: et for et in maal},
            tekster={et.pk: et.tekst for et in maal},
            tjener=tjener,
            titler={titelnoegle(indsats.titel): indsats.pk for indsats in indsatser.values()},
            pladser={(post.organ_id, post.indsats_id) for post in poster.values()},
            forbilleder=_forbilleder(poster, {post for post, _ in traek}, {organ.pk: organ for organ in ordnet}),
            indsatser_dengang=_indsatser_dengang(
                {(pk, v) for pk, v in indsatsversioner if pk in indsatser and indsatser[pk].version != v}
            ),
            celler_dengang=_celler_dengang(
                {n for n in celleversioner if n[0] in poster and (n[:2] not in traek or traek[n[:2]].version != n[2])}
            ),
        )

    def organ(self, navn: str) -> Organ | None:
        """The body of that name, short name or address."""
        pk = self.organnavne.get(soegenoegle(navn))
        return None if pk is None else self.organer[pk]

    def i_portefoeljen(self) -> set[int]:
        """The rows that the agreement's portfolio shows: of a mirroring body only those that stand by themselves."""
        return set(self.poster) - set(self.forbilleder)

    def hedder(self, organ: Organ, navn: str) -> bool:
        return soegenoegle(navn) in _navne(organ)

    def indsatsfelter(self, indsats: Indsats) -> Felter:
        return {
            **{navn: getattr(indsats, navn) for navn in _SKALARE},
            "maalsaetninger": self.tjener.get(indsats.pk, []),
        }

    def indsats_dengang(self, indsats: Indsats, version: int | None) -> Felter | None:
        """The initiative in that version; None when it never had it."""
        if version == indsats.version:
            return self.indsatsfelter(indsats)
        return None if version is None else self.indsatser_dengang.get((indsats.pk, version))

    def cellefelter(self, post: int, aar: int) -> Felter:
        """What the cell shows: of a row that follows another, the X of that one."""
        if (kilde := self.forbilleder.get(post)) is not None:
            fulgt = self.traek.get((kilde, aar))
            return {**TOM_CELLE, "planlagt": fulgt is not None and fulgt.planlagt}
        traek = self.traek.get((post, aar))
        return TOM_CELLE if traek is None else {navn: getattr(traek, navn) for navn in CELLEFELTER}

    def celle_dengang(self, post: int, aar: int, version: int) -> Felter | None:
        """The cell in that version, of which 0 is an empty one; None when it never had it."""
        traek = self.traek.get((post, aar))
        if version == 0:
            return TOM_CELLE
        if traek is not None and traek.version == version:
            return self.cellefelter(post, aar)
        return self.celler_dengang.get((post, aar, version))


def _forbilleder(
    poster: Mapping[int, Portefoeljepost], med_celler: set[int], organer: Mapping[int, Organ]
) -> dict[int, int]:
    pladser: dict[tuple[int | None, int], int] = {(post.organ_id, post.indsats_id): pk for pk, post in poster.items()}
    steder = {pk: (organer[post.organ_id].spejler_id, post.indsats_id) for pk, post in poster.items()}
    return {pk: pladser[sted] for pk, sted in steder.items() if pk not in med_celler and sted in pladser}


def _navne(organ: Organ) -> set[str]:
    return {soegenoegle(navn) for navn in (organ.navn, organ.kortnavn, organ.slug) if navn}


def _indsatser_dengang(versioner: set[tuple[int, int]]) -> dict[tuple[int, int], Felter]:
    if not versioner:
        return {}
    raekker = Indsats.historik.filter(
        id__in={pk for pk, _ in versioner}, version__in={version for _, version in versioner}
    ).exclude(history_type="-")
    felter = {
        raekke["history_id"]: (raekke["id"], raekke["version"], {navn: raekke[navn] for navn in _SKALARE})
        for raekke in raekker.order_by("history_id").values("history_id", "id", "version", *_SKALARE)
    }
    tjente: dict[int, list[int]] = defaultdict(list)
    spor: Any = Indsats.historik.model.maalsaetninger.model
    par = spor.objects.filter(history__in=felter).values_list("history_id", "maalsaetning_id")
    for historie, maal in par:
        tjente[historie].append(maal)
    return {(pk, version): {**dens, "maalsaetninger": tjente[h]} for h, (pk, version, dens) in felter.items()}


def _celler_dengang(versioner: set[tuple[int, int, int]]) -> dict[tuple[int, int, int], Felter]:
    if not versioner:
        return {}
    raekker = Ressourcetraek.historik.filter(
        post_id__in={post for post, _, _ in versioner}, version__in={version for _, _, version in versioner}
    ).exclude(history_type="-")
    return {
        (raekke["post_id"], raekke["aar"], raekke["version"]): {navn: raekke[navn] for navn in CELLEFELTER}
        for raekke in raekker.order_by("history_id").values("post_id", "aar", "version", *CELLEFELTER)
    }
