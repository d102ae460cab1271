"""A bot killed after every step: what was done is not repeated, and what was not done is done."""

from collections.abc import Awaitable, Callable

from bot.emulator import FaultKind
from data.notices.outbox import claim
from data.people.people import Role
from tests.fixtures.planning import plan_today
from tests.journeys.town import Resident, Town, at


async def test_a_report_survives_a_kill_after_every_step_and_is_stored_once(town: Town, lin: Resident) -> None:
    steps: list[Callable[[], Awaitable[str]]] = [
        lambda: lin.says("1-2"),
        lambda: lin.presses("报进展"),
        lambda: lin.presses("进行中"),
        lambda: lin.says("80"),
        lambda: lin.says("移送起诉"),
    ]
    for step in steps:
        await step()
        draft = town.rows("SELECT id, step, status, percent, note FROM drafts")
        await town.restart_undone()
        assert town.rows("SELECT id, step, status, percent, note FROM drafts") == draft
    while "跳过" in lin.buttons():
        await lin.presses("跳过")
        await town.restart_undone()
    assert "已提交" in await lin.presses("提交")
    await town.restart_undone()
    assert town.rows("SELECT status, percent, note FROM reports") == [
        {"status": "in_progress", "percent": 80, "note": "移送起诉"}
    ]
    assert town.rows("SELECT * FROM drafts") == []


async def test_a_question_that_a_kill_has_cut_off_is_asked_again(town: Town, lin: Resident) -> None:
    question = await lin.begins("1-2", "进行中")
    before = len(lin.heard())
    await town.restart_undone()
    assert lin.sees() == question
    assert len(lin.heard()) == before


async def test_an_invitation_opened_just_before_a_kill_has_let_its_bearer_in(town: Town, chen: Resident) -> None:
    guest = town.newcomer(1050, "新来的")
    link = (await chen.says("/invite 市公安局")).split("start=")[1].split()[0]
    await guest.says(f"/start {link}")
    await town.restart_undone()
    assert town.rows("SELECT role FROM memberships JOIN people ON people.id = person_id WHERE telegram_id = 1050") == [
        {"role": Role.LIAISON}
    ]


async def test_everything_that_was_handled_is_done_in_the_inbox(town: Town, lin: Resident) -> None:
    await lin.says("我的任务", "乱七八糟")
    await lin.forges("no such button")
    assert town.rows("SELECT count(*) AS n, count(done_at) AS done FROM inbox") == [{"n": 3, "done": 3}]


async def test_a_tick_forgets_what_was_handled_a_week_ago(town: Town, lin: Resident) -> None:
    await lin.says("我的任务")
    await town.move_to("2019-12-02 08:31")
    assert town.rows("SELECT * FROM inbox") == []


async def test_after_an_outage_what_may_have_arrived_is_in_the_one_digest_that_says_so(
    town: Town, zhou: Resident
) -> None:
    town.world.faults.add(FaultKind.CUT_AFTER, "sendMessage")
    await town.move_to("2019-11-25 09:00", "2019-12-02 09:00", "2019-12-02 09:06")
    lost, digest = zhou.heard()
    assert "可能重复" not in lost
    assert digest.startswith("（可能重复）") and "29-7" in digest
    assert {row["state"] for row in town.rows("SELECT state FROM outbox WHERE chat_id = ?", zhou.id)} == {
        "cancelled",
        "sent",
    }


async def test_a_clock_that_was_a_year_ahead_for_a_while_does_not_silence_the_bot_for_a_year(
    town: Town, zhou: Resident
) -> None:
    await town.move_to("2020-11-25 09:00")
    town.clock.moment = at("2019-11-25 09:00")
    before = len(zhou.heard())
    await town.move_to("2019-12-30 09:00")
    assert len(zhou.heard()) > before


async def test_what_a_killed_bot_was_sending_is_held_for_five_minutes_and_then_sent_with_a_word(
    town: Town, zhou: Resident
) -> None:
    plan_today(town.db, at("2019-11-25 09:00"))
    assert claim(town.db, at("2019-11-25 09:00"))
    town.clock.moment = at("2019-11-25 09:00")
    await town.restart()
    await town.move_to("2019-11-25 09:04")
    assert zhou.heard() == []
    await town.move_to("2019-11-25 09:05")
    [repeated] = zhou.heard()
    assert repeated.startswith("（可能重复）")


async def test_a_reminder_does_not_wait_in_line_while_telegram_wants_silence(town: Town, zhou: Resident) -> None:
    town.world.faults.add(FaultKind.TOO_MANY_REQUESTS, "sendMessage", seconds=20)
    await town.move_to("2019-11-25 09:00")
    assert town.rows("SELECT state, not_before FROM outbox WHERE chat_id = ?", zhou.id) == [
        {"state": "pending", "not_before": "2019-11-25T01:00:21+00:00"}
    ]
