"""Leave that is moved, and what is asked about one's own or a colleague's: no more time for a task, no new leave."""

import pytest

from tests.journeys.resident import Resident
from tests.journeys.town import Town


@pytest.fixture
async def lin_on_leave(town: Town, lin: Resident, wang: Resident) -> Resident:
    await lin.says("我下周休年假 王警官替我", "提交")
    await town.move_to("2019-12-02 09:30")
    return lin


def leaves(town: Town) -> list[tuple[str, str]]:
    rows = town.rows("SELECT first_day, last_day FROM absences WHERE ended_at IS NULL")
    return [(each["first_day"], each["last_day"]) for each in rows]


@pytest.mark.parametrize(
    "said",
    [
        "休假延长到12月11号",
        "年假延到12月11日",
        "我的假能不能延到12月11号",
        "假期改到12月11号",
        "休假多请三天",
        "年假延三天",
        "extend my leave till 11 December",
    ],
)
async def test_leave_is_moved_by_its_name(town: Town, lin_on_leave: Resident, said: str) -> None:
    assert "2019年12月2日至2019年12月11日请假，由王警官代" in await lin_on_leave.says(said)
    assert "已记下" in await lin_on_leave.says("提交")
    assert town.rows("SELECT * FROM extensions") == []


async def test_leave_is_moved_to_a_day_that_is_asked_for(lin_on_leave: Resident) -> None:
    assert "哪几天不在" in await lin_on_leave.says("我的休假要延长")
    assert "2019年12月2日至2019年12月11日请假" in await lin_on_leave.says("12月2号到11号")


@pytest.mark.parametrize("said", ["打假行动延长到2020年3月31号", "老张请假了 1-2想延到2020年3月31号"])
async def test_a_task_is_put_off_whoever_is_on_leave(lin_on_leave: Resident, said: str) -> None:
    assert "请假，由" not in await lin_on_leave.says(said)


@pytest.mark.parametrize("said", ["我在休假吗", "我还在休假吗", "我的假登记上了没", "我现在请假了吗"])
async def test_whether_leave_is_entered_begins_no_other(lin_on_leave: Resident, said: str) -> None:
    assert (await lin_on_leave.says(said)).startswith("您2019年12月2日至2019年12月8日请假，由王警官代。")


@pytest.mark.parametrize("said", ["我下周三休假", "我要请假", "我能请假吗"])
async def test_a_wish_for_leave_is_no_question(lin: Resident, wang: Resident, said: str) -> None:
    assert "登记休假" not in await lin.says(said)
    assert "哪几天不在" in lin.sees() or "由谁代为查看" in lin.sees()


@pytest.mark.parametrize("said", ["林警官休到哪天", "林警官的假请到几号", "林警官什么时候休完"])
async def test_until_when_a_colleague_is_away(lin_on_leave: Resident, wang: Resident, said: str) -> None:
    assert "2019年12月2日至2019年12月8日请假，由王警官代" in await wang.says(said)


@pytest.mark.parametrize("said", ["我要替他报什么", "我代林警官要报哪些"])
async def test_who_stands_in_asks_what_to_report(lin_on_leave: Resident, wang: Resident, said: str) -> None:
    assert "我的任务" in await wang.says(said) and "1-2" in wang.buttons()


@pytest.mark.parametrize(
    "said",
    [
        "can someone cover for me, I'm on leave 2-6 December",
        "can somebody stand in for me, I'm away 2-6 Dec",
        "I will be away 2-6 Dec, can somebody else get the reminders?",
        "could a colleague cover for me, I'm on leave 2-6 December",
    ],
)
async def test_someone_is_nobodys_name(grace: Resident, said: str) -> None:
    assert (await grace.says(said)).startswith("Who stands in for 2 Dec 2019 to 6 Dec 2019?")
    assert "Another deputy (by a link)" in grace.buttons()


@pytest.mark.parametrize("said", ["找个人替我一下，12月3号到5号我出差", "12月3号到5号我出差，有人替我吗"])
async def test_anybody_may_stand_in(lin: Resident, wang: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("2019年12月3日至2019年12月5日由谁代为查看和填报？")


async def test_a_stranger_by_name_is_still_told_of(grace: Resident) -> None:
    said = "can Peter cover for me, I'm on leave 2-6 December"
    assert (await grace.says(said)).startswith("Peter is not on the list of 市贸促会")


@pytest.mark.parametrize("said", ["王警官请假了", "王警官明天请假", "王警官下周休假，他的我来报", "王警官出差了"])
async def test_the_leave_of_a_colleague_is_not_taken_for_ones_own(lin: Resident, wang: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("同事请假，请由本人发“下周我休假”")
    assert lin.buttons() == ["告诉办公室"]


async def test_who_tells_of_their_own_leave_by_name_enters_it(lin: Resident, wang: Resident) -> None:
    assert "林警官（市公安局）2019年12月2日至2019年12月8日请假" in await lin.says("林警官下周休假，由王警官代")


@pytest.mark.parametrize("said", ["赵科长请假了，他的活都归我吗", "赵科长休假，我能代他报吗"])
async def test_a_deputy_who_asks_what_is_theirs_now_is_told_what_they_are(wu: Resident, said: str) -> None:
    assert (await wu.says(said)).startswith("您是市市场监管局的B角")
