from bot.demo.cast import COORDINATOR_ID, GROUP_ID, PHONE_ID
from bot.demo.routes import move_clock, restart
from bot.demo.show import Show
from tests.bot.demo.visitor import Visitor

LIN, ZHENG, GRACE, QIAN = 1002, 1006, 1009, 1008
LINE = "2-7 完成80%，立案12件"


async def test_no_step_is_done_before_anybody_has_done_anything(show: Show) -> None:
    shown = show.tour.shown()
    assert [step["id"] for step in shown] == [
        "tasks",
        "report",
        "jump",
        "notice",
        "group",
        "join",
        "english",
        "restart",
        "summary",
    ]
    assert not any(step["done"] for step in shown)


async def test_a_question_for_ones_tasks_is_ticked_off_when_it_has_been_answered(visitor: Visitor) -> None:
    visitor.says(LIN, "我的任务")
    await visitor.ticked("tasks")


async def test_the_report_is_ticked_off_when_it_is_stored_not_before(show: Show, visitor: Visitor) -> None:
    visitor.says(ZHENG, LINE)
    await visitor.hears(ZHENG, "80%")
    assert "report" not in show.tour.done
    await visitor.presses(ZHENG, "提交")
    await visitor.ticked("report")


async def test_the_jump_brings_a_notice_and_the_next_step_its_answer(show: Show, visitor: Visitor) -> None:
    jump, notice = (step for step in show.tour.shown() if step["id"] in ("jump", "notice"))
    assert "11月25日（周一） 09:00" in jump["zh"] and "Mon 25 Nov 09:00" in jump["en"]
    await move_clock(show, jump["post"]["body"])
    await visitor.ticked("jump")
    assert "notice" not in show.tour.done
    await visitor.presses(notice["chat_id"], "29-")
    await visitor.presses(notice["chat_id"], "报进展")
    await visitor.answers(notice["chat_id"], "已完成", "跳过", "跳过", "跳过", "提交")
    await visitor.ticked("notice")


async def test_the_group_step_waits_for_the_bots_answer_there(visitor: Visitor) -> None:
    visitor.says(LIN, "/deadlines", GROUP_ID)
    await visitor.ticked("group")


async def test_who_shares_the_phone_number_has_joined(visitor: Visitor) -> None:
    visitor.says(PHONE_ID, "/start")
    visitor.world.share_contact(PHONE_ID)
    await visitor.ticked("join")


async def test_english_is_answered(visitor: Visitor) -> None:
    visitor.says(GRACE, "what are my tasks")
    await visitor.ticked("english")


async def test_a_restart_is_ticked_off(show: Show) -> None:
    await restart(show, {})
    assert "restart" in show.tour.done


async def test_the_coordinators_summary_is_ticked_off(visitor: Visitor) -> None:
    visitor.says(COORDINATOR_ID, "/summary")
    await visitor.ticked("summary")


async def test_what_somebody_else_does_ticks_nothing_off(show: Show, visitor: Visitor) -> None:
    visitor.says(QIAN, "我的任务")
    await visitor.hears(QIAN, "共 1 项")
    visitor.says(QIAN, "/summary")
    assert show.tour.done == set()


async def test_the_pages_hear_of_a_tick(show: Show, visitor: Visitor) -> None:
    told: list[list[bool]] = []
    show.world.on_change(
        lambda event: told.append([step["done"] for step in event["tour"]]) if event["event"] == "tour" else None
    )
    visitor.says(LIN, "我的任务")
    await visitor.ticked("tasks")
    assert told == [[True] + [False] * 8]


async def test_every_step_is_told_in_both_languages(show: Show) -> None:
    assert all(step["zh"] and step["en"] and step["zh"] != step["en"] for step in show.tour.shown())
