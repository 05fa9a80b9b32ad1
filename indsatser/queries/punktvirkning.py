"""What agenda items concern and change, as their readers read it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from indsatser.models import Punktemne
from indsatser.queries.virkning import Aendring
from indsatser.queries.virkningsslags import SLAGS
from organisering.models import Aftale, Besoegende, Dagsordenspunkt
from organisering.udvidelser import Emne, Virkning


@dataclass(frozen=True, slots=True)
class Virkningslinje:
    """One row that can be taken away; `slags` is its kind's key."""

    slags: str
    pk: int
    aendring: Aendring


@dataclass(frozen=True, slots=True)
class Virkningsside:
    """An item's own rows, for the one who writes them."""

    emner: tuple[Punktemne, ...]
    virkninger: tuple[Virkningslinje, ...]


def laes_virkningsside(punkt: Dagsordenspunkt) -> Virkningsside:
    return Virkningsside(
        emner=tuple(punkt.emner.select_related(*Punktemne.SLAGS)),
        virkninger=tuple(
            Virkningslinje(slags.noegle, virkning.pk, slags.beskriv([virkning])[0])
            for slags in SLAGS
            for virkning in slags.model.objects.filter(punkt=punkt).select_related(*slags.med).order_by("pk")
        ),
    )


def laes_emner(punkter: Collection[int], *, bruger: Besoegende) -> Mapping[int, Sequence[Emne]]:
    """What items concern, by item, as far as it belongs to agreements that the reader sees."""
    synlige = Aftale.objects.synlige_for(bruger)
    i_synlig_aftale = Q(*[(f"{navn}__aftale__in", synlige) for navn in Punktemne.SLAGS], _connector=Q.OR)
    emner: dict[int, list[Emne]] = defaultdict(list)
    valgte = Punktemne.objects.filter(i_synlig_aftale, punkt__in=punkter).select_related(
        *Punktemne.SLAGS, "maalsaetning__aftale"
    )
    for emne in valgte.order_by("punkt", "pk"):
        emner[emne.punkt_id].append(Emne(str(emne), emne.get_absolute_url()))
    return emner


def laes_virkninger(punkter: Collection[int], *, bruger: Besoegende) -> Mapping[int, Sequence[Virkning]]:
    """What each item's decision changes; one query for each kind."""
    virkninger: dict[int, list[Virkning]] = defaultdict(list)
    for slags in SLAGS:
        for aendring in slags.laes(Q(punkt__in=punkter), bruger=bruger):
            virkninger[aendring.punkt_id].append(Virkning(aendring.saetning, aendring.url, aendring.udfoert))
    return virkninger
