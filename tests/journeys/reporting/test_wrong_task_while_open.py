"""A report that is being filled in for the wrong task is moved to the right one; other words stay with what is open."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    "said",
    [
        "报错任务了是2-3的",
        "弄错了 应该是2-3",
        "哦说错了 是2-3",
        "记错了，是2-3",
        "不是1-2，是2-3",
        "这是2-3的",
        "报错任务了，换成2-3",
        "wrong task, it's 2-3",
        "等等，是2-3的",
        "等一下，应该是2-3",
        "不，是2-3的",
        "wait, this is 2-3",
        "是2-3的",
        "都是2-3的",
        "应该是2-3那项的",
    ],
)
async def test_the_answers_go_along_to_the_right_task(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%，立案5件")
    answer = await lin.says(said)
    assert answer.startswith("改报 2-3，填的内容都带过来了；1-2 没有填报。")
    assert "填报 2-3" in answer
    assert "进度：80%\n情况：（无）\n统计数据：立案件数 5 件" in answer
    await lin.says("提交")
    reported = "SELECT code FROM reports JOIN assignments a ON a.id = assignment_id JOIN tasks ON tasks.id = task_id"
    assert [row["code"] for row in town.rows(reported)] == ["2-3"]


@pytest.mark.parametrize("said", ["是7-1的", "这个是7-1的吧", "报错了，是7-1"])
async def test_figures_that_are_doubted_are_moved_without_the_percent_of_the_wrong_task(
    town: Town, lin: Resident, said: str
) -> None:
    await lin.submits("1-2立案3起 抓12人 60%")
    await town.move_to("2019-11-26 09:30")
    assert "是更正上次报的，还是又新增的" in await lin.says("1-2立案4起")
    answer = await lin.says(said)
    assert answer.startswith("改报 7-1") and "完成了百分之几" in answer and "60%" not in answer
    assert "统计数据：立案件数 4 件\n" in f"{await lin.says('30')}\n"


@pytest.mark.parametrize("said", ["是1-9的", "是的，7-1", "7-1是什么"])
async def test_what_is_no_own_task_or_only_looked_at_moves_nothing(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%，立案5件", said)
    assert not any(each.startswith("改报") for each in lin.heard())


async def test_at_a_question_that_stays_open(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("60")
    answer = await lin.says("报错了，是2-3")
    assert "填报 2-3" in answer
    assert "做了哪些工作" in answer


@pytest.mark.parametrize("said", ["后面那个说错了不是18-1是38-1", "第二个不是18-1，是38-1的"])
async def test_one_of_several_reports_shown_together_is_moved(lin: Resident, said: str) -> None:
    await lin.says("1-2 抓了俩人 60%\n18-1 部里督办的推进了一半", said)
    assert any(each == "改报 38-1，填的内容都带过来了；18-1 没有填报。" for each in lin.heard())
    shown = lin.sees()
    assert "填报 1-2 " in shown and "填报 38-1 " in shown and "填报 18-1 " not in shown
    assert "38-1 公安跨国打假协作 · 进行中" in await lin.says("全部提交")


async def test_where_another_report_waits_on_the_right_task_nothing_is_moved(lin: Resident) -> None:
    await lin.says("2-3 完成50%", "1-2 完成80%")
    assert "改报 2-3" not in await lin.says("报错任务了是2-3的")


@pytest.mark.parametrize("said", ["又抓了3个人", "这周又对接了两次，立案3件", "没问题 交"])
async def test_words_at_the_check_are_of_what_is_open_also_below_another_card(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%", "8-2", said)
    assert not any("填报 8-2" in each for each in lin.heard())


async def test_what_names_the_other_task_is_of_that(lin: Resident) -> None:
    await lin.says("1-2 完成80%", "8-2")
    assert (await lin.says("8-2完成40%")).startswith("填报 8-2")


async def test_a_status_of_the_task_that_is_open_goes_into_its_report(lin: Resident) -> None:
    await lin.says("8-2 完成30%，已和阿里对接")
    answer = await lin.says("8-2开始弄了")
    assert "请核对" in answer and "进度：30%" in answer
    assert "进度：35%" in await lin.says("35")


@pytest.mark.parametrize("said", ["2-3报错了", "2-3不对", "2-3 wrong", "不是2-3，是1-2", "不是2-3", "not 2-3"])
async def test_what_is_wrong_about_another_task_or_denied_moves_nothing(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%，立案5件", said)
    assert not any("改报 2-3" in each for each in lin.heard())


@pytest.mark.parametrize("said", ["不是1-2，是2-3", "2-3，不是1-2"])
async def test_the_other_task_of_two_is_meant(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%，立案5件")
    assert (await lin.says(said)).startswith("改报 2-3")


@pytest.mark.parametrize(
    "said", ["哎呀还是1-2", "算了还是1-2吧", "还是1-2的", "改回1-2", "no, 1-2 after all", "move it back to 1-2"]
)
async def test_it_moves_back_and_is_submitted_there(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%，立案5件", "不是1-2，是2-3")
    answer = await lin.says(said)
    assert answer.startswith("改报 1-2，填的内容都带过来了；2-3 没有填报。") and "进度：80%" in answer
    assert "已提交 ✓" in await lin.says("交") and "1-2 " in lin.sees()
    assert town.rows("SELECT * FROM drafts") == []


@pytest.mark.parametrize("said", ["还是看看1-2", "1-2", "1-2怎么样", "1-2还是老样子", "1-2还是40%"])
async def test_what_only_looks_at_the_other_task_moves_nothing(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%，立案5件", "不是1-2，是2-3", said)
    assert not any("改报 1-2" in each for each in lin.heard())


async def test_a_wish_to_report_on_the_right_one_is_no_note(lin: Resident) -> None:
    await lin.begins("1-2")
    answer = await lin.says("报错了，我要报2-3")
    assert "填报 2-3" in answer and "现在是什么状态" in answer
    assert "改报" not in await lin.says("7-1 60%", "我要报2-3")
