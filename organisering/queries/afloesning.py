"""Who stands in a body's place on a day: what refers to a body goes over to the one that succeeds it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from organisering.models import Organ


def overordnet(organ: Organ, dag: date) -> Organ | None:
    """The body that stands in the place of the one it refers to, on a day; one query."""
    if organ.refererer_til_id is None:
        return None
    fundet = Afloesning(Organ.objects.select_related("type")).paa(organ.refererer_til_id, dag)
    return None if fundet == organ else fundet


class Afloesning:
    """The lines of succession among some bodies, already read; asks the database for nothing."""

    def __init__(self, organer: Iterable[Organ]) -> None:
        self._organer = {organ.pk: organ for organ in organer}
        self._efterfoelgere: dict[int, list[Organ]] = defaultdict(list)
        for organ in self._organer.values():
            if organ.forgaenger_id is not None:
                self._efterfoelgere[organ.forgaenger_id].append(organ)

    def paa(self, noegle: int | None, dag: date) -> Organ | None:
        """The body itself while it exists, else its predecessor or successor of that day; None when no one body is."""
        organ = None if noegle is None else self._organer.get(noegle)
        if organ is None or organ.bestaar(dag):
            return organ
        begynder_senere = organ.gyldig_fra is not None and dag < organ.gyldig_fra
        return self._foer(organ, dag) if begynder_senere else self._efter(organ, dag)

    def efterfoelgere(self, organ: Organ) -> list[Organ]:
        return self._efterfoelgere.get(organ.pk, [])

    def _foer(self, organ: Organ, dag: date) -> Organ | None:
        set_ = {organ.pk}
        forrige = self._organer.get(organ.forgaenger_id or 0)
        while forrige is not None and forrige.pk not in set_:
            if forrige.bestaar(dag):
                return forrige
            set_.add(forrige.pk)
            forrige = self._organer.get(forrige.forgaenger_id or 0)
        return None

    def _efter(self, organ: Organ, dag: date) -> Organ | None:
        set_, led = {organ.pk}, [organ]
        while led:
            led = [ny for gammel in led for ny in self.efterfoelgere(gammel) if ny.pk not in set_]
            set_ |= {ny.pk for ny in led}
            if fundne := [ny for ny in led if ny.bestaar(dag)]:
                return fundne[0] if len(fundne) == 1 else None
        return None
