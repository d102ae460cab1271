"""A notice that calls a meeting off or tells it anew ends the question of the earlier one."""

import pytest

from tests.journeys.announcing.announced import answers, notices
from tests.journeys.town import Resident, Town

MEETING = "通知大家：12月3日上午9点开会，能不能来，周三前回一下"
CALLED_OFF = [
    "会议取消 跟大家说一声",
    "通知大家 会议取消",
    "告诉大家会不开了",
    "通知大家：12月3日的会议取消，时间另行通知",
    "会议取消，时间另行通知",
    "会不开了 等省里定了再说，跟大家说一声",
    "会议推迟一周",
    "会议推迟半小时，跟大家说一下",
    "会延期了",
    "会议延期，时间另行通知",
    "会不开了，改为书面材料，周五前交",
]


async def _sends(town: Town, chen: Resident, words: str) -> str:
    shown = await chen.says(words)
    await chen.presses("确认发送")
    await town.app.ticker.tick()
    return shown


@pytest.mark.parametrize("words", CALLED_OFF)
async def test_a_meeting_called_off_takes_no_more_answers(
    town: Town, lin: Resident, chen: Resident, words: str
) -> None:
    await _sends(town, chen, MEETING)
    asked = lin.messages()[-1]
    shown = await _sends(town, chen, words)
    assert "之前那条“12月3日上午9点开会，能不能来，周三前回一下”不再收回复。" in shown
    assert await lin.says("收到") == "好的，有事随时说。"
    await lin.presses("能来", on=asked)
    assert answers(town) == []
    assert (await chen.says("谁参加")).startswith("已取消，不再收回复。")
    assert "已取消，不再收回复。" in await chen.says("催一下没回复的")


@pytest.mark.parametrize("words", ["会议取消，时间另行通知", "会议取消 因为领导出差", "会先不开了 具体时间等通知"])
async def test_what_is_said_behind_the_news_is_news_as_well(
    town: Town, lin: Resident, chen: Resident, words: str
) -> None:
    await _sends(town, chen, MEETING)
    shown = await chen.says(words)
    assert f"通知\n{words}。\n原通知：12月3日上午9点开会，能不能来，周三前回一下\n" in shown
    assert "回复按钮" not in shown


async def test_another_day_behind_the_news_moves_the_meeting(town: Town, lin: Resident, chen: Resident) -> None:
    await _sends(town, chen, MEETING)
    shown = await chen.says("会议取消 改到12月4日上午9点")
    assert "更正：12月4日上午9点开会，能不能来" in shown


async def test_a_question_behind_the_news_writes_no_notice(town: Town, lin: Resident, chen: Resident) -> None:
    await _sends(town, chen, MEETING)
    assert "还没发出" not in await chen.says("会议取消了 谁还没回复")


async def test_an_answer_that_is_checked_when_the_meeting_is_called_off_is_not_kept(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await _sends(town, chen, MEETING)
    await lin.says("能来")
    await _sends(town, chen, CALLED_OFF[0])
    assert await lin.says("ok") == "好的，有事随时说。"
    assert answers(town) == []


async def test_the_question_stays_open_where_only_some_are_told(
    town: Town, lin: Resident, nong: Resident, chen: Resident
) -> None:
    await _sends(town, chen, MEETING)
    assert "不再收回复" not in await _sends(town, chen, "跟公安局说会议取消了")
    assert "您的回复：能来" in await nong.says("能来")
    assert await lin.says("ok") == "好的，有事随时说。"


async def test_a_meeting_moved_asks_all_anew_and_no_more_for_the_old_day(
    town: Town, lin: Resident, nong: Resident, chen: Resident
) -> None:
    await _sends(town, chen, MEETING)
    asked = lin.messages()[-1]
    await nong.says("能来", "对")
    await _sends(town, chen, "催一下没回复的")
    await _sends(town, chen, "会议改到12月4日上午9点")
    assert "12月4日" in notices(nong)[-1] and "12月4日" in notices(lin)[-1]
    await lin.presses("能来", on=asked)
    assert len(answers(town)) == 1
    await lin.says("可以", "对")
    assert "能来（1）：林警官" in await chen.says("谁参加")


async def test_agreement_is_for_the_notice_that_came_last(town: Town, lin: Resident, chen: Resident) -> None:
    await _sends(town, chen, MEETING)
    await lin.says("能来")
    await _sends(town, chen, "通知公安局：周五下午培训，能不能参加，周三前回一下")
    shown = await lin.says("可以")
    assert "您的回复：能参加（附言：可以）" in shown
    await lin.presses("回复")
    assert "能参加（1）：林警官" in await chen.says("谁参加")


@pytest.mark.parametrize(("words", "told"), [("会议改到12月4日上午9点", "更正：12月4日"), ("会议取消", "会议取消。")])
async def test_what_is_being_asked_once_more_is_put_right_for_all_who_were_asked(
    town: Town, lin: Resident, nong: Resident, chen: Resident, words: str, told: str
) -> None:
    await _sends(town, chen, MEETING)
    await lin.says("能来", "对")
    assert "林警官" not in await chen.says("催一下没回复的")
    await _sends(town, chen, words)
    for each in (lin, nong):
        assert len(notices(each)) == 2 and told in notices(each)[-1]


async def test_a_correction_tells_what_was_before_also_of_the_place(town: Town, lin: Resident, chen: Resident) -> None:
    await _sends(town, chen, "通知公安局：明天上午九点在三楼开调度会")
    await _sends(town, chen, "地点改到五楼")
    at_first = "（原通知：明天上午九点在三楼开调度会）"
    assert notices(lin)[-1] == f"通知\n更正：明天上午九点在五楼开调度会\n{at_first}"
    shown = await chen.says("会议改到12月4日上午9点")
    assert "更正：12月4日上午9点在五楼开调度会\n（原通知：明天上午九点在五楼开调度会）\n" in shown


@pytest.mark.parametrize("words", ["地点改到五楼", "会场挪到五楼了", "地点改为五楼"])
async def test_another_place_is_put_into_the_notice_being_written(town: Town, chen: Resident, words: str) -> None:
    await chen.says("通知大家 明天上午九点在三楼开调度会")
    assert "\n明天上午九点在五楼开调度会\n" in await chen.says(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("推进会推迟一周", "推进会推迟一周。\n原通知：周五下午3点开推进会，请派员参加"),
        ("推进会延期，时间另行通知", "推进会延期，时间另行通知。\n原通知：周五下午3点开推进会，请派员参加"),
        ("推进会推迟到下周五", "更正：下周五下午3点开推进会，请派员参加\n（原通知：周五下午3点开推进会）"),
        ("会议改到下午4点", "更正：周五下午4点开推进会，请派员参加\n（原通知：周五下午3点开推进会）"),
    ],
)
@pytest.mark.parametrize("opened", ["", "给公安局发通知：明天交材料", "1-2 改期限"])
async def test_news_of_a_meeting_is_told_while_something_else_is_being_written(
    town: Town, lin: Resident, chen: Resident, words: str, told: str, opened: str
) -> None:
    await _sends(town, chen, "给公安局发通知：周五下午3点开推进会，请派员参加")
    await town.move_to("2019-11-26 09:00")
    if opened:
        await chen.says(opened)
    shown = await chen.says(words)
    assert f"通知\n{told}\n" in shown
    assert ("要接着办请点“继续”" in shown) == bool(opened)


async def test_words_for_the_notice_being_written_stay_in_it(town: Town, lin: Resident, chen: Resident) -> None:
    await _sends(town, chen, "给公安局发通知：周五下午3点开推进会，请派员参加")
    await chen.says("给公安局发通知：明天交材料")
    assert "\n后天交材料\n" in await chen.says("改成后天")
    assert "\n后天交材料\n会议照常\n" in await chen.says("加一句 会议照常")
