"""A report's steps; `docs/statusrapport.md` is the table. Each leaves one history row, with who and why."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from organisering.models import Bruger, Medlemskab
from rapportering.models import Statuslinje, Statusrapport, Underskrift
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet

Tilstand = Statusrapport.Tilstand

_KAN_IKKE_SKRIVES = {
    Tilstand.INDSENDT: "Rapporten er indsendt og kan ikke rettes, medmindre sekretariatet returnerer den.",
    Tilstand.GODKENDT: "Rapporten er godkendt og kan ikke rettes.",
    Tilstand.FROSSET: "Rapporten er forelagt mødet og kan ikke rettes.",
}


class UfaerdigeLinjer(Regelbrud):
    """A report that cannot be sent yet; `linjer` are the lines that miss something."""

    def __init__(self, linjer: Sequence[Statuslinje]) -> None:
        self.linjer = linjer
        super().__init__(f"Rapporten kan ikke indsendes endnu. Gør disse færdige: {'; '.join(map(str, linjer))}.")


@transaction.atomic
def indsend_statusrapport(rapport: Statusrapport, *, bruger: Bruger, linjeudgave: int) -> Statusrapport:
    """Send a draft or a returned report, signed by the chair who sends it.

    `linjeudgave` is the sum of the lines' versions as the chair read them. Raises Regelbrud, UfaerdigeLinjer when a
    line misses something, Versionskonflikt when report or lines have changed since they were read.
    """
    laast = _laas(rapport.pk)
    if laast.tilstand == Tilstand.INDSENDT:
        raise Regelbrud("Rapporten er allerede indsendt.")
    _kraev_skrivbar(laast)
    pladser = _formandspladser(laast, bruger)
    linjer = list(laast.linjer.select_related("indsats"))
    if ufaerdige := [linje for linje in linjer if not linje.er_faerdig]:
        raise UfaerdigeLinjer(ufaerdige)
    _kraev_som_laest(laast, rapport)
    if sum(linje.version for linje in linjer) != linjeudgave:
        raise Versionskonflikt(rapport)
    laast.indsendt_den = timezone.now()
    laast.returbegrundelse = ""
    _skift(laast, Tilstand.INDSENDT, bruger=bruger, hvorfor="Indsendt til sekretariatet")
    _skriv_under(laast, pladser, bruger=bruger, uenighed="")
    return laast


@transaction.atomic
def underskriv_statusrapport(rapport: Statusrapport, *, bruger: Bruger, uenighed: str = "") -> Statusrapport:
    """Sign a submitted report for every chair's seat the user has in the group, stating a disagreement if there is one.

    Raises Regelbrud, Versionskonflikt.
    """
    laast = _laas(rapport.pk)
    if laast.tilstand != Tilstand.INDSENDT:
        raise Regelbrud("Kun en indsendt rapport kan skrives under.")
    underskrevet = set(laast.underskrifter.values_list("medlemskab", flat=True))
    pladser = [plads for plads in _formandspladser(laast, bruger) if plads.pk not in underskrevet]
    if not pladser:
        raise Regelbrud("Du har allerede skrevet rapporten under.")
    _kraev_som_laest(laast, rapport)
    _skriv_under(laast, pladser, bruger=bruger, uenighed=uenighed)
    return laast


@transaction.atomic
def godkend_statusrapport(rapport: Statusrapport, *, bruger: Bruger) -> Statusrapport:
    """Accept a report that every chair of today has signed. Nobody accepts what they have signed themselves.

    Raises Regelbrud, Versionskonflikt.
    """
    laast = _laas(rapport.pk)
    if laast.tilstand in (Tilstand.GODKENDT, Tilstand.FROSSET):
        raise Regelbrud("Rapporten er allerede godkendt.")
    if laast.tilstand != Tilstand.INDSENDT:
        raise Regelbrud("Kun en indsendt rapport kan godkendes.")
    underskrevne = [underskrift.medlemskab for underskrift in laast.underskrifter.select_related("medlemskab")]
    if bruger.person_id in {plads.person_id for plads in underskrevne}:
        raise Regelbrud("Du har selv skrevet rapporten under. En anden i sekretariatet skal godkende den.")
    formaend = Medlemskab.objects.filter(organ=laast.organ_id).gaeldende().formaend().select_related("person", "rolle")
    if mangler := [plads for plads in formaend if plads not in underskrevne]:
        navne = " og ".join(f"{plads.person} ({str(plads.rolle).lower()})" for plads in mangler)
        raise Regelbrud(f"Rapporten kan først godkendes, når {navne} har skrevet under.")
    _kraev_som_laest(laast, rapport)
    laast.godkendt_den = timezone.now()
    return _skift(laast, Tilstand.GODKENDT, bruger=bruger, hvorfor="Godkendt af sekretariatet")


@transaction.atomic
def returner_statusrapport(rapport: Statusrapport, *, bruger: Bruger, begrundelse: str) -> Statusrapport:
    """Send a submitted report back with a reason; its signatures fall. Raises Regelbrud, Versionskonflikt."""
    laast = _laas(rapport.pk)
    if laast.tilstand != Tilstand.INDSENDT:
        raise Regelbrud("Kun en indsendt rapport kan returneres.")
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor rapporten returneres.")
    _kraev_som_laest(laast, rapport)
    for underskrift in laast.underskrifter.all():
        underskrift._history_user = bruger
        begrundet(underskrift, "Rapporten blev returneret").delete()
    laast.returbegrundelse = begrundelse
    laast.indsendt_den = None
    return _skift(laast, Tilstand.RETURNERET, bruger=bruger, hvorfor=begrundelse)


def laas_skrivbar(pk: int) -> Statusrapport:
    """Lock a report that is to be written in, until the transaction ends. Raises Regelbrud when it may not be."""
    return _kraev_skrivbar(_laas(pk))


def _laas(pk: int) -> Statusrapport:
    return Statusrapport.objects.select_for_update().get(pk=pk)


def _kraev_skrivbar(rapport: Statusrapport) -> Statusrapport:
    if not rapport.er_skrivbar:
        raise Regelbrud(_KAN_IKKE_SKRIVES[Tilstand(rapport.tilstand)])
    return rapport


def _kraev_som_laest(laast: Statusrapport, laest: Statusrapport) -> None:
    if laast.version != laest.version:
        raise Versionskonflikt(laest)


def _formandspladser(rapport: Statusrapport, bruger: Bruger) -> list[Medlemskab]:
    """Return the user's chair's seats in the group today: one, or both for a person who holds both."""
    pladser = list(Medlemskab.objects.filter(organ=rapport.organ_id, person=bruger.person_id).gaeldende().formaend())
    if not pladser:
        raise Regelbrud("Kun gruppens formænd kan indsende rapporten og skrive den under.")
    return pladser


def _skift(rapport: Statusrapport, tilstand: Tilstand, *, bruger: Bruger, hvorfor: str) -> Statusrapport:
    rapport.tilstand = tilstand
    rapport._history_user = bruger
    begrundet(rapport, hvorfor).save()
    return rapport


def _skriv_under(rapport: Statusrapport, pladser: Sequence[Medlemskab], *, bruger: Bruger, uenighed: str) -> None:
    for plads in pladser:
        underskrift = Underskrift(statusrapport=rapport, medlemskab=plads, tidspunkt=timezone.now(), uenighed=uenighed)
        underskrift._history_user = bruger
        underskrift.save()
