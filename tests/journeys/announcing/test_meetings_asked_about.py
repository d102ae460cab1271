"""What is said of a meeting that a notice calls people to: who is sent, whether it takes place, and how many have
answered."""

import pytest

from tests.journeys.announcing.announced import answers, notices
from tests.journeys.town import Resident, Town

MEETING = "通知大家12月3日下午3点在市政府五楼会议室开推进会，请回复是否参加"


@pytest.fixture
async def asked(town: Town, lin: Resident, nong: Resident, chen: Resident) -> None:
    await chen.says(MEETING)
    await chen.presses("确认发送")
    await town.app.ticker.tick()


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("words", ["派副主任李强参加", "就派我们科小刘去吧", "派人参加"])
async def test_whoever_is_sent_comes(town: Town, lin: Resident, words: str) -> None:
    assert f"您的回复：能参加（附言：{words}）" in await lin.says(words)
    await lin.presses("回复")
    assert len(answers(town)) == 1


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("words", ["会开了", "让谁参加好", "派谁参加行吗"])
async def test_what_only_sounds_like_it_is_no_answer(lin: Resident, words: str) -> None:
    shown = await lin.says(words)
    assert "您的回复" not in shown
    assert "通知是这样说的" not in shown


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("words", ["几点的会", "会还开不开", "明天的会还开吗", "会议取消了没"])
async def test_the_notice_is_shown_to_who_asks_whether_it_takes_place(lin: Resident, words: str) -> None:
    assert (await lin.says(words)).startswith("通知是这样说的：\n12月3日下午3点")


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("words", ["开会的事回了几个", "回了几个", "推进会回了几家"])
async def test_the_office_asks_how_many_have_answered(chen: Resident, words: str) -> None:
    assert "已回复 0/2 人" in await chen.says(words)


@pytest.mark.usefixtures("asked")
async def test_reports_returned_are_no_answers(chen: Resident) -> None:
    assert "已回复" not in await chen.says("今天退回了几个")


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("order", ["没回复的再催一遍 说今天下班前必须回", "没回复的再催一下，告诉他们今天下班前必须回"])
async def test_the_silent_are_asked_once_more_with_more_words(lin: Resident, chen: Resident, order: str) -> None:
    await lin.says("能参加")
    await lin.presses("回复")
    shown = await chen.says(order)
    assert "开推进会，请回复是否参加\n今天下班前必须回\n" in shown
    assert "发给农科长（市农业农村局）。" in shown


@pytest.mark.parametrize("words", ["刚才通知说什么时候交来着", "通知里要求交啥", "办公室通知要啥材料"])
async def test_what_a_notice_said_is_shown_again(lin: Resident, zhou: Resident, chen: Resident, words: str) -> None:
    await chen.says("通知公安局：本周五前报送年度总结")
    await chen.sends_out()
    assert (await lin.says(words)).startswith("通知是这样说的：\n本周五前报送年度总结")
    assert (await zhou.says(words)).startswith("最近没有给您发过这样的通知")


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("said", ["商务局漏了 也通知一下", "把商务局也通知一下", "商务局也发一份"])
async def test_who_was_forgotten_gets_the_same_notice_and_is_counted_with_the_others(
    town: Town, lin: Resident, shang: Resident, chen: Resident, said: str
) -> None:
    shown = await chen.says(said)
    assert "开推进会，请回复是否参加" in shown and "还没收到您的回复" not in shown
    assert "发给 1 人（1 个单位：市商务局）。" in shown and notices(shang) == []
    await chen.sends_out()
    assert len(notices(shang)) == len(notices(lin)) == 1
    await shang.presses("能参加")
    assert len(town.rows("SELECT * FROM broadcasts")) == 1
    seen = await chen.says("谁还没回")
    assert "已回复 1/3 人" in seen and "能参加（1）：商科长（市商务局）" in seen
    assert "发给 3 人（3 个单位" in await chen.says("会议改到下午4点")


@pytest.mark.parametrize("said", ["商务局也要来", "漏了商务局", "商务局漏了 也通知一下"])
async def test_who_was_forgotten_is_added_while_the_notice_is_checked(
    lin: Resident, shang: Resident, chen: Resident, said: str
) -> None:
    await chen.says("通知公安局：周三下午三点开推进会")
    assert "发给 2 人（2 个单位：市公安局、市商务局）。" in await chen.says(said)


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("会议室改到205", "更正：12月3日下午3点在205开推进会，请回复是否参加\n（原通知："),
        ("会议改到第二会议室", "更正：12月3日下午3点在第二会议室开推进会，请回复是否参加\n（原通知："),
        ("会取消了 什么时候开另行通知", "会取消了 什么时候开另行通知。\n原通知：12月3日下午3点"),
        ("漏了 带上执法台账", "通知\n带上执法台账\n"),
        ("没回的再催一下 今天下班前必须回", "请回复是否参加\n今天下班前必须回\n"),
    ],
)
async def test_what_changes_in_a_notice_that_was_sent_is_shown_for_the_same_people(
    chen: Resident, said: str, shown: str
) -> None:
    seen = await chen.says(said)
    assert shown in seen and "还没发出" in seen and ("发给 2 人" in seen or "林警官（市公安局）、农科长" in seen)


async def test_the_place_is_put_right_while_the_notice_is_checked(chen: Resident) -> None:
    await chen.says(MEETING)
    assert "在第二会议室开推进会" in await chen.says("会议改到第二会议室")


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("said", ["12月3日可以", "可以 两个人"])
async def test_agreement_with_the_day_or_the_number_of_people_is_an_answer(lin: Resident, said: str) -> None:
    assert f"您的回复：能参加（附言：{said}）" in await lin.says(said)


@pytest.mark.parametrize(
    "said",
    [
        "转发公安局 省打假办通知：请于12月10日前报送总结。联系人李主任。",
        "转发省打假办通知给公安局：请于12月10日前报送总结。联系人李主任。",
        "把下面这个转发给公安局\n省打假办通知：请于12月10日前报送总结。联系人李主任。",
    ],
)
async def test_a_notice_of_others_is_passed_on_with_its_title(lin: Resident, chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert "通知\n省打假办通知：请于12月10日前报送总结。联系人李主任。\n\n发给 1 人（1 个单位：市公安局）" in shown
