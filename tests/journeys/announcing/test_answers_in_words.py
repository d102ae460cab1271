"""Answers to a broadcast in words, and the answers that a notice asks for."""

import pytest

from data.people.people import Role
from tests.journeys.announcing.announced import answers, asks_who_comes
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(("words", "choice"), [("能参加", 0), ("我们单位不能参加。", 1), ("回复：能参加", 0)])
async def test_a_typed_answer_is_shown_and_then_taken_down(
    town: Town, lin: Resident, chen: Resident, words: str, choice: int
) -> None:
    await asks_who_comes(town, chen)
    shown = await lin.says(words)
    assert shown.startswith("通知问：周五的会能参加吗？\n您的回复：")
    assert answers(town) == []
    assert (await lin.presses("回复")).startswith("已记下您的回复：")
    assert answers(town) == [choice]


async def test_agreement_in_words_takes_it_down_and_another_one_changes_it(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await asks_who_comes(town, chen)
    await lin.says("能参加", "确定", "不能参加")
    await lin.presses("回复")
    assert answers(town) == [1]


async def test_what_says_more_than_an_answer_and_who_was_not_asked_are_heard_as_ever(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await asks_who_comes(town, chen)
    assert "通知问" not in await lin.says("周五的会能参加几个人")
    assert "通知问" not in await zhou.says("能参加")


async def test_who_has_not_answered_is_told_of_the_last_question(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_who_comes(town, chen)
    shown = await chen.says("谁还没回复")
    assert shown.startswith("周五的会能参加吗？\n已回复 0/1 人") and "林警官" in shown


@pytest.mark.parametrize(
    ("words", "choice"),
    [
        ("好的 我参加", 0),
        ("收到，准时参加", 0),
        ("ok, will attend", 0),
        ("可能要晚点到", 0),
        ("晚到十分钟", 0),
        ("路上堵车，要晚半小时到", 0),
        ("will be a bit late", 0),
        ("我请个假，让小李去", 1),
        ("i cannot come, on leave", 1),
        ("等下 我能去", 0),
        ("让张主任参加行吗", 0),
        ("派不出人参加", 1),
        ("那天抽不出人", 1),
    ],
)
async def test_an_answer_in_ones_own_words_is_shown_with_them_and_then_counted(
    town: Town, lin: Resident, chen: Resident, words: str, choice: int
) -> None:
    await asks_who_comes(town, chen)
    shown = await lin.says(words)
    assert f"您的回复：{('能参加', '不能参加')[choice]}（附言：{words}）" in shown
    assert answers(town) == []
    await lin.says("回复")
    assert answers(town) == [choice]
    assert words[:8] in await chen.says("谁回复了")


@pytest.mark.parametrize("words", ["好的，我参加", "收到，准时参加", "好的我们会去的", "ok, we will attend"])
async def test_a_nod_with_an_answer_is_that_answer(town: Town, lin: Resident, chen: Resident, words: str) -> None:
    await asks_who_comes(town, chen)
    assert f"您的回复：能参加（附言：{words}）" in await lin.says(words)


async def test_a_nod_shows_the_question_once_more_until_it_is_answered(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await asks_who_comes(town, chen)
    for words in ("收到", "好的"):
        assert (await lin.says(words)).startswith("通知里问：周五的会能参加吗？")
    await lin.presses("能参加")
    assert answers(town) == [0]
    assert await lin.says("收到") == "好的，有事随时说。"


@pytest.mark.parametrize("words", ["29-4 参加了", "能不能晚点到？", "参加培训的任务"])
async def test_what_asks_or_speaks_of_tasks_is_no_answer(town: Town, lin: Resident, chen: Resident, words: str) -> None:
    await asks_who_comes(town, chen)
    assert "通知问" not in await lin.says(words)


async def test_answers_are_asked_for_at_the_preview_and_a_day_among_the_choices_is_the_last_to_answer(
    chen: Resident,
) -> None:
    assert (await chen.says("给市公安局发通知：明天下午3点开会", "需要回复")).startswith("问什么？")
    assert "还没有发过要回复的通知" in await chen.says("谁回复了")
    preview = await chen.says("明天下午的会能参加吗？", "后天之前回就行，能来、来不了")
    assert "请在11月27日（周三）前点下面的按钮回复" in preview and "后天之前回就行" not in preview


@pytest.mark.parametrize("sends", ["发", "发吧", "确认发送", "可以发了", "提交", "send"])
async def test_words_for_sending_are_no_question_to_the_units(chen: Resident, sends: str) -> None:
    asked = await chen.says("给市公安局发通知：明天下午3点开会", "需要回复", sends)
    assert asked.startswith(f"“{sends}”答不了这里问的") and "\n问什么？" in asked


async def test_another_time_of_the_meeting_is_no_day_to_answer_by(chen: Resident) -> None:
    await chen.says("给市公安局发通知：明天下午3点开会", "需要回复", "能参加吗？")
    await chen.presses("能参加、不能参加")
    refused = await chen.says("改成后天上午开")
    assert refused.startswith("这里只收回复期限，“改成后天上午开”没有写进去。")
    assert "前点下面的按钮回复" in await chen.says("周四下班前")
    assert (await chen.says("内容")).startswith("要发什么？")
    assert "还没发出" in await chen.says("提交")


async def test_an_answer_that_is_looked_at_is_changed_in_words(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_who_comes(town, chen)
    assert "您的回复：能参加" in await lin.says("能来，两个人")
    assert "您的回复：不能参加（附言：改一下，来不了了）" in await lin.says("改一下，来不了了")
    assert "您的回复：能参加（附言：还是能来）" in await lin.says("还是能来")
    await lin.presses("回复")
    assert answers(town) == [0]


@pytest.mark.parametrize(
    ("said", "text", "choices", "until"),
    [
        (
            "给大家出个题：12月10日培训谁参加？选项：参加、不参加，12月3日前回",
            "12月10日培训谁参加？",
            "参加、不参加",
            "12月3日",
        ),
        (
            "通知公安局：周五下午3点开会，请选：参加、请假、派人，后天前回复",
            "周五下午3点开会",
            "参加、请假、派人",
            "11月27日",
        ),
        ("通知公安局：周五开会，能来还是不能来", "周五开会，能来还是不能来", "能来、不能来", ""),
    ],
)
async def test_answers_and_the_day_that_the_words_give_are_offered_as_buttons(
    town: Town, chen: Resident, lin: Resident, said: str, text: str, choices: str, until: str
) -> None:
    preview = await chen.says(said)
    assert f"通知\n{text}\n\n请选一项答复。" in preview and f"回复按钮：{choices}" in preview
    assert (f"请在{until}" in preview) is bool(until)
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:31")
    assert lin.buttons() == choices.split("、")


async def test_answers_are_listed_at_the_look_and_where_it_is_asked_whether_to_ask(
    town: Town, chen: Resident, lin: Resident
) -> None:
    assert "回复按钮：能派、派不出" in await chen.says("通知公安局：12月10日培训", "能派、派不出")
    assert "回复按钮：参加、不参加" in await chen.says("答案改成参加、不参加")
    town.member(1042, "商科长", "市商务局", Role.LIAISON)
    assert "市商务局" in await chen.says("公安局、商务局") and "回复按钮：参加、不参加" in chen.sees()
    await chen.says("取消", "是", "群发", "周五开会", "公安局")
    assert "要对方点按钮回复吗？" in chen.sees()
    assert "回复按钮：能派、派不出" in await chen.says("能派、派不出")


async def test_a_list_in_the_words_of_a_notice_is_no_answers(chen: Resident, lin: Resident) -> None:
    assert "回复按钮" not in await chen.says("通知公安局：把总结、附件、照片发我")


async def test_a_notice_that_wants_to_hear_who_can_has_buttons_for_that(
    town: Town, lin: Resident, chen: Resident
) -> None:
    told = "周四下午两点开会，请各单位派一人参加，能不能来周三中午前回一下"
    shown = await chen.says(f"通知公安局、农业局：{told}")
    assert f"通知\n{told}\n\n能不能来？\n请在11月27日（周三）前点下面的按钮回复" in shown
    assert "回复按钮：能来、不能来" in shown
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 09:10")
    await lin.says("能来", "提交")
    assert answers(town) == [0]
    assert "回复按钮" not in await chen.says("通知公安局：周四能不能按时开会再说")


async def test_the_answers_that_a_notice_asks_for_are_its_buttons(lin: Resident, chen: Resident) -> None:
    assert "回复按钮：参加、请假" in await chen.says("通知公安局：下周三下午两点开会，请回复参加或请假")
    assert "回复按钮：同意、不同意" in await chen.says(
        "取消", "确认取消", "通知公安局：改用新表，周五前请回复同意或者不同意。"
    )
    assert "回复按钮" not in await chen.says("取消", "确认取消", "通知公安局：请回复姓名或电话")


async def test_the_day_of_a_meeting_is_not_that_to_answer_by(chen: Resident) -> None:
    assert "能不能来？\n" in await chen.says("通知公安局：11月28日，全体开会，能不能来，请回复")
    assert "前点下面的按钮回复" not in chen.sees()


@pytest.mark.parametrize(
    "asked", ["on Thursday at 2 pm, can you come, please reply by Wednesday", "at 2 pm. Can you come? Please reply"]
)
async def test_a_question_in_an_english_notice_gets_buttons(chen: Resident, lin: Resident, asked: str) -> None:
    shown = await chen.says(f"tell customs: meeting {asked}")
    assert "\n\nCan you come?\n请" in shown and "回复按钮：Yes、No" in shown
    assert "回复按钮" not in await chen.says("tell customs: call if you can you should know, please reply")


async def test_a_question_without_a_day_is_open_for_a_fortnight_after_it_went_out(
    town: Town, lin: Resident, chen: Resident
) -> None:
    shown = await chen.says("12月11日上午9点发给市公安局：周五的会能不能来，请回复")
    assert "回复按钮：能来、不能来" in shown
    await chen.presses("确认发送")
    await town.move_to("2019-12-11 09:01", "2019-12-11 09:02")
    assert (await lin.says("能来")).startswith("通知问：能不能来？")


@pytest.mark.parametrize(
    ("language", "adds"), [("中文", "补充"), ("中文", "写上吧"), ("中文", "补充到内容里"), ("English", "add it")]
)
async def test_a_notice_dictated_line_by_line_is_asked_about_once(
    town: Town, chen: Resident, lin: Resident, language: str, adds: str
) -> None:
    await chen.says("/language")
    await chen.presses(language)
    await chen.says("通知市公安局：周五开会", "地点302")
    assert "周五开会\n地点302\n" in await chen.says(adds)
    assert "地点302\n会期半天\n带笔记本\n" in await chen.says("会期半天", "带笔记本")
    assert "带笔记本" not in await chen.says("最后一句删掉")
    await chen.says("发")
    assert town.rows("SELECT text FROM broadcasts") == [{"text": "周五开会\n地点302\n会期半天"}]


async def test_the_wish_for_an_answer_is_no_part_of_it(lin: Resident, chen: Resident) -> None:
    assert "回复按钮：能来、不能来" in await chen.says("通知大家明天下午3点开会 在四楼 能不能来回一下")


async def test_what_is_to_be_answered_and_one_more_unit_are_said_at_the_look(
    chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await chen.says("通知公安局：周五下午开会")
    assert "发给 2 人（2 个单位：市公安局、市市场监管局）" in await chen.says("市监局也发一份")
    assert "能不能来？" in await chen.says("让他们回复能不能来") and "回复按钮：能来、不能来" in chen.sees()
    await chen.presses("确认发送")
    assert "发给 2 人" in await chen.says("追一条：会议改地点到302") and "通知\n追一条：会议改地点" in chen.sees()


@pytest.mark.parametrize("asks", ["能来吗", "能不能来", "来不来？"])
async def test_a_notice_that_ends_by_asking_who_comes_is_answered_by_buttons(
    town: Town, lin: Resident, chen: Resident, asks: str
) -> None:
    assert "回复按钮：能来、不能来" in await chen.says(f"通知公安局：周五上午9点在商务局开会，{asks}")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 09:10")
    await lin.presses("不能来")
    assert "不能来（1）：林警官" in await chen.says("公安局来不来")
    assert "已回复 1/1 人" in await chen.says("几个人来")


async def test_a_usual_question_is_asked_in_the_language_of_whoever_reads_it(
    town: Town, grace: Resident, lin: Resident, chen: Resident
) -> None:
    await grace.says("hello")
    await chen.says("通知大家：12月3日上午9点开会，能不能来，周三前回一下")
    await chen.sends_out()
    assert "\nCan you come?\n" in grace.heard()[-1] and grace.buttons() == ["Can come", "Cannot come"]
    assert lin.buttons() == ["能来", "不能来"]
    assert "The notice asks: Can you come?\nYour answer: Cannot come\n" in await grace.says("Cannot come")
    await grace.presses("Answer")
    assert "不能来（1）：Grace" in await chen.says("谁参加")
