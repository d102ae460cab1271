"""Search for tasks by the words of their titles (Chinese or English), measures and deliverables."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.patterns import Pattern
from data.store import Database
from data.understanding import IndicatorWords
from data.understanding.entities.task_words import TaskIndex, pieces_of
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


def tasks_about(
    db: Database, index: TaskIndex, words: Sequence[str], among: Collection[int] | None = None
) -> frozenset[int] | None:
    """Return the ids of the tasks, among `among` if given, that contain all of `words`; `index` is of all tasks.

    Words that no task contains are ignored. Returns None if no task contains any of them.
    """
    parts = _parts(db, index, words)
    return frozenset(_select(db, index, parts, among)) if parts else None


def is_any_about(db: Database, index: TaskIndex, words: Sequence[str]) -> bool:
    """Return whether `tasks_about` finds any task for these words."""
    return _are_held(db, index, _parts(db, index, words))


def is_spoken_of(db: Database, index: TaskIndex, words: Sequence[str]) -> bool:
    """Return whether each of these words occurs literally in some task."""
    return bool(words) and all(_are_held(db, index, [_part(db, plan_word_for(word.lower()))]) for word in words)


def tasks_with_figures(db: Database, index: TaskIndex, known: Iterable[IndicatorWords]) -> frozenset[int]:
    """Return the ids of the tasks whose title, measure or deliverable names an indicator or statistics."""
    names = {name.lower() for each in known for name in (each.name, *each.aliases) if len(name) > 1} | {*_COUNTED}
    return frozenset().union(*(_select(db, index, [_Part(name)]) for name in names))


def _parts(db: Database, index: TaskIndex, words: Sequence[str]) -> list[_Part]:
    """Return the parts to search for.

    A word that some task contains is one part. Any other Chinese word is split into its pairs of characters, if at
    least half of them are known and some task contains all of those.
    """
    return [part for word in words for part in _parts_of_word(db, index, plan_word_for(word.lower()))]


def _parts_of_word(db: Database, index: TaskIndex, word: str) -> list[_Part]:
    exact = [_part(db, word)]
    if _are_held(db, index, exact) or word.isascii():
        return exact if _are_held(db, index, exact) else []
    pairs = [_Part(first + second) for first, second in pairwise(word)]
    known = [pair for pair in pairs if _are_held(db, index, [pair])]
    return known if 2 * len(known) >= len(pairs) and _are_held(db, index, known) else []


def _part(db: Database, word: str) -> _Part:
    return _Part(word, _in_english(db, word) if word.isascii() else ())


def _in_english(db: Database, words: str) -> tuple[int, ...]:
    rows = db.fetch_all("SELECT id, title_en FROM tasks WHERE gone_at IS NULL AND title_en <> ''")
    return tuple(row["id"] for row in rows if f" {words} " in f" {_NO_LETTER.sub(' ', row['title_en'].lower())} ")


def _are_held(db: Database, index: TaskIndex, parts: Sequence[_Part]) -> bool:
    return bool(parts) and db.exists(*_query(index, parts, None))


def _select(db: Database, index: TaskIndex, parts: Sequence[_Part], among: Collection[int] | None = None) -> list[int]:
    return db.fetch_column(*_query(index, parts, among))


def _query(index: TaskIndex, parts: Sequence[_Part], among: Collection[int] | None) -> tuple[str, list[object]]:
    """Return the SQL query, and its values, for the ids of the tasks that contain all of these parts."""
    conditions = [f"({_CONTAINS} OR id IN (SELECT value FROM json_each(?)))" for _ in parts]
    values: list[object] = [value for part in parts for value in (part.text, part.in_english)]
    pieces = [piece for part in parts if not part.in_english for piece in pieces_of(part.text) if not piece.isascii()]
    if among is not None and len(among) <= _FEW:
        conditions.insert(0, "id IN (SELECT value FROM json_each(?))")
        values.insert(0, [*among])
    elif pieces:
        conditions.insert(0, "code COLLATE NOCASE IN (SELECT value FROM json_each(?))")
        values.insert(0, [index.task(number).code for number in index.holding(pieces, len(index))])
    return f"SELECT id FROM tasks WHERE gone_at IS NULL AND {' AND '.join(conditions)}", values
