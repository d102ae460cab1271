"""Undoing (撤销) the office's decisions on extensions, work information, frozen rounds, groups and plans."""

import pytest

from tests.journeys.files_sent import sends_file
from tests.journeys.information.articles import TITLE, sends_article
from tests.journeys.plan.plan_files import SHIPPED, without
from tests.journeys.returns.monthly import filed
from tests.journeys.town import GROUP, Resident, Town


async def asks_for_more(lin: Resident) -> None:
    await lin.submits("1-2申请延到2020年4月15日，还在汇总")


def decided(town: Town) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in town.rows("SELECT verdict, decided, answer, decided_by FROM extensions")]


async def test_an_answer_is_taken_back_and_who_has_heard_it_hears_of_that(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await asks_for_more(lin)
    assert (await chen.says("1-2同意")).startswith("✓ 市公安局 1-2 同意延到2020年4月15日")
    assert (await chen.says("确认")).startswith("已同意 ✓") and chen.buttons() == ["撤销"]
    await town.move_to("2019-11-25 09:30")
    assert "2020年4月15日" in await lin.says("1-2")
    shown = await chen.says("撤销")
    assert shown.startswith("最近一次操作（陈主任 ")
    assert "答复延期申请：市公安局 1-2，延到2020年4月15日" in shown
    assert (await chen.says("确认")).startswith("已撤销：\n答复延期申请：市公安局 1-2")
    assert decided(town) == [(None, None, None, None)]
    await town.move_to("2019-11-25 09:40")
    assert "办公室撤销了刚才的答复，期限仍是2020年2月29日，延到2020年4月15日的申请重新等待答复" in lin.sees()
    assert lin.buttons() == ["撤回申请"]
    assert "延期申请：市公安局 林警官，1-2" in await chen.says("审核")
    await chen.says("1-2同意", "确认")
    await town.move_to("2019-11-25 09:50")
    assert "的期限延到2020年4月15日" in lin.sees(), "the second answer is told as the first was"


async def test_a_refusal_that_nobody_has_heard_is_taken_back_in_silence(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await asks_for_more(lin)
    await chen.says("1-2不同意", "材料早该齐了", "不同意")
    assert decided(town)[0][0] == "refused"
    heard = len(lin.messages())
    assert (await chen.presses("撤销")).startswith("已撤销：\n答复延期申请：市公安局 1-2，期限不变")
    await town.move_to("2019-11-25 08:50")
    assert decided(town) == [(None, None, None, None)] and len(lin.messages()) == heard


async def test_an_answer_stands_once_the_unit_has_asked_again(town: Town, chen: Resident, lin: Resident) -> None:
    await asks_for_more(lin)
    await chen.says("1-2不同意", "材料早该齐了", "不同意")
    old = next(each.callback_data or "" for each in chen.last().buttons if each.text == "撤销")
    await lin.submits("1-2申请延到2020年3月15日，等最后一家")
    assert "1-2" in (await chen.forges(old) or chen.sees())
    assert decided(town)[0][0] == "refused"
    assert (await chen.says("撤销")).startswith("最近一天没有可以撤销的操作")


async def test_a_verdict_on_work_information_is_taken_back_to_what_it_was(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await sends_article(lin)
    await chen.says("采用")
    await chen.presses("本周（")
    await town.move_to("2019-11-25 09:30")
    assert "已采用，编入" in lin.sees()
    await chen.says("/info")
    await chen.presses("已采用", "1 ", "不采用", "与本项工作关系不大")
    await chen.says("确认")
    rows = "SELECT verdict, word FROM information"
    assert [row["verdict"] for row in town.rows(rows)] == ["declined"]
    assert f"工作信息：市公安局《{TITLE}》，不采用" in await chen.says("撤销")
    await chen.says("确认")
    assert town.rows(rows) == [{"verdict": "taken", "word": ""}]
    assert f"工作信息：市公安局《{TITLE}》，采用" in await chen.says("撤销")
    await chen.says("确认")
    assert town.rows(rows) == [{"verdict": None, "word": ""}]
    await town.move_to("2019-11-25 09:40")
    assert f"办公室撤销了刚才对《{TITLE}》的处理" in lin.sees()


async def test_a_round_frozen_and_unfrozen_is_again_as_it_was(town: Town, chen: Resident, monthly: None) -> None:
    filed(town, "市公安局", "2019-11", 3, 20, 1, by=chen)
    stands = "SELECT frozen_filing_id FROM unit_returns WHERE frozen_filing_id IS NOT NULL"
    await chen.says("侵权假冒统计月报")
    await chen.presses("固定数据", "确认固定")
    [frozen] = town.rows(stands)
    await chen.presses("解除固定", "确认解除")
    assert town.rows(stands) == []
    assert "解除数字固定：侵权假冒统计月报（2019-11）" in await chen.says("撤销")
    await chen.presses("撤销")
    assert town.rows(stands) == [frozen]
    assert "固定统计报表数字：侵权假冒统计月报（2019-11）" in await chen.says("撤销")
    await chen.presses("撤销")
    assert town.rows(stands) == [] and town.rows("SELECT * FROM return_rounds WHERE frozen_at IS NOT NULL") == []


async def test_what_is_set_of_a_group_and_its_binding_are_taken_back(town: Town, chen: Resident) -> None:
    await town.found_group(chen)
    await chen.says("/bind 市公安局", chat=GROUP)
    before = town.rows("SELECT * FROM group_chats")
    await chen.says("/groups")
    await chen.presses("联络员群", "取消绑定")
    assert town.rows("SELECT * FROM group_chats") == []
    assert "解绑群：联络员群" in await chen.says("撤销")
    assert (await chen.presses("撤销")).startswith("已撤销：")
    assert town.rows("SELECT * FROM group_chats") == before and len(town.rows("SELECT * FROM group_units")) == 1
    assert "绑定群：联络员群" in await chen.says("撤销")
    await chen.says("确认")
    assert town.rows("SELECT * FROM group_chats") == []


@pytest.mark.parametrize(("button", "shown"), [("群里改发英文", "群的语言"), ("取消绑定", "解绑群")])
async def test_a_group_keeps_its_regular_summary_when_an_act_on_it_is_taken_back(
    town: Town, chen: Resident, button: str, shown: str
) -> None:
    group = await town.bind_group(chen)
    await chen.submits("每周一把汇总发到联络员群")
    kept = town.rows("SELECT * FROM regular_summaries")
    assert [each["chat_id"] for each in kept] == [group]
    await chen.says("/groups")
    await chen.presses("联络员群", button)
    assert shown in await chen.says("撤销")
    await chen.presses("撤销")
    assert town.rows("SELECT * FROM regular_summaries") == kept


async def test_what_was_set_of_a_group_is_taken_back_once_it_is_a_supergroup(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    await chen.says("/groups")
    await chen.presses("联络员群", "群里改发英文")
    new = town.world.upgrade_group(group)
    await town.settle()
    assert "群的语言" in await chen.says("撤销")
    await chen.presses("撤销")
    assert town.rows("SELECT chat_id, language FROM group_chats") == [{"chat_id": new, "language": "zh"}]


async def test_a_plan_made_current_or_archived_is_taken_back(second_plan: Town, chen: Resident) -> None:
    current = "SELECT title FROM plans WHERE ended_at IS NULL"
    tasks = "SELECT count(*) AS n FROM tasks WHERE gone_at IS NULL"
    await chen.says("/plans")
    await chen.presses("2. ", "设为现行")
    await chen.says("按老表接着干", "确认")
    assert second_plan.rows(current) == [{"title": "测试任务表"}] and chen.buttons()[0] == "撤销"
    await chen.presses("撤销")
    assert second_plan.rows(current) == [{"title": "2020年任务表"}] and second_plan.rows(tasks) == [{"n": 1}]
    await chen.says("/plans")
    await chen.presses("1. ", "归档")
    await chen.says("换届", "确认")
    assert second_plan.rows(current) == []
    assert "归档任务表：2020年任务表" in await chen.says("撤销")
    await chen.says("确认")
    assert second_plan.rows(current) == [{"title": "2020年任务表"}] and second_plan.rows(tasks) == [{"n": 1}]


async def test_what_has_gone_out_is_named_before_an_older_act(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.submits("提醒时间改成8点")
    await chen.says("通知市公安局：周五开会")
    while "确认发送" not in chen.buttons():
        await chen.presses("不需要回复" if "不需要回复" in chen.buttons() else chen.buttons()[0])
    await chen.presses("确认发送")
    shown = await chen.says("撤销")
    assert shown.startswith("最近一次操作") and "群发" in shown and "已经发出，不能撤销" in shown
    assert "在它之前、还能撤销的是" in shown and "发提醒的时间：9 点 → 8 点" in shown
    await chen.says("确认")
    assert town.rows("SELECT value FROM settings WHERE name = 'sending_hour'") == [{"value": "8"}], (
        "only its button does"
    )


@pytest.mark.parametrize("agreed", ["确认", "撤销", "好的，撤"])
async def test_agreement_in_words_takes_back_what_is_shown(town: Town, chen: Resident, agreed: str) -> None:
    await chen.submits("提醒时间改成8点")
    assert (await chen.says("撤销", agreed)).startswith("已撤销：\n发提醒的时间")
    assert town.rows("SELECT value FROM settings WHERE name = 'sending_hour'") == [{"value": "9"}]


async def test_cancelled_is_not_undone(town: Town, chen: Resident) -> None:
    await chen.submits("提醒时间改成8点")
    await chen.says("撤销", "算了")
    assert town.rows("SELECT value FROM settings WHERE name = 'sending_hour'") == [{"value": "8"}]


@pytest.mark.parametrize("said", ["我点错了，撤回来", "反悔了，刚才那个不算", "撤销刚才的操作", "撤", "undo that"])
async def test_what_was_done_last_is_asked_for_in_other_words(chen: Resident, said: str) -> None:
    await chen.submits("提醒时间改成8点")
    assert "发提醒的时间：9 点 → 8 点" in await chen.says(said)
    assert (await chen.says("撤")).startswith("已撤销：\n发提醒的时间")


async def test_an_import_is_taken_back_in_words(chen: Resident) -> None:
    await sends_file(chen, "新表.csv", without(SHIPPED, "昆仑行动"))
    await chen.presses("确认导入")
    assert "导入任务表“新表.csv”，改动 1 项任务" in await chen.says("撤销导入")
    assert await chen.says("确认") == "已撤销导入，任务表恢复如前：230 项任务。"


async def test_what_was_reported_on_a_plan_that_is_taken_back_is_told(chen: Resident, lin: Resident) -> None:
    rows = "任务名称,任务细项,细化措施,完成时间,负责单位\n一、专项,1. 铁拳,查处假冒,2019年底,市公安局\n"
    await sends_file(chen, "新表.csv", rows.encode())
    await chen.presses("作为新任务表", "新表", "今天", "确认导入")
    await lin.submits("1-1 60%")
    assert (await chen.says("撤销导入", "确认")).endswith("导入后在这些任务上报的不再计入，仍可查看：1-1。")
