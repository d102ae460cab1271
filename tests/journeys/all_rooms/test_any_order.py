"""Whatever two people of a unit press and write, in whatever order, with steps back, changes, absences, restarts and
repeated updates: what is stored is what each of them confirmed.

EXAMPLES=2000 in the environment tries that many; a failure prints what was done, and can be repeated by its number.
"""

import os
from datetime import timedelta
from random import Random

import pytest

from bot.emulator.records import Button, Message
from data.people.people import Role
from data.standing.standing import Status
from data.store import Row
from tests.journeys.paper import CODES, FIGURES, NONE, NOTES, OBSTACLES, PERCENTS, STATUSES, Handed, Paper
from tests.journeys.town import Resident, Town
from tests.journeys.writer import Writer

EXAMPLES = int(os.environ.get("EXAMPLES", "8"))
ACTS = 70
ANSWERS = {
    "状态": tuple(STATUSES),
    "进度": tuple(PERCENTS),
    "情况": NOTES,
    "困难": OBSTACLES,
    "数据": tuple(FIGURES),
    "佐证": ("下一步",),
    "核对": ("提交",),
}
"""Answers in words to each question."""
OTHER_WORDS = (*NONE, "不改", "清空", "上一步", "提交", "修改", "沿用上次", "直接核对", "就是这样")
KINDS = ("do",) * 82 + ("file",) * 6 + ("kill",) * 10 + ("words", "twice", "restart", "hours") * 2
IN_WORDS = {"进度": 0.4, "情况": 0.5, "困难": 0.6, "数据": 0.6}
"""The probability of answering a question in words rather than with a button; 0.15 for others."""
LIKING = {
    "取消": 1,
    "不要了": 2,
    "上一步": 4,
    "直接核对": 4,
    "就是这样，直接核对": 4,
    "跳过": 4,
    "撤回": 4,
    "清空": 4,
    "不改": 16,
    "提交": 16,
    "修改": 16,
    "更正": 16,
    "状态": 32,
    "受阻": 16,
    "✕ 1": 16,
    "✕ 2": 16,
}
"""The weight with which a button is pressed; 8 for others."""


async def act(town: Town, writer: Writer, chance: Random, number: int) -> None:
    """Let somebody do something, or something happen to the bot."""
    kind, sheet, buttons = chance.choice(KINDS), writer.sheet, writer.pressable()
    if kind in BEFALLS:
        print(kind)
        await befall(town, kind)
    elif sheet is not None and (kind == "file" or (sheet.question == "佐证" and chance.random() < 0.3)):
        print(f"{writer.name} sends 材料{number}.pdf")
        await writer.send_file(f"材料{number}.pdf")
    elif kind == "words":
        words = chance.choice(("我的任务", "/update", "/cancel", "报进展"))
        print(f"{writer.name} writes {words}")
        await writer.asks_for(words)
    elif sheet is not None and chance.random() < IN_WORDS.get(sheet.question, 0.15):
        text = chance.choice((*ANSWERS[sheet.question] * 3, *OTHER_WORDS))
        print(f"{writer.name} is asked {sheet.question} and writes {text}")
        await writer.write(text)
    elif buttons and (sheet is not None or chance.random() < 0.5):
        message, button = chosen(buttons, chance)
        taps = chance.choice((1, 1, 1, 2))
        print(f"{writer.name} presses {button.text} on {message.message_id}, {taps} times")
        await writer.press(message, button, taps)
    else:
        code = chance.choice((CODES[0], CODES[0], *CODES))
        print(f"{writer.name} opens {code}")
        await writer.names(code)


def chosen(buttons: list[tuple[Message, Button]], chance: Random) -> tuple[Message, Button]:
    """Choose a button to press, mostly one of the newest message that has any."""
    newest = buttons[-1][0].message_id
    liking = [LIKING.get(button.text, 8) / (1 if each.message_id == newest else 20) for each, button in buttons]
    return chance.choices(buttons, liking)[0]


async def befall(town: Town, kind: str) -> None:
    """Let something happen to the bot that must not change any answers."""
    before = drafts(town)
    await BEFALLS[kind](town)
    assert drafts(town) == before


async def comes_twice(town: Town) -> None:
    if town.rows("SELECT 1 FROM inbox"):
        town.world.updates.redeliver(town.world.updates.next_id - 1)
        await town.settle()


async def hours_pass(town: Town) -> None:
    town.clock.moment += timedelta(hours=2)
    await town.app.ticker.tick()


BEFALLS = {"twice": comes_twice, "kill": Town.restart_undone, "restart": Town.restart, "hours": hours_pass}


def drafts(town: Town) -> list[Row]:
    """Return what has been answered so far."""
    return town.rows(
        """SELECT id, step, status, percent, note, obstacle, figures, doubted, evidence, replaces,
            (SELECT group_concat(name) FROM attachments WHERE draft_id = drafts.id) AS files FROM drafts ORDER BY id"""
    )


def stored(town: Town) -> list[Handed]:
    """Return the reports in the database in the form they have on paper."""
    numbers = {row["id"]: number for number, row in enumerate(town.rows("SELECT id FROM reports ORDER BY id"))}
    return [
        Handed(
            row["name"],
            row["code"],
            row["status"],
            row["percent"],
            row["note"],
            row["obstacle"],
            {
                each["indicator"]: each["value"]
                for each in town.rows("SELECT indicator, value FROM report_figures WHERE report_id = ?", row["id"])
            },
            [each["name"] for each in town.rows("SELECT name FROM attachments WHERE report_id = ?", row["id"])],
            None if row["replaces"] is None else numbers[row["replaces"]],
            row["withdrawn_at"] is not None,
        )
        for row in town.rows(
            """SELECT reports.*, people.name, code FROM reports JOIN people ON people.id = person_id
            JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id ORDER BY reports.id"""
        )
    ]


async def have_reported_before(writer: Writer) -> None:
    """Submit a report with figures on each task, so that later ones can jump."""
    for code in CODES:
        await writer.resident.says(f"{code} 10% 立案12 检查1204")
        await writer.resident.presses("提交")
        figures = {"立案件数": 12.0, "检查户次": 1204.0}
        writer.numbers[writer.resident.last().message_id] = len(writer.paper.handed)
        writer.paper.handed.append(Handed(writer.name, code, Status.IN_PROGRESS, 10, "", "", figures, [], None))


@pytest.mark.parametrize("number", range(EXAMPLES))
async def test_what_is_stored_is_what_was_confirmed(town: Town, lin: Resident, number: int) -> None:
    chance, paper = Random(number), Paper()
    writers = [Writer(lin, paper), Writer(town.member(1022, "王警官", "市公安局", Role.LIAISON), paper)]
    await have_reported_before(writers[0])
    writer = writers[0]
    for each in range(ACTS):
        town.clock.moment += timedelta(seconds=10)
        writer = chance.choice(writers) if chance.random() < 0.2 else writer
        await act(town, writer, chance, each)
        for anybody in writers:
            anybody.look()
        assert stored(town) == paper.handed


async def test_consent_answers_nothing_that_is_not_asked(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    assert "佐证材料" in await lin.says("60，抽检了三批，发现两起不合格，立案2件")
    assert "佐证材料" in await lin.says("可以")
    assert town.rows("SELECT status, percent FROM drafts") == [{"status": "in_progress", "percent": 60}]
