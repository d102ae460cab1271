"""Tasks by what they say: the words of their title, also of that in English, measure and deliverable."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from data.patterns import Pattern
from data.plan.task_words import all_of, index_changed_tasks
from data.store import Database, fetch_all
from data.understanding import IndicatorWords
from data.understanding.entities.task_words import pieces_of
from data.understanding.entities.topics import in_chinese

_NO_LETTER = Pattern("[^a-z0-9]+")
_COUNTED = ("统计", "数据", "数量", "statistics")


def tasks_about(db: Database, words: Sequence[str]) -> frozenset[int] | None:
    """The tasks, by their rows' ids, that hold all of these words. Words that no task holds are passed over; None where
    none is held."""
    index_changed_tasks(db)
    found = [ids for word in words if (ids := _holding(db, in_chinese(word.lower())))]
    return frozenset.intersection(*found) if found else None


def is_spoken_of(db: Database, words: Sequence[str]) -> bool:
    """Whether each of these words stands in some task just as it is written."""
    index_changed_tasks(db)
    return bool(words) and all(_as_written(db, in_chinese(word.lower())) for word in words)


def tasks_with_figures(db: Database, known: Iterable[IndicatorWords]) -> frozenset[int]:
    """The tasks, by their rows' ids, whose title, measure or deliverable names something that an indicator counts."""
    names = {name.lower() for each in known for name in (each.name, *each.aliases) if len(name) > 1} | {*_COUNTED}
    index_changed_tasks(db)
    return frozenset().union(*(_with(db, name) for name in names))


def _holding(db: Database, word: str) -> frozenset[int]:
    """The tasks with a word as it is written, else those with all of its pairs of characters that the plan knows."""
    if (exact := _as_written(db, word)) or word.isascii():
        return exact
    pairs = [_with(db, first + second) for first, second in pairwise(word)]
    known = [ids for ids in pairs if ids]
    return frozenset.intersection(*known) if known and 2 * len(known) >= len(pairs) else frozenset()


def _as_written(db: Database, word: str) -> frozenset[int]:
    """The tasks with these words as they are written; those in English are whole words of a title in English."""
    return _with(db, word) | (_in_english(db, word) if word.isascii() else frozenset())


def _in_english(db: Database, words: str) -> frozenset[int]:
    rows = fetch_all(db, "SELECT id, title_en FROM tasks WHERE gone_at IS NULL AND title_en <> ''")
    return frozenset(row["id"] for row in rows if f" {words} " in f" {_NO_LETTER.sub(' ', row['title_en'].lower())} ")


def _with(db: Database, part: str) -> frozenset[int]:
    """The tasks with some words just as they are written: found by their pairs of characters, where they have any."""
    pieces = [piece for piece in pieces_of(part) if not piece.isascii()]
    holding = "AND id IN (SELECT rowid FROM task_words WHERE task_words MATCH :pieces)" if pieces else ""
    rows = fetch_all(
        db,
        f"""SELECT id FROM tasks WHERE gone_at IS NULL {holding}
        AND instr(lower(title || char(10) || measure || char(10) || deliverable), :part)""",
        {"pieces": all_of(pieces), "part": part},
    )
    return frozenset(row["id"] for row in rows)
