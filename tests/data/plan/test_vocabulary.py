"""The vocabulary from the plan by which messages are understood."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.plan.vocabulary import PlanWords, read_vocabulary
from data.store import Database, open_database
from data.times import stored
from data.understanding import TaskWords
from data.understanding.entities.task_words import ListedTasks, TaskIndex, pieces_of, sounds_of
from tests.data.conftest import CUSTOMS, NOW, Line, bring_in


@pytest.mark.usefixtures("plan")
def test_only_units_of_the_plan_are_known(db: Database) -> None:
    known = repr(read_vocabulary(db).units)
    assert "市公安局" in known and "市市场监管局" in known
    assert CUSTOMS not in known


@pytest.mark.usefixtures("plan")
def test_a_task_that_is_gone_is_no_longer_known(db: Database) -> None:
    words = PlanWords(db)
    assert all(pair in words.current().pairs for pair in ("昆仑", "侵权")) and "1-2" in words.current().codes
    bring_in(db, Line("昆仑行动打击食药环犯罪"), now=NOW + timedelta(minutes=1))
    assert "昆仑" in words.current().pairs and "侵权" not in words.current().pairs
    assert "1-2" not in words.current().codes and len(words.current().tasks) == 1


@pytest.mark.usefixtures("plan")
def test_the_words_are_read_anew_only_when_the_plan_has_changed(db: Database) -> None:
    words = PlanWords(db)
    first = words.current()
    assert words.current() is first
    bring_in(db, Line("农资打假"), now=NOW + timedelta(minutes=1))
    assert words.current() is not first


WORDS = ("种子", "打假", "宣传", "培训", "网络", "电商")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map("".join)
changes = st.tuples(st.integers(0, 5), texts, st.booleans())


@given(st.lists(st.lists(changes, min_size=1, max_size=4), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_after_any_changes_the_kept_words_find_what_the_tasks_at_hand_would(
    spells: list[list[tuple[int, str, bool]]],
) -> None:
    db = open_database(":memory:")
    bring_in(db, *(Line(f"措施{number}") for number in range(6)))
    words = PlanWords(db)
    for spell in spells:
        for number, text, stays in spell:
            gone = None if stays else stored(NOW)
            db.change(
                "UPDATE tasks SET title = ?, measure = ?, gone_at = ? WHERE code = ?",
                [text[:4], text, gone, f"1-{number + 1}"],
            )
        kept = words.current().tasks
        present = db.fetch_all("SELECT * FROM tasks WHERE gone_at IS NULL ORDER BY position")
        listed = ListedTasks(
            TaskWords(row["code"], row["title"], row["measure"], row["deliverable"]) for row in present
        )
        assert len(kept) == len(listed)
        pieces = {piece for first in WORDS for second in ("", *WORDS) for piece in pieces_of(first + second)}
        for piece in (*pieces, *sounds_of("".join(WORDS))):
            assert kept.holders(piece) == listed.holders(piece)
            assert codes(kept, kept.weights(piece)) == codes(listed, listed.weights(piece))
        for piece in pieces:
            titled, expected = (index.holding([piece], 10, in_title=True) for index in (kept, listed))
            assert {kept.task(n).code for n in titled} == {listed.task(n).code for n in expected}
    db.close()


def codes(tasks: TaskIndex, weights: Mapping[int, float]) -> dict[str, float]:
    return {tasks.task(number).code: weight for number, weight in weights.items()}
