"""What a seat must fulfil. Each rule raises Pladsbrud, a Regelbrud, with the sentence that the secretariat reads."""

from django.db.models import Q

from organisering.models import Bruger, Medlemskab, Organ, Organisation, Organtype, Rolle
from organisering.queries.bemanding import er_samme_stol, formandssider, overlapper
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.fejl import Regelbrud

_MODSAT = {
    Rolle.Side.REGIONAL: {Organisation.Slags.KOMMUNE},
    Rolle.Side.KOMMUNAL: {Organisation.Slags.REGION, Organisation.Slags.SYGEHUS, Organisation.Slags.PSYKIATRI},
}


class Pladsbrud(Regelbrud):
    """A rule about a seat; `felt` is the field in which it is mended."""

    def __init__(self, felt: str, saetning: str) -> None:
        self.felt = felt
        super().__init__(saetning)


def afvis_plads(medlemskab: Medlemskab, organ: Organ) -> None:
    """Hold the seat against the body and its other seats. The caller has locked the body and read its type."""
    if (behold := medlemskab.person.sammenlagt_med) is not None:
        raise Pladsbrud("person", f"{medlemskab.person} er lagt sammen med {behold}. Vælg {behold} i stedet.")
    afvis_periode(medlemskab, organ)
    _afvis_rolle(medlemskab, organ)
    andre = Medlemskab.objects.filter(organ=organ).exclude(pk=medlemskab.pk).select_related("person", "rolle")
    samtidige = [anden for anden in andre if overlapper(medlemskab, anden)]
    for anden in samtidige:
        if (anden.person_id, anden.rolle_id) == (medlemskab.person_id, medlemskab.rolle_id):
            raise Pladsbrud("fra", f"{anden.person} er allerede {anden.rolle.navn.lower()} i organet {periode(anden)}.")
        if er_samme_stol(medlemskab, anden):
            raise Pladsbrud(
                "fra",
                f"{anden.person} er {anden.rolle.navn.lower()} {periode(anden)}. Afslut den plads, "
                "eller vælg en periode uden overlap.",
            )
    _afvis_suppleant(medlemskab, samtidige)


def afvis_periode(medlemskab: Medlemskab, organ: Organ) -> None:
    """A seat lies inside its body's life; without a last day only when the body has none either."""
    if medlemskab.til is not None and medlemskab.til < medlemskab.fra:
        raise Pladsbrud("til", f"Den sidste dag ligger før den første, {dato(medlemskab.fra)}.")
    if organ.gyldig_fra is not None and medlemskab.fra < organ.gyldig_fra:
        raise Pladsbrud(
            "fra", f"{organ.kaldes} findes først fra {dato(organ.gyldig_fra)}. Pladsen kan ikke begynde før."
        )
    if organ.gyldig_til is not None and (medlemskab.til is None or medlemskab.til > organ.gyldig_til):
        raise Pladsbrud(
            "til", f"{organ.kaldes} ophører {dato(organ.gyldig_til)}. Skriv en sidste dag, der ikke er senere."
        )


def afvis_tomt_sekretariat(medlemskab: Medlemskab, organ: Organ, bruger: Bruger) -> None:
    """A region keeps a secretariat that can log in: the last of its seats is ended by the administrator alone."""
    if not organ.type.er_sekretariat or bruger.is_superuser:
        return
    andre = Medlemskab.objects.gaeldende().filter(
        organ__type__er_sekretariat=True,
        organ__region=organ.region_id,
        til__isnull=True,
        person__bruger__is_active=True,
    )
    if not andre.exclude(pk=medlemskab.pk).exists():
        raise Pladsbrud(
            "til",
            "Det er den sidste plads i regionens sekretariat, og uden den kan ingen rette noget. "
            "Giv en anden med login en plads først, eller bed systemadministratoren afslutte den.",
        )


def periode(medlemskab: Medlemskab) -> str:
    slut = f" til {dato(medlemskab.til)}" if medlemskab.til else ""
    return f"fra {dato(medlemskab.fra)}{slut}"


def roller_i(organ: Organ) -> Q:
    """The roles that may be held in the body: all that chair nothing, and the chairs that its kind has."""
    return Q(er_formand=False) | Q(er_formand=True, side__in=formandssider(organ.type))


def _afvis_rolle(medlemskab: Medlemskab, organ: Organ) -> None:
    rolle, sider = medlemskab.rolle, formandssider(organ.type)
    if rolle.er_formand and rolle.side not in sider:
        match organ.type.formandskab:
            case Organtype.Formandskab.INGEN:
                raise Pladsbrud("rolle", f"Et organ af typen {organ.type} har ingen formand. Vælg en anden rolle.")
            case Organtype.Formandskab.EN:
                raise Pladsbrud(
                    "rolle", f"Et organ af typen {organ.type} har én formand, som ikke er regional eller kommunal."
                )
            case _:
                raise Pladsbrud(
                    "rolle",
                    f"Et organ af typen {organ.type} har en regional og en kommunal formand. Vælg en af de to roller.",
                )
    slags = medlemskab.repraesenterer.slags if medlemskab.repraesenterer else None
    if rolle.er_formand and slags in _MODSAT.get(Rolle.Side(rolle.side), ()):
        raise Pladsbrud("repraesenterer", f"En {rolle.navn.lower()} kan ikke repræsentere {medlemskab.repraesenterer}.")


def _afvis_suppleant(medlemskab: Medlemskab, samtidige: list[Medlemskab]) -> None:
    for_ = medlemskab.suppleant_for
    if for_ is None:
        return
    if for_.organ_id != medlemskab.organ_id:
        raise Pladsbrud("suppleant_for", "En suppleant skal være suppleant for en plads i det samme organ.")
    if for_.pk == medlemskab.pk or for_.person_id == medlemskab.person_id:
        raise Pladsbrud("suppleant_for", "Man kan ikke være suppleant for sig selv.")
    if for_.suppleant_for_id is not None:
        raise Pladsbrud(
            "suppleant_for", f"{for_.person} er selv suppleant. Vælg den plads, der skal have en suppleant."
        )
    if medlemskab.pk is not None and medlemskab.suppleanter.exists():
        raise Pladsbrud("suppleant_for", "Pladsen har selv suppleanter og kan derfor ikke være en suppleants.")
    if for_ not in samtidige:
        raise Pladsbrud(
            "suppleant_for",
            f"{for_.person} har pladsen {periode(for_)}, som slet ikke falder sammen med suppleantens tid.",
        )
