"""What carrying initiatives over to another agreement would do, row by row, before anything is done."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from indsatser.models import Indsats, Portefoeljepost
from indsatser.queries.indsatslighed import Titellighed
from organisering.models import Aftale, Besoegende, Organ
from organisering.queries.afloesning import Afloesning
from sundhedsaftale.faelles.dansk import sorteringsnoegle

UDEN_ORGAN = 0


@dataclass(frozen=True, slots=True)
class Plads:
    """A body that the initiative stands in, and who holds its place when the next agreement begins."""

    fra: Organ
    til: Organ | None


@dataclass(frozen=True, slots=True)
class Overdragelseslinje:
    """`tvilling` is the next agreement's own initiative that says the same, `samme_titel` whether word for word."""

    indsats: Indsats
    udfald: str
    pladser: tuple[Plads, ...]
    tvilling: Indsats | None
    samme_titel: bool

    @property
    def videre(self) -> bool:
        return self.udfald == Indsats.Udfald.VIDEREFOERT

    @property
    def udfaldstekst(self) -> str:
        return str(Indsats.Udfald(self.udfald).label)

    @property
    def uden_modtager(self) -> bool:
        """Whether no body of the next agreement is known to take it over."""
        return self.videre and not any(plads.til for plads in self.pladser)

    @property
    def modtagere(self) -> list[Organ]:
        return list({plads.til.pk: plads.til for plads in self.pladser if plads.til}.values())


def loebende(aftale: Aftale) -> list[Indsats]:
    """The agreement's running initiatives, in the order of the alphabet."""
    return sorted(Indsats.objects.filter(aftale=aftale).aktive(), key=lambda en: sorteringsnoegle(en.titel))


def mulige_aftaler(aftale: Aftale, bruger: Besoegende) -> list[Aftale]:
    """Where the reader may carry initiatives over: its own successors, then those that begin when it has ended.

    Last those that begin while it lasts.
    """
    andre = Aftale.objects.redigerbare_for(bruger).filter(region=aftale.region_id, gyldig_fra__gte=aftale.gyldig_fra)
    slut = aftale.gyldig_til or date.max
    return sorted(
        andre.exclude(pk=aftale.pk),
        key=lambda en: (en.forgaenger_id != aftale.pk, en.gyldig_fra <= slut, en.gyldig_fra, en.titel),
    )


def mulige_organer(til: Aftale, bruger: Besoegende) -> list[Organ]:
    """The bodies that can carry the next agreement's initiatives."""
    fundne = Organ.objects.synlige_for(bruger).kan_baere(til).filter(spejler__isnull=True)
    return sorted(fundne, key=lambda organ: organ.sortering)


def laes_overdragelse(
    aftale: Aftale, til: Aftale, udfald: Mapping[int, str], bruger: Besoegende
) -> list[Overdragelseslinje]:
    """What would happen to the initiatives in `udfald`; four queries whatever their number."""
    indsatser = [indsats for indsats in loebende(aftale) if indsats.pk in udfald]
    lighed = Titellighed(Indsats.objects.filter(aftale=til).select_related("forgaenger"))
    modtagere = {organ.pk for organ in mulige_organer(til, bruger)}
    afloesning = Afloesning(Organ.objects.select_related("type"))
    steder: dict[int, list[Plads]] = defaultdict(list)
    for post in Portefoeljepost.objects.filter(indsats__aftale=aftale).select_related("organ").order_by("pk"):
        efter = afloesning.paa(post.organ_id, til.gyldig_fra)
        steder[post.indsats_id].append(Plads(post.organ, efter if efter and efter.pk in modtagere else None))
    linjer = []
    for indsats in indsatser:
        samme = lighed.samme(indsats.titel)
        linjer.append(
            Overdragelseslinje(
                indsats=indsats,
                udfald=udfald[indsats.pk],
                pladser=tuple(steder[indsats.pk]),
                tvilling=samme or lighed.lignende(indsats.titel),
                samme_titel=samme is not None,
            )
        )
    return linjer
