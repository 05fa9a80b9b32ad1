"""Seats of a person who was written twice: moved, or made one when both have the same seat at the same time."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from organisering.models import Bruger, Medlemskab, Person
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet

_SKAL_VAERE_ENS = {
    "repraesenterer": "repræsenterer",
    "partibogstav": "partibogstav",
    "suppleant_for": "suppleant for",
}


def flyt_plads(plads: Medlemskab, til: Person, *, bruger: Bruger, grund: str) -> None:
    """Give the seat to another person; what hangs on the seat follows it."""
    plads.person = til
    plads._history_user = bruger
    begrundet(plads, grund).save()


def flet_plads(behold: Medlemskab, dublet: Medlemskab, *, bruger: Bruger, grund: str) -> None:
    """Let one seat stand for both: it lasts as long as the two together, and what hung on the other hangs on it.

    The other row goes; its history stays. Raises Regelbrud when the two say different things.
    """
    for felt, navn in _SKAL_VAERE_ENS.items():
        mit, dets = getattr(behold, felt), getattr(dublet, felt)
        if mit and dets and mit != dets:
            raise Regelbrud(
                f"De to har den samme plads i {behold.organ.kaldes}, men ikke samme oplysning under “{navn}”. "
                "Ret den ene, før de lægges sammen."
            )
        setattr(behold, felt, mit or dets)
    kompetencer = {*behold.kompetencer.all(), *dublet.kompetencer.all()}
    _flyt_haengende(behold, dublet, bruger=bruger, grund=grund)
    behold.fra = min(behold.fra, dublet.fra)
    behold.til = _seneste(behold.til, dublet.til)
    dublet._history_user = behold._history_user = bruger
    begrundet(dublet, grund).delete()
    begrundet(behold, grund).gem_med(kompetencer=kompetencer)


def _seneste(en: date | None, anden: date | None) -> date | None:
    return None if en is None or anden is None else max(en, anden)


def _flyt_haengende(behold: Medlemskab, dublet: Medlemskab, *, bruger: Bruger, grund: str) -> None:
    """Attendance, approvals, signatures, substitutes: whatever row in any app points at the seat."""
    for relation in Medlemskab._meta.related_objects:
        felt = relation.field
        raekker: Iterable[Any] = relation.related_model._base_manager.filter(**{felt.name: dublet})
        for raekke in raekker:
            setattr(raekke, felt.name, behold)
            raekke._history_user = bruger
            try:
                with transaction.atomic():
                    begrundet(raekke, grund).save()
            except IntegrityError:
                slags = relation.related_model._meta.verbose_name
                raise Regelbrud(
                    f"Begge pladser i {behold.organ.kaldes} har en {slags} samme sted ({raekke}). "
                    "Fjern den ene, før de lægges sammen."
                ) from None
