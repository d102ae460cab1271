"""What authors wrote while a report was being asked for: its answer, or something of its own."""

import json
from collections.abc import Iterator
from typing import Any, cast

import pytest

from data import dialogs
from data.people.people import Role, add_membership, add_person, person_by_id
from data.plan.tasks import task_id_of
from data.plan.vocabulary import PlanWords
from data.reporting.drafts import REPORT_DIALOG
from data.store import open_database
from data.understanding.lines import without_number
from handlers.dialog import Talk
from handlers.dialog.declaration import open_question
from handlers.entrance.digression import is_digression
from handlers.reporting.dialog import REPORT
from handlers.telegram import Context, hear
from handlers.telegram.context import Services
from tests.journeys.town import OPENING, PLAN, with_plan
from tests.thoroughness import count
from tests.understanding.corpora import HERE

SAMPLE = count(16, 1)
"""One of so many turns is played."""
SHARE = 0.97
UNDER_WAY = {"status": "in_progress", "percent": 40}
WRITTEN = {**UNDER_WAY, "note": "开展了检查", "figures": {}, "running": {}, "doubted": {}}
BEFORE: dict[str, dict[str, Any]] = {
    "status": {},
    "percent": {"status": "in_progress"},
    "note": UNDER_WAY,
    "obstacle": {**UNDER_WAY, "status": "blocked", "note": "开展了检查"},
    "figures": {**UNDER_WAY, "note": "开展了检查"},
    "evidence": WRITTEN,
    "preview": {**WRITTEN, "evidence": True},
}
"""What has been answered when a question is open."""
EITHER = {"unclear", "other:smalltalk", "other:greeting", "other:thanks"}
"""What may be taken for an answer or not: nothing is done for it."""


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    file = tmp_path_factory.mktemp("turns") / "town.db"
    file.write_bytes(with_plan(PLAN))
    db = open_database(file)
    yield Services(db, lambda: OPENING, PlanWords(db), {REPORT_DIALOG: REPORT}, {})
    db.close()


def turns() -> list[dict[str, Any]]:
    lines = [line for path in sorted((HERE / "turns").iterdir()) for line in path.read_text("utf-8").splitlines()]
    said = [json.loads(line) for line in lines[::SAMPLE]]
    return [each for each in said if each["at"] in BEFORE and EITHER.isdisjoint(each["meaning"])]


def context_of(services: Services, unit_id: int, number: int) -> Context:
    """The context of somebody new who speaks for a unit."""
    db, application = services.db, type("Lent", (), {"bot_data": services})()
    person_id = add_person(db, "小林", services.now(), 5000 + number)
    add_membership(db, person_id, Role.LIAISON, unit_id)
    context = Context(cast(Any, application))
    context.person, context.understood = person_by_id(db, person_id), {}
    return context


def is_other(services: Services, turn: dict[str, Any], number: int) -> bool | None:
    """Whether what was written is taken for something of its own; None where its task is not the unit's."""
    db, task_id = services.db, task_id_of(services.db, turn["task"])
    sql = """SELECT assignment_id AS id, unit_id FROM standings JOIN units ON units.id = unit_id
        WHERE task_id = ? AND name = ? AND status <> 'closed'"""
    row = db.fetch_one(sql, [task_id, turn["as"]])
    if row is None:
        return None
    context = context_of(services, row["unit_id"], number)
    dialog = dialogs.open_dialog(
        db, context.person.id, REPORT_DIALOG, row["id"], number, context.now, BEFORE[turn["at"]]
    )
    talk = Talk(context, dialog, REPORT.load(context, dialog))
    heard = hear(context, without_number(turn["text"]))
    found = is_digression(talk, open_question(talk), turn["text"], heard)
    dialogs.drop_dialog(db, dialog)
    return found


def test_an_answer_is_told_from_something_of_its_own(services: Services) -> None:
    wrong, played = [], 0
    for number, turn in enumerate(turns()):
        taken = is_other(services, turn, number)
        if taken is None:
            continue
        played += 1
        if taken not in {meaning.startswith("other") for meaning in turn["meaning"]}:
            wrong.append((turn["at"], turn["text"]))
    assert played > count(180, 3000)
    assert len(wrong) <= (1 - SHARE) * played, wrong
