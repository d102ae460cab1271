"""Answers that say that nothing has changed, nothing is known, or no files will come."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("said", ["还是老样子", "老样子", "跟上次一样", "没变化", "same as before"])
async def test_an_unchanged_status_is_that_of_the_last_report(lin: Resident, said: str) -> None:
    await lin.submits("1-2完成40%")
    await lin.begins("1-2")
    assert "已记下：\n进度：40%" in await lin.says(said)
    assert "做了哪些工作" in lin.sees()


async def test_an_unchanged_note_is_that_of_the_last_report_or_none(town: Town, lin: Resident) -> None:
    await lin.submits("1-2完成40%")
    await lin.begins("1-2", "进行中")
    await lin.says("50", "还是老样子")
    await lin.hands_in()
    await lin.submits("1-2完成60%，上周开了部署会")
    await lin.begins("1-2", "进行中")
    await lin.says("70", "还是老样子")
    await lin.hands_in()
    notes = [row["note"] for row in town.rows("SELECT note FROM reports ORDER BY id")]
    assert notes == ["", "", "完成60%，上周开了部署会", "完成60%，上周开了部署会"]


async def test_without_an_earlier_report_nothing_is_as_it_was(lin: Resident) -> None:
    await lin.begins("1-2")
    assert "请点下面的按钮" in await lin.says("还是老样子")


@pytest.mark.parametrize("said", ["不好说", "说不准", "hard to say"])
async def test_who_cannot_say_a_percent_skips_it(lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中")
    assert "做了哪些工作" in await lin.says(said)


@pytest.mark.parametrize("said", ["照片不传了", "附件不要了", "没得附件", "附件暂时没有", "不传了", "no photos yet"])
async def test_words_about_files_are_about_files_at_any_question(town: Town, lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("60")
    assert "做了哪些工作" in await lin.says(said)
    await lin.says("查了两家")
    assert "请核对" in lin.sees()
    assert town.rows("SELECT note, percent FROM drafts")[0]["note"] == "查了两家"
    assert "状态：进行中\n进度：60%" in await lin.says(said)


@pytest.mark.parametrize("said", ["附件不要了", "照片不传了", "no photos"])
async def test_that_there_are_no_files_is_understood_at_the_preview_of_several(lin: Resident, said: str) -> None:
    await lin.says("1-2 60%\n2-3 70%")
    answer = await lin.says(said)
    assert answer.startswith("读到 2 条，请核对")
    assert "没听明白" not in answer


@pytest.mark.parametrize("said", ["没弄完呢", "还没搞完", "还没有做完呢"])
async def test_unfinished_work_is_under_way_at_the_question_for_the_status(lin: Resident, said: str) -> None:
    await lin.begins("1-2")
    assert "完成了百分之几" in await lin.says(said)


async def test_that_there_is_no_more_to_say_is_no_obstacle(lin: Resident) -> None:
    await lin.begins("1-2", "受阻")
    await lin.says("30", "检测那边排队排到年后")
    assert "这一项不能跳过" in await lin.says("就这些")


@pytest.mark.parametrize("said", ["顺便报个50%", "另外报个50%", "顺便50%"])
async def test_a_percent_said_in_passing_leaves_nothing_over(lin: Resident, said: str) -> None:
    await lin.says("1-2完成80%，查了三家")
    answer = await lin.says(said)
    assert "进度：50%\n情况：（无）" in answer
    assert "没有写进去" not in answer


async def test_a_sentence_is_added_to_the_note_in_words(lin: Resident) -> None:
    await lin.says("1-2完成65%")
    assert "情况：下周开总结会" in await lin.says("再加一句：下周开总结会")
    assert "情况：下周开总结会\n已报市局" in await lin.says("再补一句：已报市局")


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("动员会应写成部署会", "完成60%，开了部署会，查了三家药店"),
        ("应写成查了四家药店", "完成60%，开了动员会，查了四家药店"),
    ],
)
async def test_words_to_be_written_otherwise_are_and_nothing_is_left_over(lin: Resident, said: str, note: str) -> None:
    await lin.says("1-2完成60%，开了动员会，查了三家药店")
    answer = await lin.says(said)
    assert f"情况：{note}" in answer
    assert "没有写进去" not in answer


@pytest.mark.parametrize("said", ["以上内容无误，请予受理。", "请领导审核", "核对无误，请予审核"])
async def test_formal_words_agree_to_the_preview(lin: Resident, said: str) -> None:
    await lin.says("1-2完成65%")
    assert "已提交" in await lin.says(said)


@pytest.mark.parametrize("said", ["2-7也一样", "2-7 同样", "2-7 likewise"])
async def test_what_is_like_the_task_just_reported_on_is_reported_alike(nong: Resident, said: str) -> None:
    await nong.submits("2-6 没启动呢省里还没发文")
    preview = await nong.says(said)
    assert preview.startswith("填报 2-7 ") and "状态：未启动\n情况：没启动呢省里还没发文" in preview


async def test_without_a_report_just_made_it_is_no_change(nong: Resident) -> None:
    await nong.submits("2-6 没启动呢省里还没发文")
    await nong.says("我的任务")
    assert "没有变化请点按钮确认" in await nong.says("2-7也一样")


async def test_a_task_that_stands_as_another_of_the_message_is_reported_so(kuang: Resident) -> None:
    shown = await kuang.says("1-8，1-9都是50%，1-12没动，1-18和1-9一样，2-12 done")
    assert "填报 1-18 中药饮片质量整治\n状态：进行中\n进度：50%\n情况：（无）" in shown
    assert "填报 1-12 互联网虚假广告整治\n状态：未启动\n情况：（无）" in shown
    assert "不报“本期无变化”" not in "".join(each.text for each in kuang.messages())


@pytest.mark.parametrize("said", ["2-7和1-3一样", "2-7跟1-3一样报"])
async def test_the_same_as_one_reported_just_before(nong: Resident, said: str) -> None:
    await nong.submits("1-3 60% 检查20家")
    shown = await nong.says(said)
    assert shown.startswith("填报 2-7") and "进度：60%\n情况：（无）" in shown and "统计数据" not in shown


async def test_two_tasks_that_are_as_they_were_are_not_alike(nong: Resident) -> None:
    await nong.submits("1-3 60%")
    assert (await nong.says("1-3和2-7都没变化")).startswith("没有变化请点按钮确认") or "2-7" in nong.sees()
    assert "进度：60%" not in nong.sees()


async def test_what_has_not_moved_and_was_reported_before_stays_as_it_was(kuang: Resident) -> None:
    await kuang.submits("1-12 40%")
    assert "填报 1-12 互联网虚假广告整治\n上次填报：" in await kuang.says("1-12没动，1-9 60%")
    assert "进度：40%\n情况：没动" in kuang.sees()
