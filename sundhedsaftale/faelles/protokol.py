"""What is saved inside a block, whoever saves it: the ground under many changes that are one act."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from django.db import models


class Gemt(NamedTuple):
    """One row as the block left it: the version before the first save (None: it was not there), and after the last."""

    model: type[models.Model]
    pk: int
    foer: int | None
    efter: int


_aaben: ContextVar[list[Gemt] | None] = ContextVar("protokol", default=None)


@contextmanager
def protokol() -> Iterator[list[Gemt]]:
    """Collect every save of a tracked row, oldest first; a block inside another keeps its own."""
    linjer: list[Gemt] = []
    foer = _aaben.set(linjer)
    try:
        yield linjer
    finally:
        _aaben.reset(foer)


def noter(raekke: models.Model, *, foer: int | None, efter: int) -> None:
    """Say that a row was saved; outside a block nobody listens."""
    if (linjer := _aaben.get()) is not None:
        linjer.append(Gemt(type(raekke), raekke.pk, foer, efter))


def sammenfat(linjer: list[Gemt]) -> list[Gemt]:
    """Return each row once, in the order of its first save, as the database holds it now.

    What a rolled-back savepoint took with it, and what was made and removed again, falls out.
    """
    samlet: dict[tuple[type[models.Model], int], Gemt] = {}
    for linje in linjer:
        noegle = (linje.model, linje.pk)
        foer = samlet[noegle].foer if noegle in samlet else linje.foer
        samlet[noegle] = linje._replace(foer=foer)
    gemte = {
        (model, pk): version
        for model in {linje.model for linje in linjer}
        for pk, version in model._base_manager.filter(
            pk__in={linje.pk for linje in linjer if linje.model is model}
        ).values_list("pk", "version")
    }
    return [linje for noegle, linje in samlet.items() if gemte.get(noegle) == linje.efter]
