"""Finding a person: by part of a name, and by the same name written otherwise."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator

from organisering.laesning.navne import navnenoegle
from organisering.models import Besoegende, Bruger, Medlemskab, Organ, Person
from sundhedsaftale.faelles.dansk import sorteringsnoegle

PAA_EN_SIDE = 50


@dataclass(frozen=True, slots=True)
class Personlinje:
    """A person with the seats of today that the reader may see."""

    person: Person
    pladser: tuple[Medlemskab, ...]
    har_login: bool


def find_personer(soegt: str) -> list[Person]:
    """Those whose name holds every word that was typed; whoever has exactly that name comes first."""
    noegle = navnenoegle(soegt)
    ord_ = noegle.split()
    fundne = [person for person in Person.objects.egne() if all(et in navnenoegle(person.navn) for et in ord_)]
    return sorted(fundne, key=lambda p: (navnenoegle(p.navn) != noegle, sorteringsnoegle(p.navn), p.pk))


def find_navnebroedre(person: Person) -> list[Person]:
    """Others with the same name, whatever case, full stops and spaces."""
    noegle = navnenoegle(person.navn)
    return [en for en in find_personer(person.navn) if en.pk != person.pk and navnenoegle(en.navn) == noegle]


def laes_personliste(
    soegt: str, *, side: str, bruger: Besoegende, dag: date
) -> "tuple[Page[Person], list[Personlinje]]":
    """Return the page of those found, and its lines: four queries."""
    fundne = Paginator(find_personer(soegt), PAA_EN_SIDE).get_page(side)
    return fundne, laes_personlinjer(list(fundne), bruger=bruger, dag=dag)


def laes_personlinjer(personer: Collection[Person], *, bruger: Besoegende, dag: date) -> list[Personlinje]:
    noegler = [person.pk for person in personer]
    pladser: dict[int, list[Medlemskab]] = {}
    for medlemskab in (
        Medlemskab.objects.filter(person__in=noegler, organ__in=Organ.objects.synlige_for(bruger))
        .gaeldende(dag)
        .select_related("organ", "rolle")
        .order_by("organ__type__niveau", "organ__navn")
    ):
        pladser.setdefault(medlemskab.person_id, []).append(medlemskab)
    logins = set(Bruger.objects.filter(person__in=noegler).values_list("person_id", flat=True))
    return [Personlinje(person, tuple(pladser.get(person.pk, ())), person.pk in logins) for person in personer]
