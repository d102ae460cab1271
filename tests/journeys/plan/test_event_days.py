"""Entering the day of an event that deadlines depend on, from which they are then counted."""

import pytest

from tests.journeys.town import Resident, Town

COSMETICS = "《化妆品监督管理条例》出台"
DUE = "2020年9月28日"


def due(town: Town) -> object:
    [row] = town.rows("SELECT standings.due FROM standings JOIN tasks ON tasks.id = task_id WHERE code = '2-20'")
    return row["due"]


async def test_the_office_enters_the_day_by_buttons_and_the_unit_hears_its_deadline(
    town: Town, chen: Resident, zhu: Resident
) -> None:
    said = await chen.says("/event")
    assert said.startswith("共 2 件事有任务在等：") and f"1. {COSMETICS} · 还没填日期 · 2-20" in said
    assert "是哪一天" in await chen.presses("1. ")
    checked = await chen.says("11月28日")
    assert f"“{COSMETICS}”：2019年11月28日" in checked and f"：{DUE}到期" in checked and "还没有改任务表" in checked
    assert due(town) is None
    assert f"已记下“{COSMETICS}”：2019年11月28日。" in await chen.presses("提交")
    assert due(town) == "2020-09-28"
    await town.move_to("2019-11-25 08:32")
    assert zhu.sees().startswith("任务表有变动，请留意：") and f"{DUE}）" in zhu.sees()
    assert zhu.buttons() == ["2-20"]
    assert f"{DUE}）" in await zhu.presses("2-20")
    assert f"1. {COSMETICS} · 2019年11月28日 · 2-20" in await chen.says("/event")
    [line] = town.rows("SELECT subject, detail FROM audit WHERE action = 'plan_event'")
    assert line["subject"] == COSMETICS and "2-20" in line["detail"]


async def test_it_is_said_in_a_sentence_and_undone(town: Town, chen: Resident, zhu: Resident) -> None:
    checked = await chen.says("《化妆品监督管理条例》已出台，11月20日")
    assert "2019年11月20日" in checked and "2020年9月20日到期" in checked
    await chen.presses("提交")
    await town.move_to("2019-11-25 08:32")
    assert "2020年9月20日" in zhu.sees()
    assert "已撤销" in await chen.presses("撤销")
    assert due(town) is None
    await town.move_to("2019-11-25 08:34")
    assert zhu.sees().startswith("刚才的变动已由办公室撤销，恢复为：") and "待“" in zhu.sees()
    await chen.forges("change:undo:1")
    assert len(town.rows("SELECT * FROM audit WHERE action = 'undo_plan_change'")) == 1


@pytest.mark.parametrize("said", ["化妆品条例上周五22号出台了", "化妆品条例11月22日（周五）已经出台"])
async def test_its_day_is_given_with_its_day_of_the_week(chen: Resident, said: str) -> None:
    assert f"“{COSMETICS}”：2019年11月22日" in await chen.says(said)


async def test_what_is_undone_before_anybody_has_heard_of_it_is_never_told(
    town: Town, chen: Resident, zhu: Resident
) -> None:
    await chen.says("化妆品条例11月20日出台了")
    await chen.presses("提交", "撤销")
    before = len(zhu.heard())
    await town.move_to("2019-11-25 08:34")
    assert len(zhu.heard()) == before


@pytest.mark.parametrize("sentence", ["9999年12月1日", "9999-12-01"])
async def test_a_year_that_no_plan_reaches_is_asked_for_again(town: Town, chen: Resident, sentence: str) -> None:
    assert "是哪一天" in await chen.says(f"{COSMETICS}了，{sentence}")
    assert "是哪一天" in await chen.says(sentence)


async def test_a_day_without_its_year_is_the_nearest(town: Town, chen: Resident) -> None:
    await town.move_to("2020-01-03 10:00")
    assert "2019年12月28日" in await chen.says("《化妆品监督管理条例》已于12月28日颁布")


async def test_an_event_of_which_no_time_is_stated_leaves_its_tasks_as_they_are(chen: Resident) -> None:
    await chen.says("/event")
    checked = await chen.presses("2. ", "今天")
    assert "没写过多久完成，期限不变，请打开任务另定：13-1" in checked and "到期" not in checked


async def test_the_day_that_was_entered_can_be_put_right(town: Town, chen: Resident) -> None:
    for day in ("11月20日", "11月18日"):
        await chen.submits(f"《化妆品监督管理条例》{day}出台")
    assert due(town) == "2020-09-18"
    assert "之后又改过" in await chen.forges("change:undo:1")
    await chen.presses("撤销")
    assert due(town) == "2020-09-20"


async def test_only_the_office_enters_it(town: Town, lin: Resident) -> None:
    assert "由办公室使用" in await lin.says("/event")
    assert "办公室" in await lin.forges("event:38")
    await lin.says("《化妆品监督管理条例》已出台，11月20日")
    assert (
        town.rows("SELECT * FROM plan_changes") == []
        and town.rows("SELECT * FROM dialogs WHERE kind <> 'report_task'") == []
    )


async def test_the_same_press_again_after_a_restart_changes_nothing(town: Town, chen: Resident) -> None:
    await chen.submits("《化妆品监督管理条例》已出台，11月20日")
    await town.restart_undone()
    assert len(town.rows("SELECT * FROM plan_changes")) == 1 and due(town) == "2020-09-20"


async def test_it_is_said_whatever_else_is_open(chen: Resident, lin: Resident) -> None:
    assert "不再担任市公安局联络员" in await chen.says("林警官换成吴科长")
    await chen.says("《化妆品监督管理条例》已出台，11月20日")
    assert any("2020年9月20日到期" in each.text for each in chen.messages()[-2:])


@pytest.mark.parametrize("said", ["电子商务法的实施条例11月28号出台了", "网络交易管理办法12月1号施行"])
async def test_an_event_that_no_task_waits_for_is_said_to_be_none(town: Town, chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert shown.startswith("任务表里没有任务在等这件事，期限不变。\n\n共 2 件事有任务在等：")
    assert town.rows("SELECT * FROM dialogs") == []


@pytest.mark.parametrize("said", ["2-20的条例2020年6月16日通过", "化妆品条例2020年6月16日通过"])
async def test_that_a_law_is_passed_is_no_verdict(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("“《化妆品监督管理条例》出台”：2020年6月16日")


@pytest.mark.parametrize("right", ["填错了 是11月28号施行", "不对，是11月28日", "日期错了，应该是11月28号公布的"])
async def test_the_day_just_entered_is_put_right(town: Town, chen: Resident, right: str) -> None:
    await chen.says("化妆品条例11月20日出台了")
    await chen.presses("提交")
    assert f"“{COSMETICS}”：2019年11月28日" in await chen.says(right)
    await chen.presses("提交")
    assert due(town) == "2020-09-28"


async def test_an_event_is_named_by_the_task_that_waits_for_it(chen: Resident) -> None:
    shown = await chen.says("2-20的条例已经出台，日期是11月20日")
    assert shown.startswith("“《化妆品监督管理条例》出台”：2019年11月20日\n2-20 ") and "2020年9月20日到期" in shown


async def test_the_day_of_an_arrangement_is_the_deadline_only_if_it_is_to_come(chen: Resident) -> None:
    told = await chen.says("4-3的上级统一安排已经下来，日期是11月20日")
    assert told.startswith("2019年11月20日已经过了，没有当作完成时间") and "改到什么时候？" in told
    assert (await chen.says("4-3的上级统一安排下来了，定在12月20日")).startswith("改期限：4-3 ")
    assert "→ 2019年12月20日" in chen.sees()


@pytest.mark.parametrize(
    "said",
    [
        "4-3的文件到了，12月20日组织培训",
        "4-3 方案已定，12月10日起实施",
        "4-3的文件到了，时间是12月20日开会",
        "1-2的通知下来了，日期是12月20日",
        "2-20的方案12月20日出台",
        "2-20的实施方案12月20日印发",
        "2-20的分工12月20日公布",
        "2-20条例的通知12月20日印发",
    ],
)
async def test_a_paper_that_no_deadline_waits_for_changes_none(town: Town, chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith(f"没看懂“{said}”要改什么，什么也没有改。")
    assert town.rows("SELECT * FROM dialogs") == []


@pytest.mark.parametrize("said", ["4-3的文件到了，要求12月20日前完成", "4-3的通知已下发，时间为12月20日"])
async def test_the_day_of_an_arrangement_is_tied_to_it_by_a_word(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("改期限：4-3 ") and "→ 2019年12月20日" in chen.sees()


async def test_another_order_counts_beside_an_arrangement(chen: Resident) -> None:
    assert "→ 2020年6月20日" in await chen.says("1-2的通知下来了，期限改到2020年6月20日")


async def test_a_code_names_an_event_however_it_is_written(chen: Resident) -> None:
    assert (await chen.says("2－20的条例12月20日出台")).startswith("“《化妆品监督管理条例》出台”：2019年12月20日")
