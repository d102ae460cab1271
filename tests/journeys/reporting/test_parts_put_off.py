"""Who puts off a part of a report puts off only that; words that hand it in after all do so."""

import pytest

from tests.journeys.town import Resident, Town

LATER = [
    "金额还在算，回头补",
    "照片晚点发你",
    "照片后补",
    "还有就是照片我晚点发你",
    "数据等下周出来再补",
    "the amount will follow",
]


@pytest.mark.parametrize("said", LATER)
async def test_at_the_check_the_report_stays_open_and_may_go_without(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%，立案5件")
    answer = await lin.says(said)
    assert answer.startswith("好，这部分以后再补：现在可以先报，补的时候点“更正”或直接发。")
    assert "统计数据：立案件数 5 件" in answer
    assert "已提交" in await lin.says("提交")


@pytest.mark.parametrize("said", ["刚才这条我补张照片", "上面那条想加个附件", "照片小吴发"])
async def test_at_the_check_files_are_just_to_be_sent(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%，立案5件")
    answer = await lin.says(said)
    assert answer.startswith("照片、文件直接发给我，就附在这次填报里；现在没有的，提交后再补也行。")
    assert "情况：（无）" in answer
    assert "已提交" in await lin.says("提交")


async def test_the_question_for_what_is_put_off_is_passed_over(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    assert "完成了百分之几" in await lin.says("金额还在算，回头补")
    assert "做了哪些工作" in await lin.says("60")
    assert "做了哪些工作" in await lin.says("照片晚点发你")
    assert "有统计数据吗" in await lin.says("情况后面补")
    assert "有佐证材料吗" in await lin.says("金额还在算，回头补")
    preview = await lin.says("照片晚点发你")
    assert "请核对" in preview
    assert "情况：（无）" in preview


@pytest.mark.parametrize("said", ["算了先交", "算了，就这样交吧", "不改了，交吧", "算了还是报上去吧"])
async def test_what_is_handed_in_after_all_is_not_given_up(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%")
    assert "已提交" in await lin.says(said)


@pytest.mark.parametrize("said", ["那就先这样", "行吧就这么着", "就先这么着", "那先这么报", "暂时就这些先交"])
async def test_what_stands_for_now_is_agreed_to(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%")
    assert "已提交" in await lin.says(said)


@pytest.mark.parametrize("said", ["不对", "这个不对", "错了", "that's wrong"])
async def test_what_is_only_said_to_be_wrong_leads_to_what_is_to_be_changed(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%")
    assert (await lin.says(said)).startswith("要修改哪一项？")


@pytest.mark.parametrize("said", ["不对", "这个不对", "行 就这样", "好的，没问题"])
async def test_denial_and_consent_are_no_reason(lin: Resident, said: str) -> None:
    await lin.says("申请延期 1-2", "4月底")
    assert "原因是什么、做到了哪一步" in await lin.says(said)
    assert "原因和进展：检测排队" in await lin.says("检测排队")


@pytest.mark.parametrize("said", ["改了再交", "先改改，再交", "改一下再报"])
async def test_what_is_to_be_done_before_hands_nothing_in(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%，立案5件", said)
    assert not town.rows("SELECT * FROM reports")


@pytest.mark.parametrize("said", ["我明天再发", "晚点再发给你", "下午补上", "晚上传"])
async def test_what_is_sent_later_right_below_a_report_are_its_files(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%", "提交")
    assert (await lin.says(said)).startswith("1-2 的照片、文件请直接发来")


@pytest.mark.parametrize("said", ["照片发不出来 我明天再发", "照片传不上去", "图片太大了发不了，晚上再试"])
async def test_files_that_cannot_be_sent_follow_the_next_day_too(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%", "提交")
    await town.move_to("2019-11-26 10:00")
    assert (await lin.says(said)).startswith("1-2 的照片、文件请直接发来")
    assert (await lin.says("我明天再发")).startswith("1-2 的照片、文件请直接发来")


ASKED = [
    "能再加两张图吗",
    "还能补材料吗",
    "可以后面再补附件吗",
    "刚才那条再加个照片行吗",
    "材料能后补吗",
    "can I add a photo later?",
]


@pytest.mark.parametrize("said", ASKED)
async def test_whether_files_can_be_added_is_answered_with_where_they_go(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("直接把照片或文件发给我就行")
    await lin.says("1-2 完成80%")
    answer = await lin.says(said)
    assert answer.startswith("照片、文件直接发给我，就附在这次填报里") and "请核对" in answer
    assert "已提交" in await lin.says("提交")
    assert (await lin.says(said)).startswith("1-2 的照片、文件请直接发来")


@pytest.mark.parametrize("said", ["能加一个同事吗", "材料费能不能补"])
async def test_other_things_that_are_asked_about_are_no_files(lin: Resident, said: str) -> None:
    assert "照片" not in await lin.says(said)


@pytest.mark.parametrize("said", ["1-2明天再提醒", "明天再提醒我", "明天再报"])
async def test_reminders_and_reports_are_put_off_as_ever(lin: Resident, said: str) -> None:
    await lin.says("1-2 完成80%", "提交")
    assert "的照片、文件请直接发来" not in await lin.says(said)


async def test_what_is_sent_later_below_something_else_is_no_file(lin: Resident) -> None:
    await lin.says("1-2 完成80%", "提交", "我的任务")
    assert "的照片、文件请直接发来" not in await lin.says("我明天再发")
