"""A person is written once; somebody who was written twice is laid together, and every trace is kept."""

from collections.abc import Sequence

from django.db import transaction

from organisering.domain.medlemskabsfletning import flet_plads, flyt_plads
from organisering.models import Bruger, Medlemskab, Person
from organisering.queries.bemanding import overlapper
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet

_OPLYSNINGER = ("titel", "email", "telefon")


def opret_person(person: Person, *, bruger: Bruger) -> Person:
    """Write a new person. Whether it is really a new one is asked in the form."""
    person._history_user = bruger
    person.save()
    return person


@transaction.atomic
def sammenlaeg_personer(behold: Person, fjern: Person, bruger: Bruger, *, begrundelse: str = "") -> Person:
    """Let `fjern` be the same as `behold`: seats with their attendance, and the login, go to `behold`.

    A seat that both have at the same time becomes one that lasts as long as the two together. `fjern` stays with all
    its history and points at `behold`. Each row that is changed gets one history row with the reason. Raises Regelbrud.
    """
    laaste = Person.objects.select_for_update().order_by("pk").in_bulk([behold.pk, fjern.pk])
    if len(laaste) < 2:
        raise Regelbrud("En person kan ikke lægges sammen med sig selv.")
    behold, fjern = laaste[behold.pk], laaste[fjern.pk]
    for person in (behold, fjern):
        if person.sammenlagt_med_id is not None:
            raise Regelbrud(f"{person} er allerede lagt sammen med en anden.")
    _afvis_fremmed_login(behold, fjern, bruger=bruger)
    _flyt_login(behold, fjern)
    tekst = f"{fjern} er lagt sammen med {behold}, fordi de er samme person"
    grund = f"{tekst}: {begrundelse}" if begrundelse.strip() else tekst
    _flyt_pladser(behold, fjern, bruger=bruger, grund=grund)
    for felt in _OPLYSNINGER:
        setattr(behold, felt, getattr(behold, felt) or getattr(fjern, felt))
    fjern.sammenlagt_med = behold
    for person in (behold, fjern):
        person._history_user = bruger
        begrundet(person, grund).save()
    return behold


def _afvis_fremmed_login(behold: Person, fjern: Person, *, bruger: Bruger) -> None:
    """A login gets the seats of both: nobody gives rights in a region that is not their own."""
    if bruger.is_superuser or not Bruger.objects.filter(person__in=[behold, fjern]).exists():
        return
    pladser = Medlemskab.objects.filter(person__in=[behold, fjern])
    if not set(pladser.values_list("organ__region", flat=True)) <= bruger.sekretariatsregioner:
        raise Regelbrud(
            "En af dem har et login, og de sidder også i en anden region. En systemadministrator skal lægge dem sammen."
        )


def _flyt_login(behold: Person, fjern: Person) -> None:
    logins = {login.person_id: login for login in Bruger.objects.select_for_update().filter(person__in=[behold, fjern])}
    if len(logins) == 2:
        raise Regelbrud("Begge har et login. En systemadministrator skal først lukke det ene og tage personen af det.")
    if (login := logins.get(fjern.pk)) is not None:
        login.person = behold
        login.save(update_fields=["person"])


def _flyt_pladser(behold: Person, fjern: Person, *, bruger: Bruger, grund: str) -> None:
    egne, andres = _pladser(behold), _pladser(fjern)
    for plads in (*egne, *andres):
        if plads.suppleant_for is not None and plads.suppleant_for.person_id in {behold.pk, fjern.pk}:
            raise Regelbrud(
                f"{plads.person} er suppleant for {plads.suppleant_for.person} i {plads.organ.kaldes}. "
                "Ret den plads, før de lægges sammen."
            )
    for plads in andres:
        ens = [
            egen
            for egen in egne
            if (egen.organ_id, egen.rolle_id) == (plads.organ_id, plads.rolle_id) and overlapper(egen, plads)
        ]
        if len(ens) > 1:
            raise Regelbrud(
                f"{plads.person} har én plads i {plads.organ.kaldes}, hvor {behold} har flere i samme tid. "
                "Ret perioderne, så de passer sammen, før de lægges sammen."
            )
        if ens:
            flet_plads(ens[0], plads, bruger=bruger, grund=grund)
        else:
            flyt_plads(plads, behold, bruger=bruger, grund=grund)


def _pladser(person: Person) -> Sequence[Medlemskab]:
    return list(
        person.medlemskaber.select_related("person", "organ", "rolle", "suppleant_for__person").order_by("fra", "pk")
    )
