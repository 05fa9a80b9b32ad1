"""Papers as they stand in a list: the newest version, how many there are, and whether a revision is due."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

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


def laes_dokumenter(dokumenter: QuerySet[Dokument], *, bruger: Besoegende, dag: date) -> list[Dokumentlinje]:
    """Those of the papers that the reader may see, by kind and title: two queries."""
    synlige = Dokument.objects.synlige_for(bruger).filter(pk__in=dokumenter.order_by().values("pk"))
    return _linjer(list(synlige.prefetch_related("versioner")), dag)


def laes_organets_dokumenter(organ: Organ, *, bruger: Besoegende, dag: date) -> list[Dokumentlinje]:
    """The papers of a body."""
    return laes_dokumenter(organ.dokumenter.all(), bruger=bruger, dag=dag)


def laes_aftalens_dokumenter(aftale: Aftale, *, bruger: Besoegende, dag: date) -> list[Dokumentlinje]:
    """The papers of an agreement."""
    return laes_dokumenter(aftale.dokumenter.all(), bruger=bruger, dag=dag)


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
