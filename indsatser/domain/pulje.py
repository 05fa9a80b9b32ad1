"""Saving a pool, and taking it on to another year with what runs on."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction

from indsatser.domain.disponering import gem_disponering
from indsatser.domain.laas import laas_aftale
from indsatser.models import Disponering, Pulje
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def gem_pulje(pulje: Pulje, *, begrundelse: str = "") -> None:
    """Create a pool or save an edit. Raises Regelbrud when the year has one of that name, Versionskonflikt."""
    laas_aftale(pulje.aftale)
    try:
        pulje.validate_constraints()
    except ValidationError as fejl:
        raise Regelbrud(" ".join(fejl.messages)) from fejl
    begrundet(pulje, begrundelse).save()


@transaction.atomic
def kopier_pulje(ny: Pulje, linjer: Iterable[Disponering], *, begrundelse: str = "") -> Pulje:
    """Create `ny` with copies of another pool's lines: what is decided comes as ongoing and keeps its decision.

    Raises Regelbrud as `gem_pulje`, and for a line that has lapsed.
    """
    gem_pulje(ny, begrundelse=begrundelse)
    for plads, linje in enumerate(linjer, start=1):
        if linje.tilstand == Disponering.Tilstand.BORTFALDET:
            raise Regelbrud(f"{linje.titel} er bortfaldet og kan ikke tages med.")
        besluttet = linje.tilstand == Disponering.Tilstand.BESLUTTET
        kopi = Disponering(
            pulje=ny,
            raekkefoelge=plads,
            titel=linje.titel,
            slags=Disponering.Slags.IGANGVAERENDE if besluttet else linje.slags,
            bevilling=linje.bevilling,
            tilstand=linje.tilstand,
            beloeb=linje.beloeb,
            fra_aar=linje.fra_aar,
            til_aar=linje.til_aar,
            ordlyd=linje.ordlyd,
            indsats=linje.indsats,
            ansoegning=linje.ansoegning,
            besluttet_i=linje.besluttet_i,
        )
        gem_disponering(kopi, begrundelse=begrundelse)
    return ny
