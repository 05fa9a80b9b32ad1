"""A stored file follows its row: what fails to be saved leaves no file behind."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import structlog
from django.core.files.base import File
from django.core.files.storage import Storage

from sundhedsaftale.faelles.fejl import Regelbrud

log = structlog.get_logger(__name__)


class Lagerfejl(Regelbrud):
    """The disk did not take the file."""


@contextmanager
def opbevaret(lager: Storage, sti: str, fil: File) -> Iterator[str]:
    """Store a file for the act inside, and remove it again when the act fails. Gives the file's name in the storage.

    Begin the transaction inside, so that a commit that fails counts too. Raises Lagerfejl when the disk is full.
    """
    try:
        navn = lager.save(sti, fil)
    except OSError as fejl:
        log.exception("filen kunne ikke gemmes")
        with suppress(OSError):
            lager.delete(sti)
        raise Lagerfejl(
            "Filen kunne ikke gemmes på serveren, måske fordi disken er fuld. Intet er gemt. "
            "Prøv igen, og kontakt systemadministratoren, hvis det bliver ved."
        ) from fejl
    try:
        yield navn
    except BaseException:
        lager.delete(navn)
        raise
