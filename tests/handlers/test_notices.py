"""What is said unasked fits one message, however much there is to say."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from telegram.constants import MessageLimit

from data.announcing.nudges import Nudging
from data.notices.contents import Content
from data.notices.outbox import Claimed
from data.notices.rules import Audience, Entry, Rule
from data.people.people import Person, Role
from data.plan.tasks import TaskTitle
from data.standing.assignments import Assignment, assignments
from data.store import Database, open_database
from handlers.announcing.texts.nudge import NudgePart, message, preview
from handlers.notices.morning import morning_message
from handlers.notices.texts.group_posts import group_post
from handlers.wording import Language, plain
from handlers.wording.wordings import utf16_length
from tests.data.conftest import NOW, Line, bring_in, day, let_in

TODAY = day("2019-11-25")
CLAIMED = Claimed(1, Audience.PERSON, 2000, repeated=True, at=NOW)
LONG_UNIT = "武汉东湖新技术开发区管理委员会打击侵权假冒工作领导小组办公室"


@pytest.fixture
def db() -> Iterator[Database]:
    db = open_database(":memory:")
    yield db
    db.close()


@pytest.fixture
def tasks(db: Database) -> list[Assignment]:
    """Fifty tasks of a unit with a long name: past their day, due today and coming up."""
    days = [f"2019年11月{number}日" for number in range(5, 30)] * 2
    bring_in(db, *[Line("𠮷" * 30 + f"{number}", each, LONG_UNIT) for number, each in enumerate(days)])
    return assignments(db, TODAY)


@pytest.fixture
def people(db: Database) -> tuple[Person, ...]:
    """Sixty people with long names."""
    return tuple(let_in(db, 2000 + each, "𠮷" * 64, Role.LIAISON, LONG_UNIT) for each in range(60))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_longest_digest_fits_one_message(
    tasks: list[Assignment], people: tuple[Person, ...], language: Language
) -> None:
    others = [replace(each, unit=LONG_UNIT + str(each.id)) for each in tasks]
    entries = [Entry(Rule.OVERDUE, each, 0) for each in others] + [Entry(Rule.NO_LIAISON, each, 0) for each in tasks]
    text, _ = morning_message(Content(people[0], TODAY, tuple(entries), people), CLAIMED, language)
    assert 1500 < utf16_length(plain(text)) <= MessageLimit.MAX_TEXT_LENGTH


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_longest_list_of_a_group_fits_one_message(tasks: list[Assignment], language: Language) -> None:
    both = [replace(each, title=TaskTitle(each.title, "Joint handling of major piracy cases")) for each in tasks]
    text = group_post([Entry(Rule.GROUP_DIGEST, each, 0) for each in both], language, repeated=True)
    assert 2000 < utf16_length(plain(text)) <= MessageLimit.MAX_TEXT_LENGTH


def test_who_is_nudged_reads_of_twenty_tasks_of_which_the_look_shows_fewer(tasks: list[Assignment]) -> None:
    look = preview([NudgePart(Nudging(tuple(tasks[:20]), ()), "", None, None)], TODAY, "zh")
    assert "另有 8 项" in look and "另有" not in message(tasks[:20], "", TODAY, "zh")


def test_people_beyond_the_fifth_are_counted(db: Database, people: tuple[Person, ...]) -> None:
    text, _ = morning_message(Content(people[0], TODAY, (), people), CLAIMED, "zh")
    assert text.count("已收不到消息") == 5 and text.endswith("另有 55 人收不到消息")
