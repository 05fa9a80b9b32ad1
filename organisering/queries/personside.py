"""Everything the page of one person tells a secretariat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from organisering.models import Besoegende, Bruger, Medlemskab, Organ, Person
from organisering.queries.bemanding import gaelder
from organisering.queries.person import find_navnebroedre
from sundhedsaftale.faelles.historik import Historiklinje, historik_for


@dataclass(frozen=True, slots=True)
class Personside:
    """Seats of today, those to come and those that are over, the newest first."""

    pladser: tuple[Medlemskab, ...]
    kommende: tuple[Medlemskab, ...]
    tidligere: tuple[Medlemskab, ...]
    navnebroedre: Sequence[Person]
    sammenlagte: Sequence[Person]
    har_login: bool
    historik: Sequence[Historiklinje]


def laes_personside(person: Person, *, bruger: Besoegende, dag: date) -> Personside:
    pladser = laes_personens_pladser(person, bruger=bruger)
    return Personside(
        pladser=tuple(m for m in pladser if gaelder(m, dag)),
        kommende=tuple(m for m in pladser if m.fra > dag),
        tidligere=tuple(m for m in pladser if m.til is not None and m.til < dag),
        navnebroedre=find_navnebroedre(person),
        sammenlagte=list(person.sammenlagte.all()),
        har_login=Bruger.objects.filter(person=person).exists(),
        historik=historik_for(person),
    )


def laes_personens_pladser(person: Person, *, bruger: Besoegende) -> list[Medlemskab]:
    """Every seat the person has had in bodies that the reader sees, the newest first."""
    return list(
        person.medlemskaber.filter(organ__in=Organ.objects.synlige_for(bruger))
        .select_related("organ", "rolle", "repraesenterer", "suppleant_for__person")
        .order_by("-fra", "organ__navn")
    )
