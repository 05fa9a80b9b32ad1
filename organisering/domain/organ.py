"""Creating and changing a body. Each rule raises Organbrud with the sentence that the secretariat reads."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count

from django.db import transaction
from django.db.models import Q

from organisering.domain.laas import laas_stigen
from organisering.models import Bruger, Medlemskab, Moede, Organ
from sundhedsaftale.faelles.dansk import adresseord, dato
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet

_HENVISNINGER = {
    "refererer_til": "referere til",
    "spejler": "spejle",
    "forgaenger": "afløse",
    "moedes_efter": "mødes i forlængelse af",
}
_KUN_I_REGIONEN = ("refererer_til", "spejler", "moedes_efter")
_ADRESSE = 100  # characters
_OPTAGET = frozenset({"ny"})  # addresses that lie beside the bodies' own


class Organbrud(Regelbrud):
    """A rule about a body; `felt` is the field in which it is mended."""

    def __init__(self, felt: str, saetning: str) -> None:
        self.felt = felt
        super().__init__(saetning)


@transaction.atomic
def gem_organ(organ: Organ, *, bruger: Bruger, begrundelse: str = "") -> Organ:
    """Create or change a body; its address and region stay what they were when it was created.

    `organ` carries the version that was seen. Raises Organbrud, Versionskonflikt.
    """
    laas_stigen()
    laaste = Organ.objects.select_for_update(of=("self",), no_key=True)
    gemt = laaste.select_related("type").filter(pk=organ.pk).first()
    if gemt is not None:
        organ.slug, organ.region_id = gemt.slug, gemt.region_id
    _afvis_navn(organ)
    _afvis_type(organ, gemt, bruger)
    _afvis_henvisninger(organ)
    afvis_periode(organ.gyldig_fra, organ.gyldig_til)
    if gemt is None:
        organ.slug = _ledig_adresse(organ)
    elif (gemt.gyldig_fra, gemt.gyldig_til) != (organ.gyldig_fra, organ.gyldig_til):
        _afvis_kortere_liv(organ)
    organ._history_user = bruger
    begrundet(organ, begrundelse).save()
    return organ


def afvis_periode(fra: date | None, til: date | None) -> None:
    """Raise Organbrud when a period ends before it begins."""
    if fra is not None and til is not None and til < fra:
        raise Organbrud("gyldig_til", f"Den sidste dag ligger før den første, {dato(fra)}.")


def _afvis_navn(organ: Organ) -> None:
    if Organ.objects.filter(region=organ.region_id, navn=organ.navn).exclude(pk=organ.pk).exists():
        raise Organbrud("navn", "Regionen har allerede et organ med det navn.")


def _afvis_type(organ: Organ, gemt: Organ | None, bruger: Bruger) -> None:
    """A kind of body that gives the secretariat's rights is given and taken by the administrator alone."""
    foer = gemt is not None and gemt.type.er_sekretariat
    if organ.type.er_sekretariat != foer and not bruger.has_perm("organisering.giv_rettigheder"):
        raise Organbrud("type", "Kun systemadministratoren kan gøre et organ til sekretariat eller omvendt.")


def _afvis_henvisninger(organ: Organ) -> None:
    for felt in _KUN_I_REGIONEN:
        andet = getattr(organ, felt)
        if andet is not None and andet.region_id != organ.region_id:
            raise Organbrud(felt, f"{andet.kaldes} hører til en anden region. Vælg et organ i {organ.region}.")
    if organ._state.adding:
        return
    raekker = list(Organ.objects.values("pk", *_HENVISNINGER))
    for felt, ord_ in _HENVISNINGER.items():
        naeste = {raekke["pk"]: raekke[felt] for raekke in raekker}
        if organ.pk in _kaede(getattr(organ, f"{felt}_id"), naeste):
            raise Organbrud(felt, f"{organ.kaldes} kan ikke {ord_} sig selv, heller ikke gennem andre organer.")


def _kaede(noegle: int | None, naeste: dict[int, int | None]) -> set[int]:
    """Everything that a reference leads to."""
    naaet: set[int] = set()
    while noegle is not None and noegle not in naaet:
        naaet.add(noegle)
        noegle = naeste[noegle]
    return naaet


def _afvis_kortere_liv(organ: Organ) -> None:
    """A body's life holds every seat in it and every meeting it has."""
    fra, til = organ.gyldig_fra, organ.gyldig_til
    pladser = Medlemskab.objects.filter(organ=organ).select_related("person")
    moeder = Moede.objects.for_organ(organ).exclude(tilstand=Moede.Tilstand.AFLYST)
    if fra is not None:
        if tidlige := list(pladser.filter(fra__lt=fra).order_by("fra")):
            raise Organbrud("gyldig_fra", f"{_pladser(tidlige)} før {dato(fra)}. Ret pladserne først.")
        if tidligt := moeder.filter(starter__date__lt=fra).first():
            raise Organbrud("gyldig_fra", f"Organet har et møde {dato(tidligt.dag)}, før {dato(fra)}.")
    if til is not None:
        if sene := list(pladser.filter(Q(til__isnull=True) | Q(til__gt=til)).order_by("person__navn")):
            raise Organbrud("gyldig_til", f"{_pladser(sene)} efter {dato(til)}. Afslut pladserne først.")
        if sent := moeder.filter(starter__date__gt=til).last():
            raise Organbrud("gyldig_til", f"Organet har et møde {dato(sent.dag)}, efter {dato(til)}.")


def _pladser(pladser: Sequence[Medlemskab]) -> str:
    """Name the first of those who sit there outside the body's life, and say how many there are."""
    andre = len(pladser) - 1
    hvem = f"{pladser[0].person} og {andre} {'anden' if andre == 1 else 'andre'}" if andre else str(pladser[0].person)
    return f"{hvem} har en plads i organet"


def _ledig_adresse(organ: Organ) -> str:
    """The name, then the name with its region, then numbered; nobody else takes it before the transaction ends."""
    optagne = _OPTAGET | set(Organ.objects.values_list("slug", flat=True))
    return next(forslag for forslag in _adresser(organ) if forslag and forslag not in optagne)


def _adresser(organ: Organ) -> Iterator[str]:
    yield adresseord(organ.navn, _ADRESSE)
    yield adresseord(f"{organ.navn} {organ.region}", _ADRESSE)
    for nummer in count(2):
        yield f"{adresseord(organ.navn, _ADRESSE - 6) or 'organ'}-{nummer}"
