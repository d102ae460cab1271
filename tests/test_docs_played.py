"""What the documents show is played: conversations, example sentences and printed JSON."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli.root import liaison
from bot.demo.cast import CAST, enrol_cast
from bot.demo.seed import seed_reports
from tests.bot.cli.filed import with_returns
from tests.documents import CHINESE, ENGLISH, ROOT, blocks, both_readmes, liaison_lines, read
from tests.journeys.town import OPENING, PLAN, Resident, Town, with_plan

PEOPLE = {"liaison": "林警官", "coordinator": "陈主任"}
"""The people of the demo who talk in the conversations."""
SENTENCES = {ENGLISH: ("Grace", "Sentences work as well"), CHINESE: ("林警官", "也可以直接说")}
"""By page, who in the demo can say the example sentences, and the words before those."""


@both_readmes
@pytest.mark.parametrize("who", PEOPLE)
async def test_the_bot_talks_as_shown(path: Path, who: str, tmp_path: Path) -> None:
    [conversation] = blocks(read(path), who)
    town, resident = await demo_town(tmp_path, path, PEOPLE[who])
    try:
        for turn in re.split(r"^> ", conversation, flags=re.M)[1:]:
            said, *lines = turn.splitlines()
            answer = await speak(resident, said)
            for line in lines:
                if line.startswith("["):
                    assert set(buttons(line)) <= set(resident.buttons())
                else:
                    assert line in answer.splitlines()
    finally:
        await town.close()


@both_readmes
async def test_the_example_sentences_are_answered_for_the_person_they_name(path: Path, tmp_path: Path) -> None:
    who, first = SENTENCES[path]
    paragraph = next(part for part in read(path).split("\n\n") if part.startswith(first))
    assert who in paragraph
    town, resident = await demo_town(tmp_path, path, who)
    try:
        for sentence in re.findall(r"`([^`]+)`", paragraph):
            answer = await resident.says(sentence)
            assert re.match(r"(?:[1-9]\d* (?:tasks?|entr)|共 [1-9]|\d+-\d+ |Reporting on |填报 )", answer), sentence
    finally:
        await town.close()


async def demo_town(folder: Path, path: Path, name: str) -> tuple[Town, Resident]:
    """Return a town with the demo's people and reports, and the person `name`, who reads the page's language."""
    town = Town(folder, PLAN)
    enrol_cast(town.db, OPENING)
    seed_reports(town.db, OPENING)
    await town.open()
    player = next(player for player in CAST if player.name == name)
    resident = town.newcomer(player.id, player.name, "en" if path == ENGLISH else "zh-hans")
    town.world.chat(player.id).bot_status = "member"
    return town, resident


async def speak(resident: Resident, said: str) -> str:
    pressed = buttons(said)
    return await (resident.presses(pressed[0]) if pressed else resident.says(said))


def buttons(line: str) -> list[str]:
    return re.findall(r"\[(.+?)\]", line)


@pytest.mark.parametrize(
    "section", read(ROOT / "docs/json.md").split("\n## ")[1:], ids=lambda section: section.splitlines()[0]
)
def test_json_is_printed_as_documented(section: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = tmp_path / "docs.db"
    database.write_bytes(with_plan(PLAN))
    with_returns(database)
    monkeypatch.setenv("LIAISON_DB", str(database))
    runner = CliRunner()
    assert runner.invoke(liaison, ["people", "import", roster(tmp_path)]).exit_code == 0
    [example] = blocks(section, "json")
    printed = runner.invoke(liaison, liaison_lines(section)[0]).stdout
    assert set(keys(json.loads(example))) == set(keys(json.loads(printed)))


def roster(folder: Path) -> str:
    path = folder / "roster.csv"
    path.write_text("unit,name,telegram_id\n市公安局,林警官,1002\n", encoding="utf-8")
    return str(path)


def keys(value: Any, path: str = "") -> Iterator[str]:
    """Yield the path of every key in a JSON value; all elements of an array share one path."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield f"{path}.{name}"
            yield from keys(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner, path)
