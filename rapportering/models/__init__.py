from rapportering.models.afrapportering import Afrapportering, Rapporttype
from rapportering.models.rapporteringsrunde import Rapporteringsrunde
from rapportering.models.statuslinje import Statuslinje
from rapportering.models.statusrapport import Statusrapport
from rapportering.models.underskrift import Underskrift

__all__ = [
    "Afrapportering",
    "Rapporteringsrunde",
    "Rapporttype",
    "Statuslinje",
    "Statusrapport",
    "Underskrift",
]
