import json
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from data.announcing.broadcasts import BroadcastContent, send_broadcast
from data.announcing.recipients import RecipientChoice
from data.people.actor import Actor
from data.people.people import Role
from data.plan.units import find_unit
from data.steps.changes import add_steps
from data.store import open_database
from data.understanding.steps.step_lines import StepLine
from tests.bot.cli.terminal import Terminal
from tests.data.conftest import LIAISON, NOW, POLICE, ZONE, assignment, day, let_in
from tests.journeys.town import PLAN

COUNTS = {
    "total",
    "closed",
    "submitted",
    "in_progress",
    "blocked",
    "not_started",
    "overdue",
    "due_soon",
    "no_deadline",
}
UNDERSTOOD = {
    "intent",
    "unit",
    "section",
    "task",
    "candidates",
    "from",
    "to",
    "status",
    "overdue",
    "percent",
    "figures",
    "note",
    "confidence",
}


@pytest.fixture
def checked(tmp_path: Path) -> dict[str, Any]:
    answer: dict[str, Any] = Terminal(tmp_path / "none.db").gets("plan", "check", str(PLAN), "--json")
    return answer


def test_checking_a_plan_shows_every_row_as_documented(checked: dict[str, Any]) -> None:
    assert len(checked["rows"]) == 230
    for row in checked["rows"]:
        documented = {
            "row": int,
            "code": str,
            "section": str,
            "item": str,
            "measure": str,
            "deliverable": str,
            "deadline_text": str,
            "deadline": dict,
            "units": list,
            "problems": list,
        }
        assert {name: type(row[name]) for name in documented} == documented
        assert {"kind", "due", "start", "granularity", "every", "event", "offset_months"} <= row["deadline"].keys()


def test_checking_a_plan_reads_the_deadlines(checked: dict[str, Any]) -> None:
    [row] = [row for row in checked["rows"] if row["code"] == "1-8"]
    assert row["deadline_text"] == "2019年底" and row["units"] == ["市市场监管局"]
    assert row["deadline"]["kind"] == "date" and row["deadline"]["due"] == "2019-12-31"
    assert row["deadline"]["granularity"] == "year"


def test_checking_a_plan_writes_nothing(tmp_path: Path) -> None:
    Terminal(tmp_path / "none.db").gets("plan", "check", str(PLAN), "--json")
    assert list(tmp_path.iterdir()) == []


def test_the_summary_has_the_documented_counts(terminal: Terminal) -> None:
    summary = terminal.gets("summary", "--json")
    assert {"at", "units", "sections", "figures", *COUNTS} <= summary.keys()
    assert summary["total"] == 255 and summary["overdue"] == 7 and summary["due_soon"] == 3
    assert summary["at"].startswith("2019-11-25T08:30")


def test_the_parts_of_the_summary_add_up(terminal: Terminal) -> None:
    summary = terminal.gets("summary", "--json")
    for part in ("units", "sections"):
        for name in COUNTS:
            assert sum(each[name] for each in summary[part]) == summary[name]
    assert summary["total"] == sum(
        summary[name] for name in ("closed", "submitted", "in_progress", "blocked", "not_started")
    )


def test_tasks_without_a_unit_are_counted_under_null(terminal: Terminal) -> None:
    [nobody] = [each for each in terminal.gets("summary", "--json")["units"] if each["unit"] is None]
    assert nobody["total"] == 22


def test_the_summary_can_be_of_another_day(terminal: Terminal) -> None:
    later = terminal.gets("summary", "--json", "--at", "2020-01-02")
    assert later["at"].startswith("2020-01-02") and later["overdue"] > 7


def test_the_preview_has_the_documented_shape(terminal: Terminal) -> None:
    messages = terminal.gets("alerts", "preview", "--json", LIAISON_COORDINATORS="1001")
    assert messages
    for message in messages:
        assert message["at"].endswith("T09:00:00+08:00")
        assert message["to"].keys() >= {"kind", "id", "unit"}
        assert message["to"]["kind"] in {"person", "group", "coordinators"}
        assert all(entry.keys() >= {"rule", "code", "due"} for entry in message["entries"]) and message["entries"]


def test_a_step_stands_in_the_preview_under_its_own_rule(terminal: Terminal) -> None:
    with closing(open_database(terminal.database)) as db:
        lin = let_in(db, LIAISON, "林警官", Role.LIAISON, POLICE)
        step = StepLine("印发方案", day("2019-11-26"), "", None)
        add_steps(db, Actor(lin, NOW, ZONE), assignment(db, "1-2").id, [step], "test")
    span = ("--from", "2019-11-26", "--to", "2019-11-26")
    messages = terminal.gets("alerts", "preview", "--json", *span)
    [message] = [each for each in messages if each["to"]["kind"] == "person"]
    assert message["to"] == {"kind": "person", "id": LIAISON, "unit": POLICE}
    told = {"rule": "step_due", "code": "1-2", "due": "2019-11-26", "title": "印发方案", "unit": POLICE}
    assert message["entries"] == [told]
    assert "分解步骤到期：1-2 印发方案（市公安局，2019-11-26）" in terminal.types("alerts", "preview", *span).stdout


def test_a_broadcast_that_waits_stands_in_the_preview(terminal: Terminal) -> None:
    with closing(open_database(terminal.database)) as db:
        lin = let_in(db, LIAISON, "林警官", Role.LIAISON, POLICE)
        chen = let_in(db, 1001, "陈主任", Role.COORDINATOR, None)
        at = datetime(2019, 11, 27, 9, 30, tzinfo=ZONE)
        chosen = RecipientChoice(unit_ids=(find_unit(db, POLICE).id,))
        send_broadcast(db, Actor(chen, NOW, ZONE), BroadcastContent("周五开会"), chosen, "test", at)
    span = ("--from", "2019-11-27", "--to", "2019-11-27")
    [message] = [each for each in terminal.gets("alerts", "preview", "--json", *span) if "broadcast" in each]
    assert message == {
        "at": "2019-11-27T09:30:00+08:00",
        "to": {"kind": "person", "id": lin.telegram_id, "unit": POLICE},
        "entries": [],
        "broadcast": "周五开会",
    }
    assert "2019-11-27 09:30 群发给 林警官：\n  周五开会" in terminal.types("alerts", "preview", *span).stdout
    assert "周五开会" not in terminal.types("alerts", "preview", "--from", "2019-11-28").stdout


def test_the_preview_keeps_to_its_span(terminal: Terminal) -> None:
    days = [
        message["at"][:10]
        for message in terminal.gets(
            "alerts", "preview", "--json", "--from", "2019-12-02", "--to", "2019-12-06", LIAISON_COORDINATORS="1001"
        )
    ]
    assert days and set(days) <= {f"2019-12-0{day}" for day in range(2, 7)}


def test_the_preview_sends_and_plans_nothing(terminal: Terminal) -> None:
    first = terminal.gets("alerts", "preview", "--json", LIAISON_COORDINATORS="1001")
    assert terminal.gets("alerts", "preview", "--json", LIAISON_COORDINATORS="1001") == first


def test_the_preview_is_in_words_that_a_clerk_reads(terminal: Terminal) -> None:
    roster = terminal.database.with_name("roster.csv")
    lines = ("unit,name,role,phone,telegram_id,language", "市市场监管局,周科长,liaison,,1003,", "")
    roster.write_text("\n".join(lines), encoding="utf-8")
    assert terminal.types("people", "import", str(roster)).exit_code == 0
    text = terminal.types("alerts", "preview", "--to", "2019-11-29", LIAISON_COORDINATORS="1001").stdout
    assert "2019-11-25 09:00 发给 周科长（市市场监管局）：\n  已逾期：29-7 宣传普及·市监（措施待核实）" in text
    assert "没有联络员能收到提醒：29-4" in text and "任务表待核对：117 项" in text
    assert "before_due" not in text and "1003" not in text


def test_a_later_span_of_the_preview_is_a_part_of_the_whole(terminal: Terminal) -> None:
    office = {"LIAISON_COORDINATORS": "1001"}
    whole = terminal.gets("alerts", "preview", "--json", "--to", "2020-01-10", **office)
    later = terminal.gets("alerts", "preview", "--json", "--from", "2019-12-11", "--to", "2020-01-10", **office)
    assert later == [each for each in whole if each["at"] >= "2019-12-11"]


def test_a_day_off_brings_no_messages(terminal: Terminal) -> None:
    assert terminal.gets("alerts", "preview", "--json", "--from", "2019-11-23", "--to", "2019-11-24") == []


def test_understanding_has_the_documented_keys(terminal: Terminal) -> None:
    meaning = terminal.gets("understand", "我们还有哪些没完成", "--json")
    assert meaning.keys() >= UNDERSTOOD
    assert meaning["intent"] == "tasks"


def test_a_code_alone_means_its_task(terminal: Terminal) -> None:
    meaning = terminal.gets("understand", "2-7", "--json")
    assert (meaning["intent"], meaning["task"]) == ("task", "2-7")


def test_understanding_hears_a_sentence_a_line(terminal: Terminal) -> None:
    result = terminal.types("understand", "-", given="我的任务\n2-7\n\n你好\n")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["intent"] for answer in answers] == ["tasks", "task", "unknown", "greeting"]
