"""The ladder of bodies: who reports to whom, as a list in reading order with a depth."""

from dataclasses import dataclass
from datetime import date

from organisering.models import Besoegende, Organ, Organisation


@dataclass(frozen=True, slots=True)
class Trin:
    """One body on the ladder; `dybde` is 0 for a body that reports to nobody the reader sees."""

    organ: Organ
    dybde: int


def laes_organstige(bruger: Besoegende, *, region: Organisation, dag: date | None = None) -> list[Trin]:
    """Bodies of a region in one query, each followed by those that report to it; with a day, those of that day."""
    organer = Organ.objects.synlige_for(bruger).filter(region=region)
    if dag is not None:
        organer = organer.gaeldende(dag)
    alle = sorted(
        organer.select_related("type", "refererer_til", "spejler"),
        key=lambda o: (o.type.niveau_id, o.sortering),
    )
    kendte = {organ.pk for organ in alle}
    under: dict[int | None, list[Organ]] = {}
    for organ in alle:
        under.setdefault(organ.refererer_til_id if organ.refererer_til_id in kendte else None, []).append(organ)
    trin: list[Trin] = []
    rest = [(organ, 0) for organ in reversed(under.get(None, []))]
    while rest:
        organ, dybde = rest.pop()
        trin.append(Trin(organ, dybde))
        rest.extend((barn, dybde + 1) for barn in reversed(under.get(organ.pk, [])))
    return trin
