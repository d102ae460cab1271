"""Every button that was shown is pressed by somebody it was not shown to: the database decides, not the button's
data."""

from datetime import timedelta

import pytest

from bot.emulator.records import Json, Message
from data.store import Row
from handlers.telegram import Verb
from tests.journeys.actions import presses
from tests.journeys.busy_day import SECRET, Shown
from tests.journeys.town import Resident, Town
from tests.thoroughness import part_of

OF_THE_PRESSER = {Verb.FORGET, Verb.LANGUAGE}
"""Buttons without an id, which concern whoever presses them."""
BELONGINGS = (
    "SELECT * FROM reports WHERE person_id = :lin",
    "SELECT * FROM report_figures",
    "SELECT * FROM attachments WHERE report_id IS NOT NULL",
    "SELECT attachments.* FROM attachments JOIN dialogs ON dialogs.id = draft_id WHERE dialogs.person_id = :lin",
    "SELECT * FROM reviews",
    "SELECT * FROM extensions",
    "SELECT * FROM dialogs WHERE person_id IN (:lin, :chen)",
    "SELECT * FROM memberships",
    "SELECT * FROM invites WHERE named_by = :lin",
    "SELECT * FROM settings",
    "SELECT * FROM broadcasts",
    "SELECT * FROM group_chats",
    "SELECT * FROM nudges",
    "SELECT * FROM returns",
    "SELECT * FROM return_rounds",
    "SELECT * FROM filings",
    "SELECT * FROM filings_given_back",
    "SELECT * FROM audit WHERE action IN ('set_up_return', 'change_return', 'end_return')",
    "SELECT * FROM information",
    "SELECT * FROM information_tasks",
    "SELECT * FROM task_notes",
    "SELECT * FROM plan_changes",
    "SELECT * FROM removals",
    "SELECT * FROM absences",
    "SELECT * FROM arrivals",
    "SELECT * FROM calendar_days",
    "SELECT * FROM pauses",
    "SELECT * FROM regular_summaries",
    "SELECT * FROM indicators",
    "SELECT * FROM unit_aliases",
    "SELECT * FROM unit_group_members",
    "SELECT * FROM plans",
    "SELECT * FROM tasks",
    "SELECT * FROM snoozes WHERE person_id IN (:lin, :chen)",
    "SELECT * FROM attachments WHERE information_id IS NOT NULL",
    "SELECT * FROM broadcast_answers WHERE person_id IN (:lin, :chen)",
    "SELECT * FROM audit WHERE person_id IN (:lin, :chen)",
)
OF_THE_UNIT = ("SELECT * FROM steps", "SELECT * FROM information_tasks")
"""What a colleague of the same unit may change as well."""


@pytest.fixture
async def office_at_work(town: Town, busy_day: None, chen: Resident, lin: Resident) -> None:
    """The office has set something, looked at 撤销 and the units' notes, and opened a group's page; a liaison has
    written something that was not understood."""
    await lin.says("/cancel", "请问一下这个要不要盖章的呀")
    await chen.submits("提醒时间改成8点")
    await chen.says("撤销", "谁有意见", "/groups")
    await chen.presses("联络员群")


async def _presses_all(town: Town, person: Resident, shown: Shown) -> str:
    """Press every button, slowly enough for the rate limit; return all texts shown in new and edited messages."""
    seen: list[str] = []

    def hear(event: Json) -> None:
        match event:
            case {"message": Message() as message} if message.chat_id == person.id:
                seen.append(message.text)

    town.world.on_change(hear)
    for data in part_of((each for each in shown if Verb(each.partition(":")[0]) not in OF_THE_PRESSER), 5):
        town.clock.moment += timedelta(seconds=1)
        seen.append(await person.forges(data))
    return "\n".join(seen)


def _belongings(town: Town, lin: Resident, chen: Resident, *more: str) -> dict[str, list[Row]]:
    named = [(sql, sql.replace(":lin", _person(lin)).replace(":chen", _person(chen))) for sql in (*BELONGINGS, *more)]
    return {sql: town.rows(whole) for sql, whole in named}


def _person(who: Resident) -> str:
    return f"(SELECT id FROM people WHERE telegram_id = {who.id})"


@pytest.mark.usefixtures("office_at_work")
def test_every_kind_of_button_has_been_shown(shown: Shown) -> None:
    assert set(Verb) - {Verb.BEGUN} - {Verb(data.partition(":")[0]) for data in shown} == set()
    late = {"act:last", "act:undo", "tasknote:open", "group:en", "reply", "information:take", "step:tick", "round:back"}
    assert [each for each in late if not any(data.startswith(each) for data in shown)] == []


@pytest.mark.usefixtures("office_at_work")
@pytest.mark.parametrize("who", ["zhou", "gu", "stranger", "removed", "wang"])
async def test_a_button_does_and_shows_nothing_of_others(
    town: Town, lin: Resident, chen: Resident, shown: Shown, request: pytest.FixtureRequest, who: str
) -> None:
    person: Resident = request.getfixturevalue(who)
    more = () if who == "wang" else OF_THE_UNIT
    before = _belongings(town, lin, chen, *more)
    answers = await _presses_all(town, person, shown)
    after = _belongings(town, lin, chen, *more)
    assert {sql: rows for sql, rows in after.items() if rows != before[sql]} == {}
    assert who in ("gu", "wang") or SECRET not in answers


@pytest.mark.usefixtures("busy_day")
async def test_whoever_speaks_for_another_unit_now_does_nothing_with_old_buttons(
    town: Town, lin: Resident, chen: Resident, shown: Shown
) -> None:
    town.db.change(
        """UPDATE memberships SET unit_id = (SELECT id FROM units WHERE name = '武汉海关')
        WHERE person_id = (SELECT id FROM people WHERE telegram_id = ?)""",
        [lin.id],
    )
    of_the_old = [
        f"""SELECT {table}.* FROM {table} JOIN assignments ON assignments.id = assignment_id
        JOIN units ON units.id = unit_id WHERE units.name = '市公安局'"""
        for table in ("reports", "extensions", "steps")
    ]
    before = [town.rows(sql) for sql in of_the_old]
    assert all(before)
    await _presses_all(town, lin, shown)
    assert [town.rows(sql) for sql in of_the_old] == before


@pytest.mark.usefixtures("office_at_work")
async def test_the_office_pressing_what_no_button_holds_meets_no_failure(town: Town, chen: Resident) -> None:
    shapes = part_of((data for _, data in presses((999,))), 4)
    for data in (*shapes, "setting:keep:nothing", "setting:rule:nothing", "summary:nothing", "list:nothing:0"):
        town.clock.moment += timedelta(seconds=1)
        await chen.forges(data)
    assert [str(each) for each in town.failures] == []
