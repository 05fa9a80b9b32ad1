"""Changing a target: the figure moves, and what it was stays on record with the reason."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from indsatser.models import Maalrevision, Maaltal
from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@dataclass(frozen=True, slots=True)
class Maalstand:
    """What a target says: an empty `maal` means "ikke fastsat", with the agreed words in `maaltekst`."""

    retning: str
    maal: Decimal | None
    maaltekst: str
    maalaar: int | None

    @classmethod
    def af(cls, maaltal: Maaltal) -> "Maalstand":
        return cls(maaltal.retning, maaltal.maal, maaltal.maaltekst, maaltal.maalaar)


@transaction.atomic
def revider_maaltal(
    maaltal: Maaltal,
    ny: Maalstand,
    *,
    begrundelse: str,
    dag: date | None = None,
    besluttet_i: Dagsordenspunkt | None = None,
) -> Maalrevision:
    """Give the target what it says from now on; `maaltal` carries the version that was seen.

    Raises Regelbrud without a reason, when nothing changes, for a day to come and for a decision of another region;
    Versionskonflikt when another has changed the target.
    """
    foer = Maalstand.af(maaltal)
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor målet ændres.")
    if foer == ny:
        raise Regelbrud("Målet er uændret.")
    if dag is not None and dag > timezone.localdate():
        raise Regelbrud("Målet kan ikke være ændret en dag, der ikke er kommet endnu.")
    if besluttet_i is not None and besluttet_i.moede.organ.region_id != maaltal.maalsaetning.aftale.region_id:
        raise Regelbrud("Beslutningen er truffet i en anden region.")
    maaltal.retning, maaltal.maal, maaltal.maaltekst, maaltal.maalaar = ny.retning, ny.maal, ny.maaltekst, ny.maalaar
    begrundet(maaltal, begrundelse).save()
    revision = Maalrevision(
        maaltal=maaltal,
        dag=dag or timezone.localdate(),
        foer_retning=foer.retning,
        foer_maal=foer.maal,
        foer_maaltekst=foer.maaltekst,
        foer_maalaar=foer.maalaar,
        retning=ny.retning,
        maal=ny.maal,
        maaltekst=ny.maaltekst,
        maalaar=ny.maalaar,
        begrundelse=begrundelse,
        besluttet_i=besluttet_i,
    )
    revision.save()
    return revision
