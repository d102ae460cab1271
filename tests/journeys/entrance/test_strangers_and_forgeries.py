import logging

import pytest
from telegram.constants import ChatID

from bot.emulator import FaultKind
from bot.logs import RedactingFormatter
from bot.outgoing import limiter
from data.people.people import Role, add_membership, add_person
from tests.journeys.town import Resident, Town

EVERYTHING = ["message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "my_chat_member"]
CHANNEL = -1_000_000_005_001


async def test_a_stranger_gets_the_same_answer_to_everything(stranger: Resident) -> None:
    answers = {await stranger.says(words) for words in ("我的任务", "/summary", "市公安局")}
    assert len(answers) == 1
    assert "只对已登记的人员开放" in answers.pop()


async def test_a_stranger_is_answered_in_the_language_of_the_message(stranger: Resident) -> None:
    assert (await stranger.says("Hi, how do I sign up?")).startswith("Hello. This assistant is for registered liaisons")
    assert (await stranger.says("怎么登记")).startswith("您好。这是打击侵权假冒工作的联络员助手")


async def test_a_stranger_is_answered_three_times_an_hour_and_then_told_so_once(town: Town, stranger: Resident) -> None:
    answers = [await stranger.says(words) for words in ("一", "二", "/start 猜", "/start guess", "五")]
    assert all(answer and "三次" not in answer for answer in answers[:3])
    assert answers[3].startswith("我一小时内只能答复您三次") and answers[4] == ""
    town.clock.moment = town.clock.moment.replace(hour=10)
    assert "只对已登记" in await stranger.says("六")


async def test_a_stranger_who_was_not_answered_any_more_is_still_let_in_by_a_good_link(
    chen: Resident, stranger: Resident
) -> None:
    token = (await chen.says("/invite 市公安局")).rpartition("?start=")[2]
    assert "您已登记为：市公安局联络员" in await stranger.says("一", "二", "三", "四", f"/start {token}")


async def test_a_strangers_press_shows_nothing(town: Town, lin: Resident, stranger: Resident) -> None:
    await lin.says("我的任务")
    data = lin.last().buttons[0].callback_data or ""
    await stranger.says("您好")
    for forged in (data, "list:all:0", "summary:all", "language:en"):
        answer = await stranger.forges(forged)
        assert "共" not in answer and "昆仑" not in answer
    assert town.rows("SELECT * FROM people WHERE telegram_id = ?", stranger.id) == []


async def test_a_liaison_cannot_report_for_another_unit(town: Town, lin: Resident, zhou: Resident) -> None:
    [other] = town.rows(
        """SELECT assignments.id FROM assignments JOIN tasks ON tasks.id = task_id
        JOIN units ON units.id = unit_id WHERE code = '1-8' AND units.name = '市市场监管局'"""
    )
    await lin.says("/help")
    for data in (f"report:{other['id']}", f"draft:restart:{other['id']}"):
        assert await lin.forges(data) == "这项任务现在不由您的单位负责，请发“我的任务”查看。"
    assert town.rows("SELECT * FROM drafts") == []


async def test_a_forged_restart_does_not_cost_the_draft(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.forges("draft:restart:999999")
    assert town.rows("SELECT status FROM drafts") == [{"status": "in_progress"}]


async def test_a_liaison_cannot_open_another_units_card(town: Town, lin: Resident) -> None:
    [task] = town.rows("SELECT id FROM tasks WHERE code = '1-8'")
    await lin.says("/help")
    assert await lin.forges(f"card:{task['id']}") == (
        "1-8 由市市场监管局负责，不是您单位的任务。发“我的任务”看本单位的；有情况请发“告诉办公室：…”。"
    )


async def test_a_liaison_cannot_press_in_anothers_dialog(town: Town, lin: Resident, zhou: Resident) -> None:
    await zhou.begins("1-8")
    data = zhou.last().buttons[0].callback_data or ""
    await lin.says("/help")
    assert await lin.forges(data) == "这个按钮已经过时了，请用最新的消息。"
    assert town.rows("SELECT step FROM drafts") == [{"step": "status"}]


async def test_a_forged_press_in_a_group_shows_nothing_there(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.bind_group(chen, lin)
    for person in (chen, lin):
        assert await person.forges("list:all:0", group) == ""


@pytest.fixture
def registered_stand_ins(town: Town) -> None:
    """Somebody has put on the roster the ids that Telegram uses where there is no person."""
    for id in (ChatID.ANONYMOUS_ADMIN, ChatID.SERVICE_CHAT, ChatID.FAKE_CHANNEL):
        add_membership(town.db, add_person(town.db, "替身", town.clock.now(), id), Role.COORDINATOR, None)


@pytest.mark.usefixtures("registered_stand_ins")
async def test_an_anonymous_admin_is_nobody(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    town.world.anonymous_admin_says(group, "/bind")
    await town.settle()
    assert town.rows("SELECT * FROM group_chats") == []


@pytest.mark.usefixtures("registered_stand_ins")
async def test_a_linked_channel_is_nobody(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    town.world.add_channel(CHANNEL, "频道")
    town.world.linked_channel_says(group, CHANNEL, "/bind")
    await town.settle()
    assert town.rows("SELECT * FROM group_chats") == []


@pytest.mark.usefixtures("registered_stand_ins")
@pytest.mark.parametrize(
    ("who", "in_the_name_of"),
    [*((each, None) for each in (ChatID.ANONYMOUS_ADMIN, ChatID.SERVICE_CHAT, ChatID.FAKE_CHANNEL)), (1001, CHANNEL)],
)
async def test_a_stand_in_is_nobody_whatever_else_telegram_says_of_it(
    town: Town, chen: Resident, who: int, in_the_name_of: int | None
) -> None:
    group = await town.found_group(chen)
    message = {
        "message_id": 900,
        "date": int(town.clock.now().timestamp()),
        "chat": {"id": group, "type": "group", "title": "联络员群"},
        "from": {"id": who, "is_bot": False, "first_name": "替身"},
        "text": "/bind",
        "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
    }
    if in_the_name_of is not None:
        message["sender_chat"] = {"id": in_the_name_of, "type": "channel", "title": "频道"}
    town.world.updates.push("message", message)
    await town.settle()
    assert town.rows("SELECT * FROM group_chats") == []


async def test_another_bot_is_nobody_though_it_stands_on_the_roster(town: Town, chen: Resident) -> None:
    robot = town.member(1055, "别的机器人", None, Role.COORDINATOR)
    town.world.users[robot.id].is_bot = True
    group = await town.found_group(chen, robot)
    sent = len(town.world.calls)
    for words, chat in (("/summary", robot.id), ("/bind", group)):
        await robot.says(words, chat=chat)
    assert [each.method for each in town.world.calls[sent:] if each.method != "getUpdates"] == []
    assert town.rows("SELECT * FROM group_chats") == []


async def test_the_bot_asks_telegram_for_what_it_answers_and_no_more(town: Town, lin: Resident) -> None:
    await lin.says("/help")
    assert town.world.updates.allowed == {"message", "edited_message", "callback_query", "my_chat_member"}


async def test_a_strangers_edited_message_does_nothing(town: Town, stranger: Resident) -> None:
    message = town.world.say(stranger.id, "/help")
    await town.settle()
    assert await stranger.does(lambda: town.world.edit(stranger.id, stranger.id, message.message_id, "/tasks")) == ""


async def test_that_edits_are_not_read_is_said_of_what_was_written_last(town: Town, lin: Resident) -> None:
    message = town.world.say(lin.id, "1-2怎么样了")
    await town.settle()
    answer = await lin.does(lambda: town.world.edit(lin.id, lin.id, message.message_id, "1-2 45%"))
    assert answer == "改这条消息，记下的不会跟着变。请把改好的内容重新发一遍；改已提交的，也可以发“更正”。"
    assert town.rows("SELECT * FROM drafts") == []


async def test_an_edited_message_of_long_ago_does_nothing(town: Town, lin: Resident) -> None:
    message = town.world.say(lin.id, "1-2 40%")
    await lin.says("我的任务")
    assert await lin.does(lambda: town.world.edit(lin.id, lin.id, message.message_id, "1-2 45%")) == ""


async def test_an_edited_message_is_no_answer_to_a_question(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    message = town.world.say(lin.id, "140")
    await town.settle()
    town.world.updates.allow(EVERYTHING)
    await lin.does(lambda: town.world.edit(lin.id, lin.id, message.message_id, "40"))
    assert town.rows("SELECT percent FROM drafts") == [{"percent": None}]


async def test_a_post_in_a_channel_does_nothing(town: Town) -> None:
    town.world.add_channel(CHANNEL, "频道")
    town.world.updates.allow(EVERYTHING)
    town.world.post_in_channel(CHANNEL, "/tasks")
    await town.settle()
    assert [message.text for message in town.world.chat(CHANNEL).messages] == ["/tasks"]


@pytest.fixture
def by_httpx(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client on httpx, which logs every URL that it calls."""
    monkeypatch.setattr("bot.outgoing.client.getproxies", lambda: {"http": "http://127.0.0.1:9"})


@pytest.mark.usefixtures("by_httpx")
async def test_the_token_is_never_logged(
    town: Town, lin: Resident, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.INFO, "httpx")
    town.world.faults.add(FaultKind.SERVER_ERROR, "sendMessage", times=None)
    monkeypatch.setattr(limiter, "PAUSES", ())
    await lin.says("/help")
    assert [type(failure).__name__ for failure in town.failures] == ["NetworkError"]
    town.failures.clear()
    assert any(town.world.token in record.getMessage() for record in caplog.records)
    assert town.world.token not in "\n".join(_formatted(caplog))


@pytest.mark.usefixtures("by_httpx")
async def test_what_people_write_is_never_logged(town: Town, lin: Resident, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.INFO, "httpx")
    town.world.faults.add(FaultKind.SERVER_ERROR, "sendMessage")
    await lin.says("机密的话")
    town.failures.clear()
    assert caplog.records
    assert "机密的话" not in "\n".join(_formatted(caplog))


def _formatted(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return everything logged, as the bot's own formatter writes it."""
    return [RedactingFormatter().format(record) for record in caplog.records]
