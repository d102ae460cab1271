"""Answers to a broadcast's question: by a press, in groups by name, and changed by another press."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from data.people.people import Role
from tests.journeys.announcing.announced import MEETING, answers, asks_who_comes
from tests.journeys.town import GROUP, Resident, Town


async def test_a_question_is_answered_by_a_press_and_can_be_answered_anew(
    chen: Resident, lin: Resident, zhou: Resident, wu: Resident
) -> None:
    await chen.says("/broadcast", MEETING)
    await chen.presses("全体联络员", "需要回复")
    await chen.says("周五的会能参加吗？", "参加、不参加、派人参加", "11月28日")
    await chen.sends_out()
    assert lin.buttons() == ["参加", "不参加", "派人参加"]
    assert lin.sees().endswith("周五的会能参加吗？\n请在11月28日（周四）前点下面的按钮回复，之后还可以改。")
    assert "已记下：不参加" in await lin.presses("不参加")
    assert "已记下：参加" in await lin.presses("参加") and lin.buttons() == ["✓ 参加", "不参加", "派人参加"]
    await zhou.presses("派人参加", on=next(each for each in zhou.messages() if "周五的会" in each.text))
    answers = await chen.presses("看回复")
    assert answers.splitlines() == [
        "周五的会能参加吗？",
        "已回复 2/3 人",
        "参加（1）：林警官（市公安局）",
        "派人参加（1）：周科长（市市场监管局）",
        "还没回复（1）：小吴（市市场监管局）",
    ]
    assert "收到" not in answers and "已读" not in answers


async def test_the_list_of_all_is_a_workbook(town: Town, chen: Resident, lin: Resident, zhou: Resident) -> None:
    await chen.says("/broadcast", MEETING, "市公安局、市市场监管局、市商务局")
    await chen.presses("需要回复")
    await chen.says("=1+1 有吗")
    await chen.presses("有、没有", "跳过", "确认发送")
    await town.app.ticker.tick()
    await lin.presses("有")
    await chen.presses("名单")
    media = chen.last().media
    assert media is not None and media.name == "群发名单-2019-11-25.xlsx"
    sheet = load_workbook(BytesIO(town.world.files.get(media.file_id).content)).active
    assert sheet is not None
    assert [sheet["A1"].value, sheet["A2"].value] == [f"2019年11月25日群发：{MEETING} · 名单", "=1+1 有吗"]
    assert [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=3)] == [
        ["单位", "姓名", "回复或未送达原因", "附言", "回复时间"],
        ["市公安局", "林警官", "有", "", "2019-11-25 08:30"],
        ["市市场监管局", "周科长", "还没回复", "", ""],
        ["", "市商务局", "没有联络员", "", ""],
    ]


async def test_an_answer_after_the_day_counts_and_is_marked(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("/broadcast", MEETING, "市公安局")
    await chen.presses("需要回复")
    await chen.says("能来吗", "能、不能", "明天")
    await chen.sends_out()
    await town.move_to("2019-11-28 10:00")
    await lin.presses("能", on=next(each for each in lin.messages() if "能来吗" in each.text))
    await chen.says("/broadcast")
    assert "能（1）：林警官（市公安局）（晚于期限）" in await chen.presses("以前的群发", "11月25日", "看回复")


async def test_only_those_who_were_asked_answer(town: Town, chen: Resident, lin: Resident, zhou: Resident) -> None:
    await chen.says("/broadcast", MEETING, "市公安局")
    await chen.presses("需要回复")
    await chen.says("能来吗", "能、不能")
    await chen.presses("跳过", "确认发送")
    await town.app.ticker.tick()
    [data] = [button.callback_data or "" for button in lin.last().buttons if button.text == "能"]
    assert "过时" in await zhou.forges(data)
    assert "过时" in await lin.forges(data.rpartition(":")[0] + ":7")
    assert town.rows("SELECT * FROM broadcast_answers") == []


async def test_it_goes_to_a_bound_group_and_is_answered_there_by_name(
    town: Town, chen: Resident, lin: Resident, stranger: Resident
) -> None:
    group = await town.bind_group(chen, lin, stranger)
    await chen.says("/broadcast", MEETING)
    await chen.presses("联络员群", "需要回复")
    await chen.says("能来吗", "能、不能")
    assert "发到 1 个群：联络员群。" in await chen.presses("跳过")
    await chen.sends_out()
    assert lin.sees(group).startswith(f"通知\n{MEETING}\n\n能来吗")
    assert "已记下：能" in await lin.presses("能", chat=group)
    await stranger.presses("能", chat=group)
    answers = await chen.presses("看回复")
    assert "能（1）：林警官（市公安局）" in answers and "发到群里的，谁点了按钮才知道" in answers
    assert len(town.rows("SELECT * FROM broadcast_answers")) == 1
    assert group == GROUP


@pytest.mark.parametrize("sentence", ["周五的会谁没回", "那个开会的通知还有谁没回复", "周五的会都谁回了？"])
async def test_who_has_not_answered_is_asked_with_words_of_the_broadcast(
    town: Town, chen: Resident, lin: Resident, sentence: str
) -> None:
    await asks_who_comes(town, chen)
    await _asks_about_files(chen)
    answers = await chen.says(sentence)
    assert answers.startswith("周五的会能参加吗？") and "还没回复（1）" in answers


async def test_such_a_question_is_no_text_of_a_broadcast_that_is_begun(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await asks_who_comes(town, chen)
    await chen.says("群发结果")
    answers = await chen.says("周五的会谁没回")
    assert "周五的会能参加吗？" in answers and "要发的：周五的会谁没回" not in answers


async def test_words_that_no_broadcast_has_mean_the_last(town: Town, chen: Resident, lin: Resident) -> None:
    await asks_who_comes(town, chen)
    await _asks_about_files(chen)
    assert (await chen.says("昨天那条谁没回")).startswith("总结交了吗？")
    await town.app.ticker.tick()
    assert "您的回复：没交" in await lin.says("没交")


async def _asks_about_files(chen: Resident) -> None:
    await chen.says("/broadcast", "请各单位报送年度总结", "市公安局")
    await chen.presses("需要回复")
    await chen.says("总结交了吗？", "交了、没交")
    await chen.presses("跳过", "确认发送")


@pytest.mark.parametrize("said", ["没回的再问一遍", "还没回复的催一下", "把没回的再催一次", "没回的都催一遍"])
async def test_who_has_not_answered_is_asked_again_and_nobody_else(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    wang = town.member(1022, "王警官", "市公安局", Role.LIAISON)
    assert await chen.says(said) == "还没有发过要回复的通知。"
    await asks_who_comes(town, chen)
    await lin.presses("能参加")
    shown = await chen.says(said)
    assert "周五的会能参加吗？" in shown and "回复按钮：能参加、不能参加\n\n发给王警官（市公安局）。" in shown
    before, heard = len(lin.messages()), len(wang.messages())
    await chen.sends_out()
    assert len(lin.messages()) == before and len(wang.messages()) == heard + 1
    first, again = (each for each in wang.messages() if "周五的会能参加吗？" in each.text)
    why = "通知\n还没收到您的回复，再问一次：\n"
    assert why in shown and again.text.startswith(why) and why not in first.text
    await wang.presses("不能参加", on=again)
    await wang.presses("能参加", on=first)
    assert answers(town) == [0, 0, 0], "an answer on either notice counts for both"
    assert "已回复 2/2 人\n能参加（2）" in await chen.says("没回的再问一遍"), "all who were asked at first"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("会议改到下周一下午了 通知一下", "会议改到下周一下午了"),
        ("会议取消 跟大家说一声", "会议取消。\n原通知：周五下午开会，请派员参加"),
        ("会不开了，跟他们说一声", "会不开了。\n原通知：周五下午开会，请派员参加"),
        ("那个会议取消了", "会议取消了。\n原通知：周五下午开会，请派员参加"),
    ],
)
async def test_a_correction_goes_to_those_who_had_answered_before_the_others_were_asked_again(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, said: str, told: str
) -> None:
    town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await asks_who_comes(town, chen)
    await lin.presses("能参加")
    await chen.says("没回的再问一遍")
    await chen.sends_out()
    shown = await chen.says(said)
    assert told in shown and "发给 2 人（1 个单位：市公安局）" in shown, shown


async def test_a_meeting_is_called_off_only_to_those_called_to_one(chen: Resident, lin: Resident) -> None:
    await chen.says("通知公安局：周五前报材料")
    await chen.sends_out()
    assert "原通知" not in await chen.says("会议取消 跟大家说一声")


async def test_the_same_asked_of_all_anew_is_counted_by_itself(town: Town, lin: Resident, chen: Resident) -> None:
    town.member(1022, "王警官", "市公安局", Role.LIAISON)
    await asks_who_comes(town, chen)
    await lin.presses("能参加")
    await asks_who_comes(town, chen)
    await town.move_to("2019-11-25 09:20")
    assert "已回复 0/2 人" in await chen.presses("看回复")


@pytest.mark.parametrize(
    ("said", "choice"),
    [
        ("参加，带王警官一起去", "能参加"),
        ("能来，不过要晚到半小时", "能参加"),
        ("去不了，让小李去行不行", "不能参加"),
        ("改时间了？那我不行了", "不能参加"),
    ],
)
async def test_an_answer_may_say_more(chen: Resident, lin: Resident, said: str, choice: str) -> None:
    await chen.says("通知全体：12月3日下午2点开联络员会，请回复参不参加")
    await chen.sends_out()
    assert f"您的回复：{choice}（附言：{said}）" in await lin.says(said)


async def test_who_was_asked_is_asked_anew_for_another_time(chen: Resident, lin: Resident) -> None:
    await chen.says("通知全体：12月3日下午2点开联络员会，请回复参不参加")
    await chen.sends_out()
    assert "回复按钮：能参加、不能参加" in await chen.says("会议改到12月4号上午9点")


@pytest.mark.parametrize(
    "said",
    [
        "会议几点",
        "在哪开会",
        "几点开会",
        "what time and where is the meeting?",
        "还有上次说的会是哪天",
        "上次通知的会议是几点",
        "前两天你们发的那个会在哪里",
    ],
)
async def test_when_and_where_is_told_in_the_words_of_the_notice(chen: Resident, lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("最近没有给您发过这样的通知。")
    await chen.says("通知全体：12月3日下午2点在市局三楼会议室开联络员会，请回复参不参加")
    await chen.sends_out()
    assert "12月3日下午2点在市局三楼会议室开联络员会" in await lin.says(said)
    assert lin.buttons() == ["能参加", "不能参加"]


async def test_an_answer_may_begin_with_a_choice_and_is_asked_for_by_it(
    chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await chen.says("问下各单位：年终总结能不能12月10号前交？能 / 不能 / 需要延")
    await chen.sends_out()
    assert await lin.says("需要延几天") == (
        "通知问：年终总结能不能12月10号前交？\n您的回复：需要延（附言：需要延几天）\n对的话请点“回复”，要换请点别的。"
    )
    await lin.presses("回复")
    assert (await zhou.says("可以")).startswith("通知里问：年终总结能不能12月10号前交？")
    for said in ("谁需要延", "哪几家说需要延"):
        given = await chen.says(said)
        assert given.startswith("年终总结能不能12月10号前交？") and "需要延（1）：林警官（市公安局）" in given
    assert "发给周科长（市市场监管局）" in await chen.says("提醒没回的")


@pytest.mark.parametrize("said", ["回复截止延到下周三", "把通知的回复截止日期推迟到下周三"])
async def test_those_who_have_not_answered_are_given_longer(
    town: Town, chen: Resident, lin: Resident, zhou: Resident, said: str
) -> None:
    await chen.says("给公安局、市监局发通知：周五下午开会能不能来，周四前回复")
    await chen.sends_out()
    await lin.presses("能来")
    shown = await chen.says(said)
    assert "周五下午开会能不能来，12月4日（周三）前回复\n" in shown and "请在12月4日（周三）前点下面的按钮回复" in shown
    assert "发给周科长（市市场监管局）。" in shown


async def test_a_longer_time_to_answer_is_a_day_to_come(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await chen.says("给公安局、市监局发通知：周五下午开会能不能来，周四前回复")
    await chen.sends_out()
    assert await chen.says("回复截止改到上周三") == "这一天已经过了，请发今天或以后的日期。"
    shown = await chen.says("回复推迟到明天吧")
    assert "，11月26日（周二）前回复\n" in shown and "请在11月26日（周二）前点下面的按钮回复" in shown


async def test_where_nobody_is_given_longer_to_answer_the_day_is_said_to_stay(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await chen.says("给公安局发通知：周五下午开会能不能来，周四前回复", "发")
    shown = await chen.says("回复截止延到下周三")
    assert shown.startswith("还没有送到，回复截止没有改；送到以后请再说一次。\n能不能来？\n已回复 0/0 人")
    await town.app.ticker.tick()
    await lin.presses("能来")
    assert (await chen.says("回复截止延到下周三")).startswith("都已经回复了，回复截止没有改。\n能不能来？")
