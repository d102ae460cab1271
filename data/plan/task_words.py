"""Index of the words of the plan's tasks, so that a sentence reads from the database only the tasks it may name."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from json import loads
from typing import TypeVar

from data.store import Database, Row, transaction
from data.understanding import TaskWords
from data.understanding.entities.task_words import (
    DELIVERABLE,
    INDEX_RULES,
    MEASURE,
    SOUND,
    TITLE,
    IndexedTask,
    is_sound,
    weighed,
)

AT_ONCE = 2000
"""Number of tasks that are indexed in one transaction, and the most tasks or words kept in memory."""
THIS_CODE = "code = ? COLLATE NOCASE AND gone_at IS NULL"
BY_LETTER = {"a": TITLE, "b": MEASURE, "c": DELIVERABLE, "s": SOUND}
LETTERS = {TITLE: "a", MEASURE: "b", DELIVERABLE: "c"}
"""Prefix that marks each indexed piece with the part of the task it comes from."""


def index_changed_tasks(db: Database) -> None:
    """Update the index for the tasks that have changed since the last call."""
    if db.fetch_number("SELECT rules FROM word_versions") != INDEX_RULES:
        _mark_all_changed(db)
    while changed := db.fetch_column("SELECT task_id FROM changed_words LIMIT ?", [AT_ONCE]):
        with transaction(db):
            _index(db, changed)


def _mark_all_changed(db: Database) -> None:
    with transaction(db):
        for table in ("task_words", "word_counts", "changed_words"):
            db.change(f"DELETE FROM {table}")
        db.change("INSERT INTO changed_words SELECT id FROM tasks WHERE gone_at IS NULL")
        db.change("UPDATE word_versions SET rules = ?, plan = plan + 1", [INDEX_RULES])


def _index(db: Database, ids: Sequence[int]) -> None:
    of_these, chosen = "IN (SELECT value FROM json_each(?))", [[*ids]]
    counts: Counter[str] = Counter()
    for row in db.fetch_all(f"SELECT words FROM task_words WHERE rowid {of_these}", chosen):
        counts.subtract(word[1:] for word in row["words"].split())
    db.change(f"DELETE FROM task_words WHERE rowid {of_these}", chosen)
    kept = []
    for row in db.fetch_all(f"SELECT * FROM tasks WHERE id {of_these} AND gone_at IS NULL", chosen):
        weights = weighed(TaskWords(row["code"], row["title"], row["measure"], row["deliverable"]))
        counts.update(weights.keys())
        kept.append((row["id"], " ".join(_letter(piece, weight) + piece for piece, weight in weights.items())))
    db.conn.executemany("INSERT INTO task_words (rowid, words) VALUES (?, ?)", kept)
    counted = "INSERT INTO word_counts VALUES (?, ?) ON CONFLICT DO UPDATE SET tasks = tasks + excluded.tasks"
    db.conn.executemany(counted, [each for each in counts.items() if each[1]])
    gone = [[piece] for piece, count in counts.items() if count < 0]
    db.conn.executemany("DELETE FROM word_counts WHERE piece = ? AND tasks < 1", gone)
    db.change(f"DELETE FROM changed_words WHERE task_id {of_these}", chosen)


def _letter(piece: str, weight: float) -> str:
    return "s" if is_sound(piece) else LETTERS[weight]


class TasksOfPlan:
    """The indexed tasks of the current plan; `number` is a task's id. Tasks are read once and kept in memory."""

    def __init__(self, db: Database) -> None:
        self._db = db
        counts = "SELECT json_group_object(piece, tasks) FROM word_counts"  # twice as fast as rows to read
        self._counts: dict[str, int] = loads(db.fetch_text(counts) or "{}")
        self._tasks: dict[int, IndexedTask] = {}
        self._weights: dict[str, dict[int, float]] = {}
        self._length = db.fetch_number("SELECT sum(tasks) FROM section_counts") or 0

    @property
    def known(self) -> Collection[str]:
        """All pieces that occur in some task."""
        return self._counts.keys()

    def __len__(self) -> int:
        return self._length

    def holders(self, piece: str) -> int:
        """Return the number of tasks that contain `piece`."""
        return self._counts.get(piece, 0)

    def holding(self, pieces: Sequence[str], most: int, *, in_title: bool = False) -> Sequence[int]:
        """Return up to `most` tasks that contain all of `pieces`, in the title only if `in_title`."""
        if not pieces or not all(piece in self._counts for piece in pieces):
            return ()
        return tasks_with(self._db, pieces, most, letters="a" if in_title else "abc")

    def weights(self, piece: str) -> Mapping[int, float]:
        """Return the weight of `piece` in each task that contains it; loads all of them, so meant for rare pieces."""
        if piece not in self._weights:
            numbers = self.holding([piece], self.holders(piece))
            self._read(numbers)
            self._weights[piece] = {number: self.task(number).weights[piece] for number in numbers}
        return self._weights[piece]

    def task(self, number: int) -> IndexedTask:
        """Return the task with this id."""
        if number not in self._tasks:
            self._read([number])
        return self._tasks[number]

    def numbers(self, codes: Collection[str]) -> Sequence[int]:
        """Return the ids of the tasks with these codes."""
        among = "code COLLATE NOCASE IN (SELECT value FROM json_each(?))"
        numbers = self._db.fetch_column(f"SELECT id FROM tasks WHERE {among} AND gone_at IS NULL", [[*codes]])
        self._read(numbers)
        return numbers

    def _read(self, numbers: Sequence[int]) -> None:
        """Load these tasks into memory, dropping the others if there are more than AT_ONCE."""
        wanted = [number for number in numbers if number not in self._tasks]
        if len(self._tasks) + len(wanted) > AT_ONCE:
            self._tasks.clear()
            self._weights.clear()
            wanted = [*numbers]
        sql = """SELECT id, code, title, position, words FROM tasks JOIN task_words ON task_words.rowid = id
            WHERE id IN (SELECT value FROM json_each(?))"""
        self._tasks |= {row["id"]: _indexed(row) for row in (self._db.fetch_all(sql, [wanted]) if wanted else ())}


def tasks_with(db: Database, pieces: Sequence[str], most: int, letters: str) -> list[int]:
    """Return the ids of up to `most` tasks that contain all of `pieces` in the parts that `letters` name."""
    sql = "SELECT rowid FROM task_words WHERE task_words MATCH ? LIMIT ?"
    return db.fetch_column(sql, [query_for_all(pieces, letters), most])


def query_for_all(pieces: Sequence[str], letters: str = "abc") -> str:
    """Return the full-text query for tasks that contain all of `pieces` in the parts that `letters` name."""
    return " AND ".join(
        "(" + " OR ".join(f'"{letter}{piece}"' for letter in ("s" if is_sound(piece) else letters)) + ")"
        for piece in pieces
    )


def _indexed(row: Row) -> IndexedTask:
    weights = {word[1:]: BY_LETTER[word[0]] for word in row["words"].split()}
    return IndexedTask(row["code"], row["title"].lower(), row["position"], weights)


V = TypeVar("V")


class QueriedMapping(Mapping[str, V]):
    """A read-only mapping whose values are queried on first access and kept in memory."""

    def __init__(self, db: Database, sql: str, shape: Callable[[Sequence[str]], V]) -> None:
        """Query with `sql`, which takes the key and selects one column; `shape` turns the values found into one."""
        self._db, self._sql, self._shape = db, sql, shape
        self._known: dict[str, list[str]] = {}

    def __getitem__(self, word: str) -> V:
        if word not in self._known:
            if len(self._known) >= AT_ONCE:
                self._known.clear()
            self._known[word] = self._db.fetch_column(self._sql, [word])
        if not (found := self._known[word]):
            raise KeyError(word)
        return self._shape(found)

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def codes_written(db: Database) -> Mapping[str, str]:
    """Return a mapping from a task code in lower case to the code as the plan writes it."""
    return QueriedMapping(db, f"SELECT code FROM tasks WHERE {THIS_CODE}", lambda found: found[0])


def codes_assigned(db: Database) -> Mapping[str, str]:
    """Return a mapping like `codes_written`, limited to tasks that are assigned to some unit."""
    assigned = "EXISTS (SELECT 1 FROM assignments WHERE task_id = tasks.id AND gone_at IS NULL)"
    return QueriedMapping(db, f"SELECT code FROM tasks WHERE {THIS_CODE} AND {assigned}", lambda found: found[0])


def codes_of_units(db: Database) -> Mapping[str, tuple[str, ...]]:
    """Return a mapping from a unit's name to the codes of its tasks, in the order of the plan."""
    return QueriedMapping(
        db,
        """SELECT code FROM units JOIN assignments ON unit_id = units.id JOIN tasks ON tasks.id = task_id
        WHERE units.name = ? AND assignments.gone_at IS NULL AND tasks.gone_at IS NULL ORDER BY position""",
        tuple,
    )
