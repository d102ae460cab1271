"""Tasks by what they say: the words of their title, also of that in English, measure and deliverable."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.patterns import Pattern
from data.plan.task_words import all_of, index_changed_tasks
from data.store import Database, exists, fetch_all, fetch_column
from data.understanding import IndicatorWords
from data.understanding.entities.task_words import pieces_of
from data.understanding.entities.topics import in_chinese

_NO_LETTER = Pattern("[^a-z0-9]+")
_COUNTED = ("统计", "数据", "数量", "statistics")
_SAYS = "instr(lower(title || char(10) || measure || char(10) || deliverable), ?)"
_FEW = 500
"""So many tasks are read rather than looked up in the index."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Words that tasks hold just as they are written, or in a title in English: those tasks, by their rows' ids."""

    text: str
    in_english: tuple[int, ...] = ()


def tasks_about(db: Database, words: Sequence[str], among: Collection[int] | None = None) -> frozenset[int] | None:
    """The tasks, by their rows' ids, that hold all of these words, `among` some of them where these are given. Words
    that no task of the plan holds are passed over; None where none is held."""
    parts = _parts(db, words)
    return frozenset(_select(db, parts, among)) if parts else None


def is_any_about(db: Database, words: Sequence[str]) -> bool:
    """Whether any task is found by these words."""
    return _are_held(db, _parts(db, words))


def is_spoken_of(db: Database, words: Sequence[str]) -> bool:
    """Whether each of these words stands in some task just as it is written."""
    index_changed_tasks(db)
    return bool(words) and all(_are_held(db, [_part(db, in_chinese(word.lower()))]) for word in words)


def tasks_with_figures(db: Database, known: Iterable[IndicatorWords]) -> frozenset[int]:
    """The tasks, by their rows' ids, whose title, measure or deliverable names something that an indicator counts."""
    names = {name.lower() for each in known for name in (each.name, *each.aliases) if len(name) > 1} | {*_COUNTED}
    index_changed_tasks(db)
    return frozenset().union(*(_select(db, [_Part(name)]) for name in names))


def _parts(db: Database, words: Sequence[str]) -> list[_Part]:
    """What tasks are found by: each word as it is written, where some task holds it, else its pairs of characters
    that the plan knows, where some task holds all of these."""
    index_changed_tasks(db)
    return [part for word in words for part in _held_of(db, in_chinese(word.lower()))]


def _held_of(db: Database, word: str) -> list[_Part]:
    exact = [_part(db, word)]
    if _are_held(db, exact) or word.isascii():
        return exact if _are_held(db, exact) else []
    pairs = [_Part(first + second) for first, second in pairwise(word)]
    known = [pair for pair in pairs if _are_held(db, [pair])]
    return known if 2 * len(known) >= len(pairs) and _are_held(db, known) else []


def _part(db: Database, word: str) -> _Part:
    """These words as they are written; those in English are whole words of a title in English."""
    return _Part(word, _in_english(db, word) if word.isascii() else ())


def _in_english(db: Database, words: str) -> tuple[int, ...]:
    rows = fetch_all(db, "SELECT id, title_en FROM tasks WHERE gone_at IS NULL AND title_en <> ''")
    return tuple(row["id"] for row in rows if f" {words} " in f" {_NO_LETTER.sub(' ', row['title_en'].lower())} ")


def _are_held(db: Database, parts: Sequence[_Part]) -> bool:
    """Whether some task holds all of these parts."""
    return bool(parts) and exists(db, *_query(parts, None))


def _select(db: Database, parts: Sequence[_Part], among: Collection[int] | None = None) -> list[int]:
    return fetch_column(db, *_query(parts, among))


def _query(parts: Sequence[_Part], among: Collection[int] | None) -> tuple[str, list[object]]:
    """The tasks with all of these parts: few of them are read, many are looked up by the parts' pairs of characters."""
    conditions = [f"({_SAYS} OR id IN (SELECT value FROM json_each(?)))" for _ in parts]
    values: list[object] = [value for part in parts for value in (part.text, part.in_english)]
    pieces = [piece for part in parts if not part.in_english for piece in pieces_of(part.text) if not piece.isascii()]
    table = "tasks"
    if among is not None and len(among) <= _FEW:
        conditions.insert(0, "id IN (SELECT value FROM json_each(?))")
        values.insert(0, [*among])
    elif pieces:
        table = "task_words CROSS JOIN tasks ON tasks.id = task_words.rowid"
        conditions.insert(0, "task_words MATCH ?")
        values.insert(0, all_of(pieces))
    return f"SELECT id FROM {table} WHERE gone_at IS NULL AND {' AND '.join(conditions)}", values
