"""What the agreement's tillæg demands of bodies, held against what is registered."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.urls import reverse

from organisering.models import Bruger, Medlemskab, Organ, Organisation, Organtype
from organisering.models.organ import OrganQuerySet
from organisering.queries.bemanding import gaelder, mangler_formand
from organisering.queries.eftersynsmoeder import manglende_dialogmoeder, manglende_opfoelgning
from sundhedsaftale.faelles.dansk import dato, opremset, sorteringsnoegle


class Fundtype(StrEnum):
    """What was found wanting; the first three are the serious ones."""

    MANDAT = "Mandatet er udløbet"
    FORMAND = "Formand mangler"
    KOMPETENCE = "Kompetence mangler"
    REPRAESENTATION = "Repræsentation mangler"
    OPFOELGNING = "Møde mangler"
    DIALOG = "Dialogmøde mangler"


ALVORLIGE = (Fundtype.MANDAT, Fundtype.FORMAND, Fundtype.KOMPETENCE)


@dataclass(frozen=True, slots=True)
class Fund:
    """`om` is the body (then `organ_id` is its key), or the hospital unit; `url` leads to where it is mended."""

    type: Fundtype
    om: str
    saetning: str
    url: str
    handling: str
    organ_id: int | None = None

    @property
    def alvorligt(self) -> bool:
        return self.type in ALVORLIGE


def eftersynsregioner(bruger: Bruger) -> set[int]:
    """The regions whose bodies the user keeps: those of the own secretariats, for the administrator all."""
    if bruger.is_superuser:
        return set(Organisation.objects.regioner().values_list("pk", flat=True))
    return bruger.sekretariatsregioner


def laes_eftersyn(regioner: Collection[int], *, dag: date) -> list[Fund]:
    """Every finding about the bodies of these regions on a day, the serious first; a constant number of queries."""
    fund = [
        *laes_organers_fund(Organ.objects.filter(region__in=regioner), dag=dag),
        *(
            Fund(Fundtype.DIALOG, mangel.enhed.navn, mangel.saetning, reverse("organisering:aarshjul"), "Se årshjulet")
            for mangel in manglende_dialogmoeder(regioner, dag)
        ),
    ]
    orden = list(Fundtype)
    return sorted(fund, key=lambda et: (orden.index(et.type), sorteringsnoegle(et.om)))


def laes_organfund(organ: Organ, *, dag: date) -> list[Fund]:
    """The findings about one body on a day; none when it does not exist then."""
    return laes_organers_fund(Organ.objects.filter(pk=organ.pk), dag=dag)


def laes_organers_fund(organer: OrganQuerySet, *, dag: date) -> list[Fund]:
    """The findings about the bodies that exist on a day; a constant number of queries."""
    alle = list(organer.gaeldende(dag).select_related("type", "moedes_efter"))
    typer = {
        type_.pk: type_
        for type_ in Organtype.objects.filter(pk__in={organ.type_id for organ in alle}).prefetch_related(
            "kraevede_kompetencer", "medlemmer_fra"
        )
    }
    pladser = _pladser(alle)
    sendere = _sendere(typer.values(), dag)
    fund: list[Fund] = []
    for organ in alle:
        alles = pladser.get(organ.pk, [])
        fund.extend(_bemanding(organ, typer[organ.type_id], alles, sendere, dag))
    fund.extend(
        Fund(
            Fundtype.OPFOELGNING,
            mangel.organ.navn,
            mangel.saetning,
            reverse("organisering:moede-create", args=[mangel.organ.slug]),
            "Planlæg mødet",
            mangel.organ.pk,
        )
        for mangel in manglende_opfoelgning([organ for organ in alle if organ.moedes_efter_id], dag)
    )
    return fund


def _pladser(organer: Collection[Organ]) -> Mapping[int, list[Medlemskab]]:
    pladser: dict[int, list[Medlemskab]] = defaultdict(list)
    for medlemskab in (
        Medlemskab.objects.filter(organ__in=[organ.pk for organ in organer])
        .select_related("rolle")
        .prefetch_related("kompetencer")
        .order_by()
    ):
        pladser[medlemskab.organ_id].append(medlemskab)
    return pladser


def _sendere(typer: Iterable[Organtype], dag: date) -> Mapping[tuple[int, int], set[int]]:
    """Who sits on the day in a body of the kinds that others must have members from: (region, kind) to persons."""
    noegler = {sender.pk for type_ in typer for sender in type_.medlemmer_fra.all()}
    sidder: dict[tuple[int, int], set[int]] = defaultdict(set)
    siddende = Medlemskab.objects.filter(organ__type__in=noegler).gaeldende(dag).select_related("organ").order_by()
    for medlemskab in siddende:
        sidder[medlemskab.organ.region_id, medlemskab.organ.type_id].add(medlemskab.person_id)
    return sidder


def _bemanding(
    organ: Organ,
    type_: Organtype,
    alle: Collection[Medlemskab],
    sendere: Mapping[tuple[int, int], set[int]],
    dag: date,
) -> Iterable[Fund]:
    medlemmer = reverse("organisering:medlemskab-list", args=[organ.slug])
    nu = [m for m in alle if gaelder(m, dag)]
    if not nu and (udloebne := [m.til for m in alle if m.til is not None and m.til < dag]):
        tekst = f"Alle pladser er udløbet, den sidste {dato(max(udloebne))}."
        yield Fund(Fundtype.MANDAT, organ.navn, tekst, medlemmer, "Ret medlemmerne", organ.pk)
        return
    if mangler := mangler_formand(type_, nu):
        tekst = f"{opremset(mangler).capitalize()} mangler."
        if not alle:
            tekst = f"Ingen medlemmer er registreret. {tekst}"
        yield Fund(Fundtype.FORMAND, organ.navn, tekst, medlemmer, "Ret medlemmerne", organ.pk)
    haves = {kompetence.pk for medlemskab in nu for kompetence in medlemskab.kompetencer.all()}
    if savnes := [k.navn.lower() for k in type_.kraevede_kompetencer.all() if k.pk not in haves]:
        tekst = f"Ingen af medlemmerne har kompetence i {opremset(savnes)}."
        yield Fund(Fundtype.KOMPETENCE, organ.navn, tekst, medlemmer, "Ret medlemmerne", organ.pk)
    personer = {m.person_id for m in nu}
    for sender in type_.medlemmer_fra.all():
        if personer.isdisjoint(sendere.get((organ.region_id, sender.pk), ())):
            tekst = f"Ingen af medlemmerne sidder i et organ af typen {sender.navn.lower()}."
            yield Fund(Fundtype.REPRAESENTATION, organ.navn, tekst, medlemmer, "Ret medlemmerne", organ.pk)
