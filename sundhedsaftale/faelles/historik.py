"""History: reasons, the life of an object as readable lines, and tables that can only grow."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from simple_history.utils import get_history_manager_for_model

from sundhedsaftale.faelles.dansk import dato, dato_kl, sorteringsnoegle, tal
from sundhedsaftale.faelles.sporet import Sporet

_S = TypeVar("_S", bound=Sporet)
_MASKINENS = ("id", "version")
_HAENDELSER = {"+": "oprettet", "~": "ændret", "-": "slettet"}
INTET = ""
_SLETTET = "(slettet)"


class Aendring(NamedTuple):
    """One field of one save, as people read it; nothing is an empty string."""

    felt: str
    foer: str
    efter: str


@dataclass(frozen=True)
class Historiklinje:
    """One save: `haendelse` is oprettet, ændret or slettet; only what was changed has `aendringer`."""

    hvornaar: datetime
    hvem: str
    hvorfor: str
    haendelse: str
    version: int
    aendringer: tuple[Aendring, ...]


def begrundet(objekt: _S, tekst: str) -> _S:
    """Give the next save its reason: `begrundet(indsats, "besluttet i DAK").save()`."""
    objekt._change_reason = tekst
    return objekt


def historik_for(objekt: Sporet, *, skjulte: Collection[str] = ()) -> list[Historiklinje]:
    """Return the object's saves, newest first, without the fields in `skjulte`.

    The number of queries follows the model's relations and does not grow with the object's age.
    """
    manager = get_history_manager_for_model(type(objekt))
    raekker = list(manager.filter(id=objekt.pk).select_related("history_user").order_by("history_id"))
    laest = _laes(manager, raekker, skjulte)
    linjer = []
    forrige: dict[str, str] = {}
    for raekke in raekker:
        nu = laest[raekke.history_id]
        linjer.append(
            Historiklinje(
                hvornaar=raekke.history_date,
                hvem=hvem(raekke.history_user),
                hvorfor=raekke.history_change_reason or "",
                haendelse=_HAENDELSER[raekke.history_type],
                version=raekke.version,
                aendringer=_aendringer(forrige, nu) if raekke.history_type == "~" else (),
            )
        )
        forrige = nu
    return linjer[::-1]


def forskelle(
    model: type[Sporet], trin: Iterable[tuple[int, int, int]], *, skjulte: Collection[str] = ()
) -> dict[int, tuple[Aendring, ...]]:
    """Return what changed in each row between two of its versions; `trin` are (key, version before, version after).

    The number of queries follows the model's relations and does not grow with the rows.
    """
    trin = list(trin)
    manager = get_history_manager_for_model(model)
    fundne = manager.filter(id__in={pk for pk, _, _ in trin}, version__in={v for _, *to in trin for v in to})
    raekker = {(en.id, en.version): en for en in fundne.exclude(history_type="-").order_by("history_id")}
    laest = _laes(manager, list(raekker.values()), skjulte)
    return {
        pk: _aendringer(laest[raekker[pk, foer].history_id], laest[raekker[pk, efter].history_id])
        for pk, foer, efter in trin
        if (pk, foer) in raekker and (pk, efter) in raekker
    }


def _laes(manager: Any, raekker: Sequence[Any], skjulte: Collection[str]) -> dict[int, dict[str, str]]:
    """Return the content of each history row, field by field, as people read it."""
    model = manager.model
    udeladte = {*_MASKINENS, *skjulte, *model._history_excluded_fields}
    felter = [f for f in model.instance_type._meta.concrete_fields if f.name not in udeladte]
    relationer = [f for f in model._history_m2m_fields if f.name not in skjulte]
    navne = _navne(felter, raekker)
    sat = _sat(relationer, raekker)
    return {
        raekke.history_id: {
            **{str(felt.verbose_name): laeselig(felt, getattr(raekke, felt.attname), navne) for felt in felter},
            **{str(felt.verbose_name): sat[felt.name].get(raekke.history_id, INTET) for felt in relationer},
        }
        for raekke in raekker
    }


def _aendringer(foer: Mapping[str, str], nu: Mapping[str, str]) -> tuple[Aendring, ...]:
    return tuple(
        Aendring(felt=navn, foer=foer[navn], efter=vaerdi)
        for navn, vaerdi in nu.items()
        if navn in foer and foer[navn] != vaerdi
    )


def hvem(bruger: object | None) -> str:
    """Return who did it; imports and commands have no user."""
    return str(bruger) if bruger else "Systemet"


def laeselig(felt: Any, vaerdi: Any, navne: Mapping[tuple[Any, Any], str]) -> str:
    """Return a stored value as people read it; `navne` names the rows that foreign keys point at."""
    if vaerdi is None or vaerdi == "":
        return INTET
    if felt.remote_field is not None:
        return navne.get((felt.target_field, vaerdi), _SLETTET)
    if felt.choices:
        return str(dict(felt.flatchoices).get(vaerdi, vaerdi))
    if isinstance(vaerdi, bool):
        return "ja" if vaerdi else "nej"
    if isinstance(vaerdi, datetime):
        return dato_kl(vaerdi)
    if isinstance(vaerdi, date):
        return dato(vaerdi)
    return tal(vaerdi) if isinstance(vaerdi, Decimal) else str(vaerdi)


def _navne(felter: Iterable[Any], raekker: Sequence[Any]) -> dict[tuple[Any, Any], str]:
    """Name every row that a foreign key of the history points at: one query for each column pointed at."""
    noegler: dict[models.Field[Any, Any], set[Any]] = defaultdict(set)
    for felt in felter:
        if felt.remote_field is not None:
            noegler[felt.target_field] |= {getattr(raekke, felt.attname) for raekke in raekker} - {None}
    return {
        (maal, noegle): str(objekt)
        for maal, dens in noegler.items()
        if dens
        for noegle, objekt in maal.model._base_manager.in_bulk(dens, field_name=maal.name).items()
    }


def _sat(relationer: Iterable[Any], raekker: Sequence[Any]) -> dict[str, dict[int, str]]:
    """Return, for each relation, the names that stood in it at each history row: two queries for each relation."""
    sat: dict[str, dict[int, str]] = {}
    for felt in relationer:
        par = list(_relationsspor(felt, raekker))
        objekter = felt.related_model._base_manager.in_bulk({noegle for _, noegle in par})
        navne: dict[int, list[str]] = defaultdict(list)
        for historie, noegle in par:
            navne[historie].append(str(objekter.get(noegle, _SLETTET)))
        sat[felt.name] = {historie: ", ".join(sorted(deres, key=sorteringsnoegle)) for historie, deres in navne.items()}
    return sat


def _relationsspor(felt: Any, raekker: Sequence[Any]) -> Iterable[tuple[int, Any]]:
    """Return the pairs (history row, related key)."""
    if not raekker:
        return ()
    spor = getattr(type(raekker[0]), felt.name).model
    historier = [raekke.history_id for raekke in raekker]
    return spor.objects.filter(history__in=historier).values_list("history_id", f"{felt.m2m_reverse_field_name()}_id")


_SQLITE = """
CREATE TRIGGER {tabel}_{handling} BEFORE {handling} ON {tabel} {naar}
BEGIN SELECT RAISE(ABORT, 'Rækken er låst og kan ikke ændres eller slettes'); END
"""
_POSTGRESQL_FUNKTION = """
CREATE OR REPLACE FUNCTION afvis_laast_raekke() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rækken er låst og kan ikke ændres eller slettes' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {tabel}_{handling} BEFORE {handling} ON {tabel}
FOR EACH ROW {naar} EXECUTE FUNCTION afvis_laast_raekke()
"""


def kun_tilfoejelse(*tabeller: str) -> migrations.RunPython:
    """Return the operation that makes history tables append-only: UPDATE and DELETE raise IntegrityError.

    SQLite drops a table's triggers when a later migration rebuilds the table; repeat the operation after it.
    A transactional test's flush deletes from every table on SQLite, see `tests/vagt.py`.
    """
    return _laas(*tabeller, naar="")


def laast_naar(tabel: str, betingelse: str) -> migrations.RunPython:
    """The same for the rows that meet an SQL condition on OLD, such as `OLD.udgivet IS NOT NULL`."""
    return _laas(tabel, naar=f"WHEN ({betingelse})")


def _laas(*tabeller: str, naar: str) -> migrations.RunPython:
    def saet(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        fjern(apps, schema_editor)
        postgresql = schema_editor.connection.vendor == "postgresql"
        if postgresql:
            schema_editor.execute(_POSTGRESQL_FUNKTION)
        skabelon = _POSTGRESQL if postgresql else _SQLITE
        for tabel in tabeller:
            for handling in ("update", "delete"):
                schema_editor.execute(skabelon.format(tabel=tabel, handling=handling, naar=naar))

    def fjern(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for tabel in tabeller:
            paa = f" ON {tabel}" if schema_editor.connection.vendor == "postgresql" else ""
            for handling in ("update", "delete"):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_{handling}{paa}")

    return migrations.RunPython(saet, fjern)
