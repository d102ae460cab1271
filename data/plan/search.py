"""Search for tasks by the words of their titles (Chinese or English), measures and deliverables."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.patterns import Pattern
from data.plan.task_words import index_changed_tasks, query_for_all
from data.store import Database
from data.understanding import IndicatorWords
from data.understanding.entities.task_words import pieces_of
from data.understanding.entities.topics import plan_word_for

_NO_LETTER = Pattern("[^a-z0-9]+")
_COUNTED = ("统计", "数据", "数量", "statistics")
_CONTAINS = "instr(lower(title || char(10) || measure || char(10) || deliverable), ?)"
_FEW = 500
"""Up to this many given tasks are scanned instead of being looked up in the index."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Text that a task must contain; `in_english` holds the ids of tasks whose English title contains it."""

    text: str
    in_english: tuple[int, ...] = ()


def tasks_about(db: Database, words: Sequence[str], among: Collection[int] | None = None) -> frozenset[int] | None:
    """Return the ids of the tasks, among `among` if given, that contain all of `words`.

    Words that no task contains are ignored. Returns None if no task contains any of them.
    """
    parts = _parts(db, words)
    return frozenset(_select(db, parts, among)) if parts else None


def is_any_about(db: Database, words: Sequence[str]) -> bool:
    """Return whether `tasks_about` finds any task for these words."""
    return _are_held(db, _parts(db, words))


def is_spoken_of(db: Database, words: Sequence[str]) -> bool:
    """Return whether each of these words occurs literally in some task."""
    index_changed_tasks(db)
    return bool(words) and all(_are_held(db, [_part(db, plan_word_for(word.lower()))]) for word in words)


def tasks_with_figures(db: Database, known: Iterable[IndicatorWords]) -> frozenset[int]:
    """Return the ids of the tasks whose title, measure or deliverable names an indicator or statistics."""
    names = {name.lower() for each in known for name in (each.name, *each.aliases) if len(name) > 1} | {*_COUNTED}
    index_changed_tasks(db)
    return frozenset().union(*(_select(db, [_Part(name)]) for name in names))


def _parts(db: Database, words: Sequence[str]) -> list[_Part]:
    """Return the parts to search for.

    A word that some task contains is one part. Any other Chinese word is split into its pairs of characters, if at
    least half of them are known and some task contains all of those.
    """
    index_changed_tasks(db)
    return [part for word in words for part in _parts_of_word(db, plan_word_for(word.lower()))]


def _parts_of_word(db: Database, word: str) -> list[_Part]:
    exact = [_part(db, word)]
    if _are_held(db, exact) or word.isascii():
        return exact if _are_held(db, exact) else []
    pairs = [_Part(first + second) for first, second in pairwise(word)]
    known = [pair for pair in pairs if _are_held(db, [pair])]
    return known if 2 * len(known) >= len(pairs) and _are_held(db, known) else []


def _part(db: Database, word: str) -> _Part:
    return _Part(word, _in_english(db, word) if word.isascii() else ())


def _in_english(db: Database, words: str) -> tuple[int, ...]:
    rows = db.fetch_all("SELECT id, title_en FROM tasks WHERE gone_at IS NULL AND title_en <> ''")
    return tuple(row["id"] for row in rows if f" {words} " in f" {_NO_LETTER.sub(' ', row['title_en'].lower())} ")


def _are_held(db: Database, parts: Sequence[_Part]) -> bool:
    """Return whether some task contains all of these parts."""
    return bool(parts) and db.exists(*_query(parts, None))


def _select(db: Database, parts: Sequence[_Part], among: Collection[int] | None = None) -> list[int]:
    return db.fetch_column(*_query(parts, among))


def _query(parts: Sequence[_Part], among: Collection[int] | None) -> tuple[str, list[object]]:
    """Return the SQL query, and its values, for the ids of the tasks that contain all of these parts."""
    conditions = [f"({_CONTAINS} OR id IN (SELECT value FROM json_each(?)))" for _ in parts]
    values: list[object] = [value for part in parts for value in (part.text, part.in_english)]
    pieces = [piece for part in parts if not part.in_english for piece in pieces_of(part.text) if not piece.isascii()]
    table = "tasks"
    if among is not None and len(among) <= _FEW:
        conditions.insert(0, "id IN (SELECT value FROM json_each(?))")
        values.insert(0, [*among])
    elif pieces:
        table = "task_words CROSS JOIN tasks ON tasks.id = task_words.rowid"
        conditions.insert(0, "task_words MATCH ?")
        values.insert(0, query_for_all(pieces))
    return f"SELECT id FROM {table} WHERE gone_at IS NULL AND {' AND '.join(conditions)}", values
