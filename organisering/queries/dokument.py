"""Papers as they stand in a list: the newest version, how many there are, and whether a revision is due."""

from dataclasses import dataclass
from datetime import date

from organisering.models import Aftale, Besoegende, Dokument, Dokumentversion, Organ
from sundhedsaftale.faelles.dansk import sorteringsnoegle


@dataclass(frozen=True, slots=True)
class Dokumentlinje:
    """`versioner` newest first; `forfalden` when the revision should have been made before the day."""

    dokument: Dokument
    versioner: list[Dokumentversion]
    forfalden: bool

    @property
    def nyeste(self) -> Dokumentversion | None:
        return self.versioner[0] if self.versioner else None


def laes_organets_dokumenter(organ: Organ, *, bruger: Besoegende, dag: date) -> list[Dokumentlinje]:
    """The papers of a body that the reader may see, by kind and title: two queries."""
    return _linjer(list(organ.dokumenter.synlige_for(bruger).prefetch_related("versioner")), dag)


def laes_aftalens_dokumenter(aftale: Aftale, *, bruger: Besoegende, dag: date) -> list[Dokumentlinje]:
    """The papers of an agreement that the reader may see, by kind and title: two queries."""
    return _linjer(list(aftale.dokumenter.synlige_for(bruger).prefetch_related("versioner")), dag)


def laes_dokument(dokument: Dokument, *, dag: date) -> Dokumentlinje:
    """One paper with all its versions."""
    return _linje(dokument, dag)


def _linjer(dokumenter: list[Dokument], dag: date) -> list[Dokumentlinje]:
    orden = [str(slags) for slags in Dokument.Slags]
    dokumenter.sort(key=lambda et: (orden.index(et.slags), sorteringsnoegle(et.titel)))
    return [_linje(dokument, dag) for dokument in dokumenter]


def _linje(dokument: Dokument, dag: date) -> Dokumentlinje:
    return Dokumentlinje(
        dokument=dokument,
        versioner=list(dokument.versioner.all()),
        forfalden=dokument.naeste_revision is not None and dokument.naeste_revision < dag,
    )
