"""A document's files: a folder of its own, one file for each attempt, and in the end the winner's alone."""

from django.core.files.storage import default_storage

from rapportering.models.tryk import Tryk


def slet_filer(tryk: Tryk, *, undtagen: str = "") -> None:
    """Delete what the document's attempts have left, but for the file that counts."""
    if not default_storage.exists(tryk.mappe):
        return
    for fil in default_storage.listdir(tryk.mappe)[1]:
        if f"{tryk.mappe}/{fil}" != undtagen:
            default_storage.delete(f"{tryk.mappe}/{fil}")
