"""Levels, kinds of bodies, roles and competences: rows that every region shares."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db import models, transaction

from organisering.domain.laas import laas_stigen
from organisering.models import Bruger, Niveau, Organtype, Rolle
from organisering.queries.grunddata import Grundobjekt, Slags, brugt_af
from sundhedsaftale.faelles.dansk import adresseord
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet

# What gives its holders rights in the portal; only the administrator gives and takes it.
RETTIGHEDER: dict[type[models.Model], tuple[str, ...]] = {
    Organtype: ("er_sekretariat",),
    Rolle: ("er_formand", "er_sekretaer"),
}


@transaction.atomic
def gem_grunddata(
    objekt: Grundobjekt,
    *,
    relationer: Mapping[str, Iterable[models.Model]],
    bruger: Bruger,
    begrundelse: str = "",
) -> Grundobjekt:
    """Create or change one row with its many-to-many fields; `objekt` carries the version that was seen.

    Raises Regelbrud, Versionskonflikt.
    """
    laas_stigen()
    gemt = type(objekt)._base_manager.filter(pk=objekt.pk).first()
    _afvis_rettigheder(objekt, gemt, bruger)
    if gemt is None and isinstance(objekt, Organtype | Rolle):
        objekt.slug = _ledig_noegle(objekt)
    try:
        objekt.full_clean()
    except ValidationError as fejl:
        raise Regelbrud(" ".join(fejl.messages)) from fejl
    objekt._history_user = bruger
    begrundet(objekt, begrundelse).gem_med(**relationer)
    if isinstance(objekt, Niveau) and isinstance(gemt, Niveau) and gemt.nummer != objekt.nummer:
        _flyt_typer(objekt, fra=gemt.nummer, bruger=bruger)
    return objekt


@transaction.atomic
def slet_grunddata(slags: Slags, objekt: Grundobjekt, *, bruger: Bruger) -> None:
    """Delete a row that nothing uses; its history stays. Raises Regelbrud."""
    laas_stigen()
    if brugt := brugt_af(slags, objekt):
        raise Regelbrud(f"{objekt.navn} bruges af {brugt} og kan derfor ikke slettes.")
    objekt._history_user = bruger
    try:
        objekt.delete()
    except models.ProtectedError as fejl:
        raise Regelbrud(f"{objekt.navn} bruges og kan derfor ikke slettes.") from fejl


def _afvis_rettigheder(objekt: Grundobjekt, gemt: Grundobjekt | None, bruger: Bruger) -> None:
    if bruger.has_perm("organisering.giv_rettigheder"):
        return
    for felt in RETTIGHEDER.get(type(objekt), ()):
        if getattr(objekt, felt) != (gemt is not None and getattr(gemt, felt)):
            raise Regelbrud("Kun systemadministratoren kan ændre, hvilke rettigheder der følger med.")


def _ledig_noegle(objekt: Organtype | Rolle) -> str:
    """The name as a key; a number after it when another row has it."""
    laengde = 50
    optagne = set(type(objekt).objects.values_list("slug", flat=True))
    ord_ = adresseord(objekt.navn, laengde - 6) or "navn"
    numre = (f"{ord_}-{nummer}" for nummer in range(2, len(optagne) + 3))
    return next(forslag for forslag in (ord_, *numre) if forslag not in optagne)


def _flyt_typer(niveau: Niveau, *, fra: int, bruger: Bruger) -> None:
    """A level's kinds of bodies point at its number and follow when it is moved."""
    for type_ in Organtype.objects.filter(niveau=fra).order_by():  # the usual order asks for a level that has moved
        type_.niveau = niveau
        type_._history_user = bruger
        begrundet(type_, f"Niveauet {niveau.navn} har fået nummer {niveau.nummer}").save()
