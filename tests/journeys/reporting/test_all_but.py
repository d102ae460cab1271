"""Reporting on all of one's tasks except some in one sentence: 除了4-2都弄完了, everything is done but 4-4 is at 60."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town

DRAFTS = """SELECT code, status, percent FROM drafts
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id"""


@pytest.mark.parametrize(
    "said",
    [
        "除了4-2都弄完了",
        "4-2以外都完成了",
        "all done except 4-2",
        "all but 4-2 are done",
        "everything is done apart from 4-2",
    ],
)
async def test_all_but_one_are_shown_as_done(town: Town, nong: Resident, said: str) -> None:
    await nong.says(said)
    found = {row["code"]: row["status"] for row in town.rows(DRAFTS)}
    assert "1-3" in found and "4-2" not in found and set(found.values()) == {"submitted"}
    await nong.presses("全部提交")
    assert {row["status"] for row in town.rows("SELECT status FROM reports")} == {"submitted"}


@pytest.mark.parametrize(
    ("said", "percent"),
    [("everything is done but 4-2 is at 60", 60), ("都弄完了，4-2还差一点 80%", 80), ("都完成了，就4-2还没搞完", None)],
)
async def test_what_is_said_of_the_other_one_is_its_report(
    town: Town, nong: Resident, said: str, percent: int | None
) -> None:
    await nong.says(said)
    [other] = [row for row in town.rows(DRAFTS) if row["code"] == "4-2"]
    assert (other["status"], other["percent"]) == ("in_progress", percent)


@pytest.mark.parametrize(
    "said", ["都弄完了 4-2和43-1", "都办完了，4-2、43-1", "all done: 4-2 and 43-1", "一口气报一下：4-2完成 43-1完成"]
)
async def test_what_is_named_behind_all_is_what_is_done(town: Town, nong: Resident, said: str) -> None:
    await nong.says(said)
    assert {row["code"]: row["status"] for row in town.rows(DRAFTS)} == {"4-2": "submitted", "43-1": "submitted"}


async def test_only_one_that_is_left_over_is_not_done(town: Town, nong: Resident) -> None:
    await nong.says("都弄完了 就差4-2")
    found = {row["code"] for row in town.rows(DRAFTS)}
    assert "1-3" in found and "4-2" not in found


@pytest.mark.parametrize(
    "said", ["除了1-3，其他都完成了", "都完成了", "all done", "今天到期的都完成了", "到期的都完成了"]
)
async def test_below_a_reminder_all_are_those_due_that_it_names(town: Town, nong: Resident, said: str) -> None:
    await town.move_to("2019-12-31 09:00")
    await nong.says(said)
    found = {row["code"]: (row["status"], row["percent"]) for row in town.rows(DRAFTS)}
    assert found.keys() - {"1-3"} == {"3-5", "4-2", "43-1", "44-4"} and ("1-3" in found) == ("1-3" not in said)
    assert set(found.values()) == {("submitted", 100)}


async def test_below_a_reminder_the_others_are_those_not_reported_on_today(town: Town, nong: Resident) -> None:
    await town.move_to("2019-12-31 09:00")
    await nong.says("都报完了")
    assert town.rows(DRAFTS) == []
    shown = await nong.says("1-3 60%", "提交", "其他都完成了")
    assert {row["code"] for row in town.rows(DRAFTS)} == {"3-5", "4-2", "43-1", "44-4"}
    assert shown.count("状态：已完成\n情况：（无）") == 4


async def test_nothing_is_said_of_what_is_not_due_yet(town: Town, nong: Resident) -> None:
    await town.move_to("2019-12-24 09:00")
    assert (await nong.says("今天到期的都完成了")).startswith("共 0 项 · 今天到期")
    assert town.rows(DRAFTS) == []


async def test_below_the_card_of_one_task_all_is_said_of_that(town: Town, nong: Resident) -> None:
    await town.move_to("2019-12-31 09:00")
    await nong.says("1-3")
    assert "填报 1-3 " in (shown := await nong.says("都差不多80")) and "进度：80%" in shown
    await nong.says("取消", "1-3")
    assert (await nong.says("都完成了")).startswith("填报 1-3 ")


@pytest.mark.parametrize(
    "said",
    [
        "除了7-1其他都没变化",
        "除了7-1没变化",
        "都没变化，除了7-1",
        "都没变化，7-1除外",
        "no change in everything but 7-1",
    ],
)
async def test_all_but_one_are_unchanged_with_one_press(town: Town, lin: Resident, said: str) -> None:
    shown = await lin.says(said)
    assert shown.startswith("下面 6 项各记一份“本期无变化”。") and "2-3" in shown and "7-1" not in shown
    assert town.rows("SELECT * FROM reports") == []
    await lin.presses("提交")
    assert town.rows("SELECT count(*) AS n FROM reports") == [{"n": 6}]
    await lin.presses("全部撤回")
    assert town.rows("SELECT count(*) AS n FROM reports WHERE withdrawn_at IS NULL") == [{"n": 0}]


@pytest.mark.parametrize(
    "said", ["1-2 65%，其他任务无变化", "持续开展的都没变化，1-2 65%", "1-2 65%, the rest unchanged"]
)
async def test_all_others_are_unchanged_beside_a_report(town: Town, lin: Resident, said: str) -> None:
    await lin.says(said)
    assert "填报 1-2" in lin.sees() and "进度：65%\n情况：（无）" in lin.sees()
    await lin.presses("提交")
    await lin.presses("提交", on=next(each for each in lin.messages() if "下面 7 项各记一份" in each.text))
    counted = town.rows("SELECT unchanged, count(*) AS n, max(percent) AS percent FROM reports GROUP BY unchanged")
    assert counted == [{"unchanged": 0, "n": 1, "percent": 65}, {"unchanged": 1, "n": 7, "percent": 0}]


async def test_what_was_reported_already_is_only_left_out(town: Town, lin: Resident) -> None:
    await lin.submits("2-3 这个月查了12家")
    await lin.submits("38-1 开了一次视频会")
    await town.move_to("2019-12-24 09:00")
    shown = await lin.says("2-3、38-1已经报过了，其他没变化")
    assert shown.startswith("下面 5 项各记一份") and "2-3" not in shown and "38-1" not in shown
    await lin.presses("提交")
    assert town.rows("SELECT count(*) AS n FROM reports WHERE unchanged") == [{"n": 5}]


@pytest.mark.parametrize("said", ["除了4-2都弄完了吗", "除了4-2都没弄完", "除了4-2都准备弄完"])
async def test_what_is_asked_denied_or_planned_is_no_report(town: Town, nong: Resident, said: str) -> None:
    await nong.says(said)
    assert town.rows(DRAFTS) == []


@pytest.mark.parametrize("said", ["38-1 20% 其余30%", "38-1 20%，其他的都是30", "38-1 at 20, all the others at 30"])
async def test_all_others_may_be_as_far_as_is_said(town: Town, lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("读到 8 条")
    assert {(row["code"] == "38-1", row["percent"]) for row in town.rows(DRAFTS)} == {(True, 20), (False, 30)}


async def test_of_very_many_it_is_not_taken_to_be_said(town: Town, zhou: Resident) -> None:
    await zhou.says("1-12 20% 其余30%")
    assert [(row["code"], row["percent"]) for row in town.rows(DRAFTS)] == [("1-12", 20)]


@pytest.mark.parametrize("said", ["1-2 60%，其余两个案子在办", "1-2 60%，剩下的40%"])
async def test_what_is_left_of_one_task_is_no_other(town: Town, lin: Resident, said: str) -> None:
    await lin.says(said)
    assert [(row["code"], row["percent"]) for row in town.rows(DRAFTS)] == [("1-2", 60)]


@pytest.mark.parametrize(
    "said",
    [
        "持续的那些都没啥变化，除了2-3，抓了5个人",
        "持续的7个没变化，除了2-3，抓了5个人",
        "全部没变化，就2-3抓了5个人",
        "除了2-3抓了5个人，其他的没变化",
    ],
)
async def test_all_are_unchanged_but_one_of_which_something_is_told(town: Town, lin: Resident, said: str) -> None:
    await town.move_to("2019-12-24 09:00")
    shown = await lin.says(said)
    assert "填报 2-3" in shown and "情况：（无）\n统计数据：抓获人数 5 人" in shown
    assert any("下面 6 项各记一份“本期无变化”" in each.text for each in lin.messages())


async def test_of_two_previews_the_other_is_offered_when_one_is_done(town: Town, lin: Resident) -> None:
    await town.move_to("2019-12-24 09:00")
    await lin.says("2-3抓2人，6-7查了3家，其余没变化", "好")
    assert lin.sees().startswith("5 项“本期无变化”还没提交")
    assert "下面 5 项" in await lin.says("提交")
    await lin.says("提交")
    assert town.rows("SELECT count(*) AS n FROM reports WHERE unchanged") == [{"n": 5}]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("这四项都完成了，6-2开了2次会", "状态：已完成\n情况：开了2次会"),
        ("这四项都完成了，就6-2还差一次会商", "状态：进行中\n情况：还差一次会商"),
        ("都完成了，6-2 60%", "状态：进行中\n进度：60%"),
    ],
)
async def test_one_of_those_that_are_done_may_be_told_of(town: Town, said: str, status: str) -> None:
    tang = town.member(1044, "唐检察官", "市检察院", Role.LIAISON)
    await town.move_to("2019-12-31 09:00")
    shown = await tang.says(said)
    assert "读到 4 条" in shown and f"填报 6-2 两法信息平台运用\n{status}" in shown
    assert shown.count("状态：已完成") == 3 + ("已完成" in status)


async def test_what_is_told_of_one_beside_the_others_leaves_it_as_it_is(town: Town) -> None:
    tang = town.member(1044, "唐检察官", "市检察院", Role.LIAISON)
    await town.move_to("2019-12-31 09:00")
    shown = await tang.says("其余三项都完成了，6-2开了2次会")
    assert "填报 6-2 两法信息平台运用\n状态：进行中" in shown and shown.count("状态：已完成") == 3


async def test_another_number_of_tasks_than_there_are_is_not_all_of_them(town: Town) -> None:
    tang = town.member(1044, "唐检察官", "市检察院", Role.LIAISON)
    await tang.says("这两项都完成了，6-2开了2次会")
    assert [row["code"] for row in town.rows(DRAFTS)] == ["6-2"]


@pytest.mark.parametrize(
    "said",
    [
        "1-3完成90%\n持续性工作无变化",
        "1-3完成90%\n其他的都没变化\n谢谢",
        "您好，1-3完成90%，其他没变化，谢谢",
    ],
)
async def test_all_are_unchanged_on_a_line_of_its_own(nong: Resident, said: str) -> None:
    assert "进度：90%\n情况：（无）" in await nong.says(said)
    assert any("各记一份“本期无变化”" in each.text for each in nong.messages())


async def test_where_others_have_none_they_are_unchanged(lin: Resident) -> None:
    await lin.says("全部本期无变化", "6-7有变化，其他没有")
    offered = next(each for each in lin.heard() if "2-3" in each and "6-7" not in each)
    assert "38-1" in offered and "填报 6-7" in lin.sees()


async def test_the_others_are_those_of_which_nothing_is_told_by_name(lin: Resident) -> None:
    told = ["1、昆仑行动：抓了3个人，进度70", "2、联合执法：查了2次", "3、研判平台：排查37条", "其余没有变化"]
    await lin.says("\n".join(told))
    unchanged, reported = lin.messages()[-2:]
    assert "下面 5 项各记一份“本期无变化”" in unchanged.text and "填报 6-7" in reported.text
    assert not any(code in unchanged.text for code in ("1-2", "6-7", "7-1"))


@pytest.mark.parametrize("said", ["这个月还没报的帮我全写无变化", "没报的都按无变化报", "剩下的帮我全填没有变化"])
async def test_that_the_others_are_unchanged_is_nothing_of_the_open_report(lin: Resident, said: str) -> None:
    asked = await lin.says("1-2 抓获3人")
    await lin.says(said)
    offered, open_report = lin.messages()[-2:]
    assert offered.text.startswith("这些持续性任务本期还没报") and "2-3" in offered.text
    assert open_report.text.splitlines()[-1] == asked.splitlines()[-1]
    assert "进度：60%\n情况：（无）\n统计数据：抓获人数 3 人" in await lin.says("60")
