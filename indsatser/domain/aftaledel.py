"""What an agreement is divided into: risk groups, actors, means and tracks. Save, move and delete one."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import models, transaction

from indsatser.domain.laas import laas_aftale
from indsatser.models import Risikoaktoer, Risikogruppe, Spor, Virkemiddel
from indsatser.queries.aftaledel import Aftaledel, brugt_af
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet

Ordnet = Risikoaktoer | Virkemiddel | Spor


@transaction.atomic
def gem_aftaledel(
    objekt: Aftaledel, *, relationer: Mapping[str, Iterable[models.Model]], begrundelse: str = ""
) -> None:
    """Create one, last in its order, or change one; `objekt` carries the version that was seen.

    Raises Regelbrud, Versionskonflikt.
    """
    laas_aftale(objekt.aftale)
    if objekt._state.adding and not isinstance(objekt, Risikogruppe):
        sidste = type(objekt).objects.filter(aftale=objekt.aftale).aggregate(n=models.Max("raekkefoelge"))["n"]
        objekt.raekkefoelge = (sidste or 0) + 1
    try:
        objekt.full_clean()
    except ValidationError as fejl:
        raise Regelbrud(" ".join(fejl.messages)) from fejl
    begrundet(objekt, begrundelse).gem_med(**relationer)


@transaction.atomic
def flyt_aftaledel(objekt: Ordnet, *, skridt: int) -> bool:
    """Move one that many places down, or up when below zero, as far as there are others. Return whether it moved."""
    laas_aftale(objekt.aftale)
    alle = list(type(objekt).objects.filter(aftale=objekt.aftale).order_by("raekkefoelge", "pk"))
    fra = alle.index(objekt)
    til = min(max(fra + skridt, 0), len(alle) - 1)
    alle.insert(til, alle.pop(fra))
    for plads, en in enumerate(alle, start=1):
        if en.raekkefoelge != plads:
            en.raekkefoelge = plads
            begrundet(en, "Ny rækkefølge").save()
    return til != fra


@transaction.atomic
def slet_aftaledel(objekt: Aftaledel, *, version: int) -> None:
    """Delete one that nothing uses, as it was seen; its history stays. Raises Regelbrud, Versionskonflikt."""
    laas_aftale(objekt.aftale)
    if brugt := brugt_af(objekt):
        raise Regelbrud(f"{objekt} bruges af {brugt} og kan derfor ikke slettes.")
    gemt = type(objekt).objects.filter(pk=objekt.pk, version=version).first()
    if gemt is None:
        raise Versionskonflikt(objekt)
    gemt.delete()
