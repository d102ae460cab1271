"""A notice that asks in words whether people come, and who has not answered it."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        ("通知各单位周五开会，能来的回一下", "能来、不能来"),
        ("通知大家周五开会，来不来回一下", "能来、不能来"),
        ("通知大家周五开会，参不参加请回复", "能参加、不能参加"),
        ("通知大家周五开会，请回复参加或不参加", "参加、不参加"),
        ("通知各单位：12月3日下午2点开会，能参加吗？能参加/派人参加/请假", "能参加、派人参加、请假"),
        ("通知各单位：下周一例会谁来？（本人/代班）", "本人、代班"),
        ("通知各单位：材料齐了吗？齐了/还差，周五前回", "齐了、还差"),
        ("通知各单位：12月3日开会，请回复：参加、不参加", "参加、不参加"),
        ("问一下各单位：周五会能来吗？能来、不能来、派人来", "能来、不能来、派人来"),
        ("问一下各单位：下周三检查去不去？去、不去、改天。", "去、不去、改天"),
        ("通知各单位核对期限 有问题的11月29日前回我 没问题回“无误”", "无误、有问题"),
        ("通知各单位：没有变化请回复“无变化”，有变化的周五前报给我", "无变化、有变化"),
        ("通知各单位：周五开会，来的回“1”，不来的回“2”", "1、2"),
    ],
)
async def test_a_notice_that_asks_in_words_has_buttons_for_the_answer(
    town: Town, chen: Resident, lin: Resident, words: str, choices: str
) -> None:
    assert f"回复按钮：{choices}" in await chen.says(words)
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    assert "已回复 0/1 人" in await chen.says("谁没回")
    assert "已回复 0/1 人" in await chen.says("谁来")


async def test_the_word_that_a_notice_asks_for_is_the_answer(town: Town, chen: Resident, lin: Resident) -> None:
    shown = await chen.says("通知各单位核对期限 有问题的11月29日前回我 没问题回“无误”")
    assert "请在11月29日（周五）前点下面的按钮回复" in shown
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    assert "您的回复：无误" in await lin.says("无误")
    await lin.presses("回复")
    assert "已回复 1/1 人" in await chen.says("谁回了")


@pytest.mark.parametrize("said", ["请在表上填“无”", "有意见的请周三前告诉我", "请回复“收到”"])
async def test_one_word_to_be_written_is_no_choice(chen: Resident, lin: Resident, said: str) -> None:
    shown = await chen.says(f"通知公安局：{said}")
    assert said in shown and "回复按钮" not in shown


@pytest.mark.parametrize("said", ["明天能带材料来吗？带身份证、介绍信", "明天谁要来？公安局、海关要来"])
async def test_what_is_told_behind_a_question_is_no_answer_to_choose(chen: Resident, lin: Resident, said: str) -> None:
    assert said in await chen.says(f"通知公安局：{said}")


@pytest.mark.parametrize(
    ("wants", "said"),
    [("让", "公安局把1-2的照片补上"), ("叫", "公安局补交1-2的照片"), ("请", "公安局尽快把1-2的佐证材料发过来")],
)
async def test_evidence_that_is_still_owed_is_asked_for(chen: Resident, lin: Resident, wants: str, said: str) -> None:
    assert f"通知\n请{said}\n\n发给 1 人（1 个单位：市公安局）" in await chen.says(f"{wants}{said}")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("请各单位本周五下班前回复：参加打假会议的人员名单", "请本周五下班前回复：参加打假会议的人员名单"),
        ("通知各单位：请于本周五下班前回复参会人员名单", "请于本周五下班前回复参会人员名单"),
        ("让公安局周五中午前回复我：培训几个人去", "请周五中午前回复我：培训几个人去"),
        ("通知公安局周五前反馈：参会人员", "周五前反馈：参会人员"),
    ],
)
async def test_by_when_to_answer_is_told_also_before_the_colon(
    town: Town, chen: Resident, lin: Resident, said: str, told: str
) -> None:
    shown = await chen.says(said)
    assert f"通知\n{told}\n\n请在11月29日（周五）前把回复直接写给我" in shown
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    assert "已回复 0/1 人" in await chen.says("谁回了")


@pytest.mark.parametrize("said", ["周五开会，请准时", "周五下班前交总结"])
async def test_before_the_colon_nothing_is_told_but_what_asks_for_answers(
    chen: Resident, lin: Resident, said: str
) -> None:
    assert f"通知\n{said}\n\n发给 1 人" in await chen.says(f"通知公安局：{said}")


@pytest.mark.parametrize("said", ["谁没回会议的", "会议谁没回", "开会的谁没回", "谁还没回复会议通知"])
async def test_who_has_not_answered_the_notice_of_a_meeting_is_not_sought_in_the_tasks(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    await chen.says("通知公安局：周五上午9点开推进会，请回复能不能参加")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    assert "已回复 0/1 人" in await chen.says(said)
