"""Searching Danish text the same on both databases.

A `Soegefelt` holds the words of other fields of its row: case folded, stemmed and spelt in a-z0-9, so that Åbenrå and
AABENRAA, målsætning and målsætningerne are found alike, and so is a word inside a compound. `fuldtekst()` is the
migration operation that indexes it by trigrams: FTS5 on SQLite, pg_trgm on PostgreSQL.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import snowballstemmer
from django.core.exceptions import EmptyResultSet
from django.db import migrations, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.lookups import Lookup

if TYPE_CHECKING:  # Django's own class takes no type argument at run time
    _Lookup = Lookup[Any]
else:
    _Lookup = Lookup

HOEJST = 8
"""How many words of a question are asked for."""

_ORD = re.compile(r"[a-z0-9æøå]+")
_STAVET = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_stammer = snowballstemmer.stemmer("danish")


@lru_cache(maxsize=20_000)
def soegeord(ordet: str) -> str:
    """Return one word as it is searched for; `ordet` is what `ord_i` found."""
    stamme: str = _stammer.stemWord(ordet)
    return stamme.translate(_STAVET)


def ord_i(tekst: str) -> Iterable[re.Match[str]]:
    """Find the words of a text that `fold` has folded, with their places."""
    return _ORD.finditer(tekst)


def fold(tekst: str) -> str:
    """Fold case and foreign accents, character by character, so that every place in the text stays where it was."""
    return "".join(_fold_tegn(tegn) for tegn in tekst)


@lru_cache(maxsize=5_000)
def _fold_tegn(tegn: str) -> str:
    lille = tegn.casefold()[:1] or tegn
    if lille in "æøå":
        return lille
    return unicodedata.normalize("NFKD", lille)[0]


def soegetekst(*tekster: str) -> str:
    """Return the different words of some texts, for a `Soegefelt`."""
    fundne = {soegeord(et[0]) for tekst in tekster for et in ord_i(fold(unicodedata.normalize("NFC", tekst)))}
    return f" {' '.join(sorted(fundne))} " if fundne else ""


def spoergeord(tekst: str) -> list[str]:
    """Return the words that are asked for, each once, at most `HOEJST`."""
    return list(dict.fromkeys(soegetekst(tekst).split()))[:HOEJST]


class Soegefelt(models.TextField):
    """The words of the fields named in `fra`, worked out at every save; `filter(soegetekst__finder="ord")` asks."""

    def __init__(self, *args: Any, fra: tuple[str, ...] = (), **kwargs: Any) -> None:
        self.fra = fra
        super().__init__(*args, **{"blank": True, "default": "", "editable": False, **kwargs})

    def deconstruct(self) -> Any:
        navn, sti, args, kwargs = super().deconstruct()
        return navn, sti, args, {**kwargs, "fra": self.fra}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        tekst = soegetekst(*(getattr(model_instance, navn) or "" for navn in self.fra))
        setattr(model_instance, self.attname, tekst)
        return tekst


@Soegefelt.register_lookup
class Finder(_Lookup):
    """All the words of the question, each anywhere inside a word of the text."""

    lookup_name = "finder"
    prepare_rhs = False

    def _ord(self) -> list[str]:
        fundne = spoergeord(str(self.rhs))
        if not fundne:
            raise EmptyResultSet
        return fundne

    def as_sql(self, compiler: Any, connection: BaseDatabaseWrapper) -> Any:
        kolonne, parametre = self.process_lhs(compiler, connection)
        fundne = self._ord()
        sql = " AND ".join([f"{kolonne} LIKE %s"] * len(fundne))
        return f"({sql})", [*parametre * len(fundne), *(f"%{et}%" for et in fundne)]

    def as_sqlite(self, compiler: Any, connection: BaseDatabaseWrapper, **kwargs: Any) -> Any:
        """Ask the index for words of three letters or more; what is shorter has no trigram and is read through."""
        korte = [et for et in self._ord() if len(et) < 3]
        lange = [et for et in self._ord() if len(et) >= 3]
        kolonne, parametre = self.process_lhs(compiler, connection)
        dele = [f"{kolonne} LIKE %s"] * len(korte)
        svar = [*parametre * len(korte), *(f"%{et}%" for et in korte)]
        if lange:
            felt = self.lhs.target
            indeks = f"{felt.model._meta.db_table}_{felt.column}"
            noegle = compiler.quote_name_unless_alias(self.lhs.alias) + "." + connection.ops.quote_name("id")
            dele.append(f'{noegle} IN (SELECT rowid FROM "{indeks}" WHERE "{indeks}" MATCH %s)')  # noqa: S608 - our own names
            svar.append(" AND ".join(f'"{et}"' for et in lange))
        return f"({' AND '.join(dele)})", svar


_SQLITE = (
    """CREATE VIRTUAL TABLE "{indeks}" USING fts5("{kolonne}", content='{tabel}', content_rowid='id',
    tokenize='trigram')""",
    """CREATE TRIGGER "{indeks}_ind" AFTER INSERT ON "{tabel}" BEGIN
    INSERT INTO "{indeks}" (rowid, "{kolonne}") VALUES (new.id, new."{kolonne}"); END""",
    """CREATE TRIGGER "{indeks}_ud" AFTER DELETE ON "{tabel}" BEGIN
    INSERT INTO "{indeks}" ("{indeks}", rowid, "{kolonne}") VALUES ('delete', old.id, old."{kolonne}"); END""",
    """CREATE TRIGGER "{indeks}_om" AFTER UPDATE ON "{tabel}" BEGIN
    INSERT INTO "{indeks}" ("{indeks}", rowid, "{kolonne}") VALUES ('delete', old.id, old."{kolonne}");
    INSERT INTO "{indeks}" (rowid, "{kolonne}") VALUES (new.id, new."{kolonne}"); END""",
    """INSERT INTO "{indeks}" ("{indeks}") VALUES ('rebuild')""",
)
_SQLITE_VAEK = (
    'DROP TRIGGER IF EXISTS "{indeks}_ind"',
    'DROP TRIGGER IF EXISTS "{indeks}_ud"',
    'DROP TRIGGER IF EXISTS "{indeks}_om"',
    'DROP TABLE IF EXISTS "{indeks}"',
)
_POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    'CREATE INDEX "{indeks}" ON "{tabel}" USING gin ("{kolonne}" gin_trgm_ops)',
)
_POSTGRESQL_VAEK = ('DROP INDEX IF EXISTS "{indeks}"',)


def fuldtekst(*kolonner: tuple[str, str]) -> migrations.RunPython:
    """Return the operation that indexes search columns, each a table and a column.

    SQLite drops a table's triggers when a later migration rebuilds the table; repeat the operation after it.
    """

    def fjern(apps: Any, schema_editor: Any) -> None:
        postgresql = schema_editor.connection.vendor == "postgresql"
        _udfoer(schema_editor, _POSTGRESQL_VAEK if postgresql else _SQLITE_VAEK)

    def saet(apps: Any, schema_editor: Any) -> None:
        fjern(apps, schema_editor)
        postgresql = schema_editor.connection.vendor == "postgresql"
        _udfoer(schema_editor, _POSTGRESQL if postgresql else _SQLITE)

    def _udfoer(schema_editor: Any, saetninger: tuple[str, ...]) -> None:
        for tabel, kolonne in kolonner:
            for saetning in saetninger:
                schema_editor.execute(saetning.format(tabel=tabel, kolonne=kolonne, indeks=f"{tabel}_{kolonne}"))

    return migrations.RunPython(saet, fjern)
