"""Papers of an item. A stored file may be shared by several rows, and is removed with the last of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max

from organisering.domain.laas import laas_punkt
from organisering.models import Bilag, Bruger
from organisering.models.bilag import bilagssti
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.opbevaring import opbevaret


def gem_bilag(bilag: Bilag, *, fil: UploadedFile | None, bruger: Bruger) -> Bilag:
    """Save a paper, with a new file when there is one. A save that fails leaves no file behind.

    Raises Regelbrud, Lagerfejl, Versionskonflikt.
    """
    gammel = bilag.fil.name or ""
    with _fil_paa(bilag, fil), transaction.atomic():
        punkt = laas_punkt(bilag.punkt)
        if fil is None and bilag.adresse:
            bilag.fil, bilag.filnavn = "", ""
        if bilag._state.adding:
            sidste = punkt.bilag.aggregate(plads=Max("raekkefoelge"))["plads"] or 0
            bilag.raekkefoelge = sidste + 1
        bilag._history_user = bruger
        bilag.save()
        if bilag.fil.name != gammel:
            _fjern_fil_siden(gammel)
    return bilag


@contextmanager
def _fil_paa(bilag: Bilag, fil: UploadedFile | None) -> Iterator[None]:
    """Put the file on the paper for as long as what happens inside succeeds."""
    if fil is None:
        yield
        return
    navn = fil.name or ""
    with opbevaret(bilag.fil.storage, bilagssti(bilag, navn), fil) as gemt:
        bilag.fil, bilag.filnavn, bilag.adresse = gemt, navn, ""
        yield


@transaction.atomic
def slet_bilag(bilag: Bilag, *, bruger: Bruger) -> None:
    """Remove a paper from an item that may be written in. Raises Regelbrud."""
    laas_punkt(bilag.punkt)
    fjern_bilag(bilag, bruger=bruger)


def fjern_bilag(bilag: Bilag, *, bruger: Bruger) -> None:
    """The same when the item is held by the caller's transaction."""
    navn = bilag.fil.name or ""
    bilag._history_user = bruger
    bilag.delete()
    _fjern_fil_siden(navn)


@transaction.atomic
def flyt_bilag(bilag: Bilag, skridt: int, *, bruger: Bruger) -> None:
    """Move a paper one place up (-1) or down (1) among the item's. Raises Regelbrud."""
    punkt = laas_punkt(bilag.punkt)
    alle = list(punkt.bilag.all())
    plads = alle.index(bilag)
    if not 0 <= plads + skridt < len(alle):
        raise Regelbrud("Bilaget står allerede øverst." if skridt < 0 else "Bilaget står allerede nederst.")
    alle[plads], alle[plads + skridt] = alle[plads + skridt], alle[plads]
    for nummer, et in enumerate(alle, 1):
        if et.raekkefoelge != nummer:
            et.raekkefoelge = nummer
            et._history_user = bruger
            et.save(update_fields=["raekkefoelge"])


def _fjern_fil_siden(navn: str) -> None:
    """Remove a file once the transaction has ended well, unless another row holds it."""
    if navn:
        transaction.on_commit(partial(_fjern_uden_raekke, navn))


def _fjern_uden_raekke(navn: str) -> None:
    if not Bilag.objects.filter(fil=navn).exists():
        Bilag._meta.get_field("fil").storage.delete(navn)
