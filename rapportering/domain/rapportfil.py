"""A report's files: a folder of its own, one file for each attempt, and in the end the winner's alone."""

from django.core.files.storage import default_storage

from rapportering.models import Afrapportering


def mappe_til(rapport: Afrapportering) -> str:
    return f"afrapporteringer/{rapport.uuid}"


def slet_filer(rapport: Afrapportering, *, undtagen: str = "") -> None:
    """Delete what the report's attempts have left, but for the file that counts."""
    mappe = mappe_til(rapport)
    if not default_storage.exists(mappe):
        return
    for fil in default_storage.listdir(mappe)[1]:
        if f"{mappe}/{fil}" != undtagen:
            default_storage.delete(f"{mappe}/{fil}")
