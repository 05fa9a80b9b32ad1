from rapportering.models.afrapportering import Afrapportering, Rapporttype
from rapportering.models.moedetryk import Moedetryk
from rapportering.models.rapporteringsrunde import Rapporteringsrunde
from rapportering.models.statuslinje import Statuslinje
from rapportering.models.statusrapport import Statusrapport
from rapportering.models.underskrift import Underskrift

__all__ = [
    "Afrapportering",
    "Moedetryk",
    "Rapporteringsrunde",
    "Rapporttype",
    "Statuslinje",
    "Statusrapport",
    "Underskrift",
]
