"""Every command and all words for it, from everybody: what is not allowed changes nothing and shows nothing.

The commands come from the table that the bot itself uses, so new ones are included; buttons are tested in
test_forged_presses.
"""

from datetime import timedelta

import pytest

from data.people.people import Role
from handlers.entrance.texts.access import STRANGER
from handlers.telegram import For, may_use
from handlers.telegram.audiences import INSTEAD
from handlers.telegram.commands import COMMANDS, GROUP_COMMANDS
from handlers.wording.refusals import FOR_LIAISONS_OF_OFFICE, FOR_OFFICE, NOT_FOR_ROLE
from tests.journeys.actions import commands
from tests.journeys.files_sent import sends_pdf
from tests.journeys.stored_people import known
from tests.journeys.town import Resident, Town
from tests.thoroughness import part_of

REFUSED = {str(words("zh")) for words in (*INSTEAD.values(), FOR_LIAISONS_OF_OFFICE, NOT_FOR_ROLE, FOR_OFFICE)}
SENTENCES = (
    "我的任务",
    "1-2 完成80%，立案2件",
    "撤回1-2",
    "谁还没报",
    "通过",
    "确认导入",
    "市公安局的任务",
    "新增 罚款 万元",
)

SECRET = "线人提供的地址"


@pytest.fixture
def removed(town: Town) -> Resident:
    """A person whose role was taken away."""
    resident = town.member(1061, "调离", "市公安局", Role.LIAISON)
    town.db.change("DELETE FROM memberships WHERE person_id = (SELECT id FROM people WHERE telegram_id = 1061)")
    return resident


OPEN = ("dialogs", "drafts")
"""What somebody has begun and not finished: words that are no command for them may be an answer there."""


def everything(town: Town, but: tuple[str, ...] = ()) -> dict[str, list[tuple[object, ...]]]:
    """Return the contents of the database, apart from the updates as received, what was shown last, and `but`."""
    return town.everything("inbox", "last_shown", *but)


@pytest.mark.parametrize("who", ["stranger", "removed", "expired"])
async def test_who_has_no_role_changes_nothing_and_is_shown_nothing(
    town: Town, lin: Resident, request: pytest.FixtureRequest, who: str
) -> None:
    person: Resident = request.getfixturevalue(who)
    await lin.reports("1-2", "进行中", "40", SECRET)
    town.clock.moment += timedelta(hours=1)
    before = everything(town)
    for words in SENTENCES:
        town.clock.moment += timedelta(minutes=21)
        assert (words, await person.says(words)) == (words, str(STRANGER("zh")))
    town.clock.moment += timedelta(hours=1)
    assert await sends_pdf(person, "进展.pdf", "1-2 已完成") == str(STRANGER("zh"))
    assert everything(town) == before


@pytest.mark.parametrize("who", ["lin", "wu", "gu", "chen"])
async def test_a_command_answers_whom_it_is_for_and_nobody_else(
    town: Town, request: pytest.FixtureRequest, who: str
) -> None:
    resident: Resident = request.getfixturevalue(who)
    person = known(town, resident)
    await resident.says("/help")
    for command in COMMANDS:
        before, allowed = everything(town, OPEN), may_use(person, command.audience)
        for words in part_of(commands("市公安局", (command,)), 4):
            town.clock.moment += timedelta(seconds=5)
            answer = await resident.says(words)
            if words.startswith("/"):
                assert (words, answer in REFUSED) == (words, not allowed)
            assert allowed or everything(town, OPEN) == before, words


async def test_what_a_unit_has_reported_is_shown_to_no_other_and_in_no_group(
    town: Town, lin: Resident, chen: Resident, zhou: Resident, wu: Resident
) -> None:
    await lin.reports("1-2", "进行中", "40", SECRET)
    group = await town.bind_group(chen, zhou, wu, lin)
    for words in (*part_of(commands("市公安局"), 8), *SENTENCES, "1-2", "市公安局报了什么", "1-2的填报记录"):
        town.clock.moment += timedelta(seconds=5)
        for resident in (zhou, wu):
            assert SECRET not in await resident.says(words), words
        for resident in (zhou, lin):
            assert SECRET not in await resident.says(f"@liaison_test_bot {words}", chat=group), words


@pytest.mark.parametrize("who", ["lin", "wu", "gu"])
async def test_what_is_for_groups_is_done_by_coordinators_alone(
    town: Town, chen: Resident, request: pytest.FixtureRequest, who: str
) -> None:
    resident: Resident = request.getfixturevalue(who)
    group = await town.bind_group(chen, resident)
    await resident.says("/help")
    before = everything(town)
    for words in commands("市公安局", (each for each in GROUP_COMMANDS if each.audience is For.COORDINATORS)):
        town.clock.moment += timedelta(seconds=5)
        await resident.says(words, chat=group)
        await resident.says(words)
        assert everything(town) == before, words
