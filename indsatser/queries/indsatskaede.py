"""The chain of an initiative through the agreements: what it continues, and what continues it."""

from collections.abc import Sequence
from dataclasses import dataclass

from indsatser.models import Indsats
from organisering.models import Besoegende


@dataclass(frozen=True, slots=True)
class Indsatskaede:
    """`foer` is oldest first, `efter` the next first; only of agreements that the reader sees."""

    foer: tuple[Indsats, ...]
    efter: tuple[Indsats, ...]

    def __bool__(self) -> bool:
        return bool(self.foer or self.efter)


def laes_indsatskaede(indsats: Indsats, *, bruger: Besoegende) -> Indsatskaede:
    """One query for each link of the chain, and one to find that it ends."""
    synlige = Indsats.objects.synlige_for(bruger).select_related("aftale")
    foer: list[Indsats] = []
    set_ = {indsats.pk}
    forrige = indsats.forgaenger_id
    while forrige is not None and forrige not in set_:
        set_.add(forrige)
        fundet = synlige.filter(pk=forrige).first()
        if fundet is None:
            break
        foer.insert(0, fundet)
        forrige = fundet.forgaenger_id
    efter: list[Indsats] = []
    led: Sequence[int] = [indsats.pk]
    while led:
        naeste = list(synlige.filter(forgaenger__in=led).exclude(pk__in=set_).order_by("aftale__gyldig_fra", "pk"))
        set_ |= {en.pk for en in naeste}
        efter += naeste
        led = [en.pk for en in naeste]
    return Indsatskaede(tuple(foer), tuple(efter))
