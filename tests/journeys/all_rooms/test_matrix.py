"""Role by action by target: whoever is not allowed changes nothing and is shown nothing. The actions are generated from
the handlers' tables; strangers, removed people and expired deputies are included."""

import re
from datetime import timedelta
from functools import partial

import pytest

from data.store import Row
from handlers.entrance.intents import INTENTS
from handlers.entrance.texts.access import STRANGER
from handlers.telegram import For, Verb, may_use
from handlers.telegram.callbacks import pattern
from handlers.telegram.sending import IN_AN_HOUR
from handlers.wording.wordings import LANGUAGES
from tests.journeys.actions import FILES, aimed, commands, presses
from tests.journeys.stored_people import known
from tests.journeys.town import Resident, Town
from tests.thoroughness import part_of

SECRET = "线人提供的地址"
OPEN = ("dialogs", "questions", "people", "review_cards", "rounds_looked_at")
"""What somebody has begun and not finished, which cards they were shown, and the day they were last active."""
NOT_KEPT = ("inbox", "last_shown", "sqlite_sequence")
"""The updates as received, what was shown last, and row counters."""
PAUSE = timedelta(milliseconds=600)
OWNERS = ("person_id", "named_by", "made_by", "entered_by", "asked_by", "by_id", "used_by")
"""The columns that say to whom a row belongs."""
OWN_WORK = ("report_figures", "attachments", "evidence", "notices", "outbox", "standings", "standing_counts", "inbox")
"""Tables that follow from anybody's own reports, and are checked by unit or not at all."""


@pytest.fixture
async def work(town: Town, lin: Resident, chen: Resident) -> None:
    """The unit has reported, asked for more time and begun another report; the office has a question open."""
    await lin.submits("1-2 延期到4月底 因为疫情")
    await lin.reports("8-2", "已完成", note=SECRET)
    await lin.begins("7-1")
    await chen.says("移除林警官")
    await town.app.ticker.tick()


def everything(town: Town, but: tuple[str, ...] = ()) -> dict[str, list[tuple[object, ...]]]:
    """Return the contents of the database, apart from NOT_KEPT and `but`."""
    return town.everything(*NOT_KEPT, *but)


def of_others(town: Town, resident: Resident) -> dict[str, list[Row]]:
    """Return the rows that belong to others, or to nobody."""
    [own] = town.rows("SELECT id FROM people WHERE telegram_id = ?", resident.id)
    tables = [row["name"] for row in town.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {name: town.rows(f"SELECT * FROM {name}") for name in tables if name not in (*OWN_WORK, "people")}
    return {
        name: [row for row in rows if own["id"] not in (row.get(column) for column in OWNERS)]
        for name, rows in found.items()
        if not name.startswith("sqlite_")
    }


def test_every_button_is_in_the_matrix() -> None:
    shapes = list(presses((7,)))
    assert {verb for verb, _ in shapes} == set(Verb) - {Verb.FORGET, Verb.LANGUAGE}
    assert [data for verb, data in shapes if not re.match(pattern(verb), data)] == []


def test_every_aim_is_in_the_matrix() -> None:
    assert [aim for aim, texts in aimed().items() if not texts] == []


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("who", ["stranger", "removed", "expired"])
async def test_who_has_no_role_can_do_nothing_whatever_they_try(
    town: Town, request: pytest.FixtureRequest, who: str
) -> None:
    person: Resident = request.getfixturevalue(who)
    town.clock.moment += timedelta(hours=1)
    before, seen = everything(town), len(person.heard())
    said = part_of((*commands("市公安局"), *(text for texts in aimed().values() for text in texts)), 8)
    for words in said:
        town.clock.moment += PAUSE
        town.world.say(person.id, words)
    for name, content in FILES:
        town.world.send_document(person.id, name, content)
    for number, (_, data) in enumerate(part_of(presses((1, 5)), 8)):
        town.world.press(person.id, person.id, 1, data, forged=True)
        if number % 50 == 0:
            await town.settle()
    await town.settle()
    assert set(person.heard()[seen:]) <= {str(words(each)) for words in (STRANGER, IN_AN_HOUR) for each in LANGUAGES}
    assert everything(town) == before


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("who", ["stranger", "removed", "expired"])
async def test_who_has_no_role_is_not_heard_in_a_group(
    town: Town, chen: Resident, request: pytest.FixtureRequest, who: str
) -> None:
    person: Resident = request.getfixturevalue(who)
    group = await town.bind_group(chen, person)
    before, seen = everything(town), len(person.heard(group))
    for words in part_of(commands("市公安局"), 8):
        town.world.say(person.id, words, group)
    for texts in aimed().values():
        for words in texts[:1]:
            town.world.say(person.id, f"@liaison_test_bot {words}", group)
    await town.settle()
    for _, data in part_of(presses((1,)), 8):
        town.world.press(person.id, group, 1, data, forged=True)
    await town.settle()
    assert person.heard(group)[seen:] == []
    assert everything(town) == before


@pytest.mark.usefixtures("work")
async def test_whoever_only_looks_changes_nothing_by_any_button_or_file(town: Town, gu: Resident) -> None:
    await gu.says("/help")
    before = everything(town, OPEN)
    for name, content in FILES:
        await gu.does(partial(town.world.send_document, gu.id, name, content))
    for _, data in part_of(presses((1, 5)), 8):
        town.clock.moment += PAUSE
        await gu.forges(data)
        assert everything(town, OPEN) == before, data


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("who", ["zhou", "wu"])
async def test_another_unit_changes_and_sees_nothing_of_this_one_by_any_button(
    town: Town, request: pytest.FixtureRequest, who: str
) -> None:
    person: Resident = request.getfixturevalue(who)
    await person.says("/help")
    ids = tuple(
        row["id"]
        for row in town.rows(
            """SELECT assignments.id FROM assignments JOIN units ON units.id = unit_id JOIN tasks ON tasks.id = task_id
        WHERE units.name = '市公安局' AND code IN ('1-2', '8-2')"""
        )
    )
    before = of_others(town, person)
    for _, data in part_of(presses((1, *ids)), 8):
        town.clock.moment += PAUSE
        await person.forges(data)
    after = of_others(town, person)
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}
    assert not [text for text in person.heard() if SECRET in text]


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("who", ["lin", "wu", "gu", "chen"])
async def test_what_a_sentence_asks_for_is_done_for_those_it_is_for(
    town: Town, request: pytest.FixtureRequest, who: str
) -> None:
    resident: Resident = request.getfixturevalue(who)
    person = known(town, resident)
    await resident.says("/cancel")
    for aim, row in INTENTS.items():
        allowed = may_use(person, row.for_)
        if allowed or row.for_ is For.EVERYONE:
            continue
        for words in part_of(aimed()[aim], 5):
            town.clock.moment += PAUSE
            before = everything(town, OPEN)
            await resident.says(words)
            assert everything(town, OPEN) == before, words
