"""Finding tasks by their contents, in Chinese or by English words."""

import pytest

from data.plan.search import is_spoken_of, tasks_about
from data.plan.vocabulary import read_vocabulary
from data.store import Database


@pytest.mark.parametrize(
    ("words", "measures"),
    [
        (["网络"], ["网络侵权盗版专项执法"]),
        (["权盗"], ["网络侵权盗版专项执法"]),
        (["校"], ["知识产权宣传进校园"]),
        (["宣传进校园"], ["知识产权宣传进校园"]),
        (["online", "piracy"], ["网络侵权盗版专项执法"]),
        (["Schools"], ["知识产权宣传进校园"]),
        (["seeds"], []),
    ],
)
def test_words_of_any_length_find_the_tasks_that_hold_them(
    db: Database, plan: None, words: list[str], measures: list[str]
) -> None:
    titles = {row["id"]: row["measure"] for row in db.fetch_all("SELECT id, measure FROM tasks")}
    index = read_vocabulary(db).tasks
    assert [titles[found] for found in tasks_about(db, index, words) or ()] == measures
    assert is_spoken_of(db, index, words) is bool(measures)
