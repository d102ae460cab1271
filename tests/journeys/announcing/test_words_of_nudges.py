"""What units are told with a nudge, and what of an order is not meant for them."""

import pytest

from tests.journeys.announcing.announced import LATE, nudges
from tests.journeys.town import Resident, Town

WORDS = "省里下周来查，请务必周五前报"


async def test_the_offices_own_words_go_with_it(chen: Resident, zhou: Resident) -> None:
    await chen.says(f"催一下市场监管局{LATE}，请周五前报上来")
    await chen.presses("修改", "附言")
    assert WORDS in await chen.says(WORDS)
    await chen.sends_out()
    assert f"\n\n{WORDS}\n\n" in nudges(zhou)[0] and "周五前报上来" not in nudges(zhou)[0]


async def test_what_cannot_be_asked_for_is_said_in_a_sentence(chen: Resident, lin: Resident) -> None:
    assert await chen.says("催一下公安局43-4") == "43-4 不是这个单位的任务，负责的是市市场监管局。"
    assert (await chen.says("催一下43-4")).startswith("市市场监管局没有能收到消息的联络员，催办发不出去。")
    await lin.reports("1-2", "已完成")
    assert (await chen.says("催一下1-2")).startswith("没有需要催办的")
    answer = await chen.says("/nudge", "今天天气不错")
    assert answer.endswith("市农业农村局 29-4。") or "没听明白" in answer
    assert "没有“火星局”这个单位" in await chen.says("/nudge 火星局")


async def test_words_that_name_nothing_to_ask_for_say_what_to_write(chen: Resident, zhou: Resident) -> None:
    assert (await chen.says("/nudge", "随便")).startswith("“随便”里没有读出催哪些，请写单位名或任务编号，或点按钮。")


@pytest.mark.parametrize(
    "said", ["明天10点提醒市监局报1-8", "明天10点提醒市监局报一下1-8的进展", "明天10点督促市监局尽快报1-8"]
)
async def test_who_is_to_report_what_and_when_is_an_order_and_no_words_for_the_nudge_before(
    chen: Resident, zhou: Resident, lin: Resident, said: str
) -> None:
    await chen.says("周五下午3点提醒公安局报昆仑行动进展")
    shown = await chen.says(said)
    assert "11月26日（周二）10:00，1 人（市市场监管局）" in shown and " 1-8 " in shown
    assert "提醒市监局" not in shown and "进展" not in shown


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("提醒所有没报的单位，周五下班前报", "\n\n周五下班前报\n\n"),
        ("提醒所有没报的单位，谢谢", "\n"),
        ("所有没报的，都催一遍", "\n"),
    ],
)
async def test_words_behind_what_is_urged_of_all_go_with_it(
    chen: Resident, zhou: Resident, said: str, told: str
) -> None:
    shown = await chen.says(said)
    shown = shown if "会收到" in shown else await chen.presses("逾期又久未填报的")
    assert f"逾期148天{told}点按钮" in shown


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("催一下43-4 让赵科长尽快把总结报来", "\n让赵科长尽快把总结报来\n"),
        ("催43-4 顺便说一声本周五前必须报", "\n本周五前必须报\n"),
        ("催43-4，总结还没交", "\n总结还没交\n"),
        ("催一下市监局 逾期的", ""),
        ("催一下市监局 报进展", ""),
        ("催43-4 谢谢", ""),
    ],
)
async def test_what_is_said_behind_a_space_goes_with_the_nudge(
    zhou: Resident, chen: Resident, said: str, words: str
) -> None:
    shown = await chen.says(said)
    assert f"{words}\n点按钮即可填报" in shown if words else "148天\n点按钮即可填报" in shown


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("请市监局周五前把1-8、1-9、1-12的进展报一下", "请市监局周五前把1-8、1-9、1-12的进展报一下"),
        ("催市监局周五前报1-8", "请周五前填报。"),
        ("催一下市监局1-8，还差总结，催一下他们", "还差总结"),
        ("1-8 还差总结 催一下他们", "还差总结"),
    ],
)
async def test_the_day_by_which_is_told_and_the_order_itself_is_not(
    chen: Resident, zhou: Resident, said: str, told: str
) -> None:
    assert f"\n\n{told}\n\n点按钮即可填报" in await chen.says(said)


@pytest.mark.parametrize(
    ("said", "left", "told"),
    [
        ("43-4 期限没错 就是6月底 催一下他们", "43-4 期限没错 就是6月底", ""),
        ("43-4改到12月20日，催一下他们，周五前报", "43-4改到12月20日", "\n周五前报\n"),
    ],
)
async def test_a_change_of_the_plan_before_a_nudge_is_no_word_to_the_unit_but_left(
    chen: Resident, zhou: Resident, said: str, left: str, told: str
) -> None:
    first, preview = (await chen.says(said)).split("\n\n", 1)
    assert first == f"没有处理：{left}。请另发一句。"
    assert "尽快填报：\n🔴 43-4 " in preview and told in preview and left not in preview
    assert "没有处理" not in await chen.says("取消", "确认取消", "43-4的期限6月底到了，催一下他们")


async def test_a_change_of_the_plan_is_left_and_named_though_there_is_nobody_to_nudge(chen: Resident) -> None:
    await chen.says("1-8改到4月底，催一下公安局")
    left, refused = (message.text for message in chen.messages()[-2:])
    assert left == "没有处理：1-8改到4月底。请另发一句。" and refused.startswith("没有需要催办的")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("43-4催一下 周三下班前报", "请周三下班前填报。"),
        ("周三下班前 43-4催一下", "请周三下班前填报。"),
        ("43-4催一下 周三中午12点前报上来", "请周三中午12点前填报。"),
    ],
)
async def test_the_hour_by_which_is_told_with_its_day(chen: Resident, zhou: Resident, said: str, told: str) -> None:
    shown = await chen.says(said)
    assert shown.startswith("还没发出。1 人（市市场监管局）会收到：") and told in shown


async def test_what_a_unit_is_to_hand_in_is_no_nudge_for_its_tasks(chen: Resident, zhou: Resident) -> None:
    shown = await chen.says("给市监局发一下 让他们周五前报个分工")
    assert "通知\n请周五前报个分工\n" in shown and "发给 1 人（1 个单位：市市场监管局）" in shown


async def test_a_question_about_somebody_is_no_word_of_the_nudge(chen: Resident, zhou: Resident) -> None:
    await chen.says(f"催一下市监局{LATE}", "哦对了 周科长在不在")
    assert chen.messages()[-2].text.startswith("周科长")
    assert chen.sees().startswith("还没发出。") and "在不在" not in chen.sees()


@pytest.mark.parametrize("said", ["王处说他们下周就报", "他们昨天打电话说快好了"])
async def test_what_somebody_has_said_is_asked_about_and_not_sent_to_the_unit(
    chen: Resident, zhou: Resident, said: str
) -> None:
    assert (await chen.says(f"催一下市监局{LATE}", said)).startswith(f"“{said}”没有写进去。")
    assert (await chen.says("行")).startswith(f"“{said}”还没有写进去。") and nudges(zhou) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (f"催一下{LATE} 语气客气点 说市长下周要看", "市长下周要看"),
        (f"催一下{LATE} 客气点，就说市长下周要看", "市长下周要看"),
        (f"催{LATE} 周五前报 语气委婉一点", "周五前报"),
    ],
)
async def test_in_what_manner_to_ask_is_not_told_to_the_unit(
    town: Town, chen: Resident, zhou: Resident, said: str, told: str
) -> None:
    shown = await chen.says(said)
    assert f"\n\n{told}\n\n" in shown and "语气" not in shown and "客气点" not in shown


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("催市监局告诉他们市长下周要看", "市长下周要看"),
        (f"催一下{LATE}，跟他们讲一声市长下周要看", "市长下周要看"),
        (f"{LATE}催一下 说一声市长下周要看", "市长下周要看"),
        (f"催一下市监局的{LATE}，并转告他们市长下周要看", "市长下周要看"),
        (f"催{LATE} 让他们知道市长下周要看", "市长下周要看"),
        (f"催一下{LATE} 市长下周要看 让他们抓紧", "市长下周要看 请抓紧"),
        (f"nudge {LATE} and tell them the mayor looks at it next week", "the mayor looks at it next week"),
        (f"催{LATE} 说明一下原因", "说明一下原因"),
    ],
)
async def test_what_they_are_to_be_told_goes_with_the_nudge_at_once(
    town: Town, chen: Resident, zhou: Resident, said: str, told: str
) -> None:
    shown = await chen.says(said)
    assert f"\n\n{told}\n\n" in shown and "定在" not in shown


async def test_politeness_at_the_check_is_told_of_and_what_is_to_be_said_is_added(
    chen: Resident, zhou: Resident
) -> None:
    await chen.says(f"催一下{LATE}")
    for words in ("措辞客气点", "语气好一点"):
        assert (await chen.says(words)).startswith("催办用的是下面这样的客气话；要另加几句请点“修改”。")
    assert "\n\n年底了请抓紧\n\n" in await chen.says("语气好一点 就说年底了请抓紧")
