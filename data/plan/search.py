"""Tasks by what they say: the words of their title, measure and deliverable."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from data.store import Database, fetch_all
from data.understanding import IndicatorWords

_COUNTED = ("统计", "数据", "数量", "statistics")


def tasks_about(db: Database, words: Sequence[str]) -> frozenset[int] | None:
    """The tasks, by their rows' ids, that hold all of these words. Words that no task holds are passed over; None where
    none is held."""
    texts = _texts(db)
    found = [ids for word in words if (ids := _holding(texts, word.lower()))]
    return frozenset.intersection(*found) if found else None


def is_spoken_of(db: Database, words: Sequence[str]) -> bool:
    """Whether each of these words stands in some task just as it is written."""
    texts = _texts(db)
    return bool(words) and all(any(word.lower() in text for text in texts.values()) for word in words)


def tasks_with_figures(db: Database, known: Iterable[IndicatorWords]) -> frozenset[int]:
    """The tasks, by their rows' ids, whose title, measure or deliverable names something that an indicator counts."""
    names = {name.lower() for each in known for name in (each.name, *each.aliases) if len(name) > 1} | {*_COUNTED}
    return frozenset(task_id for task_id, text in _texts(db).items() if any(name in text for name in names))


def _texts(db: Database) -> dict[int, str]:
    rows = fetch_all(db, "SELECT id, title, measure, deliverable FROM tasks WHERE gone_at IS NULL")
    return {row["id"]: f"{row['title']}\n{row['measure']}\n{row['deliverable']}".lower() for row in rows}


def _holding(texts: Mapping[int, str], word: str) -> frozenset[int]:
    """The tasks with a word as it is written, else those with all of its pairs of characters that the plan knows."""
    if exact := frozenset(task_id for task_id, text in texts.items() if word in text):
        return exact
    pairs = [first + second for first, second in pairwise(word)]
    known = [pair for pair in pairs if any(pair in text for text in texts.values())]
    if 2 * len(known) < len(pairs) or not known:
        return frozenset()
    return frozenset(task_id for task_id, text in texts.items() if all(pair in text for pair in known))
