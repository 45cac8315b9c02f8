"""What is kept from one start to the next so that journals need not be replayed: derived, never authoritative.

One TinyDB file a deck. It is written whole, and says how far into each journal it has read; whatever does not fit
the journals is thrown away and made again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import orjson
from tinydb import Query, TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from studytui.errors import StudyError
from studytui.storage.files import Files

VERSION = 7
TABLES = ("memories", "known", "days", "choices")
SEAL = "seal"
"""The table that holds the checksum of the others."""
_SEAL = b'{"1":{"crc":"%08x"}}}'
_SEAL_LENGTH = len(_SEAL % 0)

Row = Mapping[str, object]


class WholeFile(Storage):
    """A TinyDB storage that reads a file once and writes it once, whole and atomically, when it is closed."""

    def __init__(self, path: Path, files: Files) -> None:
        self._path, self._files = path, files
        self._data: dict[str, dict[str, object]] | None = None
        self._changed = False

    def read(self) -> dict[str, dict[str, object]] | None:
        """What the file holds; None where there is none or where it is damaged, since it can be made again."""
        if self._data is None:
            self._data = self._load()
        return self._data

    def write(self, data: dict[str, dict[str, object]]) -> None:
        """Keep what is to be written."""
        self._data, self._changed = data, True

    def close(self) -> None:
        """Write what was kept.

        Raises:
            StudyError: It could not be written; the file is as it was.
        """
        if self._changed and self._data is not None:
            self._files.replace_durably(self._path, sealed(self._data))
            self._changed = False

    def _load(self) -> dict[str, dict[str, object]] | None:
        try:
            text = self._files.read_bytes(self._path)
            if text[-_SEAL_LENGTH:] != _SEAL % crc32(text[:-_SEAL_LENGTH]):
                return None
            data = orjson.loads(text)
        except (StudyError, orjson.JSONDecodeError):
            return None
        tables = isinstance(data, dict) and all(isinstance(table, dict) for table in data.values())
        return data if tables else None


def sealed(data: Mapping[str, object]) -> bytes:
    """The tables as JSON, and last among them one with the checksum of what stands before it.

    Any TinyDB reads the file; a digit that changed within valid JSON is noticed here.
    """
    tables = {name: rows for name, rows in data.items() if name != SEAL}
    body = orjson.dumps({**tables, SEAL: {}}, option=orjson.OPT_NON_STR_KEYS)[: -len(b"{}}")]
    return body + _SEAL % crc32(body)


@dataclass(frozen=True, slots=True)
class State:
    """What one deck's file holds.

    Attributes:
        meta: How far it has read, and what was counted; JSON values.
        memories: One row a card.
        known: One row a node key.
        days: One row a study day.
        choices: One row a term, a synonym or a passage that was decided upon.
    """

    meta: Row
    memories: Sequence[Row] = ()
    known: Sequence[Row] = ()
    days: Sequence[Row] = ()
    choices: Sequence[Row] = ()


class _Plain(Table):
    """A table whose rows are handed out as they are: nobody asks for their numbers, and they are many."""

    document_class = staticmethod(lambda row, _: row)  # type: ignore[assignment]


class _PlainRows(TinyDB):
    """A file of such tables, to be read."""

    table_class = _Plain


def load(path: Path, files: Files, tables: Sequence[str] = TABLES) -> State | None:
    """The state in a file, or those of its tables that are wanted; None where there is none that is of use here."""
    with _PlainRows(path, files, storage=WholeFile) as db:
        try:
            meta = db.table("meta").get(Query().version == VERSION)
            if not isinstance(meta, Mapping):
                return None
            return State(dict(meta), *(_rows(db.table(name)) if name in tables else () for name in TABLES))
        except (AttributeError, TypeError, ValueError):  # rows that are no rows: somebody else's file
            return None


def save(path: Path, files: Files, state: State) -> None:
    """Write a deck's state whole.

    Raises:
        StudyError: It could not be written; the file is as it was.
    """
    with TinyDB(path, files, storage=WholeFile) as db:
        db.drop_tables()
        db.table("meta").insert({**state.meta, "version": VERSION})
        for name, rows in zip(TABLES, (state.memories, state.known, state.days, state.choices), strict=True):
            db.table(name).insert_multiple(rows)


def load_words(path: Path, files: Files) -> list[Row]:
    """What was looked up about the words of a deck, one row a text; nothing where there is no such file."""
    with TinyDB(path, files, storage=WholeFile) as db:
        try:
            return _rows(db.table("words"))
        except (AttributeError, TypeError, ValueError):
            return []


def save_words(path: Path, files: Files, rows: Sequence[Row]) -> None:
    """Write it whole.

    Raises:
        StudyError: It could not be written; the file is as it was.
    """
    with TinyDB(path, files, storage=WholeFile) as db:
        db.drop_tables()
        db.table("words").insert_multiple(rows)


def _rows(table: Table) -> list[Row]:
    return list(table.all())
