"""Tracked rows: a version that guards every UPDATE, and one history row for every save."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NoReturn, Self, TypeVar

from django.db import models, router, transaction
from simple_history.utils import get_history_manager_for_model

from sundhedsaftale.faelles.fejl import Versionskonflikt
from sundhedsaftale.faelles.felter import afvis_cpr
from sundhedsaftale.faelles.protokol import noter
from sundhedsaftale.faelles.soegning import Soegefelt

_M_co = TypeVar("_M_co", bound="Sporet", covariant=True)


class SporetQuerySet(models.QuerySet[_M_co]):
    """Bulk work on tracked rows: what leaves no history is refused, the rest leaves one row per object."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise RuntimeError(
            f"QuerySet.update() på {self.model._meta.label} skriver uden om historik og version: "
            "gem hvert objekt med save(), eller brug bulk_update()."
        )

    def bulk_update(self, objs: Iterable[Any], fields: Iterable[str], batch_size: int | None = None) -> int:
        """Save `fields` of each object, guarded by its version; all or nothing, one history row each."""
        raekker, felter = list(objs), list(fields)
        with transaction.atomic(using=self.db):
            for raekke in raekker:
                raekke.save(using=self.db, update_fields=felter)
        return len(raekker)

    def bulk_create(  # type: ignore[override]  # what is left out would leave history wrong
        self, objs: Iterable[Any], batch_size: int | None = None, **kwargs: Any
    ) -> list[Any]:
        """Insert with one history row each. Skipping or updating rows that exist would leave history wrong."""
        if any(kwargs.values()):
            raise RuntimeError(f"bulk_create() på {self.model._meta.label} kan kun indsætte nye rækker.")
        with transaction.atomic(using=self.db):
            nye = super().bulk_create(objs, batch_size=batch_size)
            get_history_manager_for_model(self.model).bulk_history_create(nye, batch_size=batch_size)
        for ny in nye:
            noter(ny, foer=None, efter=ny.version)
        return nye


class SporetManager(models.Manager[_M_co]):
    """What a tracked model has when it needs no sentences of its own."""

    def get_queryset(self) -> SporetQuerySet[_M_co]:
        return SporetQuerySet(self.model, using=self._db)


class Sporet(models.Model):
    """Abstract: everything a user changes.

    `save()` of a row that exists puts the version that was read into the UPDATE's WHERE and raises
    `Versionskonflikt` when no row matched. The concrete model declares
    `historik = HistoricalRecords(m2m_fields=[...])`; the history row carries the version it describes.
    Change many-to-many fields with `gem_med()`, which moves the version and leaves one history row.
    After a rollback the object in memory is ahead of the database: read it again.
    """

    version = models.PositiveIntegerField("version", default=1, editable=False)
    objects: models.Manager[Any] = SporetManager()
    _change_reason: str | None = None
    # Set by an act that knows who acts; unset, the history asks the request.
    _history_user: models.Model
    _relationer: Mapping[str, list[models.Model]] = MappingProxyType({})

    class Meta:
        abstract = True
        # Django's own writes (reverse relations, SET_NULL) go through the same refusals as ours.
        base_manager_name = "objects"

    def save(
        self,
        *,
        force_insert: Any = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Save the row and its history together. Raises Versionskonflikt when another has saved since it was read."""
        if self._change_reason:
            afvis_cpr(self._change_reason)
        if not self._state.adding and "version" in self.get_deferred_fields():
            raise RuntimeError(f"{self._meta.label} blev læst uden version og kan derfor ikke gemmes.")
        if update_fields is not None and (felter := set(update_fields)):
            update_fields = felter | {"version"} | self._soegefelter(felter)
        foer, ny = self.version, self._state.adding
        database = using or router.db_for_write(type(self), instance=self)
        try:
            with transaction.atomic(using=database):
                super().save(
                    force_insert=force_insert, force_update=force_update, using=database, update_fields=update_fields
                )
        except BaseException:
            self.version = foer
            raise
        noter(self, foer=None if ny else foer, efter=self.version)
        self._change_reason = None

    def _soegefelter(self, felter: set[str]) -> set[str]:
        """The search columns that hold words of these fields."""
        egne = [felt for felt in self._meta.concrete_fields if isinstance(felt, Soegefelt)]
        return {felt.name for felt in egne if not felter.isdisjoint(felt.fra)}

    def gem_med(self, **relationer: Iterable[models.Model]) -> Self:
        """Save the row and set its many-to-many fields as one act: one step of the version, one history row."""
        self._relationer = {navn: list(objekter) for navn, objekter in relationer.items()}
        try:
            self.save()
        finally:
            del self._relationer
        return self

    def _save_table(self, *args: Any, **kwargs: Any) -> bool:
        fandtes: bool = super()._save_table(*args, **kwargs)  # type: ignore[misc]  # not in the stubs
        # Between the guarded UPDATE and the history row, so that the row shows the relations as they became.
        self.skip_history_when_saving = True
        try:
            for navn, objekter in self._relationer.items():
                getattr(self, navn).set(objekter)
        finally:
            del self.skip_history_when_saving
        return fandtes

    def _do_update(  # type: ignore[override]  # the stubs are of a later Django
        self,
        base_qs: models.QuerySet[Any],
        using: str | None,
        pk_val: Any,
        values: "Sequence[tuple[models.Field[Any, Any], None, Any]]",
        update_fields: Iterable[str] | None,
        forced_update: bool,
    ) -> bool:
        if self._state.adding:
            # A new object is inserted; it never overwrites a row that happens to have its key.
            return False
        naeste = self.version + 1
        nye = [(felt, model, naeste if felt.name == "version" else vaerdi) for felt, model, vaerdi in values]
        raekken: Any = base_qs.filter(pk=pk_val, version=self.version)
        if raekken._update(nye) == 0:
            raise Versionskonflikt(self)
        self.version = naeste
        return True
