"""Milestones of an initiative: save one, mark it reached, delete it."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from indsatser.models import Indsats, Milepael
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def gem_milepael(milepael: Milepael, *, begrundelse: str = "") -> None:
    """Create or change one; `milepael` carries the version that was seen. Raises Regelbrud, Versionskonflikt."""
    if milepael.naaet is not None and milepael.naaet > timezone.localdate():
        raise Regelbrud("En milepæl kan ikke være nået i fremtiden. Skriv datoen som forventet.")
    # Two who add the same at once take turns.
    Indsats.objects.select_for_update().get(pk=milepael.indsats_id)
    try:
        milepael.full_clean()
    except ValidationError as fejl:
        raise Regelbrud(" ".join(fejl.messages)) from fejl
    begrundet(milepael, begrundelse).save()


def naa_milepael(milepael: Milepael, *, dag: date) -> None:
    """Mark it reached; one that is reached already keeps its date."""
    if milepael.naaet is not None:
        raise Regelbrud("Milepælen er allerede nået.")
    milepael.naaet = dag
    gem_milepael(milepael, begrundelse="Nået")


@transaction.atomic
def slet_milepael(milepael: Milepael, *, version: int) -> None:
    """Delete it as it was seen; its history stays. Raises Versionskonflikt."""
    gemt = Milepael.objects.select_for_update().filter(pk=milepael.pk, version=version).first()
    if gemt is None:
        raise Versionskonflikt(milepael)
    gemt.delete()
