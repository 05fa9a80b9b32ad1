"""What an agenda item concerns."""

from django.db import transaction

from indsatser.models import Punktemne
from indsatser.models.punktemne import Emnet
from organisering.domain.laas import laas_punkt
from organisering.models import Bruger, Dagsordenspunkt
from sundhedsaftale.faelles.fejl import Regelbrud


@transaction.atomic
def tilfoej_emne(punkt: Dagsordenspunkt, emne: Emnet, *, bruger: Bruger) -> Punktemne:
    """Say that an item concerns something. Raises Regelbrud when it does already."""
    punkt = laas_punkt(punkt)
    noegle = {emne._meta.model_name or "": emne}
    if punkt.emner.filter(**noegle).exists():
        raise Regelbrud(f"Punktet handler allerede om {emne}.")
    ny = Punktemne(punkt=punkt, **noegle)
    ny._history_user = bruger
    ny.save()
    return ny


@transaction.atomic
def fjern_emne(emne: Punktemne, *, bruger: Bruger) -> None:
    """Say that an item does not concern it after all. Raises Regelbrud when the minutes are approved."""
    laas_punkt(emne.punkt)
    emne._history_user = bruger
    emne.delete()


def kopier_emner(fra: Dagsordenspunkt, til: Dagsordenspunkt, *, bruger: Bruger) -> None:
    """Let a new item concern what another does; the caller holds its meeting."""
    for emne in fra.emner.all():
        ny = Punktemne(punkt=til, **{f"{navn}_id": getattr(emne, f"{navn}_id") for navn in Punktemne.SLAGS})
        ny._history_user = bruger
        ny.save()
