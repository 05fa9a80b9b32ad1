"""A whole year's meetings of one body, saved all or none."""

from collections.abc import Mapping

from django.db import transaction

from organisering.domain.moede import gem_moede
from organisering.models import Bruger, Moede
from sundhedsaftale.faelles.fejl import Regelbrud


class Planbrud(Regelbrud):
    """`raekker` holds the sentence of each row that cannot be saved, by the row's key."""

    def __init__(self, raekker: Mapping[int, str]) -> None:
        super().__init__("Planen er ikke gemt. Ret de møder, der er fejl i.")
        self.raekker = dict(raekker)


@transaction.atomic
def gem_moedeplan(moeder: Mapping[int, Moede], *, bruger: Bruger, begrundelse: str) -> None:
    """Plan new meetings, also tried against each other. Raises Planbrud, with nothing saved, when one cannot stand."""
    brud = {}
    for noegle, moede in moeder.items():
        try:
            gem_moede(moede, faelles_med=(), med=(), bruger=bruger, begrundelse=begrundelse)
        except Regelbrud as fejl:
            brud[noegle] = str(fejl)
    if brud:
        raise Planbrud(brud)
