"""Which phase an initiative can be given by an edit: closing and reopening are acts of their own."""

from indsatser.models import Indsats
from sundhedsaftale.faelles.fejl import Regelbrud

# Closing has its own page, with outcome, date and reason.
AABNE_FASER = [valg for valg in Indsats.Fase.choices if valg[0] != Indsats.Fase.AFSLUTTET]


def afvis_faseskift(indsats: Indsats | None, fase: str) -> None:
    """Raise Regelbrud when an edit would close, or reopen, an initiative; None is one that is about to be made."""
    if indsats is not None and fase == indsats.fase:
        return
    if indsats is not None and indsats.er_afsluttet:
        raise Regelbrud("Indsatsen er afsluttet. Genoptag den på dens side i portalen, før fasen ændres.")
    if fase == Indsats.Fase.AFSLUTTET:
        raise Regelbrud(
            "Fasen kan ikke sættes til Afsluttet her. Afslut indsatsen på dens side i portalen, med udfald, dato og "
            "begrundelse."
        )
