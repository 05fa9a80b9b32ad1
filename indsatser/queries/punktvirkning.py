"""What agenda items concern and change, as their readers read it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from indsatser.models import Cellevirkning, Punktemne
from organisering.models import Aftale, Besoegende, Dagsordenspunkt, Organ
from organisering.udvidelser import Emne, Virkning
from sundhedsaftale.faelles.dansk import opremset


@dataclass(frozen=True, slots=True)
class Virkningsside:
    """An item's own rows, for the one who writes them."""

    emner: tuple[Punktemne, ...]
    virkninger: tuple[Cellevirkning, ...]


def laes_virkningsside(punkt: Dagsordenspunkt) -> Virkningsside:
    return Virkningsside(
        emner=tuple(punkt.emner.select_related("indsats", "maalsaetning")),
        virkninger=tuple(punkt.cellevirkninger.select_related("post__indsats", "post__organ").order_by("pk")),
    )


def laes_emner(punkter: Collection[int], *, bruger: Besoegende) -> Mapping[int, Sequence[Emne]]:
    """Initiatives and målsætninger by item, those of agreements that the reader sees."""
    synlige = Aftale.objects.synlige_for(bruger)
    emner: dict[int, list[Emne]] = defaultdict(list)
    valgte = Punktemne.objects.filter(punkt__in=punkter).select_related("indsats", "maalsaetning__aftale")
    for emne in (valgte.filter(indsats__aftale__in=synlige) | valgte.filter(maalsaetning__aftale__in=synlige)).order_by(
        "punkt", "pk"
    ):
        emner[emne.punkt_id].append(_emne(emne))
    return emner


def laes_virkninger(punkter: Collection[int], *, bruger: Besoegende) -> Mapping[int, Sequence[Virkning]]:
    """What each item's decision changes; an X taken from one year and set in another reads as moved."""
    raekker: dict[tuple[int, int], list[Cellevirkning]] = defaultdict(list)
    for virkning in (
        Cellevirkning.objects.filter(
            punkt__in=punkter,
            post__indsats__aftale__in=Aftale.objects.synlige_for(bruger),
            post__organ__in=Organ.objects.synlige_for(bruger),
        )
        .select_related("post__indsats", "post__organ")
        .order_by("punkt", "pk")
    ):
        raekker[virkning.punkt_id, virkning.post_id].append(virkning)
    virkninger: dict[int, list[Virkning]] = defaultdict(list)
    for (punkt_id, _), dens in raekker.items():
        virkninger[punkt_id].append(_virkning(dens))
    return virkninger


def virkningstekst(virkninger: Iterable[Cellevirkning]) -> str:
    """Write `X flyttes fra 2021 til 2022`, `X sættes i 2022 og 2023` or `X fjernes i 2021`."""
    dem = sorted(virkninger, key=lambda virkning: virkning.aar)
    sat = [str(virkning.aar) for virkning in dem if virkning.planlagt]
    fjernet = [str(virkning.aar) for virkning in dem if not virkning.planlagt]
    if len(sat) == len(fjernet) == 1:
        return f"X flyttes fra {fjernet[0]} til {sat[0]}"
    dele = [f"{hvad} i {opremset(aar)}" for hvad, aar in (("X sættes", sat), ("X fjernes", fjernet)) if aar]
    return " og ".join(dele)


def _virkning(virkninger: Sequence[Cellevirkning]) -> Virkning:
    post = virkninger[0].post
    return Virkning(
        tekst=f"{post.indsats} ({post.organ}): {virkningstekst(virkninger)}",
        url=post.indsats.get_absolute_url(),
        udfoert=all(virkning.udfoert for virkning in virkninger),
    )


def _emne(emne: Punktemne) -> Emne:
    if emne.indsats is not None:
        return Emne(str(emne.indsats), emne.indsats.get_absolute_url())
    assert emne.maalsaetning is not None  # noqa: S101 - the row's own constraint
    return Emne(str(emne.maalsaetning), emne.maalsaetning.aftale.get_absolute_url())
