"""Naming a moment of the portfolio."""

from django.db import transaction
from django.utils import timezone

from indsatser.domain.laas import laas_aftale
from indsatser.models import Portefoeljeversion
from sundhedsaftale.faelles.dansk import soegenoegle
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def gem_portefoeljeversion(version: Portefoeljeversion, *, begrundelse: str = "") -> Portefoeljeversion:
    """Save a new name, or another name or moment for one; `version` carries the version that was seen.

    Raises Regelbrud for a name that the agreement has, a moment that has not come, or a body or meeting of another
    region; Versionskonflikt when another has saved since.
    """
    laas_aftale(version.aftale)
    andre = Portefoeljeversion.objects.filter(aftale=version.aftale).exclude(pk=version.pk)
    if any(soegenoegle(anden.navn) == soegenoegle(version.navn) for anden in andre):
        raise Regelbrud("Aftalen har allerede en version med det navn.")
    if version.tidspunkt > timezone.now():
        raise Regelbrud("Tidspunktet er ikke kommet endnu.")
    if version.organ is not None and version.organ.region_id != version.aftale.region_id:
        raise Regelbrud(f"{version.organ} hører til en anden region end aftalen.")
    if version.moede is not None and version.moede.organ.region_id != version.aftale.region_id:
        raise Regelbrud("Mødet hører til en anden region end aftalen.")
    begrundet(version, begrundelse).save()
    return version


@transaction.atomic
def slet_portefoeljeversion(version: Portefoeljeversion, *, set_version: int) -> None:
    """Forget the name as it was seen; what the portfolio was stays in the history. Raises Versionskonflikt."""
    gemt = Portefoeljeversion.objects.select_for_update().filter(pk=version.pk, version=set_version).first()
    if gemt is None:
        raise Versionskonflikt(version)
    gemt.delete()
