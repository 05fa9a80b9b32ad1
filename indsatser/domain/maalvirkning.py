"""Targets that a decision gives another figure."""

from django.db import transaction

from indsatser.domain.maalrevision import Maalstand, revider_maaltal
from indsatser.domain.virkning import besluttet, gem_virkning
from indsatser.models import Maaltal, Maalvirkning
from indsatser.queries.beslutningsrum import organer_under
from organisering.domain.laas import laas_punkt
from organisering.models import Bruger, Dagsordenspunkt
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def tilfoej_maalvirkning(punkt: Dagsordenspunkt, maaltal: Maaltal, ny: Maalstand, *, bruger: Bruger) -> Maalvirkning:
    """Let the decision change what a target says.

    Raises Regelbrud when the minutes are approved, the målsætning's body is not under the meeting's, nothing would
    change, or the decision changes the target already.
    """
    punkt = laas_punkt(punkt)
    organ = maaltal.maalsaetning.organ
    if organ.pk not in organer_under(punkt.moede):
        raise Regelbrud(f"{punkt.moede.organ} kan ikke beslutte om målene for {organ}.")
    if punkt.maalvirkninger.filter(maaltal=maaltal).exists():
        raise Regelbrud("Beslutningen ændrer allerede det måltal.")
    if Maalstand.af(maaltal) == ny:
        raise Regelbrud("Målet er uændret.")
    virkning = Maalvirkning(
        punkt=punkt,
        maaltal=maaltal,
        retning=ny.retning,
        maal=ny.maal,
        maaltekst=ny.maaltekst,
        maalaar=ny.maalaar,
    )
    return gem_virkning(virkning, bruger=bruger)


def udfoer_maalvirkning(virkning: Maalvirkning) -> None:
    """Revise the target on top of what is stored now; one that says so already lets its latest revision cite it."""
    punkt = virkning.punkt
    maaltal = Maaltal.objects.select_for_update().get(pk=virkning.maaltal_id)
    ny = Maalstand(virkning.retning, virkning.maal, virkning.maaltekst, virkning.maalaar)
    if Maalstand.af(maaltal) != ny:
        revider_maaltal(maaltal, ny, begrundelse=besluttet(punkt), dag=punkt.moede.dag, besluttet_i=punkt)
        return
    revision = maaltal.revisioner.order_by("dag", "pk").last()
    if revision is not None and revision.besluttet_i_id is None:
        revision.besluttet_i = punkt
        begrundet(revision, besluttet(punkt)).save()
