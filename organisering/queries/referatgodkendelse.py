"""Whose approval minutes wait for.

The chairs of the meeting's day approve. A chair whose seat has ended since is replaced by today's chair in the same
role; where there is none, the secretariat notes the approval.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from organisering.models import Bruger, Medlemskab, Moede, Referatgodkendelse
from organisering.queries.bemanding import gaelder
from sundhedsaftale.faelles.dansk import opremset


@dataclass(frozen=True, slots=True)
class Godkendelsesbillede:
    """`mangler` are the chairs' seats that have not approved; `uden_formand` when the body had no chair that day."""

    godkendelser: tuple[Referatgodkendelse, ...]
    mangler: tuple[Medlemskab, ...]
    uden_formand: bool

    @property
    def venter_paa(self) -> str:
        """Who is missing, as a reader is told it."""
        if self.uden_formand:
            return "sekretariatet, fordi organet ikke havde en formand den dag"
        return opremset([f"{plads.person} ({plads.rolle.navn.lower()})" for plads in self.mangler])

    def mangler_fra(self, bruger: Bruger) -> tuple[Medlemskab, ...]:
        """The user's own seats among those that are missing, as far as they last today."""
        return tuple(
            plads
            for plads in self.mangler
            if plads.person_id == bruger.person_id and gaelder(plads, timezone.localdate())
        )


def laes_godkendelser(moede: Moede) -> Godkendelsesbillede:
    return laes_godkendelser_for([moede])[moede.pk]


def laes_godkendelser_for(moeder: Sequence[Moede]) -> Mapping[int, Godkendelsesbillede]:
    """Read the approvals of many meetings in two queries, by the meetings' keys."""
    givne: dict[int, list[Referatgodkendelse]] = {moede.pk: [] for moede in moeder}
    for godkendelse in Referatgodkendelse.objects.filter(moede__in=moeder).select_related(
        "medlemskab__person", "medlemskab__rolle"
    ):
        givne[godkendelse.moede_id].append(godkendelse)
    formaend: dict[int, list[Medlemskab]] = {moede.organ_id: [] for moede in moeder}
    for plads in Medlemskab.objects.filter(organ__in=formaend).formaend().select_related("person", "rolle"):
        formaend[plads.organ_id].append(plads)
    i_dag = timezone.localdate()
    return {moede.pk: _billede(moede, givne[moede.pk], formaend[moede.organ_id], i_dag) for moede in moeder}


def laes_ventende_paa(bruger: Bruger) -> list[Moede]:
    """The meetings whose minutes wait for the user's own approval, oldest first."""
    if not bruger.formandsorganer:
        return []
    udsendte = Moede.objects.filter(organ__in=bruger.formandsorganer, tilstand=Moede.Tilstand.REFERAT_UDSENDT)
    moeder = list(udsendte.select_related("organ"))
    godkendelser = laes_godkendelser_for(moeder)
    return [moede for moede in moeder if godkendelser[moede.pk].mangler_fra(bruger)]


def _billede(
    moede: Moede, givne: Sequence[Referatgodkendelse], formaend: Sequence[Medlemskab], i_dag: date
) -> Godkendelsesbillede:
    dengang = [plads for plads in formaend if gaelder(plads, moede.dag)]
    godkendt = {godkendelse.medlemskab_id for godkendelse in givne}
    mangler: dict[int, Medlemskab] = {}
    for plads in dengang:
        afloesere = [] if gaelder(plads, i_dag) else _afloesere(plads, formaend, i_dag)
        if godkendt.isdisjoint({plads.pk, *(afloeser.pk for afloeser in afloesere)}):
            mangler |= {den.pk: den for den in afloesere or [plads]}
    return Godkendelsesbillede(tuple(givne), tuple(mangler.values()), uden_formand=not dengang)


def _afloesere(plads: Medlemskab, formaend: Sequence[Medlemskab], i_dag: date) -> list[Medlemskab]:
    return [anden for anden in formaend if anden.rolle_id == plads.rolle_id and gaelder(anden, i_dag)]
