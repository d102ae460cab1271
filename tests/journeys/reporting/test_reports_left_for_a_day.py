"""A report that says itself what is new is not added to a draft that was left for a day or more."""

import pytest

from tests.journeys.town import Resident, Town

DRAFTS = "SELECT percent, note, state FROM drafts ORDER BY id"
OLD = {"percent": 38, "note": "38% 招了12人", "state": "parked"}


async def left_a_draft(town: Town, zhou: Resident, *later: str) -> None:
    await zhou.says("29-7 38% 招了12人")
    await town.move_to(*later)


@pytest.mark.parametrize("later", ["2019-11-26 10:30", "2019-11-27 09:00", "2019-12-02 09:00", "2019-12-09 15:00"])
async def test_it_begins_anew_and_what_was_left_is_told(town: Town, zhou: Resident, later: str) -> None:
    await left_a_draft(town, zhou, later)
    preview = await zhou.says("29-7 70% 又招了5人")
    assert preview.startswith(
        "2019年11月25日的那份没有提交，没有并到这份里：\n状态：进行中\n进度：38%\n情况：38% 招了12人"
    )
    assert "进度：70%\n情况：70% 又招了5人" in preview and preview.count("请核对") == 1
    assert zhou.buttons() == ["提交", "修改", "上一步", "取消"]
    assert town.rows(DRAFTS) == [OLD, {"percent": 70, "note": "70% 又招了5人", "state": "open"}]


@pytest.mark.parametrize("said", ["提交", "可以", "对的，交吧"])
async def test_it_is_submitted_in_words_in_place_of_the_one_left(town: Town, zhou: Resident, said: str) -> None:
    await left_a_draft(town, zhou, "2019-11-27 09:00")
    stored = await zhou.says("29-7 70% 发了宣传单", said)
    assert stored.startswith("已提交 ✓") and "还没提交" not in stored and zhou.buttons() == ["撤回", "更正"]
    assert town.rows("SELECT percent, note FROM reports") == [{"percent": 70, "note": "70% 发了宣传单"}]
    assert "还没提交" not in await zhou.says("43-5 30%", "提交") and zhou.buttons() == ["撤回", "更正"]
    await zhou.begins("29-7")
    assert "情况：38% 招了12人" in zhou.sees() and zhou.buttons() == ["继续填报", "重新填报"]


async def test_the_one_left_goes_on_once_the_new_one_is_cancelled(town: Town, zhou: Resident) -> None:
    await left_a_draft(town, zhou, "2019-11-27 09:00")
    assert "要接着那份填，先取消这份，再发“继续”。" in await zhou.says("29-7 70% 发了宣传单")
    assert "还没提交的填报：29-7。" in await zhou.says("取消", "不要了")
    assert "进度：38%\n情况：38% 招了12人" in await zhou.says("继续")


async def test_within_a_day_it_is_the_same_report(town: Town, zhou: Resident) -> None:
    await left_a_draft(town, zhou, "2019-11-25 20:30")
    await zhou.says("29-7 70% 又招了5人")
    assert town.rows(DRAFTS) == [{"percent": 70, "note": "38% 招了12人\n70% 又招了5人", "state": "open"}]


async def test_what_corrects_the_one_left_takes_it_up(town: Town, zhou: Resident) -> None:
    await left_a_draft(town, zhou, "2019-11-27 09:00")
    preview = await zhou.says("29-7 写错了，应该是70%")
    assert "进度：70%\n情况：38% 招了12人" in preview and preview.count("29-7") == 1
    assert zhou.buttons() == ["提交", "修改", "上一步", "取消"]
    assert "已提交" in await zhou.says("提交")


@pytest.mark.parametrize("said", ["1-2立案改成51件", "1-2 立案改为51件", "1-2 把立案改成51"])
async def test_a_figure_that_is_changed_is_that_of_the_one_left(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%，立案50件")
    await town.move_to("2019-11-27 09:00")
    assert "进度：80%\n情况：（无）\n统计数据：立案件数 51 件" in await lin.says(said)
    assert len(town.rows(DRAFTS)) == 1


async def test_it_is_said_that_what_was_left_is_a_correction(town: Town, lin: Resident) -> None:
    await lin.says("1-2 完成80%，立案50件", "提交")
    await lin.presses("更正")
    await lin.says("立案51件")
    await town.move_to("2019-11-27 09:00")
    assert "2019年11月25日的更正没有提交；这份是新报的，不是更正：" in await lin.says("1-2 完成85%，立案3件")


async def test_several_reports_in_one_message_are_not_added_to_it_either(town: Town, lin: Resident) -> None:
    await lin.says("1-2 38% 招了12人")
    await town.move_to("2019-11-27 09:00")
    await lin.says("1-2 70% 又招了5人\n2-3 50%")
    assert [(row["percent"], row["note"]) for row in town.rows(DRAFTS)] == [
        (38, "38% 招了12人"),
        (70, "70% 又招了5人"),
        (50, ""),
    ]


async def test_figures_alone_go_into_the_correction_that_waits(town: Town, lin: Resident) -> None:
    await lin.says("1-2 60% 抽检了三批 立案5件", "提交", "改成立案50件")
    await town.move_to("2019-11-27 10:00")
    preview = await lin.says("1-2 立案52件")
    assert preview.startswith("接着填2019年11月25日没有提交的更正。\n原来写的 立案件数 50 件 换掉了。\n\n填报 1-2")
    assert "统计数据：立案件数 52 件，抽检批次 3" in preview
    assert lin.buttons() == ["提交", "修改", "上一步", "取消"]
    assert "已提交" in await lin.says("提交")
    assert len(town.rows("SELECT 1 FROM reports")) == 2 and not town.rows("SELECT 1 FROM drafts")


async def test_figures_alone_go_into_the_report_that_waits(town: Town, lin: Resident) -> None:
    await lin.says("1-2 60% 立案5件")
    await town.move_to("2019-11-26 10:00")
    preview = await lin.says("1-2 抓了3个人")
    assert preview.startswith("接着填2019年11月25日没有提交的那份。\n\n填报 1-2")
    assert "统计数据：立案件数 5 件，抓获人数 3 人" in preview and len(town.rows(DRAFTS)) == 1


async def test_several_that_wait_on_one_task_are_told_apart_by_their_days(town: Town, lin: Resident) -> None:
    await lin.says("1-2 60% 走访了8家商户")
    await town.move_to("2019-11-26 10:00")
    await lin.says("1-2 70% 走访了9家商户")
    await town.move_to("2019-11-27 10:00")
    stored = await lin.says("2-3 80% 走访了10家商户", "提交")
    assert "还没提交的填报：1-2（11月26日）、1-2（11月25日）。" in stored
    assert lin.buttons()[-2:] == ["继续填报 1-2（11月26日）", "继续填报 1-2（11月25日）"]
    await lin.presses("继续填报 1-2（11月25日）")
    assert [row["state"] for row in town.rows(DRAFTS)] == ["open", "parked"]


async def test_what_only_has_to_be_submitted_is_said_not_to_be_submitted(town: Town, lin: Resident) -> None:
    await lin.says("1-2 案值35万 立案3起 60%")
    await town.move_to("2019-11-26 09:30")
    assert (await lin.says("我的任务")).endswith("\n1-2 的进展还没提交，要接着办请点“继续”。")


async def test_what_has_a_question_open_is_said_to_be_unfinished(town: Town, lin: Resident) -> None:
    await lin.says("1-2 案值35万 立案3起")
    await town.move_to("2019-11-26 09:30")
    assert (await lin.says("我的任务")).endswith("\n1-2 的进展还没填完，要接着办请点“继续”。")
