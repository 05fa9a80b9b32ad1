"""Standing papers: a change is a new version, and the old ones stay."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max

from organisering.models import Bruger, Dokument, Dokumentversion
from organisering.models.dokument import dokumentsti
from sundhedsaftale.faelles.historik import begrundet
from sundhedsaftale.faelles.opbevaring import opbevaret


def opret_dokument(
    dokument: Dokument, version: Dokumentversion, *, fil: UploadedFile | None, bruger: Bruger
) -> Dokument:
    """Save a new paper with its first version: a file, or the address on the version. Raises Lagerfejl."""
    with _fil_paa(version, fil), transaction.atomic():
        _gem(dokument, bruger=bruger, hvorfor="Oprettet med version 1")
        _tilfoej(dokument, version, bruger=bruger)
    return dokument


def tilfoej_dokumentversion(
    dokument: Dokument, version: Dokumentversion, *, fil: UploadedFile | None, bruger: Bruger
) -> Dokumentversion:
    """Save the next version, and the paper's own changes with it. Raises Lagerfejl, Versionskonflikt."""
    with _fil_paa(version, fil), transaction.atomic():
        Dokument.objects.select_for_update().get(pk=dokument.pk)
        _tilfoej(dokument, version, bruger=bruger)
        _gem(dokument, bruger=bruger, hvorfor=f"Version {version.nummer} tilføjet")
    return version


@transaction.atomic
def ret_dokument(dokument: Dokument, *, bruger: Bruger, begrundelse: str = "") -> Dokument:
    """Save title, kind, next revision and openness. Raises Versionskonflikt."""
    return _gem(dokument, bruger=bruger, hvorfor=begrundelse)


@contextmanager
def _fil_paa(version: Dokumentversion, fil: UploadedFile | None) -> Iterator[None]:
    """Put the file on the version for as long as what happens inside succeeds."""
    if fil is None:
        yield
        return
    navn = fil.name or ""
    with opbevaret(version.fil.storage, dokumentsti(version, navn), fil) as gemt:
        version.fil, version.filnavn = gemt, navn
        yield


def _tilfoej(dokument: Dokument, version: Dokumentversion, *, bruger: Bruger) -> None:
    version.dokument = dokument
    version.nummer = (dokument.versioner.aggregate(nummer=Max("nummer"))["nummer"] or 0) + 1
    version._history_user = bruger
    version.save()


def _gem(dokument: Dokument, *, bruger: Bruger, hvorfor: str) -> Dokument:
    dokument._history_user = bruger
    begrundet(dokument, hvorfor).save()
    return dokument
