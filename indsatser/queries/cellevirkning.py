"""Years that a decision sets or takes away in a row of a portfolio."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q

from indsatser.models import Cellevirkning, Portefoeljepost
from indsatser.queries.virkning import Aendring, Virkningsslags
from organisering.models import Besoegende
from sundhedsaftale.faelles.dansk import opremset


def virkningstekst(virkninger: Iterable[Cellevirkning]) -> str:
    """Write `X flyttes fra 2021 til 2022`, `X sættes i 2022 og 2023` or `X fjernes i 2021`."""
    dem = sorted(virkninger, key=lambda virkning: virkning.aar)
    sat = [str(virkning.aar) for virkning in dem if virkning.planlagt]
    fjernet = [str(virkning.aar) for virkning in dem if not virkning.planlagt]
    if len(sat) == len(fjernet) == 1:
        return f"X flyttes fra {fjernet[0]} til {sat[0]}"
    dele = [f"{hvad} i {opremset(aar)}" for hvad, aar in (("X sættes", sat), ("X fjernes", fjernet)) if aar]
    return " og ".join(dele)


def _synlige(bruger: Besoegende) -> Q:
    return Q(post__in=Portefoeljepost.objects.synlige_for(bruger))


def _beskriv(virkninger: Iterable[Cellevirkning]) -> list[Aendring]:
    """One change for each row: an X taken from one year and set in another reads as moved."""
    raekker: dict[tuple[int, int], list[Cellevirkning]] = defaultdict(list)
    for virkning in virkninger:
        raekker[virkning.punkt_id, virkning.post_id].append(virkning)
    return [_aendring(dens) for dens in raekker.values()]


def _aendring(virkninger: Sequence[Cellevirkning]) -> Aendring:
    post = virkninger[0].post
    return Aendring(
        punkt_id=virkninger[0].punkt_id,
        om=post.indsats_id,
        emne=str(post.indsats),
        sted=str(post.organ),
        tekst=virkningstekst(virkninger),
        url=post.indsats.get_absolute_url(),
        udfoert=all(virkning.udfoert for virkning in virkninger),
    )


CELLER = Virkningsslags("aar", Cellevirkning, ("post__indsats__aftale", "post__organ"), _synlige, _beskriv)
