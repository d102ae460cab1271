"""Losing a role takes effect at the next update, even in the middle of a dialog."""

import pytest

from data.errors import ForTheOffice
from data.office.extension_decision import decide_extension
from data.office.extensions import Decision
from data.people.actor import Actor
from data.people.people import who_is
from data.reporting.indicator_changes import retire_indicator
from data.reporting.reviews import review_report
from data.standing.standing import Verdict
from tests.journeys.town import ZONE, Resident, Town

NOT_FOR_YOU = "这项操作由办公室使用"


def demote(town: Town, resident: Resident) -> None:
    """Turn a coordinator into an observer."""
    town.db.change(
        "UPDATE memberships SET role = 'observer' WHERE person_id = (SELECT id FROM people WHERE telegram_id = ?)",
        [resident.id],
    )


@pytest.fixture
async def report(town: Town, lin: Resident) -> int:
    """A report that waits for review; returns its id."""
    await lin.submits("1-2 已完成，立案12件")
    [row] = town.rows("SELECT id FROM reports")
    return int(row["id"])


@pytest.fixture
async def request_for_time(town: Town, lin: Resident) -> int:
    """A request for more time that waits for a decision; returns its id."""
    await lin.submits("1-2 延期到4月底 因为疫情")
    [row] = town.rows("SELECT id FROM extensions")
    return int(row["id"])


async def test_the_reason_of_somebody_who_is_a_coordinator_no_longer_gives_nothing_back(
    town: Town, chen: Resident, report: int
) -> None:
    await chen.reviews("退回")
    demote(town, chen)
    assert "市公安局会收到" not in await chen.says("请补充移送情况")
    assert NOT_FOR_YOU in await chen.forges(f"review:send:{report}")
    assert town.rows("SELECT * FROM dialogs WHERE kind = 'return'") == town.rows("SELECT * FROM reviews") == []


async def test_a_reason_that_was_read_back_before_is_not_sent_by_its_word(
    town: Town, chen: Resident, report: int
) -> None:
    await chen.reviews("退回")
    await chen.says("请补充移送情况")
    demote(town, chen)
    await chen.says("退回")
    assert town.rows("SELECT * FROM reviews") == []


@pytest.mark.parametrize(("choice", "words"), [("改日期", "3月15日"), ("不同意", "时间来得及")])
async def test_an_open_decision_about_more_time_ends_with_the_role(
    town: Town, chen: Resident, request_for_time: int, choice: str, words: str
) -> None:
    await chen.reviews(choice)
    demote(town, chen)
    await chen.says(words)
    assert chen.buttons() != ["同意", "改日期", "不同意"]
    assert NOT_FOR_YOU in await chen.forges(f"decide:set:{request_for_time}:20200315")
    assert town.rows("SELECT * FROM dialogs WHERE kind = 'decisions_on_requests'") == []
    assert town.rows("SELECT verdict FROM extensions") == [{"verdict": None}]


async def test_what_the_office_decides_is_refused_to_others_whatever_leads_there(
    town: Town, lin: Resident, report: int
) -> None:
    person, now = who_is(town.db, lin.id, town.today()), town.clock.now()
    assert person is not None
    with pytest.raises(ForTheOffice):
        review_report(town.db, Actor(person, now, ZONE), report, Verdict.ACCEPTED, "")
    with pytest.raises(ForTheOffice):
        decide_extension(town.db, Actor(person, now, ZONE), 1, Decision.ACCEPTED)
    with pytest.raises(ForTheOffice):
        retire_indicator(town.db, Actor(person, now, ZONE), "立案件数")


async def test_a_removal_holds_for_the_next_update_in_the_middle_of_a_reason(
    town: Town, chen: Resident, report: int, ding: Resident
) -> None:
    await ding.reviews("退回")
    await ding.says("请补充移送情况")
    question = ding.last()
    await chen.says("移除丁主任")
    await chen.presses("移除")
    assert "只对已登记的人员开放" in await ding.presses("退回", on=question)
    assert "只对已登记的人员开放" in await ding.says("退回")
    assert town.rows("SELECT * FROM reviews") == []
