import pytest

from data.people.people import Role
from tests.fixtures.planning import plan_today
from tests.journeys.returning import asks_for_returns
from tests.journeys.town import Resident, Town, at

pytestmark = pytest.mark.usefixtures("certain")

NINE, NEXT_NINE = "2019-11-25 09:00", "2019-11-26 09:00"


def outbox(town: Town) -> list[tuple[str, int, str]]:
    rows = town.rows("SELECT recipient, chat_id, state FROM outbox ORDER BY id")
    return [(row["recipient"], row["chat_id"], row["state"]) for row in rows]


async def test_where_nobody_of_a_unit_can_be_reached_the_coordinator_hears_who_and_what_in_the_next_morning_s_message(
    town: Town, zhou: Resident, chen: Resident
) -> None:
    town.world.block(zhou.id)
    for moment in (NINE, "2019-11-25 16:00"):
        await town.move_to(moment)
        assert len(chen.heard()) == 1
    await town.move_to(NEXT_NINE)
    morning, told = chen.heard()
    assert "收不到消息" not in morning
    assert "周科长（市市场监管局）已收不到消息" in told
    assert "市市场监管局：1 项（29-7）" in told


async def test_what_would_fall_due_before_the_next_morning_is_told_at_once(
    town: Town, zhou: Resident, chen: Resident
) -> None:
    town.replan("UPDATE tasks SET due = '2019-11-26' WHERE code = '29-7'")
    town.world.block(zhou.id)
    await town.move_to(NINE)
    _, told = chen.heard()
    assert "周科长（市市场监管局）已收不到消息" in told
    assert "市市场监管局：1 项（29-7）" in told


async def test_a_return_that_falls_due_is_not_told_of_so_that_the_person_can_wait_for_the_next_morning(
    town: Town, lin: Resident, chen: Resident
) -> None:
    asks_for_returns(town, chen)
    town.world.block(lin.id)
    await town.move_to("2019-12-05 09:00")
    assert town.rows("SELECT name FROM people WHERE unreachable_at IS NOT NULL") == [{"name": "林警官"}]
    [morning] = chen.heard()
    assert "收不到消息" not in morning
    await town.move_to("2019-12-06 09:00")
    assert "林警官（市公安局）已收不到消息" in chen.heard()[-1]


async def test_two_who_are_lost_on_one_day_stand_in_one_message(
    town: Town, zhou: Resident, lin: Resident, chen: Resident
) -> None:
    town.replan("UPDATE tasks SET due = '2019-11-22' WHERE code = '6-7'")
    town.world.block(zhou.id)
    town.world.block(lin.id)
    for moment in (NINE, NEXT_NINE):
        await town.move_to(moment)
    _, told = chen.heard()
    assert "周科长" in told and "林警官" in told


async def test_the_deputy_hears_it_too_and_the_coordinator_is_told_of_the_person_alone(
    town: Town, zhou: Resident, wu: Resident, chen: Resident
) -> None:
    town.world.block(zhou.id)
    await town.move_to(NINE)
    assert len(wu.heard()) == 1
    await town.move_to("2019-11-25 16:00")
    [morning] = chen.heard()
    assert "已收不到消息" not in morning
    await town.move_to(NEXT_NINE)
    _, told = chen.heard()
    assert "周科长（市市场监管局）已收不到消息" in told
    assert "29-7" not in morning + told


async def test_a_deputy_who_has_not_heard_it_is_tried(town: Town, zhou: Resident, chen: Resident) -> None:
    town.world.block(zhou.id)
    plan_today(town.db, at(NINE))
    late = town.member(1004, "小吴", "市市场监管局", Role.DEPUTY)
    await town.move_to(NINE)
    assert len(late.heard()) == 1


async def test_what_a_deputy_does_not_get_does_not_go_to_a_liaison_who_left_it_to_the_deputies(
    town: Town, zhou: Resident, wu: Resident
) -> None:
    await zhou.says("/deputy")
    await zhou.presses("提醒只发给B角")
    town.world.block(wu.id)
    plan_today(town.db, at(NINE))
    late = town.member(1044, "小李", "市市场监管局", Role.DEPUTY)
    heard = len(zhou.heard())
    await town.move_to(NINE)
    assert len(late.heard()) == 1 and len(zhou.heard()) == heard


async def test_the_coordinator_is_told_once(town: Town, zhou: Resident, wu: Resident, chen: Resident) -> None:
    town.world.block(zhou.id)
    await town.move_to(NINE, "2019-12-02 09:00")
    assert sum("已收不到消息" in text for text in chen.heard()) == 1
    assert [state for _, chat, state in outbox(town) if chat == zhou.id] == ["dead"]


async def test_somebody_who_speaks_again_is_reminded_again(
    town: Town, zhou: Resident, wu: Resident, chen: Resident
) -> None:
    town.world.block(zhou.id)
    await town.move_to(NINE)
    town.world.start(zhou.id)
    await town.settle()
    before = len(zhou.heard())
    await town.move_to("2019-12-02 09:00")
    assert len(zhou.heard()) > before


async def test_a_group_that_has_removed_the_bot_is_spoken_to_no_more(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    town.world.chat(group).bot_status = "kicked"
    await town.move_to(NINE)
    assert town.rows("SELECT * FROM group_chats") == []
    assert ("group", group, "dead") in outbox(town)
